package cn.zhigong.platform.sample;

import static java.nio.charset.StandardCharsets.UTF_8;

import cn.zhigong.platform.time.Ids;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.admin.TopicDescription;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.errors.TopicExistsException;
import org.apache.kafka.common.serialization.StringSerializer;
import org.eclipse.microprofile.config.ConfigProvider;

/** Speaks on the broker as another service would. */
final class Kafka {

    private Kafka() {}

    private static Map<String, Object> broker() {
        return Map.of(
                "bootstrap.servers", ConfigProvider.getConfig().getValue("kafka.bootstrap.servers", String.class));
    }

    /** Sends an event under an id of its own. */
    static UUID send(String topic, String type, UUID subject, String body) {
        var id = Ids.next();
        send(topic, type, subject, body, id);
        return id;
    }

    static void send(String topic, String type, UUID subject, String body, UUID id) {
        try (var producer = new KafkaProducer<>(broker(), new StringSerializer(), new StringSerializer())) {
            var record = new ProducerRecord<>(topic, subject.toString(), body);
            record.headers()
                    .add("ce_id", id.toString().getBytes(UTF_8))
                    .add("ce_type", type.getBytes(UTF_8))
                    .add("ce_subject", subject.toString().getBytes(UTF_8));
            var _ = producer.send(record).get();
        } catch (ExecutionException | InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    static void create(String topic) {
        try (var admin = Admin.create(broker())) {
            admin.createTopics(List.of(new NewTopic(topic, 2, (short) 1))).all().get();
        } catch (ExecutionException e) {
            if (!(e.getCause() instanceof TopicExistsException)) {
                throw new IllegalStateException(e);
            }
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    static TopicDescription describe(String topic) {
        try (var admin = Admin.create(broker())) {
            return admin.describeTopics(List.of(topic))
                    .topicNameValues()
                    .get(topic)
                    .get();
        } catch (ExecutionException | InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
