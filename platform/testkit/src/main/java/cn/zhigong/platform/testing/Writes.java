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
import java.util.stream.Collectors;

/**
 * The successful writes of a service's tests, each to be found in its audit log: an entry of the same trace, about a
 * thing that the path, {@code Location} or the answer names, or about who asked. What a repeated request is answered
 * from the store changed nothing, so one entry is enough for all with the same key.
 */
final class Writes {

    /** Lines {@code never OPERATION} and {@code sometimes OPERATION}, with the reason. */
    private static final Path UNAUDITED = Path.of("api", "unaudited.txt");

    private static final String AUDITED = "audited";
    private static final String LEFT_OUT = "unaudited";

    private static final Set<String> READING = Set.of("GET", "HEAD", "OPTIONS");

    /** An entry of the audit log. */
    record Entry(String trace, String objectId, String actor) {}

    /** A request that was served, and what it and its answer say of things. */
    record Served(String trace, String words) {

        private boolean isToldBy(Entry entry) {
            var own = entry.objectId().equals(entry.actor());
            return entry.trace().equals(trace) && (own || words.contains(entry.objectId()));
        }
    }

    /** Requests that may be one and the same. */
    record Write(ApiOperation operation, List<Served> served) {

        boolean isToldBy(Map<String, List<Entry>> entries) {
            return served.stream()
                    .anyMatch(one -> entries.getOrDefault(one.trace(), List.of()).stream()
                            .anyMatch(one::isToldBy));
        }

        List<String> traces() {
            return served.stream().map(Served::trace).toList();
        }
    }

    private static final Map<String, Write> NOTED = new HashMap<>();

    private Writes() {}

    /** @param key whose request it was and its idempotency key, when it had one */
    static synchronized void note(ApiOperation operation, Exchange exchange, Optional<String> key) {
        if (exchange.status() < 300 && !READING.contains(exchange.method())) {
            var trace = exchange.header("Trace-Id")
                    .orElseThrow(() -> new AssertionError("No Trace-Id in the answer to " + exchange));
            var words = String.join(
                    " ", exchange.path(), exchange.header("Location").orElse(""), exchange.body());
            NOTED.computeIfAbsent(
                            key.map(each -> operation.id() + " " + each).orElse(trace),
                            _ -> new Write(operation, new ArrayList<>()))
                    .served()
                    .add(new Served(trace, words));
        }
    }

    /** Those since the last call. */
    static synchronized Collection<Write> taken() {
        var taken = List.copyOf(NOTED.values());
        NOTED.clear();
        return taken;
    }

    /** In words the writes that none of these entries tells of and nothing excuses. */
    static List<String> missing(Collection<Write> writes, Collection<Entry> entries) {
        var byTrace = entries.stream().collect(Collectors.groupingBy(Entry::trace));
        var excused = Listed.in(UNAUDITED).stream().map(Writes::operation).collect(Collectors.toSet());
        return writes.stream()
                .filter(write -> !write.isToldBy(byTrace))
                .filter(write -> !excused.contains(write.operation().id()))
                .map(write -> "<%s> %s, trace %s"
                        .formatted(write.operation().name(), write.operation().id(), String.join(", ", write.traces())))
                .toList();
    }

    /** Keeps for {@link #needless} which of these writes are told of. */
    static void remember(Collection<Write> writes, Collection<Entry> entries) {
        var byTrace = entries.stream().collect(Collectors.groupingBy(Entry::trace));
        writes.forEach(write -> Exercised.note(write.operation().id(), write.isToldBy(byTrace) ? AUDITED : LEFT_OUT));
    }

    /** The operation of a line of excuses. */
    private static String operation(String line) {
        return line.substring(line.indexOf(' ') + 1);
    }

    /** The excuses that this run does not need as they are written. */
    static List<String> needless() {
        return needless(Listed.in(UNAUDITED), Exercised.all());
    }

    static List<String> needless(Set<String> excuses, Set<String> noted) {
        return excuses.stream()
                .filter(line -> {
                    var operation = operation(line);
                    var audited = noted.contains(operation + " " + AUDITED);
                    var leftOut = noted.contains(operation + " " + LEFT_OUT);
                    return !leftOut || !line.equals((audited ? "sometimes " : "never ") + operation);
                })
                .toList();
    }
}
