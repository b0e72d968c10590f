package cn.zhigong.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ChildrenTest {

    @TempDir
    private Path folder;

    private Program program(String name, String script) {
        return new Program(
                name, List.of("sh", "-c", script), Map.of(), folder.resolve(name + ".log"), Program.TERMINATE);
    }

    @Test
    void aProgramThatFailsIsNamedWithTheLastLinesOfItsLog() {
        var children = new Children(new PidFiles(folder.resolve("pids")));
        var failing = program("widget", "seq 1 100; echo no room on the disk; exit 3");
        assertThatThrownBy(() -> children.run(failing))
                .isInstanceOf(LocalStackException.class)
                .hasMessageContaining("widget ended with exit code 3")
                .hasMessageContaining("widget.log")
                .hasMessageContaining("no room on the disk")
                .hasMessageNotContaining("\n    50\n");
    }

    @Test
    void aServerThatEndsBeforeItIsReadyIsNamedWithTheLastLinesOfItsLog() {
        var children = new Children(new PidFiles(folder.resolve("pids")));
        var failing = program("widget", "echo the port is taken");
        var child = children.start(failing);
        Readiness never = () -> false;
        assertThatThrownBy(() -> never.await(failing, child, Duration.ofSeconds(30)))
                .hasMessageContaining("widget ended before it was ready")
                .hasMessageContaining("the port is taken");
    }

    @Test
    void closingEndsWhatRunsOnTheTerminalToo() throws Exception {
        var children = new Children(new PidFiles(folder.resolve("pids")));
        assertThat(children.runHere(new ProcessBuilder("sh", "-c", "exit 3"))).isEqualTo(3);
        var began = folder.resolve("began");
        var builder = new ProcessBuilder("sh", "-c", "touch " + began + "; exec sleep 600");
        try (var tasks = Executors.newVirtualThreadPerTaskExecutor()) {
            var ended = tasks.submit(() -> children.runHere(builder));
            while (!Files.exists(began)) {
                Child.pause();
            }
            children.close();
            assertThat(ended.get()).isNotZero();
        }
        assertThatThrownBy(() -> children.runHere(new ProcessBuilder("true"))).hasMessageContaining("true is not");
    }

    @Test
    void closingStopsEverythingAndStartsNothingAnyMore() {
        var pids = new PidFiles(folder.resolve("pids"));
        var children = new Children(pids);
        var one = children.start(program("one", "exec sleep 600"));
        var two = children.start(program("two", "exec sleep 600"));
        assertThat(pids.allRunning()).extracting(Child::pid).containsExactlyInAnyOrder(one.pid(), two.pid());
        children.close();
        assertThat(pids.allRunning()).isEmpty();
        assertThatThrownBy(() -> children.start(program("three", "exec sleep 600")))
                .hasMessageContaining("three is not started");
    }
}
