package cn.zhigong.local;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Runs a command, the tests as a rule, with a fresh PostgreSQL and a fresh Kafka that end with it. */
final class WithInfra {

    private static final String KEYCLOAK = "--keycloak";

    /** The chassis' own tests have one too. */
    private static final List<String> DATABASES = Stream.concat(
                    Stream.of("platform"), Component.ALL.stream().map(Component::name))
            .toList();

    private static final Duration COMMAND_PATIENCE = Duration.ofSeconds(15);

    private final Checkout checkout;
    private final Path folder;
    private final Children children;
    private final Ports ports = new Ports(Ports::isFree);
    private volatile @Nullable Process command;

    private WithInfra(Checkout checkout, Path folder) {
        this.checkout = checkout;
        this.folder = folder;
        this.children = new Children(new PidFiles(folder.resolve("pids")));
    }

    /** The exit code of the command. */
    static int run(Checkout checkout, List<String> words) {
        var startsAStack = !words.isEmpty() && words.getFirst().equals(KEYCLOAK);
        var command = startsAStack ? words.subList(1, words.size()) : words;
        if (command.isEmpty()) {
            throw new LocalStackException("Usage: bin/zhigong with-infra [--keycloak] COMMAND...");
        }
        var folder = TestRuns.begin(checkout.root().resolve(".local/test"));
        var infra = new WithInfra(checkout, folder);
        Shutdown.hook(infra::end);
        if (startsAStack) {
            infra.prepareKeycloak();
        }
        return infra.runWith(command);
    }

    private int runWith(List<String> command) {
        var password = Secrets.password();
        var postgres = new PostgresServer(
                PostgresServer.unpack(checkout),
                folder.resolve("postgres"),
                folder.resolve("postgres.log"),
                ports.choose(),
                password,
                PostgresServer.Durability.DISPOSABLE);
        var kafka = new KafkaBroker(
                checkout,
                folder.resolve("kafka"),
                folder.resolve("kafka.log"),
                ports.choose(),
                ports.choose(),
                List.of());
        try (var tasks = Executors.newVirtualThreadPerTaskExecutor()) {
            var broker = tasks.submit(() -> kafka.start(children));
            var _ = postgres.start(children);
            for (var name : DATABASES) {
                var admin = postgres.superuser();
                admin.provide(admin.as(name, name, password));
            }
            Tasks.result(broker);
        }
        var environment = Map.of(
                "TEST_POSTGRES",
                "127.0.0.1:" + postgres.port(),
                "TEST_POSTGRES_USER",
                PostgresServer.SUPERUSER,
                "TEST_POSTGRES_PASSWORD",
                password,
                "TEST_KAFKA",
                kafka.bootstrap());
        return runCommand(command, environment);
    }

    /** Beside the command, which will start a stack later: what takes longest of that is done by then. */
    private void prepareKeycloak() {
        var _ = Thread.startVirtualThread(() -> {
            try {
                KeycloakServer.prepare(checkout, children, folder.resolve("keycloak-build.log"));
            } catch (RuntimeException e) {
                // The stack that needs it does it again, and says why it cannot.
            }
        });
    }

    private int runCommand(List<String> words, Map<String, String> environment) {
        var builder = new ProcessBuilder(words).inheritIO();
        builder.environment().putAll(environment);
        try {
            var process = builder.start();
            command = process;
            return process.onExit().join().exitValue();
        } catch (IOException e) {
            throw new LocalStackException("Could not run %s: %s".formatted(words.getFirst(), e.getMessage()), e);
        }
    }

    /** Ctrl-C reaches the command too; whoever signals only the launcher means both. */
    private static void endCommand(Process process) {
        process.descendants().forEach(ProcessHandle::destroy);
        process.destroy();
        try {
            if (!process.waitFor(COMMAND_PATIENCE.toSeconds(), TimeUnit.SECONDS)) {
                process.descendants().forEach(ProcessHandle::destroyForcibly);
                process.destroyForcibly().onExit().join();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void end() {
        var running = command;
        if (running != null) {
            endCommand(running);
        }
        children.close();
        try {
            TestRuns.end(folder);
        } catch (UncheckedIOException e) {
            System.err.printf("Could not delete %s: %s%n", folder, e.getMessage());
        }
    }
}
