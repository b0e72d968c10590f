package cn.zhigong.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * The statements of one join as they were when the baseline was written, bench/join/statements.txt. When the service
 * sends others, the baseline is out of date.
 */
record JoinStatements(Stack stack) {

    /** Fails when they differ. */
    void compare(List<String> now) {
        if (sorted(read(file()).lines().toList()).equals(sorted(now))) {
            return;
        }
        var found = stack.root().resolve("bench/results/join-statements.txt");
        write(found, now);
        throw new BenchException(
                ("A join sends other statements than the baseline was written for, so their ratio would say"
                                + " nothing. Compare %s with %s, mend bench/join/*.sql and run bench/run join-statements.")
                        .formatted(stack.root().relativize(found), stack.root().relativize(file())));
    }

    void write(List<String> now) {
        write(file(), now);
    }

    private Path file() {
        return stack.root().resolve("bench/join/statements.txt");
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
