package cn.zhigong.membership.servicepoint;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toList;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;

/**
 * When a place is open (开放时间), in the civil time of China.
 *
 * @param weekly what is open on each weekday; a day that is not named is closed
 * @param exceptions days that have hours of their own
 * @param keepsWorkingCalendar whether a weekday that the State Council gives off has the hours of a Sunday, and a
 *     weekend day that it makes a working day those of a Monday; not unless it is said
 */
record OpeningHours(
        @NotNull Map<DayOfWeek, @NotNull @Size(max = OpeningHours.MOST_A_DAY) List<@NotNull @Valid OpeningInterval>> weekly,

        @NotNull @Size(max = OpeningHours.MOST_EXCEPTIONS) List<@NotNull @Valid DayException> exceptions,

        Boolean keepsWorkingCalendar) {

    static final int MOST_A_DAY = 6;
    static final int MOST_EXCEPTIONS = 100;

    /** Nothing known: never open. */
    static final OpeningHours NEVER = new OpeningHours(Map.of(), List.of(), false);

    private static final int LENGTH_OF_DATE = 10;

    /**
     * A day unlike its weekday.
     *
     * @param intervals none when it is closed
     */
    record DayException(
            @NotNull LocalDate date,

            @NotNull @Size(max = OpeningHours.MOST_A_DAY) List<@NotNull @Valid OpeningInterval> intervals) {

        DayException {
            intervals = Objects.requireNonNullElse(intervals, List.of());
        }
    }

    OpeningHours {
        weekly = Objects.requireNonNullElse(weekly, Map.of());
        exceptions = Objects.requireNonNullElse(exceptions, List.of());
        keepsWorkingCalendar = Objects.requireNonNullElse(keepsWorkingCalendar, false);
    }

    /** The weekly hours as they are kept: {@code 1 08:00-11:30} for a Monday, by day and time. */
    String[] writtenWeek() {
        return weekly.entrySet().stream()
                .flatMap(day -> day.getValue().stream().map(one -> day.getKey().getValue() + " " + one.written()))
                .sorted()
                .toArray(String[]::new);
    }

    /** The exceptions as they are kept: {@code 2026-10-01 09:00-12:00}, or the date alone when it is closed. */
    String[] writtenExceptions() {
        return exceptions.stream()
                .flatMap(day -> day.intervals().isEmpty()
                        ? Stream.of(day.date().toString())
                        : day.intervals().stream().map(one -> day.date() + " " + one.written()))
                .sorted()
                .toArray(String[]::new);
    }

    static OpeningHours read(String[] week, String[] exceptions, boolean keepsWorkingCalendar) {
        var weekly = new EnumMap<DayOfWeek, List<OpeningInterval>>(DayOfWeek.class);
        Arrays.stream(week)
                .collect(groupingBy(one -> DayOfWeek.of(one.charAt(0) - '0')))
                .forEach((day, written) -> weekly.put(
                        day,
                        written.stream()
                                .map(one -> OpeningInterval.read(one.substring(2)))
                                .toList()));
        var byDate = Arrays.stream(exceptions)
                .collect(groupingBy(one -> one.substring(0, LENGTH_OF_DATE), LinkedHashMap::new, toList()));
        var days = byDate.entrySet().stream()
                .map(day -> new DayException(
                        LocalDate.parse(day.getKey()),
                        day.getValue().stream()
                                .filter(one -> one.length() > LENGTH_OF_DATE)
                                .map(one -> OpeningInterval.read(one.substring(LENGTH_OF_DATE + 1)))
                                .toList()))
                .toList();
        return new OpeningHours(weekly, days, keepsWorkingCalendar);
    }
}
