package cn.zhigong.platform.sample;

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
import java.util.Map;
import java.util.UUID;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Liveness;
import org.junit.jupiter.api.Test;

/** What the service makes of its connection to the broker, when there is something wrong with it. */
@QuarkusTest
@QuarkusTestResource(Infrastructure.class)
@TestProfile(BrokerTest.Impatient.class)
class BrokerTest {

    private static final String AGE = "mp.messaging.incoming.events.throttled.unprocessed-record-max-age.ms";

    public static final class Impatient implements QuarkusTestProfile {
        @Override
        public Map<String, String> getConfigOverrides() {
            return Map.of(AGE, "500", "mp.messaging.incoming.events.auto.commit.interval.ms", "500");
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
