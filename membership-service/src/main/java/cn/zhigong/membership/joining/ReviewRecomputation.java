package cn.zhigong.membership.joining;

import cn.zhigong.platform.calendar.CalendarListener;
import cn.zhigong.platform.calendar.WorkingCalendar;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.UUID;
import java.util.function.LongConsumer;

/** Computes the times of review again when the calendar has changed, in portions that lock few rows at a time. */
@ApplicationScoped
class ReviewRecomputation implements CalendarListener {

    private static final int PORTION = 500;

    private final JoinApplications applications;

    ReviewRecomputation(JoinApplications applications) {
        this.applications = applications;
    }

    @Override
    public long affected() {
        return QuarkusTransaction.requiringNew().call(applications::countAwaited);
    }

    @Override
    public void calendarChanged(WorkingCalendar calendar, LongConsumer done) {
        var last = new UUID(0, 0);
        var computed = 0L;
        while (true) {
            var after = last;
            var portion = QuarkusTransaction.requiringNew().call(() -> recompute(after, calendar));
            computed += portion.size();
            done.accept(computed);
            if (portion.size() < PORTION) {
                return;
            }
            last = portion.getLast();
        }
    }

    private List<UUID> recompute(UUID after, WorkingCalendar calendar) {
        return applications.awaitedAfter(after, PORTION).stream()
                .map(application -> {
                    application.recompute(calendar);
                    return application.id();
                })
                .toList();
    }
}
