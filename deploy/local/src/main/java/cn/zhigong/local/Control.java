package cn.zhigong.local;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.function.Consumer;

/** What is done to a stack that was brought up: look at it, take parts away and bring them back, end it. */
record Control(Checkout checkout, StateFolder state) {

    private static final Duration PATIENCE = Duration.ofSeconds(25);
    private static final int LOG_LINES = 100;

    void down() {
        if (!state.isOurs()) {
            System.out.println("Nothing is running.");
            return;
        }
        locked(this::stopEverything);
    }

    /** Under one lock, or an "up" in between would lose its files. */
    void clean() {
        if (!state.isOurs()) {
            System.out.println("Nothing is running.");
            state.delete(checkout.cache());
            return;
        }
        locked(() -> {
            stopEverything();
            state.delete(checkout.cache());
        });
    }

    private void stopEverything() {
        var pids = state.pids();
        boolean any = !pids.allRunning().isEmpty();
        var kafka = pids.running(Stack.KAFKA);
        var postgres = pids.running(Stack.POSTGRES);
        // Those that write end first, then what they write to.
        stopAll(pids.allRunning().stream()
                .filter(child -> !kafka.equals(Optional.of(child)))
                .filter(child -> !postgres.equals(Optional.of(child)))
                .toList());
        stopAll(kafka.stream().toList());
        stopAll(postgres.stream().toList());
        System.out.println(any ? "Stopped." : "Nothing is running.");
    }

    void kill(String name) {
        locked(() -> running(name).kill());
    }

    void start(String name) {
        locked(() -> startHere(name));
    }

    void restart(String name) {
        locked(() -> {
            state.pids().running(name).ifPresent(child -> child.stop(PATIENCE));
            startHere(name);
        });
    }

    private void startHere(String name) {
        if (state.pids().running(name).isPresent()) {
            throw new LocalStackException(name + " is running");
        }
        var part = Stack.stored(checkout, state).part(name);
        var children = new Children(state.pids());
        Shutdown.hook(children::close);
        try {
            var _ = part.start(children);
            children.release();
        } catch (LocalStackException e) {
            children.close();
            throw e;
        }
    }

    private Child running(String name) {
        return state.pids()
                .running(name)
                .orElseThrow(() -> new LocalStackException("%s is not running".formatted(name)));
    }

    /** True when every part runs and answers. */
    boolean status() {
        if (!state.isOurs()) {
            System.out.println("Nothing was started here: run make up");
            return false;
        }
        boolean good = true;
        System.out.printf("%-12s %-10s %8s %8s  %s%n", "part", "state", "pid", "memory", "address");
        for (var part : Stack.stored(checkout, state).parts()) {
            var child = state.pids().running(part.name());
            boolean answers = child.isPresent() && part.answers();
            var condition = child.isEmpty() ? "stopped" : answers ? "ready" : "no answer";
            var pid = child.map(it -> Long.toString(it.pid())).orElse("-");
            var memory = child.map(it -> Memory.megabytes(it.pid()) + " MB").orElse("-");
            System.out.printf("%-12s %-10s %8s %8s  %s%n", part.name(), condition, pid, memory, part.address());
            good &= answers;
        }
        return good;
    }

    void logs(List<String> names, boolean follow) {
        var logs = names.isEmpty() ? allLogs() : names.stream().map(state::log).toList();
        for (var log : logs) {
            if (!Files.exists(log)) {
                throw new LocalStackException("There is no log " + log);
            }
        }
        if (follow) {
            follow(logs);
            return;
        }
        for (var log : logs) {
            System.out.printf("==> %s%n%s%n", log, Failure.lastLines(log, names.isEmpty() ? 20 : LOG_LINES));
        }
    }

    private List<Path> allLogs() {
        var folder = state.path().resolve("logs");
        if (!Files.isDirectory(folder)) {
            throw new LocalStackException("There are no logs in " + state.path());
        }
        try (var files = Files.list(folder)) {
            return files.filter(file -> file.toString().endsWith(".log"))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void follow(List<Path> logs) {
        var command = new java.util.ArrayList<>(List.of("tail", "-n", "20", "-F"));
        logs.forEach(log -> command.add(log.toString()));
        try {
            var tail = new ProcessBuilder(command)
                    .redirectError(ProcessBuilder.Redirect.INHERIT)
                    .start();
            tail.inputReader().lines().map(LogLine::readable).forEach(System.out::println);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void stopAll(List<Child> children) {
        Consumer<Child> stop = child -> child.stop(PATIENCE);
        try (var tasks = Executors.newVirtualThreadPerTaskExecutor()) {
            children.stream()
                    .map(child -> tasks.submit(() -> stop.accept(child)))
                    .toList()
                    .forEach(Tasks::result);
        }
    }

    private void locked(Runnable change) {
        if (!state.isOurs()) {
            throw new LocalStackException("Nothing was started here: run make up");
        }
        try (var _ = state.lock()) {
            change.run();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
