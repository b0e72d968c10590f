package cn.zhigong.systemtests.stack;

import static java.util.concurrent.TimeUnit.SECONDS;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;

/** The processes behind the parts of a stack, by the numbers that the launcher keeps. */
public record Processes(Path pids) {

    /** Sends a signal, {@code TERM} for instance, to a part's own process. */
    public void signal(String part, String signal) {
        send(signal, Stream.of(process(part)));
    }

    /** Sends a signal to a part's process and all that it started: a database has one for each connection. */
    public void signalAll(String part, String signal) {
        var process = process(part);
        send(signal, Stream.concat(Stream.of(process), process.descendants()));
    }

    /** Kills one process by its number. */
    public void kill(long pid) {
        send("KILL", ProcessHandle.of(pid).stream());
    }

    /** Whether the part's process ends within this time, or has ended already. */
    public boolean endsWithin(String part, int seconds) {
        try {
            for (var process : ProcessHandle.of(pid(part)).stream().toList()) {
                var _ = process.onExit().get(seconds, SECONDS);
            }
            return true;
        } catch (java.util.concurrent.TimeoutException e) {
            return false;
        } catch (java.util.concurrent.ExecutionException e) {
            throw new IllegalStateException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    /** Whether the part has a process; a run that broke off may have left it killed. */
    boolean runs(String part) {
        return Files.exists(pids.resolve(part)) && ProcessHandle.of(pid(part)).isPresent();
    }

    private ProcessHandle process(String part) {
        return ProcessHandle.of(pid(part)).orElseThrow(() -> new IllegalStateException(part + " does not run"));
    }

    private long pid(String part) {
        try {
            return Long.parseLong(Files.readString(pids.resolve(part)).split(" ", 2)[0]);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void send(String signal, Stream<ProcessHandle> processes) {
        var command = new java.util.ArrayList<>(java.util.List.of("kill", "-s", signal));
        processes.map(it -> Long.toString(it.pid())).forEach(command::add);
        try {
            // A child may have ended by itself meanwhile, so the exit code says nothing.
            new ProcessBuilder(command).start().onExit().join();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
