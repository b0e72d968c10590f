package cn.zhigong.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * The statements that one request sent when its baseline was written, bench/NAME/statements.txt. When the service sends
 * others, the baseline is out of date.
 */
record KnownStatements(Path root, String name) {

    /** Fails when they differ. The first run of a new benchmark writes the list, to be looked at and committed. */
    void compare(List<String> now) {
        if (!Files.exists(file())) {
            write(now);
            System.err.printf("Warning: %s is new; compare it with the scripts beside it%n", root.relativize(file()));
            return;
        }
        if (sorted(read(file()).lines().toList()).equals(sorted(now))) {
            return;
        }
        var found = root.resolve("bench/results/%s-statements.txt".formatted(name));
        write(found, now);
        throw new BenchException(
                ("It sends other statements than the baseline was written for, so their ratio would say nothing."
                                + " Compare %s with %s, mend bench/%s/*.sql and run bench/run %s-statements.")
                        .formatted(root.relativize(found), root.relativize(file()), name, name));
    }

    void write(List<String> now) {
        write(file(), now);
    }

    private Path file() {
        return root.resolve("bench/%s/statements.txt".formatted(name));
    }

    /** Several threads are at work, so the order is not always the same. */
    private static List<String> sorted(List<String> statements) {
        return statements.stream().sorted().toList();
    }

    private static void write(Path file, List<String> statements) {
        try {
            Files.createDirectories(file.toAbsolutePath().getParent());
            Files.writeString(file, String.join("\n", statements) + "\n");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Empty when there is none. */
    static String read(Path file) {
        try {
            return Files.exists(file) ? Files.readString(file) : "";
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
