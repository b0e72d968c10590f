package cn.zhigong.platform.calendar;

import static cn.zhigong.platform.calendar.CalendarDay.Kind.HOLIDAY;
import static cn.zhigong.platform.calendar.CalendarDay.Kind.WORKDAY;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.LocalDate;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WorkingCalendarTest {
    private final WorkingCalendar calendar = WorkingCalendar.shipped();

    @ParameterizedTest
    @CsvSource({
        "2025-01-26, true", // Sunday worked for Spring Festival
        "2025-01-28, false",
        "2025-02-04, false",
        "2025-02-05, true",
        "2025-10-08, false",
        "2025-10-11, true",
        "2026-01-02, false",
        "2026-01-04, true",
        "2026-02-23, false",
        "2026-05-09, true",
        "2026-05-10, false",
        "2027-01-01, true", // no notice yet: a Friday like any other
        "2027-01-02, false",
    })
    void knowsHolidaysAndMakeUpDays(LocalDate date, boolean working) {
        assertThat(calendar.isWorkingDay(date)).isEqualTo(working);
    }

    @Test
    void theShippedNoticesHaveNoDefectsAndTheOfficialNumberOfWorkingDays() {
        for (var year : List.of(2025, 2026)) {
            assertThat(CalendarDefect.in(year, calendar.notice(year))).isEmpty();
            assertThat(calendar.workingDaysBetween(LocalDate.of(year - 1, 12, 31), LocalDate.of(year, 12, 31)))
                    .isEqualTo(248);
        }
    }

    @Test
    void countsFromTheDayAfterAndOverTheTurnOfTheYear() {
        assertThat(calendar.plusWorkingDays(LocalDate.of(2026, 9, 18), 1)).isEqualTo("2026-09-20");
        assertThat(calendar.plusWorkingDays(LocalDate.of(2026, 9, 30), 5)).isEqualTo("2026-10-13");
        assertThat(calendar.plusWorkingDays(LocalDate.of(2025, 12, 31), 1)).isEqualTo("2026-01-04");
        assertThat(calendar.plusWorkingDays(LocalDate.of(2026, 10, 3), 0)).isEqualTo("2026-10-08");
        assertThatIllegalArgumentException().isThrownBy(() -> calendar.plusWorkingDays(LocalDate.of(2026, 1, 1), -1));
    }

    @Test
    void saysWhichYearsItKnows() {
        assertThat(calendar.covers(2025)).isTrue();
        assertThat(calendar.covers(2027)).isFalse();
        assertThat(calendar.covers(LocalDate.of(2026, 12, 31), LocalDate.of(2027, 1, 1)))
                .isFalse();
    }

    @Test
    void aNoticeReplacesItsWholeYearAndNoOther() {
        var newYear = new CalendarDay(LocalDate.of(2026, 1, 1), HOLIDAY, "元旦");
        var changed = calendar.withYear(2026, List.of(newYear));
        assertThat(changed.isWorkingDay(LocalDate.of(2026, 10, 1))).isTrue();
        assertThat(changed.isWorkingDay(LocalDate.of(2025, 10, 1))).isFalse();
        assertThat(calendar.isWorkingDay(LocalDate.of(2026, 10, 1))).isFalse();
        assertThat(changed.notice(2026)).containsExactly(newYear);
    }

    @Test
    void aNoticeWithDefectsIsRefusedWithEachOfThem() {
        var monday = LocalDate.of(2027, 1, 4);
        var days = List.of(
                new CalendarDay(monday, WORKDAY, "元旦"),
                new CalendarDay(monday, HOLIDAY, " "),
                new CalendarDay(LocalDate.of(2026, 12, 31), HOLIDAY, "元旦"));
        assertThat(CalendarDefect.in(2027, days))
                .extracting(CalendarDefect::reason)
                .containsExactly(
                        CalendarDefect.Reason.WORKDAY_ON_A_WEEKDAY,
                        CalendarDefect.Reason.NAMED_TWICE,
                        CalendarDefect.Reason.NAME_LENGTH,
                        CalendarDefect.Reason.OUTSIDE_THE_YEAR);
        assertThatIllegalArgumentException().isThrownBy(() -> calendar.withYear(2027, days));
    }

    @Test
    void agreesWithCountingOnFingers() {
        var seed = System.nanoTime();
        var random = new Random(seed);
        for (var round = 0; round < 3_000; round++) {
            var start = LocalDate.of(2024, 1, 1).plusDays(random.nextInt(1_500));
            var n = 1 + random.nextInt(300);
            var end = calendar.plusWorkingDays(start, n);
            assertThat(end).as("%s+%d seed %d", start, n, seed).isEqualTo(onFingers(start, n));
            assertThat(calendar.isWorkingDay(end)).as("seed %d", seed).isTrue();
            assertThat(calendar.workingDaysBetween(start, end))
                    .as("seed %d", seed)
                    .isEqualTo(n);
            assertThat(calendar.workingDaysBetween(end, start))
                    .as("seed %d", seed)
                    .isEqualTo(-n);
            assertThat(calendar.plusWorkingDays(start, n + 1))
                    .as("seed %d", seed)
                    .isAfter(end);
            assertThat(calendar.plusWorkingDays(start.plusDays(1), n))
                    .as("seed %d", seed)
                    .isAfterOrEqualTo(end);
            assertThat(calendar.rollForward(end)).as("seed %d", seed).isEqualTo(end);
        }
    }

    /** Written from the notice's lists only, so that both would have to be wrong in the same way. */
    private LocalDate onFingers(LocalDate start, int n) {
        var holidays = calendar.notice(start.getYear()).stream()
                .filter(d -> d.kind() == HOLIDAY)
                .toList();
        var left = n;
        var day = start;
        while (left > 0) {
            day = day.plusDays(1);
            var today = day;
            if (day.getYear() != start.getYear()) {
                holidays = calendar.notice(day.getYear()).stream()
                        .filter(d -> d.kind() == HOLIDAY)
                        .toList();
            }
            var off = holidays.stream().anyMatch(d -> d.date().equals(today));
            var madeUp = calendar.notice(day.getYear()).stream()
                    .anyMatch(d -> d.kind() == WORKDAY && d.date().equals(today));
            if (madeUp || (!off && day.getDayOfWeek().getValue() < 6)) {
                left--;
            }
        }
        return day;
    }
}
