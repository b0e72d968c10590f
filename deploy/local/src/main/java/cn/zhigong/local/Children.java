package cn.zhigong.local;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The processes started by this run of the launcher, so that a failure or Ctrl-C can take all of them back. */
final class Children {

    private static final Duration PATIENCE = Duration.ofSeconds(20);

    /** What servers may see of our environment: the rest would make their behaviour depend on the terminal. */
    private static final Set<String> INHERITED = Set.of("PATH", "HOME", "TMPDIR", "USER");

    private final PidFiles register;
    private final List<Child> started = new ArrayList<>();
    private boolean closed;

    Children(PidFiles register) {
        this.register = register;
    }

    /**
     * Starts the program in a session of its own: Ctrl-C in the terminal is for the launcher to act on, not for the
     * servers.
     */
    Child start(Program program) {
        return Child.of(launch(program), program.stopSignal());
    }

    /** Runs a program to its end and fails when it fails. */
    void run(Program program) {
        int exit = launch(program).onExit().join().exitValue();
        if (exit != 0) {
            throw Failure.of(program, "ended with exit code " + exit);
        }
    }

    /** Runs a command on this terminal to its end, which {@link #close} may bring about; its exit code. */
    int runHere(ProcessBuilder builder) {
        return launchHere(builder).onExit().join().exitValue();
    }

    private synchronized Process launchHere(ProcessBuilder builder) {
        requireOpen(builder.command().getFirst());
        try {
            var process = builder.inheritIO().start();
            started.add(Child.of(process, Program.TERMINATE));
            return process;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void requireOpen(String name) {
        if (closed) {
            throw new LocalStackException("Stopping, so %s is not started".formatted(name));
        }
    }

    private synchronized Process launch(Program program) {
        requireOpen(program.name());
        var command = new ArrayList<String>();
        command.add("setsid");
        command.addAll(program.command());
        try {
            keepLastLog(program.log());
            var builder = new ProcessBuilder(command)
                    .redirectErrorStream(true)
                    .redirectOutput(program.log().toFile());
            cleanEnvironment(builder.environment(), program.environment());
            var process = builder.start();
            process.getOutputStream().close();
            var child = Child.of(process, program.stopSignal());
            started.add(child);
            register.write(program.name(), child);
            return process;
        } catch (IOException e) {
            throw new UncheckedIOException("Could not start " + program.name(), e);
        }
    }

    /** Lets everything run on after this launcher has ended. */
    synchronized void release() {
        started.clear();
    }

    /** Stops everything, last started first, and starts nothing any more. */
    void close() {
        List<Child> all;
        synchronized (this) {
            closed = true;
            all = started.reversed();
        }
        for (var child : all) {
            child.stop(PATIENCE);
        }
    }

    private static void keepLastLog(Path log) throws IOException {
        Files.createDirectories(log.getParent());
        if (Files.exists(log)) {
            Files.move(log, log.resolveSibling(log.getFileName() + ".1"), StandardCopyOption.REPLACE_EXISTING);
        }
    }

    private static void cleanEnvironment(Map<String, String> environment, Map<String, String> ours) {
        environment.keySet().retainAll(INHERITED);
        environment.put("LC_ALL", "C.UTF-8");
        environment.put("TZ", "UTC");
        environment.putAll(ours);
    }
}
