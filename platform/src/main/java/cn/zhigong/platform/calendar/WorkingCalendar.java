package cn.zhigong.platform.calendar;

import static cn.zhigong.platform.calendar.CalendarDay.Kind.HOLIDAY;
import static cn.zhigong.platform.calendar.CalendarDay.Kind.WORKDAY;
import static java.util.function.Function.identity;
import static java.util.stream.Collectors.toMap;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.IntStream;

/**
 * Which days are working days: Monday to Friday, less the holidays and plus the make-up days of the years whose notice
 * is loaded. A year without one knows only weekends; ask {@link #covers}. Immutable.
 */
public final class WorkingCalendar {
    private static final String FILE = "/calendar/holidays.csv";
    private static final NavigableMap<LocalDate, CalendarDay> NONE =
            Collections.unmodifiableNavigableMap(new TreeMap<>());
    private static final WorkingCalendar SHIPPED = new WorkingCalendar(read());

    /** The notices by year; each holds its days by date. */
    private final Map<Integer, NavigableMap<LocalDate, CalendarDay>> years;

    private WorkingCalendar(Map<Integer, NavigableMap<LocalDate, CalendarDay>> years) {
        this.years = years;
    }

    /** The notices that ship with the platform: 2025 and 2026. */
    public static WorkingCalendar shipped() {
        return SHIPPED;
    }

    /** No notice at all: weekends only. */
    public static WorkingCalendar weekendsOnly() {
        return new WorkingCalendar(Map.of());
    }

    /**
     * This calendar with the notice of one year put in place of what it knew of that year.
     *
     * @throws IllegalArgumentException when the notice has defects
     */
    public WorkingCalendar withYear(int year, Collection<CalendarDay> notice) {
        var defects = CalendarDefect.in(year, notice);
        if (!defects.isEmpty()) {
            throw new IllegalArgumentException("The notice of %d has defects: %s".formatted(year, defects));
        }
        var changed = new HashMap<>(years);
        changed.put(year, byDate(notice));
        return new WorkingCalendar(Map.copyOf(changed));
    }

    /** Whether the notice of a year is loaded; if not, dates in it may still move. */
    public boolean covers(int year) {
        return years.containsKey(year);
    }

    /** Whether every year from one day to another is covered, both included. */
    public boolean covers(LocalDate from, LocalDate to) {
        return IntStream.rangeClosed(from.getYear(), to.getYear()).allMatch(this::covers);
    }

    /** The notice of a year in order; empty when it is not loaded. */
    public List<CalendarDay> notice(int year) {
        return List.copyOf(days(year).values());
    }

    public boolean isWorkingDay(LocalDate date) {
        var named = days(date.getYear()).get(date);
        return named == null ? !isWeekend(date) : named.kind() == WORKDAY;
    }

    /**
     * The n-th working day after a day, which itself is not counted; for 0 the day itself or the next working day.
     *
     * @param n 0 to 10,000
     */
    public LocalDate plusWorkingDays(LocalDate date, int n) {
        if (n < 0 || n > 10_000) {
            throw new IllegalArgumentException("Cannot count %d working days".formatted(n));
        }
        var day = n == 0 ? rollForward(date) : date;
        for (var counted = 0; counted < n; counted++) {
            day = rollForward(day.plusDays(1));
        }
        return day;
    }

    /** How many working days lie after the first day up to and including the last; negative when they are swapped. */
    public long workingDaysBetween(LocalDate first, LocalDate last) {
        if (last.isBefore(first)) {
            return -workingDaysBetween(last, first);
        }
        var exceptions = IntStream.rangeClosed(first.getYear(), last.getYear())
                .mapToLong(year -> gain(days(year), first, last))
                .sum();
        return weekdaysUpTo(last) - weekdaysUpTo(first) + exceptions;
    }

    /** The day itself when it is a working day, else the next one. */
    public LocalDate rollForward(LocalDate date) {
        var day = date;
        while (!isWorkingDay(day)) {
            day = day.plusDays(1);
        }
        return day;
    }

    static boolean isWeekend(LocalDate date) {
        var day = date.getDayOfWeek();
        return day == DayOfWeek.SATURDAY || day == DayOfWeek.SUNDAY;
    }

    private NavigableMap<LocalDate, CalendarDay> days(int year) {
        return years.getOrDefault(year, NONE);
    }

    /** Make-up days less holidays on weekdays. */
    private static long gain(NavigableMap<LocalDate, CalendarDay> notice, LocalDate after, LocalDate upTo) {
        return notice.subMap(after, false, upTo, true).values().stream()
                .mapToInt(day -> day.kind() == HOLIDAY ? (isWeekend(day.date()) ? 0 : -1) : 1)
                .sum();
    }

    /** Mondays to Fridays from a fixed Monday up to and including a day. */
    private static long weekdaysUpTo(LocalDate day) {
        var days = ChronoUnit.DAYS.between(LocalDate.of(1, 1, 1), day) + 1;
        return Math.floorDiv(days, 7L) * 5 + Math.min(Math.floorMod(days, 7), 5);
    }

    private static NavigableMap<LocalDate, CalendarDay> byDate(Collection<CalendarDay> notice) {
        return notice.stream().collect(toMap(CalendarDay::date, identity(), (_, later) -> later, TreeMap::new));
    }

    private static Map<Integer, NavigableMap<LocalDate, CalendarDay>> read() {
        try (var file = Objects.requireNonNull(WorkingCalendar.class.getResourceAsStream(FILE), FILE)) {
            var years = new HashMap<Integer, NavigableMap<LocalDate, CalendarDay>>();
            new String(file.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .skip(1)
                    .map(line -> line.split(",", 3))
                    .map(f -> new CalendarDay(LocalDate.parse(f[0]), CalendarDay.Kind.valueOf(f[1]), f[2]))
                    .forEach(day -> years.computeIfAbsent(day.date().getYear(), _ -> new TreeMap<>())
                            .put(day.date(), day));
            return Map.copyOf(years);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
