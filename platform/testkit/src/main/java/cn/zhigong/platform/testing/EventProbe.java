package cn.zhigong.platform.testing;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.TopicExistsException;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.awaitility.Awaitility;

/** The other services' side of Kafka: puts events on topics as their producers would, and hears what a service says. */
public final class EventProbe {

    private static final Map<String, Object> BROKER = Map.of("bootstrap.servers", System.getenv("TEST_KAFKA"));

    /** An event as it stands on its topic. */
    public record Heard(String type, String body) {}

    private EventProbe() {}

    /** Puts a new event on a topic, in the form of the outbox's relay. */
    public static void put(String topic, String type, UUID subject, String body) {
        put(topic, type, subject, UUID.randomUUID(), body);
    }

    /** Puts an event with a given id on a topic: the same id twice is a second delivery. */
    public static void put(String topic, String type, UUID subject, UUID id, String body) {
        create(topic);
        var record = new ProducerRecord<>(topic, subject.toString(), body);
        record.headers()
                .add("ce_specversion", "1.0".getBytes(UTF_8))
                .add("ce_id", id.toString().getBytes(UTF_8))
                .add("ce_type", type.getBytes(UTF_8))
                .add("ce_source", "/zhigong/test".getBytes(UTF_8))
                .add("ce_subject", subject.toString().getBytes(UTF_8));
        try (var producer = new KafkaProducer<>(BROKER, new StringSerializer(), new StringSerializer())) {
            var ignored = producer.send(record).get(30, TimeUnit.SECONDS);
        } catch (Exception e) {
            throw new IllegalStateException("The event could not be put on " + topic, e);
        }
    }

    /** Everything that was said of one aggregate so far, in order. */
    public static List<Heard> heard(String topic, UUID subject) {
        create(topic);
        try (var consumer = new KafkaConsumer<>(BROKER, new StringDeserializer(), new StringDeserializer())) {
            var partitions = consumer.partitionsFor(topic).stream()
                    .map(partition -> new TopicPartition(topic, partition.partition()))
                    .toList();
            consumer.assign(partitions);
            consumer.seekToBeginning(partitions);
            var ends = consumer.endOffsets(partitions);
            List<Heard> heard = new ArrayList<>();
            while (ends.entrySet().stream().anyMatch(end -> consumer.position(end.getKey()) < end.getValue())) {
                for (var record : consumer.poll(Duration.ofMillis(200))) {
                    if (subject.toString().equals(record.key())) {
                        heard.add(new Heard(type(record), record.value()));
                    }
                }
            }
            return heard;
        }
    }

    /** Waits until something of a type was said of an aggregate, and gives the first body. */
    public static String await(String topic, UUID subject, String type) {
        return Awaitility.await()
                .atMost(Duration.ofSeconds(20))
                .pollInterval(Duration.ofMillis(200))
                .until(() -> bodies(topic, subject, type), bodies -> !bodies.isEmpty())
                .getFirst();
    }

    /** The bodies of one type that were said of an aggregate so far. */
    public static List<String> bodies(String topic, UUID subject, String type) {
        return heard(topic, subject).stream()
                .filter(event -> event.type().equals(type))
                .map(Heard::body)
                .toList();
    }

    private static String type(ConsumerRecord<String, String> record) {
        return new String(record.headers().lastHeader("ce_type").value(), UTF_8);
    }

    private static void create(String topic) {
        try (var admin = Admin.create(BROKER)) {
            admin.createTopics(List.of(new NewTopic(topic, 6, (short) 1))).all().get(30, TimeUnit.SECONDS);
        } catch (ExecutionException e) {
            if (!(e.getCause() instanceof TopicExistsException)) {
                throw new IllegalStateException(e);
            }
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }
}
