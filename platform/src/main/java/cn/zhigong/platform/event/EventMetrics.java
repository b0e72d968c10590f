package cn.zhigong.platform.event;

import cn.zhigong.platform.background.BackgroundWork;
import cn.zhigong.platform.sql.Sql;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import jakarta.inject.Singleton;
import java.time.Duration;

/** What operations watch: how much waits to be sent, for how long, and how much is parked. */
@Singleton
class EventMetrics implements BackgroundWork {

    private record Levels(double waiting, double oldestSeconds, double parked) {}

    private final Sql sql;
    private volatile Levels levels = new Levels(0, 0, 0);

    EventMetrics(Sql sql, MeterRegistry metrics) {
        this.sql = sql;
        Gauge.builder("zhigong.outbox.waiting", () -> levels.waiting())
                .description("Events not yet acknowledged by the broker")
                .register(metrics);
        Gauge.builder("zhigong.outbox.oldest", () -> levels.oldestSeconds())
                .baseUnit("seconds")
                .description("Age of the oldest such event")
                .register(metrics);
        Gauge.builder("zhigong.dead.letters", () -> levels.parked())
                .description("Parked events")
                .register(metrics);
    }

    @Override
    public String name() {
        return "event-metrics";
    }

    @Override
    public Duration pause() {
        return Duration.ofSeconds(10);
    }

    @Override
    public boolean work() {
        levels = sql.first("""
                        select (select count(*) from outbox),
                            coalesce((select extract(epoch from now() - occurred_at) from outbox
                                order by sequence limit 1), 0),
                            (select count(*) from dead_letter where state = 'PARKED')
                        """, row -> new Levels(row.number(1), Math.max(0, row.number(2)), row.number(3)))
                .orElseThrow();
        return false;
    }
}
