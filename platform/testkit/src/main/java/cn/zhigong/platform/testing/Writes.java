package cn.zhigong.platform.testing;

import cn.zhigong.platform.api.ApiOperation;
import cn.zhigong.platform.api.exchange.Exchange;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The successful writes of a service's tests, each to be found in its audit log by its trace. What a repeated request
 * is answered from the store changed nothing, so one entry is enough for all with the same key.
 */
final class Writes {

    /** Operations that change nothing worth an entry, with the reason. */
    private static final Path UNAUDITED = Path.of("api", "unaudited.txt");

    private static final Set<String> READING = Set.of("GET", "HEAD", "OPTIONS");

    /** Requests that may be one and the same, and where they were traced. */
    record Write(ApiOperation operation, List<String> traces) {}

    private static final Map<String, Write> NOTED = new HashMap<>();

    private Writes() {}

    /** @param key the request's idempotency key, when it had one */
    static synchronized void note(ApiOperation operation, Exchange exchange, Optional<String> key) {
        if (exchange.status() < 300 && !READING.contains(exchange.method())) {
            var trace = exchange.header("Trace-Id")
                    .orElseThrow(() -> new AssertionError("No Trace-Id in the answer to " + exchange));
            NOTED.computeIfAbsent(key.map(each -> operation.id() + " " + each).orElse(trace), _ -> write(operation))
                    .traces()
                    .add(trace);
        }
    }

    private static Write write(ApiOperation operation) {
        return new Write(operation, new ArrayList<>());
    }

    /** Those since the last call. */
    static synchronized Collection<Write> taken() {
        var taken = List.copyOf(NOTED.values());
        NOTED.clear();
        return taken;
    }

    /** In words the writes of which no trace is in the audit log. */
    static List<String> missing(Collection<Write> writes, Set<String> audited) {
        var excused = Listed.in(UNAUDITED);
        return writes.stream()
                .filter(write -> !excused.contains(write.operation().id()))
                .filter(write -> write.traces().stream().noneMatch(audited::contains))
                .map(write -> "<%s> %s, trace %s"
                        .formatted(write.operation().name(), write.operation().id(), String.join(", ", write.traces())))
                .toList();
    }
}
