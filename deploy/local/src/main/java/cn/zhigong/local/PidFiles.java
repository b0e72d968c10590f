package cn.zhigong.local;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** The processes of a stack, one small file each, so that another run of the launcher finds them. */
record PidFiles(Path folder) {

    private static final Pattern LINE = Pattern.compile("(\\d{1,18}) (\\d{1,18}) ([A-Z]+)");

    void write(String name, Child child) {
        var line = "%d %d %s%n".formatted(child.pid(), child.started().toEpochMilli(), child.stopSignal());
        KeyValues.writePrivately(folder.resolve(name), line);
    }

    /** The process when it still runs. */
    Optional<Child> running(String name) {
        try {
            var line = Files.readString(folder.resolve(name));
            var words = LINE.matcher(line.strip());
            if (!words.matches()) {
                // The others must still be found, and this one's port tells whether it runs.
                System.err.printf("%s names no process and is ignored%n", folder.resolve(name));
                return Optional.empty();
            }
            var started = Instant.ofEpochMilli(Long.parseLong(words.group(2)));
            return Optional.of(new Child(Long.parseLong(words.group(1)), started, words.group(3)))
                    .filter(Child::alive);
        } catch (NoSuchFileException _) {
            return Optional.empty();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    List<Child> allRunning() {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (var files = Files.list(folder)) {
            return files.map(file -> file.getFileName().toString())
                    .filter(name -> !name.endsWith(KeyValues.DRAFT))
                    .map(this::running)
                    .flatMap(Optional::stream)
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
