package cn.zhigong.bench;

import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * The load generator wrk, for servers that answer faster than {@link Load} can ask. A closed loop of one thread; any
 * answer but 2xx and 3xx ends the run.
 *
 * @param token of the caller, sent with each request
 */
record Wrk(Path folder, String token) {

    private static final Pattern TOTAL = Pattern.compile("(\\d+) requests in ([0-9.]+)(us|ms|s|m)\\b");
    private static final Pattern MEDIAN = Pattern.compile("50%\\s+([0-9.]+)(us|ms|s|m)\\b");
    private static final Pattern ERRORS =
            Pattern.compile("Socket errors: connect (\\d+), read (\\d+), write (\\d+), timeout (\\d+)");

    /**
     * @param median milliseconds from a request to its answer; of a closed loop, so only of interest with one client
     */
    record Outcome(int requests, double seconds, double median, int socketErrors) {

        Leg.Work work() {
            return new Leg.Work(requests, seconds);
        }
    }

    Outcome run(URI url, int connections, int seconds) {
        var command = List.of(
                "wrk",
                "-t1",
                "-c" + connections,
                "-d" + seconds + "s",
                "--latency",
                "-H",
                "Authorization: Bearer " + token,
                url.toString());
        return outcome(Command.run(folder, Map.of(), command));
    }

    static Outcome outcome(String output) {
        var total = TOTAL.matcher(output);
        var median = MEDIAN.matcher(output);
        if (output.contains("Non-2xx")
                || !total.find()
                || !median.find()
                || total.group(1).equals("0")) {
            throw new BenchException("wrk got other answers than it should:\n" + output);
        }
        var errors = ERRORS.matcher(output);
        var broken = 0;
        if (errors.find()) {
            for (int kind = 1; kind <= errors.groupCount(); kind++) {
                broken += Integer.parseInt(errors.group(kind));
            }
        }
        return new Outcome(
                Integer.parseInt(total.group(1)),
                millis(total.group(2), total.group(3)) / Duration.ofSeconds(1).toMillis(),
                millis(median.group(1), median.group(2)),
                broken);
    }

    private static double millis(String number, String unit) {
        var value = Double.parseDouble(number);
        return switch (unit) {
            case "us" -> value / 1_000;
            case "ms" -> value;
            case "s" -> value * 1_000;
            default -> value * 60_000;
        };
    }
}
