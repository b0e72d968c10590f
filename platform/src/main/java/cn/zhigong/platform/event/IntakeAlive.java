package cn.zhigong.platform.event;

import cn.zhigong.platform.background.BackgroundWork;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.smallrye.mutiny.TimeoutException;
import io.smallrye.reactive.messaging.kafka.KafkaClientService;
import io.smallrye.reactive.messaging.kafka.KafkaConsumer;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.concurrent.RejectedExecutionException;
import java.util.function.Function;
import org.apache.kafka.clients.consumer.Consumer;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Liveness;
import org.jboss.logging.Logger;

/**
 * Tells when the connector has closed the consumer for good: nothing short of a restart makes this instance hear events
 * again. A broker that is away is no such case, the consumer finds it again.
 */
@Liveness
@Singleton
class IntakeAlive implements HealthCheck, BackgroundWork {

    private static final Logger LOG = Logger.getLogger(IntakeAlive.class);
    private static final String CHANNEL = "events";
    private static final Duration PATIENCE = Duration.ofSeconds(5);

    private final KafkaClientService clients;
    private volatile boolean alive = true;

    IntakeAlive(KafkaClientService clients, MeterRegistry metrics) {
        this.clients = clients;
        Gauge.builder("zhigong.intake.alive", () -> alive ? 1 : 0)
                .description("Whether events are still heard; 0 is for good")
                .register(metrics);
    }

    @Override
    public String name() {
        return "intake-alive";
    }

    @Override
    public Duration pause() {
        return Duration.ofSeconds(5);
    }

    @Override
    public boolean work() {
        if (alive && clients.<Object, Object>getConsumers(CHANNEL).stream().anyMatch(IntakeAlive::isClosed)) {
            LOG.error("The consumer of events was closed; this process hears no event until it is started again");
            alive = false;
        }
        return false;
    }

    /** The consumer's own thread ends with it, and only with it. */
    private static <K, V> boolean isClosed(KafkaConsumer<K, V> consumer) {
        Function<Consumer<K, V>, Boolean> anything = _ -> true;
        try {
            var _ = consumer.runOnPollingThread(anything).await().atMost(PATIENCE);
            return false;
        } catch (RejectedExecutionException ended) {
            return true;
        } catch (TimeoutException busy) {
            return false;
        }
    }

    @Override
    public HealthCheckResponse call() {
        return HealthCheckResponse.named("hears events").status(alive).build();
    }
}
