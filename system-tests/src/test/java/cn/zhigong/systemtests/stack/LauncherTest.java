package cn.zhigong.systemtests.stack;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;

/** A start that does not come to its end leaves nothing running. Comes before the stack of the other tests. */
@Order(0)
class LauncherTest {

    private final Launcher launcher;

    LauncherTest() {
        var checkout = Launcher.findCheckout();
        this.launcher = new Launcher(checkout, checkout.resolve("system-tests/target/broken-stack"));
    }

    @BeforeEach
    @AfterEach
    void clean() {
        var _ = launcher.run("clean");
    }

    @Test
    void ctrlCWhileItComesUpLeavesNoProcess() throws Exception {
        // An earlier one was interrupted while it made the database.
        var half = Files.createDirectories(launcher.state().resolve("data/postgres.draft"));
        Files.writeString(half.resolve("PG_VERSION"), "18\n");
        Files.writeString(launcher.state().resolve("zhigong-state"), "made by a test\n");
        var up = launcher.process("up", "--no-build")
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start();
        await("some parts run")
                .atMost(60, SECONDS)
                .until(() -> Files.exists(launcher.state().resolve("pids/kafka"))
                        && Files.exists(launcher.state().resolve("data/postgres/postmaster.pid")));
        assertThat(half).doesNotExist();
        assertThat(processes()).isNotEmpty();
        var interrupt = new ProcessBuilder("kill", "-s", "INT", Long.toString(up.pid())).start();
        assertThat(interrupt.waitFor()).isZero();
        assertThat(up.waitFor(60, SECONDS)).isTrue();
        assertThat(up.exitValue()).isNotZero();
        assertThat(processes()).isEmpty();
    }

    @Test
    void aPartThatFailsIsNamedWithTheEndOfItsLogAndNothingStaysUp() throws Exception {
        var data = Files.createDirectories(launcher.state().resolve("data/postgres"));
        Files.setPosixFilePermissions(data, PosixFilePermissions.fromString("rwx------"));
        Files.writeString(data.resolve("PG_VERSION"), "9\n");
        Files.writeString(launcher.state().resolve("zhigong-state"), "made by a test\n");
        assertThatThrownBy(() -> launcher.run("up", "--no-build"))
                .hasMessageContaining("postgres ended before it was ready")
                .hasMessageContaining("logs/postgres.log")
                .hasMessageContaining("FATAL");
        assertThat(processes()).isEmpty();
    }

    /** Programs that were told of this stack's folder. */
    private List<String> processes() throws IOException {
        var folder = launcher.state().toString();
        try (var all = Files.newDirectoryStream(Path.of("/proc"), "[0-9]*")) {
            var found = new java.util.ArrayList<String>();
            for (var process : all) {
                var line = commandLine(process);
                if (line.contains(folder) && !line.contains("local-stack.jar")) {
                    found.add(line);
                }
            }
            return found;
        }
    }

    /** Empty for one that has ended meanwhile, or waits to be buried. */
    private static String commandLine(Path process) {
        try {
            return Files.readString(process.resolve("cmdline")).replace('\0', ' ');
        } catch (IOException _) {
            return "";
        }
    }
}
