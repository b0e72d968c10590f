package cn.zhigong.local;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;

/** Our programs log JSON for machines; people read it as time, level, logger and message. */
final class LogLine {

    private LogLine() {}

    /** The line for people; what is not JSON of ours stays as it is. */
    static String readable(String line) {
        if (!line.startsWith("{")) {
            return line;
        }
        try {
            var entry = Http.JSON.readTree(line);
            return entry.hasNonNull("message") ? readable(entry) : line;
        } catch (JsonProcessingException _) {
            return line; // cut off by a crash
        }
    }

    private static String readable(JsonNode entry) {
        var text = new StringBuilder("%s %-5s [%s] %s"
                .formatted(
                        entry.path("timestamp").asText(),
                        entry.path("level").asText(),
                        entry.path("loggerName").asText(),
                        entry.path("message").asText()));
        var trace = entry.path("mdc").path("traceId").asText();
        if (!trace.isEmpty()) {
            text.append(" (trace ").append(trace).append(')');
        }
        if (entry.hasNonNull("stackTrace")) {
            text.append('\n').append(entry.path("stackTrace").asText().stripTrailing());
        }
        var exception = entry.path("exception");
        while (exception.hasNonNull("exceptionType")) {
            text.append("\n    %s: %s"
                    .formatted(
                            exception.path("exceptionType").asText(),
                            exception.path("message").asText()));
            exception = exception.path("causedBy").path("exception");
        }
        return text.toString();
    }
}
