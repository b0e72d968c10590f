package cn.zhigong.platform.testing;

import static java.nio.charset.StandardCharsets.UTF_8;

import cn.zhigong.platform.time.Ids;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.TopicExistsException;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.awaitility.Awaitility;
import org.eclipse.microprofile.config.ConfigProvider;
import org.jspecify.annotations.Nullable;

/**
 * The other services' side of the broker: puts events on topics as their relays would, and reads what stands there,
 * beside every consumer group.
 */
public final class EventsOnKafka {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Duration POLL = Duration.ofMillis(100);
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private static final Set<String> TOPICS = ConcurrentHashMap.newKeySet();

    private static @Nullable KafkaProducer<String, String> producer;

    private EventsOnKafka() {}

    /**
     * An event as it was sent.
     *
     * @param headers by name
     */
    public record Sent(String key, Map<String, String> headers, String body) {

        static Sent of(ConsumerRecord<String, byte[]> record) {
            var headers = new TreeMap<String, String>();
            record.headers().forEach(one -> headers.put(one.key(), new String(one.value(), UTF_8)));
            return new Sent(String.valueOf(record.key()), headers, new String(record.value(), UTF_8));
        }

        /** A header; empty when it is missing. */
        public String header(String name) {
            return headers.getOrDefault(name, "");
        }

        /** What kind of event it is. */
        public String type() {
            return header("ce_type");
        }

        /** The body as a tree. */
        public JsonNode json() {
            try {
                return JSON.readTree(body);
            } catch (JsonProcessingException e) {
                throw new IllegalStateException(e);
            }
        }
    }

    /** Puts an event on a topic under an id of its own, which is given back. */
    public static UUID put(String topic, String type, UUID subject, String body) {
        var id = Ids.next();
        put(topic, type, subject, body, id);
        return id;
    }

    /** Puts an event on a topic; with an id that was there before it is a second delivery. */
    public static void put(String topic, String type, UUID subject, String body, UUID id) {
        if (TOPICS.add(topic)) {
            create(topic);
        }
        var record = new ProducerRecord<>(topic, subject.toString(), body);
        record.headers()
                .add("ce_specversion", "1.0".getBytes(UTF_8))
                .add("ce_id", id.toString().getBytes(UTF_8))
                .add("ce_type", type.getBytes(UTF_8))
                .add("ce_source", "/zhigong/test".getBytes(UTF_8))
                .add("ce_subject", subject.toString().getBytes(UTF_8))
                .add("ce_time", Instant.now().toString().getBytes(UTF_8));
        try {
            var _ = producer().send(record).get();
        } catch (ExecutionException e) {
            throw new IllegalStateException("The event could not be put on " + topic, e);
        } catch (InterruptedException e) {
            throw interrupted(e);
        }
    }

    /** One for the whole run: to connect takes longer than to send. Its thread ends with the JVM. */
    private static synchronized KafkaProducer<String, String> producer() {
        var made = producer;
        if (made == null) {
            made = new KafkaProducer<>(broker(), new StringSerializer(), new StringSerializer());
            producer = made;
        }
        return made;
    }

    private static void create(String topic) {
        try (var admin = Admin.create(broker())) {
            admin.createTopics(List.of(new NewTopic(topic, 6, (short) 1))).all().get();
        } catch (ExecutionException e) {
            if (!(e.getCause() instanceof TopicExistsException)) {
                throw new IllegalStateException(e);
            }
        } catch (InterruptedException e) {
            throw interrupted(e);
        }
    }

    private static IllegalStateException interrupted(InterruptedException e) {
        Thread.currentThread().interrupt();
        return new IllegalStateException(e);
    }

    /** The first event of a type about an aggregate; waits for it. */
    public static Sent awaitOne(String topic, Object aggregateId, String type) {
        return Awaitility.await()
                .atMost(PATIENCE)
                .until(() -> about(topic, aggregateId, type), sent -> !sent.isEmpty())
                .getFirst();
    }

    /** What was sent about an aggregate; waits until there are so many. */
    public static List<Sent> await(String topic, Object aggregateId, int atLeast) {
        return Awaitility.await()
                .atMost(PATIENCE)
                .until(() -> about(topic, aggregateId), sent -> sent.size() >= atLeast);
    }

    /** What was sent of one type about one aggregate so far, in order. */
    public static List<Sent> about(String topic, Object aggregateId, String type) {
        return about(topic, aggregateId).stream()
                .filter(one -> one.type().equals(type))
                .toList();
    }

    /** Everything sent about one aggregate so far, in order; nothing when there is no such topic. */
    public static List<Sent> about(String topic, Object aggregateId) {
        return on(topic).stream()
                .filter(one -> one.key().equals(aggregateId.toString()))
                .toList();
    }

    /** Everything on the topic so far. */
    public static List<Sent> on(String topic) {
        try (var consumer = new KafkaConsumer<>(broker(), new StringDeserializer(), new ByteArrayDeserializer())) {
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
            DocumentedEvents.require(topic, sent);
            return sent;
        }
    }

    static Map<String, Object> broker() {
        var broker = ConfigProvider.getConfig().getValue("kafka.bootstrap.servers", String.class);
        return Map.of("bootstrap.servers", broker, "allow.auto.create.topics", "false");
    }
}
