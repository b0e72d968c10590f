package cn.zhigong.bench.roster;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** {@code bench/run roster}: writes one roster into a file. */
public final class RosterCommand {

    private static final String USAGE = """
            bench/run roster --rows N --out FILE [--format csv|csv-gb18030|xlsx] [--seed N] [--first N]
                [--dirty 0.02 | --dirty check-digit=0.01,duplicate=0.005,...]""";

    private static final Set<String> OPTIONS = Set.of("rows", "out", "format", "seed", "first", "dirty");

    private RosterCommand() {}

    /**
     * Writes the roster that the words ask for.
     *
     * @throws IllegalArgumentException when they are no command; its message says what is one
     */
    public static void run(List<String> words) {
        var options = options(words);
        try {
            var roster = new Roster(
                    number(options, "seed", 1),
                    number(options, "first", 0),
                    number(options, "rows", 0),
                    options.containsKey("dirty") ? Dirt.parse(options.getOrDefault("dirty", "")) : Dirt.NONE);
            var file = Path.of(options.getOrDefault("out", ""));
            write(roster, RosterFormat.parse(options.getOrDefault("format", "csv")), file);
            System.out.printf("%s: %d rows, %d bytes%n", file, roster.rows(), Files.size(file));
            for (var flaw : Flaw.values()) {
                if (roster.rows(flaw) > 0) {
                    System.out.printf("%s %d%n", flaw.word(), roster.rows(flaw));
                }
            }
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException("%s%n%s".formatted(e.getMessage(), USAGE), e);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void write(Roster roster, RosterFormat format, Path file) throws IOException {
        try (var out = new BufferedOutputStream(Files.newOutputStream(file))) {
            format.write(roster, out);
        }
    }

    private static Map<String, String> options(List<String> words) {
        var options = new HashMap<String, String>();
        for (var i = 0; i < words.size(); i += 2) {
            var name = words.get(i).replaceFirst("^--", "");
            if (!OPTIONS.contains(name) || i + 1 == words.size()) {
                throw new IllegalArgumentException(USAGE);
            }
            options.put(name, words.get(i + 1));
        }
        if (!options.keySet().containsAll(Set.of("rows", "out"))) {
            throw new IllegalArgumentException(USAGE);
        }
        return options;
    }

    private static long number(Map<String, String> options, String name, long usual) {
        return Long.parseLong(options.getOrDefault(name, Long.toString(usual)));
    }
}
