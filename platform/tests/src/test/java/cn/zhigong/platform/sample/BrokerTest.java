package cn.zhigong.platform.sample;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import cn.zhigong.platform.testing.EventsOnKafka;
import cn.zhigong.platform.testing.Infrastructure;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AlterConfigOp;
import org.apache.kafka.clients.admin.ConfigEntry;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.common.config.ConfigResource;
import org.apache.kafka.common.config.TopicConfig;
import org.apache.kafka.common.errors.TopicExistsException;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Liveness;
import org.junit.jupiter.api.Test;

/** What the service makes of its connection to the broker, when there is something wrong with it. */
@QuarkusTest
@QuarkusTestResource(Infrastructure.class)
@TestProfile(BrokerTest.Impatient.class)
class BrokerTest {

    private static final ConfigResource SEALS =
            new ConfigResource(ConfigResource.Type.TOPIC, "zhigong.platform.audit-seal.v1");
    private static final String AGE = "mp.messaging.incoming.events.throttled.unprocessed-record-max-age.ms";

    public static final class Impatient implements QuarkusTestProfile {
        @Override
        public Map<String, String> getConfigOverrides() {
            forgetSealsAfterAWeek();
            return Map.of(AGE, "500", "mp.messaging.incoming.events.auto.commit.interval.ms", "500");
        }
    }

    /** As a service did that came before the retention was declared. */
    private static void forgetSealsAfterAWeek() {
        try (var admin = broker()) {
            try {
                admin.createTopics(List.of(new NewTopic(SEALS.name(), 6, (short) 1)))
                        .all()
                        .get();
            } catch (ExecutionException e) {
                assertThat(e).hasCauseInstanceOf(TopicExistsException.class);
            }
            var week = new ConfigEntry(TopicConfig.RETENTION_MS_CONFIG, "604800000");
            admin.incrementalAlterConfigs(Map.of(SEALS, List.of(new AlterConfigOp(week, AlterConfigOp.OpType.SET))))
                    .all()
                    .get();
        } catch (ExecutionException | InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Admin broker() {
        return Admin.create(Map.of("bootstrap.servers", System.getenv("TEST_KAFKA")));
    }

    @Test
    void theBrokerKeepsSealsForEver() {
        await().atMost(Duration.ofSeconds(25))
                .untilAsserted(() -> assertThat(retention()).isEqualTo("-1"));
    }

    private static String retention() {
        try (var admin = broker()) {
            var settings = admin.describeConfigs(List.of(SEALS)).all().get().get(SEALS);
            return requireNonNull(settings).get(TopicConfig.RETENTION_MS_CONFIG).value();
        } catch (ExecutionException | InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    @Inject
    @Liveness
    Instance<HealthCheck> checks;

    private HealthCheckResponse.Status hearing() {
        return checks.stream()
                .map(HealthCheck::call)
                .filter(answer -> answer.getName().equals("hears events"))
                .map(HealthCheckResponse::getStatus)
                .findFirst()
                .orElseThrow();
    }

    @Test
    void aConsumerThatTheConnectorClosedShowsInLiveness() {
        assertThat(hearing()).isEqualTo(HealthCheckResponse.Status.UP);
        var note = UUID.randomUUID();
        EventsOnKafka.put(
                NoteWritten.TOPIC,
                NoteWritten.TYPE,
                note,
                "{\"noteId\": \"%s\", \"length\": %d}".formatted(note, NoteEcho.HELD));
        try {
            await().atMost(Duration.ofSeconds(40))
                    .untilAsserted(() -> assertThat(hearing()).isEqualTo(HealthCheckResponse.Status.DOWN));
        } finally {
            NoteEcho.RELEASE.countDown();
        }
    }
}
