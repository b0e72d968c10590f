package cn.zhigong.membership;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.eclipse.microprofile.config.ConfigProvider;

/** What this service really sent: reads its topics from the broker. */
public final class PublishedEvents {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private PublishedEvents() {}

    /** An event as it was sent. */
    public record Sent(String type, JsonNode body) {}

    /** The first {@code count} events of one aggregate, in order; fails when they do not come. */
    public static List<Sent> of(String topic, UUID aggregate, int count) {
        Map<String, Object> settings = Map.of(
                "bootstrap.servers",
                ConfigProvider.getConfig().getValue("kafka.bootstrap.servers", String.class),
                "auto.offset.reset",
                "earliest",
                "group.id",
                "test-" + UUID.randomUUID());
        List<Sent> found = new ArrayList<>();
        var end = System.nanoTime() + PATIENCE.toNanos();
        try (var consumer = new KafkaConsumer<>(settings, new StringDeserializer(), new ByteArrayDeserializer())) {
            var partitions = consumer.partitionsFor(topic).stream()
                    .map(partition -> new TopicPartition(topic, partition.partition()))
                    .toList();
            consumer.assign(partitions);
            consumer.seekToBeginning(partitions);
            while (found.size() < count && System.nanoTime() < end) {
                for (var sent : consumer.poll(Duration.ofMillis(200))) {
                    if (aggregate.toString().equals(sent.key())) {
                        found.add(sent(sent));
                    }
                }
            }
        }
        assertThat(found).as("events of %s on %s", aggregate, topic).hasSizeGreaterThanOrEqualTo(count);
        return found;
    }

    private static Sent sent(ConsumerRecord<String, byte[]> sent) {
        try {
            var type = new String(sent.headers().lastHeader("ce_type").value(), UTF_8);
            return new Sent(type, JSON.readTree(sent.value()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * Compares a body with the approved one of that name in {@code events/}: the same fields and values, ids and times
     * apart, and those of {@code free}, which must be there but may differ.
     */
    public static void assertApproved(String name, JsonNode body, String... free) {
        try {
            var approved = JSON.readTree(Path.of("events", name + ".json").toFile());
            assertThat(normalised(body, Set.of(free))).isEqualTo(normalised(approved, Set.of(free)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static JsonNode normalised(JsonNode body, Set<String> free) {
        ObjectNode result = body.deepCopy();
        body.properties().forEach(field -> {
            var value = field.getValue();
            if (free.contains(field.getKey())) {
                result.set(field.getKey(), TextNode.valueOf("any " + value.getNodeType()));
            } else if (value.isTextual()) {
                result.put(field.getKey(), normalised(value.textValue()));
            }
        });
        return result;
    }

    private static String normalised(String text) {
        if (text.matches("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}")) {
            return "an id";
        }
        try {
            return Instant.parse(text).equals(Instant.MIN) ? text : "a time";
        } catch (DateTimeParseException other) {
            return text;
        }
    }
}
