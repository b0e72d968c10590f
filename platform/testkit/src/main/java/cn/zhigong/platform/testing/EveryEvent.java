package cn.zhigong.platform.testing;

import cn.zhigong.platform.sql.Sql;
import cn.zhigong.platform.testing.EventsOnKafka.Sent;
import io.quarkus.arc.Arc;
import io.quarkus.test.junit.callback.QuarkusTestAfterAllCallback;
import io.quarkus.test.junit.callback.QuarkusTestContext;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.awaitility.Awaitility;

/**
 * After the tests of a class looks at every event that the service has sent since the last one, whether a test read it
 * or not. Quarkus finds this class through {@code META-INF/services}.
 */
public class EveryEvent implements QuarkusTestAfterAllCallback {

    private static final Duration POLL = Duration.ofMillis(100);

    /** An event leaves within moments of its commit, and after a lost connection within seconds. */
    private static final Duration PATIENCE = Duration.ofSeconds(20);

    /** Where the last look ended. */
    private static final Map<TopicPartition, Long> SEEN = new HashMap<>();

    @Override
    public void afterAll(QuarkusTestContext context) {
        if (!DocumentedEvents.ownTopics().isEmpty()) {
            awaitRelay(EveryEvent::waiting, PATIENCE);
            DocumentedEvents.require(newEvents());
        }
    }

    /**
     * Waits until everything is sent. What a relay that is off or stuck never sends, nobody could compare, so that
     * fails.
     */
    static void awaitRelay(Callable<Long> waiting, Duration patience) {
        Awaitility.await("the relay has sent all events of the class")
                .pollDelay(Duration.ZERO)
                .pollInterval(POLL)
                .atMost(patience)
                .until(waiting, left -> left == 0);
    }

    private static long waiting() {
        return Arc.container()
                .instance(Sql.class)
                .get()
                .first("select count(*) from outbox", row -> row.bigint(1))
                .orElseThrow();
    }

    private static synchronized Map<String, List<Sent>> newEvents() {
        var sent = new HashMap<String, List<Sent>>();
        try (var consumer =
                new KafkaConsumer<>(EventsOnKafka.broker(), new StringDeserializer(), new ByteArrayDeserializer())) {
            var partitions = DocumentedEvents.ownTopics().stream()
                    .flatMap(topic -> consumer.partitionsFor(topic).stream()
                            .map(one -> new TopicPartition(topic, one.partition())))
                    .toList();
            consumer.assign(partitions);
            partitions.forEach(one -> consumer.seek(one, SEEN.getOrDefault(one, 0L)));
            var ends = consumer.endOffsets(partitions);
            while (partitions.stream().anyMatch(one -> consumer.position(one) < ends.getOrDefault(one, 0L))) {
                consumer.poll(POLL).forEach(record -> {
                    if (record.value() != null) {
                        sent.computeIfAbsent(record.topic(), _ -> new ArrayList<>())
                                .add(Sent.of(record));
                    }
                });
            }
            partitions.forEach(one -> SEEN.put(one, consumer.position(one)));
        }
        return sent;
    }
}
