package cn.zhigong.local;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/** One of our own programs as a process. */
record Service(
        Component component,
        Path jar,
        Path log,
        int port,
        int managementPort,
        Map<String, String> environment,
        Http http)
        implements Part {

    private static final Duration PATIENCE = Duration.ofMinutes(2);

    boolean isBuilt() {
        return Files.exists(jar);
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
        var command = List.of(
                Checkout.java(),
                "-Xmx256m",
                "-XX:+UseSerialGC",
                "-XX:+ExitOnOutOfMemoryError",
                "-Djava.util.logging.manager=org.jboss.logmanager.LogManager",
                "-jar",
                jar.toString());
        var program = new Program(name(), command, environment, log, Program.TERMINATE);
        var child = children.start(program);
        ready().await(program, child, PATIENCE);
        return child;
    }

    @Override
    public boolean answers() {
        return ready().ready();
    }

    private Readiness ready() {
        return http.answering("http://127.0.0.1:%d/q/health/ready".formatted(managementPort));
    }
}
