package cn.zhigong.platform.calendar;

import java.time.LocalDate;

/**
 * A day named in the State Council's yearly notice (放假安排).
 *
 * @param name the holiday it belongs to, as the notice calls it
 */
public record CalendarDay(LocalDate date, Kind kind, String name) {
    public enum Kind {
        /** Nobody works, whatever the day of the week. */
        HOLIDAY,
        /** A Saturday or Sunday worked in exchange for a holiday (调休). */
        WORKDAY
    }
}
