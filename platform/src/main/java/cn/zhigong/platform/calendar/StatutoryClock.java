package cn.zhigong.platform.calendar;

import static cn.zhigong.platform.calendar.ClockRule.Unit.WORKING_DAYS;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * Counts periods as 民法典 §§201-203 and 民诉法 §85 do: the first day is not counted; months and years end on the day of the
 * same number, or on the last of a shorter month; a last day off moves to the next working day; the period ends when
 * that day does. A pause adds the days it took.
 */
public final class StatutoryClock {
    private StatutoryClock() {}

    /**
     * When a period ends.
     *
     * @param startDate the day of the event from which the law counts
     * @param pauses in any order, may overlap
     */
    public static Deadline dueAt(
            LocalDate startDate, ClockRule rule, Collection<Pause> pauses, WorkingCalendar calendar) {
        var stops = merged(pauses, startDate.plusDays(1));
        var due = nominal(startDate, rule, calendar);
        for (var stop : stops) {
            if (stop.from().isAfter(due)) {
                break;
            }
            if (stop.until() == null) {
                return new Deadline.Suspended(stop.from(), provisional(startDate, due, rule, calendar));
            }
            due = extended(due, stop.from(), stop.until(), rule, calendar);
        }
        return rolled(startDate, due, rule, stops, calendar);
    }

    private static LocalDate nominal(LocalDate start, ClockRule rule, WorkingCalendar calendar) {
        return switch (rule.unit()) {
            case NATURAL_DAYS -> start.plusDays(rule.length());
            case WORKING_DAYS -> calendar.plusWorkingDays(start, rule.length());
            case MONTHS -> start.plusMonths(rule.length());
            case YEARS -> start.plusYears(rule.length());
        };
    }

    /**
     * What a pause took from the period is added at its end; only working days were taken from one counted in these.
     */
    private static LocalDate extended(
            LocalDate due, LocalDate from, LocalDate until, ClockRule rule, WorkingCalendar calendar) {
        if (rule.unit() != WORKING_DAYS) {
            return due.plusDays(ChronoUnit.DAYS.between(from, until));
        }
        var taken = calendar.workingDaysBetween(from.minusDays(1), until.minusDays(1));
        return calendar.plusWorkingDays(due, Math.toIntExact(taken));
    }

    private static Deadline rolled(
            LocalDate start, LocalDate due, ClockRule rule, List<Pause> stops, WorkingCalendar calendar) {
        var last = due;
        while (rule.rollForward()) {
            last = calendar.rollForward(last);
            // A pause that begins while a last day off is being waited out stops the clock as well.
            var stop = pauseOn(last, stops);
            if (stop.isEmpty()) {
                break;
            }
            var until = stop.get().until();
            if (until == null) {
                return new Deadline.Suspended(stop.get().from(), provisional(start, last, rule, calendar));
            }
            last = until;
        }
        return new Deadline.Due(last, ChinaTime.endOf(last), provisional(start, last, rule, calendar));
    }

    private static Optional<Pause> pauseOn(LocalDate day, List<Pause> stops) {
        return stops.stream()
                .filter(stop -> !stop.from().isAfter(day)
                        && (stop.until() == null || stop.until().isAfter(day)))
                .findFirst();
    }

    /** Working days depend on every year counted through, other periods only on the year in which they end. */
    private static boolean provisional(LocalDate start, LocalDate end, ClockRule rule, WorkingCalendar calendar) {
        if (rule.unit() == WORKING_DAYS) {
            return !calendar.covers(start, end);
        }
        return rule.rollForward() && !calendar.covers(end.getYear());
    }

    /** In order, without overlap, and without what lies before the first counted day. */
    private static List<Pause> merged(Collection<Pause> pauses, LocalDate firstCounted) {
        var merged = new ArrayList<Pause>();
        for (var pause :
                pauses.stream().sorted(Comparator.comparing(Pause::from)).toList()) {
            var from = pause.from().isBefore(firstCounted) ? firstCounted : pause.from();
            if (pause.until() != null && !pause.until().isAfter(from)) {
                continue;
            }
            if (merged.isEmpty() || isBefore(merged.getLast(), from)) {
                merged.add(new Pause(from, pause.until()));
            } else {
                merged.add(joined(merged.removeLast(), pause));
            }
        }
        return merged;
    }

    private static boolean isBefore(Pause pause, LocalDate day) {
        return pause.until() != null && pause.until().isBefore(day);
    }

    private static Pause joined(Pause earlier, Pause later) {
        var first = earlier.until();
        var second = later.until();
        if (first == null || second == null) {
            return new Pause(earlier.from(), null);
        }
        return new Pause(earlier.from(), first.isAfter(second) ? first : second);
    }
}
