package cn.zhigong.platform.event;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.smallrye.common.annotation.Identifier;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Consumer;
import org.apache.kafka.clients.consumer.CloseOptions;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.RetriableException;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;

/** Reads a topic from its first event to the newest one of this moment, leaving no trace at the broker. */
@Singleton
public class WholeTopic {

    private static final Duration PATIENCE = Duration.ofSeconds(5);

    /** The broker does not answer, or stopped answering in the middle. */
    public static class Unavailable extends RuntimeException {

        Unavailable(String topic, Throwable cause) {
            super("Topic " + topic + " cannot be read", cause);
        }

        Unavailable(String topic) {
            super("Topic " + topic + " cannot be read to its end");
        }
    }

    private final Map<String, Object> connection;

    WholeTopic(@Identifier("default-kafka-broker") Map<String, Object> connection) {
        this.connection = connection;
    }

    /**
     * Gives the body of every event of a topic, those of one key in the order in which they were published; nothing
     * where there is no such topic.
     *
     * @throws Unavailable when the broker does not answer for {@code PATIENCE}
     */
    public void read(String topic, Consumer<String> body) {
        // The connection is closed with a limit of its own: a broker that hangs would hold it for half a minute.
        var consumer = new KafkaConsumer<>(settings(), new StringDeserializer(), new ByteArrayDeserializer());
        try {
            var partitions = consumer.partitionsFor(topic, PATIENCE).stream()
                    .map(partition -> new TopicPartition(topic, partition.partition()))
                    .toList();
            consumer.assign(partitions);
            consumer.seekToBeginning(partitions);
            readTo(consumer.endOffsets(partitions, PATIENCE), consumer, topic, body);
        } catch (RetriableException e) {
            throw new Unavailable(topic, e);
        } finally {
            consumer.close(CloseOptions.timeout(Duration.ofSeconds(1)));
        }
    }

    private static void readTo(
            Map<TopicPartition, Long> ends,
            KafkaConsumer<String, byte[]> consumer,
            String topic,
            Consumer<String> body) {
        while (!reached(ends, consumer)) {
            var records = consumer.poll(PATIENCE);
            if (records.isEmpty() && !reached(ends, consumer)) {
                throw new Unavailable(topic);
            }
            for (var record : records) {
                if (record.value() != null) {
                    body.accept(new String(record.value(), UTF_8));
                }
            }
        }
    }

    private static boolean reached(Map<TopicPartition, Long> ends, KafkaConsumer<String, byte[]> consumer) {
        return ends.entrySet().stream().allMatch(end -> consumer.position(end.getKey(), PATIENCE) >= end.getValue());
    }

    private Map<String, Object> settings() {
        var settings = new HashMap<>(connection);
        settings.put(ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, false);
        settings.put(ConsumerConfig.ALLOW_AUTO_CREATE_TOPICS_CONFIG, false);
        return settings;
    }
}
