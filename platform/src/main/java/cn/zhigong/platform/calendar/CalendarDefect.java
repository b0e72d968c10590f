package cn.zhigong.platform.calendar;

import static cn.zhigong.platform.calendar.CalendarDay.Kind.WORKDAY;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;

/** Why a day cannot stand in the notice of a year. */
public record CalendarDefect(LocalDate date, Reason reason) {
    public enum Reason {
        OUTSIDE_THE_YEAR,
        NAMED_TWICE,
        /** Only a day off can be worked in exchange; on a weekday it is a slip of the pen. */
        WORKDAY_ON_A_WEEKDAY,
        /** Empty, or longer than {@value #LONGEST_NAME} characters. */
        NAME_LENGTH
    }

    static final int LONGEST_NAME = 40;

    /** Everything wrong with a year's notice; a good one has no defects. */
    public static List<CalendarDefect> in(int year, Collection<CalendarDay> days) {
        var seen = new HashSet<LocalDate>();
        var defects = new ArrayList<CalendarDefect>();
        for (var day : days) {
            if (day.date().getYear() != year) {
                defects.add(new CalendarDefect(day.date(), Reason.OUTSIDE_THE_YEAR));
            }
            if (!seen.add(day.date())) {
                defects.add(new CalendarDefect(day.date(), Reason.NAMED_TWICE));
            }
            if (day.kind() == WORKDAY && !WorkingCalendar.isWeekend(day.date())) {
                defects.add(new CalendarDefect(day.date(), Reason.WORKDAY_ON_A_WEEKDAY));
            }
            if (day.name().isBlank() || day.name().length() > LONGEST_NAME) {
                defects.add(new CalendarDefect(day.date(), Reason.NAME_LENGTH));
            }
        }
        return List.copyOf(defects);
    }
}
