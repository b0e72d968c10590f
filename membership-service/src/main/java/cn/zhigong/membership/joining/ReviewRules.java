package cn.zhigong.membership.joining;

import static cn.zhigong.platform.calendar.ClockRule.Unit.WORKING_DAYS;

import cn.zhigong.platform.calendar.ClockRule;
import cn.zhigong.platform.calendar.Deadline;
import cn.zhigong.platform.calendar.StatutoryClock;
import cn.zhigong.platform.calendar.WorkingCalendar;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Until when a union may review an application, and what becomes of it then. */
final class ReviewRules {

    /** What becomes of an application whose stored time is over. */
    sealed interface Overdue {

        /** A notice of holidays came after the routing and moved the day; null when it cannot be told yet. */
        record Postpone(@Nullable Instant until) implements Overdue {}

        /** A hidden transfer, which from now on looks like what went to the superior union. */
        record Overrun() implements Overdue {}

        /** The superior union takes over. */
        record Escalate() implements Overdue {}
    }

    private static final ClockRule RULE =
            new ClockRule("join-review", 15, WORKING_DAYS, "入会审批时限: a rule of this platform", false);

    private ReviewRules() {}

    /** The end of the fifteenth working day after the application was routed. */
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

    /**
     * What becomes of an application when the time that was stored with it is over.
     *
     * @param calendar as it is known now, which may be another one than when the time was stored
     */
    static Overdue overdue(LocalDate routedOn, boolean hidden, WorkingCalendar calendar, Instant now) {
        var until = after(routedOn, calendar);
        if (!isOver(until, now)) {
            return new Overdue.Postpone(until);
        }
        return hidden ? new Overdue.Overrun() : new Overdue.Escalate();
    }
}
