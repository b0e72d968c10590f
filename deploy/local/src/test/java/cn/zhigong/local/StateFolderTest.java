package cn.zhigong.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StateFolderTest {

    @TempDir
    private Path folder;

    @Test
    void cleanRefusesAFolderTheLauncherDidNotMake() throws Exception {
        var precious = Files.writeString(folder.resolve("thesis.txt"), "three years");
        var state = new StateFolder(folder);
        assertThatThrownBy(() -> state.delete(folder.resolve("cache"))).hasMessageContaining("nothing was deleted");
        assertThatThrownBy(state::create).hasMessageContaining("not empty");
        assertThat(precious).exists();
    }

    @Test
    void cleanKeepsServerDistributionsRunningTestsAndBenchmarks() throws Exception {
        var cache = Files.createDirectory(folder.resolve("cache"));
        var test = Files.createDirectory(folder.resolve("test"));
        var bench = Files.createDirectory(folder.resolve("bench"));
        var state = new StateFolder(folder);
        state.create();
        Files.createDirectories(state.data("kafka"));
        state.delete(cache);
        state.delete(cache); // what a clean left is no reason to refuse the next
        assertThat(folder)
                .isDirectoryNotContaining(file -> !Set.of(cache, test, bench).contains(file));
        assertThat(cache).exists();
        assertThat(bench).exists();
        state.create(); // nor to bring a stack up
    }

    @Test
    void nobodyGetsTheLockWhileACleanHoldsIt() throws Exception {
        var state = new StateFolder(folder);
        state.create();
        try (var _ = state.lock()) {
            state.delete(folder.resolve("cache"));
            state.create();
            assertThatThrownBy(state::lock).hasMessageContaining("Another command");
        }
    }

    @Test
    void aPidFileThatNamesNoProcessHidesNoOther() throws Exception {
        var pids = new StateFolder(folder).pids();
        var self = ProcessHandle.current();
        pids.write("self", new Child(self.pid(), self.info().startInstant().orElseThrow(), Program.TERMINATE));
        Files.writeString(pids.folder().resolve("half"), "123");
        Files.writeString(pids.folder().resolve("empty"), "");
        Files.writeString(pids.folder().resolve("self2.draft"), "123 ");
        assertThat(pids.running("half")).isEmpty();
        assertThat(pids.allRunning()).extracting(Child::pid).containsExactly(self.pid());
    }

    @Test
    void oneCommandAtATimeChangesAStack() throws Exception {
        var state = new StateFolder(folder);
        state.create();
        try (var lock = state.lock()) {
            assertThat(lock.isOpen()).isTrue();
            assertThatThrownBy(state::lock).hasMessageContaining("Another command");
        }
        try (var again = state.lock()) {
            assertThat(again.isOpen()).isTrue();
        }
    }

    @Test
    void filesWithSecretsAreForTheOwnerAlone() throws Exception {
        var state = new StateFolder(folder);
        Secrets.createKeys(state.keys());
        KeyValues.write(state.secrets(), Map.of("postgres", Secrets.password()));
        for (var file : new Path[] {state.keys(), state.secrets()}) {
            assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                    .isEqualTo("rw-------");
        }
    }

    @Test
    void keysAreMadeOnce() throws Exception {
        var state = new StateFolder(folder);
        Secrets.createKeys(state.keys());
        var first = Files.readString(state.keys());
        Secrets.createKeys(state.keys());
        assertThat(state.keys()).hasContent(first.strip());
        var keys = Http.JSON.readTree(first);
        assertThat(keys.path("keys").path(keys.path("current").asText()).binaryValue())
                .hasSize(32);
        assertThat(keys.path("index").binaryValue()).hasSize(32);
    }

    @Test
    void aProcessIsFoundByItsStartAsWellAsItsNumber() {
        var pids = new StateFolder(folder).pids();
        var self = ProcessHandle.current();
        var started = self.info().startInstant().orElseThrow();
        pids.write("self", new Child(self.pid(), started, Program.TERMINATE));
        pids.write("namesake", new Child(self.pid(), started.minusSeconds(60), Program.TERMINATE));
        assertThat(pids.running("self")).isPresent();
        assertThat(pids.running("namesake")).isEmpty();
        assertThat(pids.running("nobody")).isEmpty();
    }
}
