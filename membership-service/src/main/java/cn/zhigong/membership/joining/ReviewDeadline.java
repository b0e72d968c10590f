package cn.zhigong.membership.joining;

import static cn.zhigong.platform.calendar.ClockRule.Unit.WORKING_DAYS;

import cn.zhigong.platform.calendar.Calendars;
import cn.zhigong.platform.calendar.ClockRule;
import cn.zhigong.platform.calendar.Deadline;
import cn.zhigong.platform.calendar.StatutoryClock;
import cn.zhigong.platform.calendar.WorkingCalendar;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Until when a union may review an application before the superior union takes over. */
@ApplicationScoped
class ReviewDeadline {

    private static final ClockRule RULE =
            new ClockRule("join-review", 15, WORKING_DAYS, "入会审批时限: a rule of this platform", false);

    private final Calendars calendars;

    ReviewDeadline(Calendars calendars) {
        this.calendars = calendars;
    }

    /** The end of the fifteenth working day after the application was routed, by the calendar as it is known now. */
    @Nullable Instant after(LocalDate routedOn) {
        return after(routedOn, calendars.current());
    }

    static @Nullable Instant after(LocalDate routedOn, WorkingCalendar calendar) {
        return switch (StatutoryClock.dueAt(routedOn, RULE, List.of(), calendar)) {
            case Deadline.Due due -> due.endsAt();
            case Deadline.Suspended _ -> null;
        };
    }

    /** The last instant of the fifteenth day is in time, the next is not. */
    static boolean isOver(@Nullable Instant reviewBy, Instant now) {
        return reviewBy != null && !reviewBy.isAfter(now);
    }
}
