package cn.zhigong.rights.clock;

import cn.zhigong.platform.calendar.CalendarListener;
import cn.zhigong.platform.calendar.WorkingCalendar;
import cn.zhigong.platform.sql.Portions;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.inject.Singleton;
import java.time.InstantSource;
import java.util.List;
import java.util.UUID;
import java.util.function.LongConsumer;
import org.jspecify.annotations.Nullable;

/**
 * Computes every deadline that was not met again when the calendar has changed, in portions that lock few rows at a
 * time.
 */
@Singleton
class ClockRecomputation implements CalendarListener {

    private static final int PORTION = 500;

    private final Clocks clocks;
    private final InstantSource time;

    ClockRecomputation(Clocks clocks, InstantSource time) {
        this.clocks = clocks;
        this.time = time;
    }

    @Override
    public long affected() {
        return QuarkusTransaction.requiringNew().call(clocks::countUnmet);
    }

    @Override
    public void calendarChanged(WorkingCalendar calendar, LongConsumer done) {
        Portions.each(PORTION, (@Nullable UUID last) -> recompute(last, calendar), done);
    }

    private List<UUID> recompute(@Nullable UUID after, WorkingCalendar calendar) {
        var now = time.instant();
        return clocks.unmetAfter(after, PORTION).stream()
                .map(clock -> {
                    clock.recompute(calendar, now);
                    return clock.view().id();
                })
                .toList();
    }
}
