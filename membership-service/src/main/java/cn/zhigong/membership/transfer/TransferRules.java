package cn.zhigong.membership.transfer;

import static cn.zhigong.platform.calendar.ClockRule.Unit.WORKING_DAYS;

import cn.zhigong.platform.calendar.ChinaTime;
import cn.zhigong.platform.calendar.ClockRule;
import cn.zhigong.platform.calendar.Deadline;
import cn.zhigong.platform.calendar.StatutoryClock;
import cn.zhigong.platform.calendar.WorkingCalendar;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/** How long the old union may think about letting a member go. */
final class TransferRules {

    private static final int DAYS = 10;

    /** Ten working days are never shorter; what is younger need not be looked at. */
    static final Duration SHORTEST = Duration.ofDays(DAYS);

    private static final ClockRule RULE =
            new ClockRule("transfer-source", DAYS, WORKING_DAYS, "会籍接转原工会确认时限: a rule of this platform", false);

    private TransferRules() {}

    /** The end of the tenth working day after the transfer was opened: from then on the old union has let go. */
    static Instant silentFrom(Instant openedAt, WorkingCalendar calendar) {
        return switch (StatutoryClock.dueAt(ChinaTime.dayOf(openedAt), RULE, List.of(), calendar)) {
            case Deadline.Due due -> due.endsAt();
            case Deadline.Suspended _ -> throw new IllegalStateException("Nothing pauses this clock");
        };
    }

    static boolean isSilent(Instant openedAt, WorkingCalendar calendar, Instant now) {
        return !silentFrom(openedAt, calendar).isAfter(now);
    }
}
