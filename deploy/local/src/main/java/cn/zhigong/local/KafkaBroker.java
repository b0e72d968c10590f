package cn.zhigong.local;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A Kafka broker that is its own controller. */
record KafkaBroker(Checkout checkout, Path folder, Path log, int port, int controllerPort, List<Listener> listeners)
        implements Part {

    /**
     * A second way in, for a client that calls by another address and must be told to stay with it.
     *
     * @param advertised host:port
     */
    record Listener(String client, int port, String advertised) {

        private String name() {
            return client.toUpperCase(Locale.ROOT);
        }
    }

    /** After a crash the broker's old registration must expire before it listens again: about 15 s. */
    private static final Duration PATIENCE = Duration.ofSeconds(90);

    String bootstrap() {
        return "127.0.0.1:" + port;
    }

    @Override
    public String name() {
        return "kafka";
    }

    @Override
    public String address() {
        return bootstrap();
    }

    @Override
    public boolean answers() {
        return Readiness.listening(port).ready();
    }

    @Override
    public Child start(Children children) {
        try {
            Files.createDirectories(folder);
            Files.writeString(properties(), configuration());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        if (!Files.exists(folder.resolve("log/meta.properties"))) {
            children.run(format());
        }
        var program = broker();
        var child = children.start(program);
        Readiness.listening(port).await(program, child, PATIENCE);
        return child;
    }

    private Program format() {
        var command = java(
                "-Xmx128m",
                List.of(
                        "kafka.tools.StorageTool",
                        "format",
                        "-t",
                        clusterId(),
                        "-c",
                        properties().toString()));
        return new Program(
                "kafka-format", command, Map.of(), log.resolveSibling("kafka-format.log"), Program.TERMINATE);
    }

    private Program broker() {
        var command = java("-Xmx512m", List.of("kafka.Kafka", properties().toString()));
        return new Program("kafka", command, Map.of(), log, Program.TERMINATE);
    }

    private List<String> java(String heap, List<String> arguments) {
        var logging = checkout.sources().resolve("kafka/log4j2.xml");
        var classPath = "%1$s/kafka/*:%1$s/lib/*".formatted(checkout.launcher());
        var jvm = Jvm.command(heap, "-Dlog4j2.configurationFile=" + logging, "-cp", classPath);
        return Stream.concat(jvm.stream(), arguments.stream()).toList();
    }

    private Path properties() {
        return folder.resolve("server.properties");
    }

    private static String clusterId() {
        var id = UUID.randomUUID();
        var bytes = ByteBuffer.allocate(2 * Long.BYTES)
                .putLong(id.getMostSignificantBits())
                .putLong(id.getLeastSignificantBits())
                .array();
        // A leading dash would be read as an option.
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes).replace('-', '0');
    }

    private String each(Function<Listener, String> text) {
        return listeners.stream().map(listener -> "," + text.apply(listener)).collect(Collectors.joining());
    }

    String configuration() {
        return """
                process.roles=broker,controller
                node.id=1
                controller.quorum.voters=1@127.0.0.1:%2$d
                controller.listener.names=CONTROLLER
                listeners=PLAINTEXT://127.0.0.1:%1$d,CONTROLLER://127.0.0.1:%2$d%4$s
                advertised.listeners=PLAINTEXT://127.0.0.1:%1$d%5$s
                listener.security.protocol.map=PLAINTEXT:PLAINTEXT,CONTROLLER:PLAINTEXT%6$s
                log.dirs=%3$s
                # A topic exists because a service declares it, never because of a spelling mistake.
                auto.create.topics.enable=false
                num.partitions=4
                offsets.topic.num.partitions=4
                offsets.topic.replication.factor=1
                transaction.state.log.num.partitions=4
                transaction.state.log.replication.factor=1
                transaction.state.log.min.isr=1
                # One consumer per group here: waiting for more only delays the start.
                group.initial.rebalance.delay.ms=0
                log.segment.bytes=67108864
                """.formatted(
                        port,
                        controllerPort,
                        folder.resolve("log"),
                        each(listener -> "%s://127.0.0.1:%d".formatted(listener.name(), listener.port())),
                        each(listener -> "%s://%s".formatted(listener.name(), listener.advertised())),
                        each(listener -> listener.name() + ":PLAINTEXT"));
    }
}
