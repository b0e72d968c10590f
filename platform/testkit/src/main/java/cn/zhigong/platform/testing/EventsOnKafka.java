package cn.zhigong.platform.testing;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.eclipse.microprofile.config.ConfigProvider;

/** Reads what stands on a topic, beside every consumer group. */
public final class EventsOnKafka {

    private static final Duration POLL = Duration.ofMillis(100);

    private EventsOnKafka() {}

    /**
     * An event as it was sent.
     *
     * @param headers by name
     */
    public record Sent(String key, Map<String, String> headers, String body) {

        private static Sent of(ConsumerRecord<String, byte[]> record) {
            var headers = new TreeMap<String, String>();
            record.headers().forEach(one -> headers.put(one.key(), new String(one.value(), UTF_8)));
            return new Sent(String.valueOf(record.key()), headers, new String(record.value(), UTF_8));
        }

        /** A header; empty when it is missing. */
        public String header(String name) {
            return headers.getOrDefault(name, "");
        }
    }

    /** Everything sent about one aggregate so far, in order; nothing when there is no such topic. */
    public static List<Sent> about(String topic, Object aggregateId) {
        return on(topic).stream()
                .filter(one -> one.key().equals(aggregateId.toString()))
                .toList();
    }

    /** Everything on the topic so far. */
    public static List<Sent> on(String topic) {
        try (var consumer = new KafkaConsumer<>(settings(), new StringDeserializer(), new ByteArrayDeserializer())) {
            var partitions = consumer.partitionsFor(topic).stream()
                    .map(one -> new TopicPartition(topic, one.partition()))
                    .toList();
            consumer.assign(partitions);
            consumer.seekToBeginning(partitions);
            var ends = consumer.endOffsets(partitions);
            List<Sent> sent = new ArrayList<>();
            while (partitions.stream().anyMatch(one -> consumer.position(one) < ends.getOrDefault(one, 0L))) {
                consumer.poll(POLL).forEach(record -> {
                    if (record.value() != null) {
                        sent.add(Sent.of(record));
                    }
                });
            }
            return sent;
        }
    }

    private static Map<String, Object> settings() {
        var broker = ConfigProvider.getConfig().getValue("kafka.bootstrap.servers", String.class);
        return Map.of("bootstrap.servers", broker, "allow.auto.create.topics", "false");
    }
}
