package cn.zhigong.competition.ranking;

import cn.zhigong.competition.contest.ContestCourse;
import cn.zhigong.platform.calendar.CalendarListener;
import cn.zhigong.platform.calendar.WorkingCalendar;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;
import java.util.function.LongConsumer;

/** Computes the end of every running notice again when the calendar has changed: a holiday more is a day more. */
@ApplicationScoped
class NoticeRecomputation implements CalendarListener {

    private final ContestCourse contests;

    NoticeRecomputation(ContestCourse contests) {
        this.contests = contests;
    }

    @Override
    public long affected() {
        return QuarkusTransaction.requiringNew().call(() -> contests.onNotice().size());
    }

    @Override
    public void calendarChanged(WorkingCalendar calendar, LongConsumer done) {
        var computed = 0L;
        for (var contest : QuarkusTransaction.requiringNew().call(contests::onNotice)) {
            QuarkusTransaction.requiringNew().run(() -> recompute(contest, calendar));
            computed++;
            done.accept(computed);
        }
    }

    private void recompute(UUID id, WorkingCalendar calendar) {
        var contest = contests.lock(id);
        var began = contest.publicityBeganAt();
        if (began == null || !contest.state().isOnNotice()) {
            return;
        }
        var end = PublicityRules.endOfNotice(began, calendar);
        if (!end.equals(contest.publicityEndsAt())) {
            var _ = contests.moveEndOfNotice(id, end);
        }
    }
}
