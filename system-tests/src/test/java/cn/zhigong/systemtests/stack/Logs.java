package cn.zhigong.systemtests.stack;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The logs of all parts, those from before a restart included. */
public final class Logs {

    private static final int LINES = 40;

    /** A stack trace in JSON is one line. */
    private static final int WIDTH = 2_000;

    private final Path folder;
    private final Map<Path, Long> sizes = new HashMap<>();
    private int kept;

    Logs(Path folder) {
        this.folder = folder;
    }

    /** From here on things are news. */
    synchronized void mark() {
        sizes.clear();
        all().forEach(log -> sizes.put(log, size(log)));
    }

    /** The launcher keeps one older log of a part, we keep all. */
    synchronized void keep(String part) {
        var log = folder.resolve(part + ".log");
        if (Files.exists(log)) {
            try {
                Files.copy(log, free(part));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    /** A stack that stays up keeps the logs of earlier test runs. */
    private Path free(String part) {
        Path copy;
        do {
            copy = folder.resolve("%s.log.kept-%d".formatted(part, ++kept));
        } while (Files.exists(copy));
        return copy;
    }

    void keep() {
        all().map(log -> log.getFileName().toString())
                .filter(name -> name.endsWith(".log"))
                .map(name -> name.substring(0, name.length() - ".log".length()))
                .forEach(this::keep);
    }

    /** Every log file of the stack. */
    public Stream<Path> all() {
        try (var files = Files.list(folder)) {
            return files.sorted().toList().stream();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The lines of a part's present log that hold all these words. */
    public List<String> linesOf(String part, String... words) {
        return lines(folder.resolve(part + ".log"), 0)
                .filter(line -> Stream.of(words).allMatch(line::contains))
                .toList();
    }

    /** The newest lines of parts that do not answer, and every error since the mark. */
    synchronized String troubleSinceMark(String status) {
        return all().filter(log -> log.toString().endsWith(".log"))
                .map(log -> trouble(log, status))
                .filter(text -> !text.isEmpty())
                .collect(Collectors.joining("\n"));
    }

    private String trouble(Path log, String status) {
        var name = log.getFileName().toString().replace(".log", "");
        boolean answers = status.lines().anyMatch(line -> line.startsWith(name + " ") && line.contains(" ready "));
        var lines = lines(log, sizes.getOrDefault(log, 0L))
                .filter(line -> !answers || line.contains("ERROR"))
                .toList();
        var newest = lines.subList(Math.max(0, lines.size() - LINES), lines.size()).stream()
                .map(line -> line.substring(0, Math.min(line.length(), WIDTH)))
                .toList();
        return newest.isEmpty() ? "" : "==> %s%n%s%n".formatted(log, String.join("\n", newest));
    }

    private static Stream<String> lines(Path log, long from) {
        try {
            // A crash may have cut a character in two, which is no reason to read nothing.
            var bytes = Files.readAllBytes(log);
            int start = from > bytes.length ? 0 : (int) from;
            return new String(bytes, start, bytes.length - start, StandardCharsets.UTF_8).lines();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static long size(Path log) {
        try {
            return Files.size(log);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
