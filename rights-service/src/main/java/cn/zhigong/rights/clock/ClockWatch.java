package cn.zhigong.rights.clock;

import cn.zhigong.platform.audit.Audit;
import cn.zhigong.platform.background.BackgroundWork;
import cn.zhigong.platform.calendar.Calendars;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Map;

/**
 * Marks deadlines that ran out by business time. Each is computed once more before, so that a holiday loaded a moment
 * ago by another instance is never taken for a breach.
 */
@Singleton
class ClockWatch implements BackgroundWork {

    private static final int PORTION = 200;

    private final Clocks clocks;
    private final Calendars calendars;
    private final Audit audit;
    private final InstantSource time;

    ClockWatch(Clocks clocks, Calendars calendars, Audit audit, InstantSource time) {
        this.clocks = clocks;
        this.calendars = calendars;
        this.audit = audit;
        this.time = time;
    }

    @Override
    public String name() {
        return "clock-watch";
    }

    /** A demonstration that moves the clock does not want to wait. */
    @Override
    public Duration pause() {
        return Duration.ofSeconds(2);
    }

    @Override
    public boolean work() {
        return QuarkusTransaction.requiringNew().call(this::mark);
    }

    private boolean mark() {
        var now = time.instant();
        var over = clocks.unmarkedOverAt(now, PORTION);
        var calendar = calendars.current();
        for (var clock : over) {
            clock.recompute(calendar, now);
            if (clock.breachIfOver(now)) {
                var missed = clock.view();
                audit.record("clock.breach", "clock", missed.id(), Map.of("rule", missed.ruleId()));
            }
        }
        return over.size() == PORTION;
    }
}
