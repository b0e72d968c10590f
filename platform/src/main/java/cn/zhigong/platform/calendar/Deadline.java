package cn.zhigong.platform.calendar;

import java.time.Instant;
import java.time.LocalDate;

/** When a period ends, as far as can be told today; to be computed again when a pause or the calendar changes. */
public sealed interface Deadline {
    /**
     * Whether a year without a notice was counted through, so that the answer may still move.
     *
     * @see WorkingCalendar#covers(int)
     */
    boolean provisional();

    /**
     * The period ends.
     *
     * @param lastDay acting on this day is still in time
     * @param endsAt midnight after the last day in China; at this instant the period is over
     */
    record Due(LocalDate lastDay, Instant endsAt, boolean provisional) implements Deadline {}

    /**
     * The period stands still and nobody knows until when.
     *
     * @param since the first day that does not count
     */
    record Suspended(LocalDate since, boolean provisional) implements Deadline {}
}
