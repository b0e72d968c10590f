package cn.zhigong.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;

/** A local stack of the benchmark's own, driven through bin/zhigong. Ends with the benchmark; its data goes with it. */
final class Stack implements AutoCloseable {

    static final String POSTGRES = "postgres";
    static final String KAFKA = "kafka";
    static final String MEMBERSHIP = "membership";
    static final String COMPETITION = "competition";

    /** The launcher's setting for how far the JVMs compile; speed is measured with all they have. */
    static final String COMPILER = "ZHIGONG_COMPILER";

    private final Path root;
    private final Path state;
    private final Thread onInterrupt = new Thread(this::downIfUp);

    Stack(Path root) {
        this.root = root;
        this.state = root.resolve(".local/bench");
        Runtime.getRuntime().addShutdownHook(onInterrupt);
    }

    Path root() {
        return root;
    }

    Path log(String part) {
        return state.resolve("logs").resolve(part + ".log");
    }

    /** The launcher takes its replacements from the environment; those of the caller's own stack must not leak in. */
    void up(Map<String, String> environment) {
        System.err.println("Starting the stack in " + root.relativize(state));
        var clean = new LinkedHashMap<String, String>();
        for (var name : List.of("ISSUER_URL", "KAFKA_BOOTSTRAP", "EXTERNAL_DATABASE_URL", "ZHIGONG_STATE")) {
            clean.put(name, "");
        }
        for (var part : List.of("MEMBERSHIP", "COMPETITION", "TRAINING", "RIGHTS", "GATEWAY")) {
            clean.put(part + "_URL", "");
            clean.put(part + "_MANAGEMENT_URL", "");
        }
        clean.putAll(environment);
        call(clean, "up");
    }

    void down() {
        call("down");
    }

    /** Stops it and deletes its data; nothing happens when there is none. */
    void clean() {
        if (exists()) {
            call("clean");
        }
    }

    private void downIfUp() {
        if (exists()) {
            down();
        }
    }

    private boolean exists() {
        return Files.exists(state.resolve("secrets"));
    }

    void kill(String part) {
        call("kill", part);
    }

    void start(String part) {
        call("start", part);
    }

    void restart(String part) {
        call("restart", part);
    }

    /** A database of the stack, as the user who may do everything: have the server read files, for one. */
    Database asSuperuser(String variable) {
        return Database.at(
                address("DATABASE_URL"), URI.create(address(variable)).getPath().substring(1));
    }

    /** Where everything is: the stack's env file. */
    String address(String variable) {
        return Optional.ofNullable(env().get(variable))
                .orElseThrow(() -> new BenchException("The stack's env file does not tell " + variable));
    }

    /** One of the stack's databases, by the variable of the env file that names it. */
    Database database(String variable) {
        return Database.at(address(variable));
    }

    /** Before a leg, so that none pays for what the one before left unwritten. */
    void checkpoint() {
        try (var cluster = database("DATABASE_URL")) {
            cluster.run("checkpoint");
        }
    }

    private ProcessCost process(String part) {
        return Optional.ofNullable(running().get(part)).orElseThrow(() -> new BenchException(part + " does not run"));
    }

    /** Those of some parts. */
    SequencedMap<String, ProcessCost> processes(String... parts) {
        var processes = new LinkedHashMap<String, ProcessCost>();
        for (var part : parts) {
            processes.put(part, process(part));
        }
        return processes;
    }

    /** The processes that run, by the part's name. */
    SequencedMap<String, ProcessCost> running() {
        try (var files = Files.list(state.resolve("pids"))) {
            var processes = new LinkedHashMap<String, ProcessCost>();
            for (var file : files.sorted().toList()) {
                var pid = Long.parseLong(Files.readString(file).split(" ", -1)[0]);
                if (ProcessHandle.of(pid).isPresent()) {
                    processes.put(file.getFileName().toString(), new ProcessCost(pid));
                }
            }
            return processes;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Map<String, String> env() {
        try {
            var values = new LinkedHashMap<String, String>();
            for (var line : Files.readAllLines(state.resolve("env"))) {
                var equals = line.indexOf('=');
                if (equals > 0) {
                    values.put(line.substring(0, equals), line.substring(equals + 1));
                }
            }
            return values;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void call(String... words) {
        call(Map.of("ZHIGONG_STATE", ""), words);
    }

    private void call(Map<String, String> environment, String... words) {
        var command = new ArrayList<>(List.of(root.resolve("bin/zhigong").toString(), "--state", state.toString()));
        command.addAll(List.of(words));
        var settings = new LinkedHashMap<>(Map.of(COMPILER, "full"));
        settings.putAll(environment);
        var _ = Command.run(root, settings, command);
    }

    @Override
    public void close() {
        var _ = Runtime.getRuntime().removeShutdownHook(onInterrupt);
        downIfUp();
    }
}
