package cn.zhigong.systemtests.stack;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * bin/zhigong for one state folder; deploy/local/README.md describes its commands.
 *
 * @param checkout the root of the repository
 * @param links what an "up" is told to put between the parts
 */
record Launcher(Path checkout, Path state, String links) {

    /** Anything else, a JDBC address for instance, could make the launcher replace a part of the stack. */
    private static final Set<String> INHERITED = Set.of("PATH", "HOME", "USER", "TMPDIR", "JAVA_HOME");

    /** Of a stack whose parts call each other directly. */
    Launcher(Path checkout, Path state) {
        this(checkout, state, "");
    }

    /** Tests run in the folder of a module or, from an editor, in the root. */
    static Path findCheckout() {
        var folder = Path.of("").toAbsolutePath();
        while (!Files.exists(folder.resolve("bin/zhigong"))) {
            folder = folder.getParent();
            if (folder == null) {
                throw new IllegalStateException("Run the system tests inside the repository");
            }
        }
        return folder;
    }

    /** What the command printed. Fails with that when the command fails. */
    String run(String... words) {
        return run(process(words));
    }

    private static String run(ProcessBuilder command) {
        try {
            var process = command.redirectErrorStream(true).start();
            process.getOutputStream().close();
            var output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            if (process.onExit().join().exitValue() != 0) {
                throw new IllegalStateException(
                        "%s failed:%n%s".formatted(String.join(" ", command.command()), output));
            }
            return output.strip();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Starts a part that ends by itself at a point of the chassis; that can be before it was ready. */
    void startToCrash(String part, String point) {
        var command = process("start", part);
        command.environment().put("ZHIGONG_FAULTS_CRASH_AT", point);
        try {
            var _ = run(command);
        } catch (IllegalStateException e) {
            if (!String.valueOf(e.getMessage()).contains("ended before it was ready")) {
                throw e;
            }
        }
    }

    ProcessBuilder process(String... words) {
        // What a shell starts in the background ignores Ctrl-C, and so would all that it starts in turn.
        var command = new ArrayList<>(List.of(
                "env",
                "--default-signal=INT",
                checkout.resolve("bin/zhigong").toString(),
                "--state",
                state.toString()));
        command.addAll(List.of(words));
        var builder = new ProcessBuilder(command).directory(checkout.toFile());
        builder.environment().keySet().retainAll(INHERITED);
        builder.environment().put("ZHIGONG_LINKS", links);
        return builder;
    }

    /**
     * Stops the stack when this JVM is gone, however it went: Ctrl-C, a killed build. Lives in a session of its own,
     * where neither reaches it.
     */
    void stopWhenThisProcessEnds() {
        var script = "while kill -0 \"$1\" 2>/dev/null; do sleep 1; done; exec \"$0\" --state \"$2\" down";
        var builder = process();
        builder.command(
                        "setsid",
                        "sh",
                        "-c",
                        script,
                        checkout.resolve("bin/zhigong").toString(),
                        Long.toString(ProcessHandle.current().pid()),
                        state.toString())
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD);
        try {
            builder.start().getOutputStream().close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
