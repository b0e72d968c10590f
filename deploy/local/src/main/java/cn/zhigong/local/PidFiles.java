package cn.zhigong.local;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** The processes of a stack, one small file each, so that another run of the launcher finds them. */
record PidFiles(Path folder) {

    void write(String name, Child child) {
        try {
            Files.createDirectories(folder);
            var line = "%d %d %s%n".formatted(child.pid(), child.started().toEpochMilli(), child.stopSignal());
            Files.writeString(folder.resolve(name), line);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The process when it still runs. */
    Optional<Child> running(String name) {
        try {
            var words = Files.readString(folder.resolve(name)).strip().split(" ", -1);
            var started = Instant.ofEpochMilli(Long.parseLong(words[1]));
            return Optional.of(new Child(Long.parseLong(words[0]), started, words[2]))
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
            return files.map(file -> running(file.getFileName().toString()))
                    .flatMap(Optional::stream)
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
