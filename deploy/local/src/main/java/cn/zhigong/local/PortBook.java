package cn.zhigong.local;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.function.IntPredicate;
import java.util.function.Predicate;

/** The ports of a stack by name, kept from one "up" to the next as long as they are free. */
record PortBook(Map<String, Integer> ports) {

    /** Where people look for the gateway first. */
    private static final int GATEWAY = 8080;

    static PortBook read(Path file) {
        var ports = new LinkedHashMap<String, Integer>();
        KeyValues.read(file).forEach((name, port) -> ports.put(name, Integer.valueOf(port)));
        return new PortBook(ports);
    }

    void write(Path file) {
        KeyValues.write(file, ports);
    }

    int get(String name) {
        return Optional.ofNullable(ports.get(name))
                .orElseThrow(() -> new LocalStackException("No stack was started here yet: run make up"));
    }

    /**
     * Decides on a port for each name: that of a part that runs, one that the environment fixes (such as GATEWAY_PORT),
     * the one of last time, or a free one.
     *
     * @param names port names and the part that each belongs to
     */
    PortBook refresh(
            SequencedMap<String, String> names,
            Map<String, String> environment,
            Predicate<String> isRunning,
            IntPredicate isFree) {
        var choice = new Ports(isFree);
        var refreshed = new LinkedHashMap<String, Integer>();
        names.forEach((name, part) -> {
            var last = Optional.ofNullable(ports.get(name));
            refreshed.put(name, last.filter(_ -> isRunning.test(part)).orElseGet(() -> {
                var fixed = fixed(name, environment);
                if (fixed.isPresent()) {
                    return required(name, fixed.get(), isFree);
                }
                return last.or(() -> Optional.of(GATEWAY).filter(_ -> name.equals("gateway")))
                        .map(choice::choose)
                        .orElseGet(choice::choose);
            }));
        });
        return new PortBook(refreshed);
    }

    private static int required(String name, int port, IntPredicate isFree) {
        if (!isFree.test(port)) {
            throw new LocalStackException(
                    "Port %d, wanted for %s by %s, is in use".formatted(port, name, variable(name)));
        }
        return port;
    }

    private static Optional<Integer> fixed(String name, Map<String, String> environment) {
        var text = environment.getOrDefault(variable(name), "");
        if (text.isBlank()) {
            return Optional.empty();
        }
        if (!text.matches("\\d{1,5}") || Integer.parseInt(text) > 65_535) {
            throw new LocalStackException("%s=%s is no port".formatted(variable(name), text));
        }
        return Optional.of(Integer.valueOf(text));
    }

    static String variable(String name) {
        return name.toUpperCase(Locale.ROOT).replace('-', '_') + "_PORT";
    }
}
