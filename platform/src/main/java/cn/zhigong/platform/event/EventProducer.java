package cn.zhigong.platform.event;

import com.google.errorprone.annotations.CanIgnoreReturnValue;
import io.smallrye.common.annotation.Identifier;
import jakarta.annotation.PreDestroy;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.Future;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.jspecify.annotations.Nullable;

/** The relay's connection to the broker; opened by the relay, so that a service starts without a broker. */
@Singleton
class EventProducer {

    private final Map<String, Object> connection;
    private final TopicCreation topics;
    private @Nullable KafkaProducer<String, byte[]> producer;

    EventProducer(@Identifier("default-kafka-broker") Map<String, Object> connection, TopicCreation topics) {
        this.connection = connection;
        this.topics = topics;
    }

    /** Creates the service's topics and connects, unless that is done. */
    @CanIgnoreReturnValue
    synchronized KafkaProducer<String, byte[]> open() {
        if (producer == null) {
            topics.ensure();
            producer = new KafkaProducer<>(settings(), new StringSerializer(), new ByteArraySerializer());
        }
        return producer;
    }

    Future<RecordMetadata> send(ProducerRecord<String, byte[]> record) {
        return open().send(record);
    }

    private Map<String, Object> settings() {
        var settings = new HashMap<>(connection);
        settings.put(ProducerConfig.ACKS_CONFIG, "all");
        settings.put(ProducerConfig.ENABLE_IDEMPOTENCE_CONFIG, true);
        // A crashed broker is away for about 15 s; giving up earlier would only send the batch again.
        settings.put(ProducerConfig.DELIVERY_TIMEOUT_MS_CONFIG, 60_000);
        settings.put(ProducerConfig.LINGER_MS_CONFIG, 0);
        settings.put(ProducerConfig.MAX_BLOCK_MS_CONFIG, 30_000);
        settings.put(ProducerConfig.COMPRESSION_TYPE_CONFIG, "lz4");
        return settings;
    }

    @PreDestroy
    synchronized void close() {
        if (producer != null) {
            producer.close(Duration.ofSeconds(5));
        }
    }
}
