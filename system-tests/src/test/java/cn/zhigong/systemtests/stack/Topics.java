package cn.zhigong.systemtests.stack;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Predicate;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;

/** What stands in the broker's topics. */
public record Topics(String bootstrap) {

    /** One message, its bytes read as text. */
    public record Message(String topic, String key, String value, Map<String, String> headers) {

        /** The CloudEvents type; empty for what is no event. */
        public String type() {
            return headers.getOrDefault("ce_type", "");
        }
    }

    /** Every message of every topic of ours from the beginning. */
    public List<Message> all() {
        return read(topic -> !topic.startsWith("__"));
    }

    /** Every message of one topic from the beginning. */
    public List<Message> of(String name) {
        return read(name::equals);
    }

    private List<Message> read(Predicate<String> wanted) {
        var messages = new ArrayList<Message>();
        try (var consumer = new KafkaConsumer<>(
                Map.<String, Object>of("bootstrap.servers", bootstrap, "auto.offset.reset", "earliest"),
                new ByteArrayDeserializer(),
                new ByteArrayDeserializer())) {
            var partitions = consumer.listTopics(Duration.ofSeconds(20)).values().stream()
                    .flatMap(List::stream)
                    .filter(it -> wanted.test(it.topic()))
                    .map(it -> new TopicPartition(it.topic(), it.partition()))
                    .toList();
            consumer.assign(partitions);
            consumer.seekToBeginning(partitions);
            var ends = consumer.endOffsets(partitions);
            while (partitions.stream().anyMatch(it -> consumer.position(it) < ends.getOrDefault(it, 0L))) {
                consumer.poll(Duration.ofMillis(200)).forEach(record -> messages.add(message(record)));
            }
        }
        return messages;
    }

    private static Message message(ConsumerRecord<byte[], byte[]> record) {
        var headers = new TreeMap<String, String>();
        record.headers().forEach(header -> headers.put(header.key(), text(header.value())));
        return new Message(record.topic(), text(record.key()), text(record.value()), headers);
    }

    private static String text(byte @org.jspecify.annotations.Nullable [] bytes) {
        return bytes == null ? "" : new String(bytes, StandardCharsets.UTF_8);
    }
}
