package cn.zhigong.local;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;

/**
 * One of our own programs as a process.
 *
 * @param built the program as Maven builds it
 * @param program the folder it is copied to and run from
 */
record Service(
        Component component,
        Path built,
        Path program,
        Path log,
        int port,
        int managementPort,
        Map<String, String> environment,
        Http http)
        implements Part {

    private static final String JAR = "quarkus-run.jar";
    private static final Duration PATIENCE = Duration.ofMinutes(2);

    boolean isBuilt() {
        return Files.exists(built.resolve(JAR));
    }

    @Override
    public String name() {
        return component.name();
    }

    @Override
    public String address() {
        return "http://127.0.0.1:" + port;
    }

    @Override
    public Child start(Children children) {
        copyProgram();
        var command = Jvm.command(
                "-Xmx256m",
                "-XX:+ExitOnOutOfMemoryError",
                "-Djava.util.logging.manager=org.jboss.logmanager.LogManager",
                "-jar",
                program.resolve(JAR).toString());
        var server = new Program(name(), command, environment, log, Program.TERMINATE);
        var child = children.start(server);
        ready().await(server, child, PATIENCE);
        return child;
    }

    /** A running program must not lose the files under it when the next build replaces them. */
    private void copyProgram() {
        Archives.deleteTree(program);
        Archives.copyTree(built, program);
    }

    /** Whether the process was started before the program was last built. */
    boolean isOutdated(Child child) {
        try {
            return child.started()
                    .isBefore(Files.getLastModifiedTime(built.resolve(JAR)).toInstant());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public boolean answers() {
        return ready().ready();
    }

    private Readiness ready() {
        return http.answering("http://127.0.0.1:%d/q/health/ready".formatted(managementPort));
    }
}
