package cn.zhigong.gateway.proxy;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.LongAdder;

/** Counts and times requests by where they went and how they ended; paths and callers are never tags. */
@Singleton
class Traffic {
    private final Map<Key, Timer> timers = new ConcurrentHashMap<>();
    private final LongAdder running = new LongAdder();
    private final MeterRegistry registry;

    Traffic(MeterRegistry registry) {
        this.registry = registry;
        var _ = Gauge.builder("gateway.requests.running", running, LongAdder::doubleValue)
                .description("Requests that are being answered")
                .register(registry);
    }

    void begun() {
        running.increment();
    }

    void ended(String target, int status, long nanos) {
        running.decrement();
        timers.computeIfAbsent(new Key(target, status), this::timer).record(nanos, TimeUnit.NANOSECONDS);
    }

    long running() {
        return running.sum();
    }

    private Timer timer(Key key) {
        return Timer.builder("gateway.requests")
                .description("Time from a request's head to the end of its answer")
                .tag("target", key.target)
                .tag("status", Integer.toString(key.status))
                .serviceLevelObjectives(
                        Duration.ofMillis(5), Duration.ofMillis(25), Duration.ofMillis(100), Duration.ofSeconds(1))
                .register(registry);
    }

    private record Key(String target, int status) {}
}
