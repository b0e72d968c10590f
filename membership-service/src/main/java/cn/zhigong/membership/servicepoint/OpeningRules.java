package cn.zhigong.membership.servicepoint;

import cn.zhigong.platform.calendar.ChinaTime;
import cn.zhigong.platform.calendar.WorkingCalendar;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Which opening hours can be, and what they say of an instant. */
final class OpeningRules {

    /** Whoever asks when a place opens next does not plan further ahead; what is open longer has no end to tell. */
    static final int DAYS_AHEAD = 60;

    private OpeningRules() {}

    /** What is wrong with a field: its name in the body and the code of a violation. */
    record Fault(String field, String code) {}

    /**
     * What a place's hours say of an instant.
     *
     * @param until when it closes; absent while it is closed, and when it does not close within {@link #DAYS_AHEAD}
     * @param opensNext when it opens; absent while it is open, and when it does not open within {@link #DAYS_AHEAD}
     */
    record Opening(
            boolean openNow,
            @Nullable Instant until,
            @Nullable Instant opensNext) {

        static final Opening NOT_OPEN = new Opening(false, null, null);
    }

    /** Everything that bean validation cannot see in hours whose parts are well formed. */
    static List<Fault> faults(OpeningHours hours) {
        var faults = new ArrayList<Fault>();
        for (var day : DayOfWeek.values()) {
            var intervals = hours.weekly().getOrDefault(day, List.of());
            faults.addAll(faults("openingHours.weekly." + day, intervals));
        }
        var named = new HashSet<LocalDate>();
        for (var i = 0; i < hours.exceptions().size(); i++) {
            var day = hours.exceptions().get(i);
            var field = "openingHours.exceptions[%d]".formatted(i);
            if (!named.add(day.date())) {
                faults.add(new Fault(field + ".date", "NAMED_TWICE"));
            }
            faults.addAll(faults(field + ".intervals", day.intervals()));
        }
        return faults;
    }

    private static List<Fault> faults(String field, List<OpeningInterval> intervals) {
        var faults = new ArrayList<Fault>();
        for (var i = 0; i < intervals.size(); i++) {
            var one = intervals.get(i);
            var at = "%s[%d]".formatted(field, i);
            if (!one.isForward()) {
                faults.add(new Fault(at + ".closes", "CLOSES_NEXT_DAY"));
            } else if (intervals.subList(0, i).stream().anyMatch(one::overlaps)) {
                faults.add(new Fault(at, "OVERLAPS"));
            }
        }
        return faults;
    }

    /** The weekday whose hours a date has. */
    static DayOfWeek dayKept(LocalDate date, boolean keepsWorkingCalendar, WorkingCalendar calendar) {
        var own = date.getDayOfWeek();
        var isWeekend = own == DayOfWeek.SATURDAY || own == DayOfWeek.SUNDAY;
        if (!keepsWorkingCalendar || calendar.isWorkingDay(date) != isWeekend) {
            return own;
        }
        return isWeekend ? DayOfWeek.MONDAY : DayOfWeek.SUNDAY;
    }

    /** What is open on a date, in order. */
    static List<OpeningInterval> on(OpeningHours hours, LocalDate date, WorkingCalendar calendar) {
        var intervals = hours.exceptions().stream()
                .filter(one -> one.date().equals(date))
                .findFirst()
                .map(OpeningHours.DayException::intervals)
                .orElseGet(() ->
                        hours.weekly().getOrDefault(dayKept(date, hours.keepsWorkingCalendar(), calendar), List.of()));
        return intervals.stream()
                .sorted(Comparator.comparing(OpeningInterval::opens))
                .toList();
    }

    static Opening at(OpeningHours hours, Instant now, WorkingCalendar calendar) {
        var civil = now.atZone(ChinaTime.ZONE).toLocalDateTime();
        var next = begins(hours, civil, calendar);
        if (next.isEmpty() || next.get().isAfter(civil)) {
            return new Opening(false, null, next.map(OpeningRules::instant).orElse(null));
        }
        return new Opening(true, ends(hours, civil, calendar), null);
    }

    /** {@code from} itself when it is open then, else when it opens. */
    private static Optional<LocalDateTime> begins(OpeningHours hours, LocalDateTime from, WorkingCalendar calendar) {
        for (var ahead = 0; ahead <= DAYS_AHEAD; ahead++) {
            var day = from.toLocalDate().plusDays(ahead);
            for (var one : on(hours, day, calendar)) {
                if (one.ends(day).isAfter(from)) {
                    var begins = one.begins(day);
                    return Optional.of(begins.isAfter(from) ? begins : from);
                }
            }
        }
        return Optional.empty();
    }

    /** Stretches that touch are one: at midnight most of all. */
    private static @Nullable Instant ends(OpeningHours hours, LocalDateTime from, WorkingCalendar calendar) {
        var reached = from;
        for (var ahead = 0; ahead <= DAYS_AHEAD; ahead++) {
            var day = from.toLocalDate().plusDays(ahead);
            for (var one : on(hours, day, calendar)) {
                if (!one.begins(day).isAfter(reached) && one.ends(day).isAfter(reached)) {
                    reached = one.ends(day);
                }
            }
            if (reached.isBefore(day.plusDays(1).atStartOfDay())) {
                return instant(reached);
            }
        }
        return null;
    }

    private static Instant instant(LocalDateTime civil) {
        return civil.atZone(ChinaTime.ZONE).toInstant();
    }
}
