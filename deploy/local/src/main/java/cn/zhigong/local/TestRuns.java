package cn.zhigong.local;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;

/** The folders of runs of with-infra: one each, named after the launcher that owns it. */
final class TestRuns {

    private TestRuns() {}

    /** Makes a folder for this run and clears away what runs left behind that were killed. */
    static Path begin(Path parent) {
        try {
            Files.createDirectories(parent);
            try (var runs = Files.list(parent)) {
                runs.filter(TestRuns::isAbandoned).forEach(TestRuns::end);
            }
            var self = ProcessHandle.current();
            var started = self.info().startInstant().orElse(Instant.EPOCH);
            return Files.createDirectory(parent.resolve("%d-%d".formatted(self.pid(), started.toEpochMilli())));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static boolean isAbandoned(Path run) {
        var name = run.getFileName().toString();
        if (!name.matches("\\d+-\\d+")) {
            return false;
        }
        int dash = name.indexOf('-');
        var started = Instant.ofEpochMilli(Long.parseLong(name.substring(dash + 1)));
        var owner = new Child(Long.parseLong(name.substring(0, dash)), started, Program.TERMINATE);
        return !owner.alive();
    }

    static void end(Path run) {
        new PidFiles(run.resolve("pids")).allRunning().forEach(Child::kill);
        Archives.deleteTree(run);
    }
}
