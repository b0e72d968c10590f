package cn.zhigong.rights.clock;

import static cn.zhigong.platform.calendar.CalendarDay.Kind.HOLIDAY;
import static org.assertj.core.api.Assertions.assertThat;

import cn.zhigong.platform.calendar.CalendarDay;
import cn.zhigong.platform.calendar.ChinaTime;
import cn.zhigong.platform.calendar.ClockRule;
import cn.zhigong.platform.calendar.WorkingCalendar;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ClockTest {

    private static final WorkingCalendar CALENDAR = WorkingCalendar.shipped();

    private static Instant morningOf(LocalDate day) {
        return day.atTime(9, 30).atZone(ChinaTime.ZONE).toInstant();
    }

    private static Clock clock(ClockRule rule, LocalDate start) {
        return new Clock(UUID.randomUUID(), UUID.randomUUID(), UUID.randomUUID(), rule, morningOf(start), CALENDAR);
    }

    private static LocalDate lastDay(Clock clock) {
        return Objects.requireNonNull(clock.view().lastDay());
    }

    private static Instant dueAt(Clock clock) {
        return Objects.requireNonNull(clock.view().dueAt());
    }

    @ParameterizedTest(name = "received {0}, last day {1}")
    @CsvSource({
        "2026-03-02, 2026-03-17", // the first day is not counted
        "2026-03-06, 2026-03-23", // the 21st is a Saturday
        "2026-01-30, 2026-02-14", // a Saturday, but worked in exchange for the Spring Festival
        "2026-01-31, 2026-02-24", // the 15th is the first day of the Spring Festival
        "2026-02-08, 2026-02-24", // and the 23rd its last
        "2026-02-09, 2026-02-24",
        "2025-12-17, 2026-01-04", // New Year's Day, off until Saturday; the Sunday is worked
        "2026-09-20, 2026-10-08" // the National Day week
    })
    void mediationEndsOnTheFifteenthDayOrTheNextWorkingDay(LocalDate received, LocalDate last) {
        assertThat(lastDay(clock(DisputeLaw.MEDIATION, received))).isEqualTo(last);
    }

    @ParameterizedTest(name = "knew on {0}, last day {1}")
    @CsvSource({
        "2025-05-06, 2026-05-06",
        "2024-02-29, 2025-02-28", // a leap day ends on the last of February
        "2025-02-17, 2026-02-24", // in the Spring Festival
        "2025-01-01, 2026-01-04"
    })
    void limitationEndsAYearAfterTheWorkerKnew(LocalDate knew, LocalDate last) {
        assertThat(lastDay(clock(DisputeLaw.LIMITATION, knew))).isEqualTo(last);
    }

    @Test
    void theDayIsTheOneInChina() {
        var lateInLondon = Instant.parse("2026-03-01T17:00:00Z");
        var clock = new Clock(
                UUID.randomUUID(), UUID.randomUUID(), UUID.randomUUID(), DisputeLaw.MEDIATION, lateInLondon, CALENDAR);
        assertThat(lastDay(clock)).isEqualTo(LocalDate.of(2026, 3, 17));
        assertThat(dueAt(clock)).isEqualTo(Instant.parse("2026-03-17T16:00:00Z"));
    }

    @Test
    void anEndInAYearWithoutNoticeIsProvisional() {
        assertThat(clock(DisputeLaw.MEDIATION, LocalDate.of(2026, 12, 25))
                        .view()
                        .provisional())
                .isTrue();
        assertThat(clock(DisputeLaw.MEDIATION, LocalDate.of(2026, 12, 1)).view().provisional())
                .isFalse();
    }

    @Test
    void aMissedDeadlineIsMarkedOnceAndWithTheMomentItRanOut() {
        var clock = clock(DisputeLaw.MEDIATION, LocalDate.of(2026, 3, 2));
        var due = dueAt(clock);
        assertThat(clock.breachIfOver(due.minusSeconds(1))).isFalse();
        assertThat(clock.breachIfOver(due.plusSeconds(5))).isTrue();
        assertThat(clock.breachIfOver(due.plusSeconds(9))).isFalse();
        assertThat(clock.view().breachedAt()).isEqualTo(due);
    }

    @Test
    void whatIsMetInTimeIsNeverMissed() {
        var clock = clock(DisputeLaw.MEDIATION, LocalDate.of(2026, 3, 2));
        clock.meet(dueAt(clock).minusSeconds(1));
        assertThat(clock.view().metAt()).isNotNull();
        assertThat(clock.view().breachedAt()).isNull();
    }

    @Test
    void whatIsMetTooLateIsMissedAllTheSame() {
        var clock = clock(DisputeLaw.MEDIATION, LocalDate.of(2026, 3, 2));
        clock.meet(dueAt(clock));
        assertThat(clock.view().breachedAt()).isEqualTo(dueAt(clock));
    }

    @Test
    void aClockOfACaseThatEndedIsNoLongerMissedButStillShowsItsDay() {
        var clock = clock(DisputeLaw.LIMITATION, LocalDate.of(2026, 2, 4));
        clock.close(morningOf(LocalDate.of(2026, 3, 1)));
        assertThat(clock.breachIfOver(dueAt(clock))).isFalse();
        assertThat(clock.view().breachedAt()).isNull();
        clock.recompute(
                CALENDAR.withYear(2027, List.of(new CalendarDay(LocalDate.of(2027, 2, 4), HOLIDAY, "春节"))),
                morningOf(LocalDate.of(2026, 12, 1)));
        assertThat(lastDay(clock)).isEqualTo(LocalDate.of(2027, 2, 5));
    }

    @Test
    void aHolidayLoadedLateMovesTheDeadlineAndTakesTheBreachBack() {
        var clock = clock(DisputeLaw.MEDIATION, LocalDate.of(2027, 1, 20));
        assertThat(lastDay(clock)).isEqualTo(LocalDate.of(2027, 2, 4));
        var moment = dueAt(clock).plusSeconds(60);
        assertThat(clock.breachIfOver(moment)).isTrue();
        var off = List.of(
                new CalendarDay(LocalDate.of(2027, 2, 4), HOLIDAY, "春节"),
                new CalendarDay(LocalDate.of(2027, 2, 5), HOLIDAY, "春节"));
        clock.recompute(CALENDAR.withYear(2027, off), moment);
        assertThat(lastDay(clock)).isEqualTo(LocalDate.of(2027, 2, 8));
        assertThat(clock.view().breachedAt()).isNull();
        assertThat(clock.view().provisional()).isFalse();
    }

    @Test
    void whatIsMetStaysAsItWasWhenTheCalendarChanges() {
        var clock = clock(DisputeLaw.MEDIATION, LocalDate.of(2027, 1, 20));
        clock.meet(morningOf(LocalDate.of(2027, 1, 25)));
        clock.recompute(
                CALENDAR.withYear(2027, List.of(new CalendarDay(LocalDate.of(2027, 2, 4), HOLIDAY, "春节"))),
                morningOf(LocalDate.of(2027, 3, 1)));
        assertThat(lastDay(clock)).isEqualTo(LocalDate.of(2027, 2, 4));
    }

    @Test
    void aPauseAddsItsDaysAndAnOpenOneStopsTheClock() {
        var clock = clock(DisputeLaw.MEDIATION, LocalDate.of(2026, 3, 2));
        var now = morningOf(LocalDate.of(2026, 3, 5));
        clock.pause(LocalDate.of(2026, 3, 5), LocalDate.of(2026, 3, 11), CALENDAR, now);
        assertThat(lastDay(clock)).isEqualTo(LocalDate.of(2026, 3, 23));
        clock.pause(LocalDate.of(2026, 3, 15), null, CALENDAR, now);
        assertThat(clock.view().dueAt()).isNull();
        assertThat(clock.breachIfOver(morningOf(LocalDate.of(2030, 1, 1)))).isFalse();
    }

    @Test
    void whereverItStartsItEndsOnAWorkingDayNotBeforeTheFifteenth() {
        var seed = System.nanoTime();
        var random = new Random(seed);
        for (int round = 0; round < 2_000; round++) {
            var start = LocalDate.of(2025, 1, 1).plusDays(random.nextInt(700));
            var last = lastDay(clock(DisputeLaw.MEDIATION, start));
            var nominal = start.plusDays(15);
            assertThat(CALENDAR.isWorkingDay(last))
                    .as("seed %d, %s", seed, start)
                    .isTrue();
            assertThat(last).as("seed %d, %s", seed, start).isAfterOrEqualTo(nominal);
            assertThat(nominal.datesUntil(last).noneMatch(CALENDAR::isWorkingDay))
                    .as("seed %d, %s: no working day between", seed, start)
                    .isTrue();
        }
    }
}
