package cn.zhigong.competition.ranking;

import cn.zhigong.competition.contest.ContestCourse;
import cn.zhigong.platform.calendar.CalendarListener;
import cn.zhigong.platform.calendar.WorkingCalendar;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.UUID;
import java.util.function.LongConsumer;
import org.jboss.logging.Logger;

/** Computes the end of every running notice again when the calendar has changed: a holiday more is a day more. */
@Singleton
class NoticeRecomputation implements CalendarListener {

    private static final Logger LOG = Logger.getLogger(NoticeRecomputation.class);

    private final ContestCourse contests;
    private final Notices notices;

    NoticeRecomputation(ContestCourse contests, Notices notices) {
        this.contests = contests;
        this.notices = notices;
    }

    @Override
    public long affected() {
        return QuarkusTransaction.requiringNew().call(() -> contests.onNotice().size());
    }

    /** One contest that cannot be locked in time keeps none of the others from their right end. */
    @Override
    public void calendarChanged(WorkingCalendar calendar, LongConsumer done) {
        var computed = 0L;
        var left = new ArrayList<UUID>();
        for (var contest : QuarkusTransaction.requiringNew().call(contests::onNotice)) {
            if (recomputed(contest, calendar)) {
                computed++;
                done.accept(computed);
            } else {
                left.add(contest);
            }
        }
        if (!left.isEmpty()) {
            throw new IllegalStateException("The end of the notice could not be computed again for contests " + left);
        }
    }

    private boolean recomputed(UUID id, WorkingCalendar calendar) {
        try {
            QuarkusTransaction.requiringNew().run(() -> {
                var _ = notices.upToDate(contests.lock(id), calendar);
            });
            return true;
        } catch (RuntimeException e) {
            LOG.errorf(e, "The end of the notice of contest %s could not be computed again", id);
            return false;
        }
    }
}
