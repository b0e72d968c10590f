package cn.zhigong.systemtests.stack;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.awaitility.Awaitility.await;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ExecutionException;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.MemberToRemove;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.admin.RemoveMembersFromConsumerGroupOptions;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.GroupState;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.jspecify.annotations.Nullable;

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

    /** Writes a record past all services; headers as CloudEvents has them. */
    public void send(String topic, String key, byte[] value, Map<String, String> headers) {
        try (var producer = new KafkaProducer<>(
                Map.<String, Object>of("bootstrap.servers", bootstrap, "acks", "all", "max.request.size", 2_000_000),
                new ByteArraySerializer(),
                new ByteArraySerializer())) {
            var record = new ProducerRecord<>(topic, key.getBytes(StandardCharsets.UTF_8), value);
            headers.forEach((name, text) -> record.headers().add(name, text.getBytes(StandardCharsets.UTF_8)));
            var _ = producer.send(record).get();
        } catch (ExecutionException e) {
            throw new IllegalStateException(topic, e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    /**
     * How many records a consumer group has not taken yet, in every topic that it reads. Not only where it has taken
     * something: a topic, and a partition, that has its first record is not among the group's offsets yet.
     */
    public long lag(String group) {
        try (var admin = admin()) {
            var described = Objects.requireNonNull(
                    admin.describeConsumerGroups(List.of(group)).all().get().get(group));
            if (described.groupState() != GroupState.STABLE) {
                return Long.MAX_VALUE;
            }
            var read = described.members().stream()
                    .flatMap(member -> member.assignment().topicPartitions().stream())
                    .map(TopicPartition::topic)
                    .collect(Collectors.toSet());
            var taken = admin.listConsumerGroupOffsets(group)
                    .partitionsToOffsetAndMetadata()
                    .get();
            return ends(admin, read).entrySet().stream()
                    .mapToLong(end -> end.getValue() - offset(taken.get(end.getKey())))
                    .sum();
        } catch (ExecutionException e) {
            throw new IllegalStateException(group, e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private static long offset(@Nullable OffsetAndMetadata taken) {
        return taken == null ? 0 : taken.offset();
    }

    private static Map<TopicPartition, Long> ends(Admin admin, Set<String> topics)
            throws InterruptedException, ExecutionException {
        Map<TopicPartition, OffsetSpec> wanted = admin.describeTopics(topics).allTopicNames().get().values().stream()
                .flatMap(topic ->
                        topic.partitions().stream().map(it -> new TopicPartition(topic.name(), it.partition())))
                .collect(Collectors.toMap(it -> it, _ -> OffsetSpec.latest()));
        return admin.listOffsets(wanted).all().get().entrySet().stream()
                .collect(Collectors.toMap(
                        Map.Entry::getKey, end -> end.getValue().offset()));
    }

    /**
     * Makes a group begin anew with everything the broker has.
     *
     * @param member the name of its only member, which was killed and whom the broker still expects back
     */
    public void forgetOffsets(String group, String member) {
        try (var admin = admin()) {
            await("the group " + group + " is gone")
                    .atMost(60, SECONDS)
                    .ignoreExceptions()
                    .until(() -> {
                        removeMember(admin, group, member);
                        var _ = admin.deleteConsumerGroups(List.of(group)).all().get();
                        return true;
                    });
        }
    }

    /** There is nobody to remove when the broker has noticed by itself; the deletion shows whether somebody is left. */
    private static void removeMember(Admin admin, String group, String member) throws InterruptedException {
        try {
            var gone = new RemoveMembersFromConsumerGroupOptions(List.of(new MemberToRemove(member)));
            var _ = admin.removeMembersFromConsumerGroup(group, gone).all().get();
        } catch (ExecutionException _) {
            // As said.
        }
    }

    private Admin admin() {
        return Admin.create(Map.of("bootstrap.servers", bootstrap));
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

    private static String text(byte @Nullable [] bytes) {
        return bytes == null ? "" : new String(bytes, StandardCharsets.UTF_8);
    }
}
