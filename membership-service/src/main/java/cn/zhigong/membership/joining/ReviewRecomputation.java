package cn.zhigong.membership.joining;

import cn.zhigong.platform.calendar.CalendarListener;
import cn.zhigong.platform.calendar.WorkingCalendar;
import cn.zhigong.platform.sql.Portions;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.UUID;
import java.util.function.LongConsumer;
import org.jspecify.annotations.Nullable;

/** Computes the times of review again when the calendar has changed, in portions that lock few rows at a time. */
@Singleton
class ReviewRecomputation implements CalendarListener {

    private static final int PORTION = 500;

    private final DueApplications applications;

    ReviewRecomputation(DueApplications applications) {
        this.applications = applications;
    }

    @Override
    public long affected() {
        return QuarkusTransaction.requiringNew().call(applications::countAwaited);
    }

    @Override
    public void calendarChanged(WorkingCalendar calendar, LongConsumer done) {
        Portions.each(PORTION, (@Nullable UUID last) -> recompute(last, calendar), done);
    }

    private List<UUID> recompute(@Nullable UUID last, WorkingCalendar calendar) {
        return applications.awaitedAfter(last == null ? new UUID(0, 0) : last, PORTION).stream()
                .map(application -> {
                    application.recompute(calendar);
                    return application.id();
                })
                .toList();
    }
}
