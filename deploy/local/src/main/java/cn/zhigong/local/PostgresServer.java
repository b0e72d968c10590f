package cn.zhigong.local;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * A PostgreSQL cluster of our own.
 *
 * @param folder where the cluster's files are
 * @param durability whether a commit survives a crash of the machine; off only for tests that start afresh
 */
record PostgresServer(
        Path distribution, Path folder, Path log, int port, String password, PostgresServer.Durability durability)
        implements Part {

    enum Durability {
        DURABLE,
        DISPOSABLE
    }

    static final String SUPERUSER = "postgres";
    private static final String ROOT = "root";

    /** After a crash the last processes of the old server need a moment to notice; until then a start is refused. */
    private static final Duration RESTART_PATIENCE = Duration.ofSeconds(30);

    static Path unpack(Checkout checkout) {
        var jar = checkout.server("postgres");
        var name = jar.getFileName().toString().replace(".jar", "");
        return Archives.once(checkout.cache().resolve(name), draft -> Archives.unpackTxzInJar(jar, draft));
    }

    Database superuser() {
        return new Database("127.0.0.1", port, "postgres", SUPERUSER, password);
    }

    @Override
    public String name() {
        return "postgres";
    }

    @Override
    public String address() {
        return "127.0.0.1:" + port;
    }

    @Override
    public boolean answers() {
        return superuser().answers();
    }

    @Override
    public Child start(Children children) {
        if (!Files.exists(folder.resolve("PG_VERSION"))) {
            initialise(children);
        }
        forgetRecycledPid();
        write(folder.resolve("postgresql.conf"), configuration());
        var program = new Program(
                "postgres",
                asOrdinaryUser("postgres", "-D", folder.toString()),
                Map.of(),
                log,
                // "Fast" shutdown; TERM would wait until the last client leaves.
                Program.INTERRUPT);
        var deadline = System.nanoTime() + RESTART_PATIENCE.toNanos();
        while (true) {
            var child = children.start(program);
            while (child.alive()) {
                if (superuser().answers()) {
                    return child;
                }
                if (System.nanoTime() > deadline) {
                    throw Failure.of(program, "did not answer within " + RESTART_PATIENCE.toSeconds() + " s");
                }
                Child.pause();
            }
            if (System.nanoTime() > deadline || !heldByFormerServer()) {
                throw Failure.of(program, "ended before it was ready");
            }
        }
    }

    /**
     * After a crash of the machine the lock file may name a process that is something else by now; PostgreSQL would
     * refuse to start. In every other case the lock stays: it is what keeps a new server from the shared memory of an
     * old one's last processes.
     */
    private void forgetRecycledPid() {
        var file = folder.resolve("postmaster.pid");
        try (var lines = Files.lines(file)) {
            var pid = lines.findFirst().map(String::strip).map(Long::valueOf);
            boolean recycled = pid.flatMap(ProcessHandle::of)
                    .flatMap(process -> process.info().command())
                    .filter(command -> !command.endsWith("/postgres"))
                    .isPresent();
            if (recycled) {
                Files.deleteIfExists(file);
            }
        } catch (NoSuchFileException _) {
            // The last server ended in good order.
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private boolean heldByFormerServer() {
        var end = Failure.lastLines(log, 10);
        return end.contains("postmaster.pid") || end.contains("pre-existing shared memory");
    }

    private void initialise(Children children) {
        Archives.deleteTree(folder);
        Archives.deleteTree(draft());
        try {
            Files.createDirectories(folder.getParent());
            var passwordFile = Files.createTempFile(folder.getParent(), "password", "");
            try {
                Files.writeString(passwordFile, password);
                children.run(initdb(passwordFile));
                Files.move(draft(), folder, StandardCopyOption.ATOMIC_MOVE);
            } finally {
                Files.delete(passwordFile);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Where a cluster is made: PG_VERSION is among the first files, so half a cluster would look like a whole one. */
    private Path draft() {
        return folder.resolveSibling(folder.getFileName() + ".draft");
    }

    private Program initdb(Path passwordFile) {
        var command = asOrdinaryUser(
                "initdb",
                "--pgdata=" + draft(),
                "--username=" + SUPERUSER,
                "--pwfile=" + passwordFile,
                "--auth=scram-sha-256",
                "--encoding=UTF8",
                "--locale-provider=builtin",
                "--locale=C.UTF-8",
                "--no-sync");
        return new Program("initdb", command, Map.of(), log.resolveSibling("initdb.log"), Program.TERMINATE);
    }

    /** PostgreSQL refuses to run as root; in a user namespace root is nobody. */
    private List<String> asOrdinaryUser(String program, String... arguments) {
        var command = new ArrayList<String>();
        if (ROOT.equals(System.getProperty("user.name"))) {
            command.addAll(List.of("unshare", "-U"));
        }
        command.add(distribution.resolve("bin").resolve(program).toString());
        command.addAll(List.of(arguments));
        return command;
    }

    /** Sized for a developer's machine of two cores that also runs everything else. */
    private String configuration() {
        var onOff = durability == Durability.DURABLE ? "on" : "off";
        return """
                listen_addresses = '127.0.0.1'
                port = %d
                unix_socket_directories = ''
                max_connections = 200
                shared_buffers = 256MB
                effective_cache_size = 2GB
                work_mem = 8MB
                maintenance_work_mem = 128MB
                max_wal_size = 2GB
                random_page_cost = 1.1
                # After a crash: one call instead of one for each of some thousand files.
                recovery_init_sync_method = syncfs
                jit = off
                fsync = %s
                synchronous_commit = %s
                full_page_writes = %s
                password_encryption = 'scram-sha-256'
                timezone = 'UTC'
                log_timezone = 'UTC'
                log_line_prefix = '%%m [%%p] %%d '
                # A failing statement is logged without its values: they can be personal.
                log_parameter_max_length = 0
                log_parameter_max_length_on_error = 0
                log_error_verbosity = terse
                """.formatted(port, onOff, onOff, onOff);
    }

    private static void write(Path file, String text) {
        try {
            Files.writeString(file, text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
