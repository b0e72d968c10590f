package cn.zhigong.platform.calendar;

import static cn.zhigong.platform.calendar.ClockRule.Unit.MONTHS;
import static cn.zhigong.platform.calendar.ClockRule.Unit.NATURAL_DAYS;
import static cn.zhigong.platform.calendar.ClockRule.Unit.WORKING_DAYS;
import static cn.zhigong.platform.calendar.ClockRule.Unit.YEARS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class StatutoryClockTest {
    private final WorkingCalendar calendar = WorkingCalendar.shipped();

    @ParameterizedTest(name = "{1} {2} from {0} end on {3}")
    @CsvSource({
        "2026-03-02, 15, NATURAL_DAYS, 2026-03-17",
        "2026-03-05, 15, NATURAL_DAYS, 2026-03-20",
        "2026-03-06, 15, NATURAL_DAYS, 2026-03-23", // Saturday 21 March rolls to Monday
        "2026-09-20, 15, NATURAL_DAYS, 2026-10-08", // 5 October lies in the holidays
        "2026-09-05, 15, NATURAL_DAYS, 2026-09-20", // a Sunday that is worked
        "2026-09-30, 5, WORKING_DAYS, 2026-10-13",
        "2026-02-13, 1, WORKING_DAYS, 2026-02-14",
        "2026-01-31, 1, MONTHS, 2026-02-28", // shorter month; a Saturday that is worked
        "2025-12-31, 1, MONTHS, 2026-02-02", // 31 January is a Saturday
        "2024-02-29, 1, YEARS, 2025-02-28",
        "2023-02-28, 1, YEARS, 2024-02-28",
        "2025-05-01, 1, YEARS, 2026-05-06",
        "2028-02-28, 1, NATURAL_DAYS, 2028-02-29",
    })
    void periodsEndAsTheLawCounts(LocalDate start, int length, ClockRule.Unit unit, LocalDate end) {
        assertThat(lastDay(start, rule(length, unit))).isEqualTo(end);
    }

    @Test
    void thePeriodIsOverAtMidnightInShanghai() {
        var due = due(LocalDate.of(2026, 3, 2), rule(15, NATURAL_DAYS));
        assertThat(due.endsAt()).isEqualTo(Instant.parse("2026-03-17T16:00:00Z"));
        assertThat(ChinaTime.dayOf(due.endsAt().minusNanos(1))).isEqualTo(due.lastDay());
        assertThat(ChinaTime.dayOf(due.endsAt())).isEqualTo(due.lastDay().plusDays(1));
    }

    @Test
    void aPeriodThatDoesNotRollEndsOnItsDayOff() {
        var rule = new ClockRule("T", 15, NATURAL_DAYS, "test", false);
        assertThat(lastDay(LocalDate.of(2026, 3, 6), rule)).isEqualTo("2026-03-21");
    }

    @Test
    void saysWhenTheAnswerHangsOnAYearWithoutNotice() {
        assertThat(due(LocalDate.of(2026, 12, 1), rule(15, NATURAL_DAYS)).provisional())
                .isFalse();
        assertThat(due(LocalDate.of(2026, 12, 30), rule(15, NATURAL_DAYS)).provisional())
                .isTrue();
        assertThat(due(LocalDate.of(2026, 12, 30), rule(15, WORKING_DAYS)).provisional())
                .isTrue();
        assertThat(due(LocalDate.of(2026, 12, 30), new ClockRule("T", 15, NATURAL_DAYS, "test", false))
                        .provisional())
                .isFalse();
    }

    @Test
    void aPauseAddsTheDaysItTook() {
        var start = LocalDate.of(2026, 3, 2);
        assertThat(lastDay(start, rule(15, NATURAL_DAYS), pause("2026-03-10", "2026-03-13")))
                .isEqualTo("2026-03-20");
        assertThat(lastDay(start, rule(5, WORKING_DAYS), pause("2026-03-05", "2026-03-09")))
                .isEqualTo("2026-03-11"); // two of the four days were a weekend
        assertThat(lastDay(start, rule(1, MONTHS), pause("2026-03-10", "2026-03-17")))
                .isEqualTo("2026-04-09");
    }

    @Test
    void pausesOutsideThePeriodTakeNothing() {
        var start = LocalDate.of(2026, 3, 2);
        assertThat(lastDay(start, rule(15, NATURAL_DAYS), pause("2026-02-01", "2026-03-03")))
                .isEqualTo("2026-03-17");
        assertThat(lastDay(start, rule(15, NATURAL_DAYS), pause("2026-03-18", null)))
                .isEqualTo("2026-03-17");
        assertThat(lastDay(start, rule(15, NATURAL_DAYS), pause("2026-03-05", "2026-03-05")))
                .isEqualTo("2026-03-17");
    }

    @Test
    void anOpenPauseLeavesTheEndOpen() {
        assertThat(StatutoryClock.dueAt(
                        LocalDate.of(2026, 3, 2), rule(15, NATURAL_DAYS), List.of(pause("2026-03-17", null)), calendar))
                .isEqualTo(new Deadline.Suspended(LocalDate.of(2026, 3, 17), false));
    }

    @Test
    void aPauseThatBeginsWhileADayOffIsWaitedOutCounts() {
        // The last day is Saturday 21 March; the pause begins on Sunday, before the Monday to which it moves.
        assertThat(lastDay(LocalDate.of(2026, 3, 6), rule(15, NATURAL_DAYS), pause("2026-03-22", "2026-03-25")))
                .isEqualTo("2026-03-25");
        assertThat(StatutoryClock.dueAt(
                        LocalDate.of(2026, 3, 6), rule(15, NATURAL_DAYS), List.of(pause("2026-03-22", null)), calendar))
                .isInstanceOf(Deadline.Suspended.class);
    }

    @Test
    void nonsenseIsRefused() {
        assertThatIllegalArgumentException().isThrownBy(() -> rule(0, YEARS));
        assertThatIllegalArgumentException().isThrownBy(() -> rule(101, YEARS));
        assertThatIllegalArgumentException().isThrownBy(() -> pause("2026-03-05", "2026-03-04"));
    }

    @Test
    void agreesWithCountingDayByDayHoweverPausesOverlap() {
        var seed = System.nanoTime();
        var random = new Random(seed);
        for (var round = 0; round < 5_000; round++) {
            var start = LocalDate.of(2025, 1, 1).plusDays(random.nextInt(500));
            var unit = random.nextBoolean() ? NATURAL_DAYS : WORKING_DAYS;
            var rule = new ClockRule("T", 1 + random.nextInt(40), unit, "test", false);
            var pauses = new ArrayList<Pause>();
            for (var i = random.nextInt(4); i > 0; i--) {
                var from = start.plusDays(random.nextInt(60) - 10);
                pauses.add(new Pause(from, from.plusDays(random.nextInt(20))));
            }
            assertThat(lastDay(start, rule, pauses.toArray(Pause[]::new)))
                    .as("%s %s %s seed %d", start, rule, pauses, seed)
                    .isEqualTo(dayByDay(start, rule, pauses));
        }
    }

    @Test
    void aLaterStartNeverEndsEarlierAndALongerPeriodNeither() {
        var seed = System.nanoTime();
        var random = new Random(seed);
        for (var round = 0; round < 5_000; round++) {
            var start = LocalDate.of(2025, 1, 1).plusDays(random.nextInt(700));
            var unit = List.of(ClockRule.Unit.values()).get(random.nextInt(4));
            var length = 1 + random.nextInt(unit == YEARS ? 3 : 30);
            var end = lastDay(start, rule(length, unit));
            assertThat(lastDay(start.plusDays(1), rule(length, unit)))
                    .as("%s %d %s seed %d", start, length, unit, seed)
                    .isAfterOrEqualTo(end);
            assertThat(lastDay(start, rule(length + 1, unit)))
                    .as("%s %d %s seed %d", start, length, unit, seed)
                    .isAfterOrEqualTo(end);
            assertThat(calendar.isWorkingDay(end)).as("seed %d", seed).isTrue();
        }
    }

    private LocalDate dayByDay(LocalDate start, ClockRule rule, List<Pause> pauses) {
        var paused = new HashSet<LocalDate>();
        for (var pause : pauses) {
            pause.from()
                    .datesUntil(pause.until() == null ? LocalDate.MAX : pause.until())
                    .forEach(paused::add);
        }
        var left = rule.length();
        var day = start;
        while (left > 0) {
            day = day.plusDays(1);
            var counts = rule.unit() == NATURAL_DAYS || calendar.isWorkingDay(day);
            left -= counts && !paused.contains(day) ? 1 : 0;
        }
        return day;
    }

    private static ClockRule rule(int length, ClockRule.Unit unit) {
        return new ClockRule("T", length, unit, "test", true);
    }

    private static Pause pause(String from, @Nullable String until) {
        return new Pause(LocalDate.parse(from), until == null ? null : LocalDate.parse(until));
    }

    private Deadline.Due due(LocalDate start, ClockRule rule, Pause... pauses) {
        return (Deadline.Due) StatutoryClock.dueAt(start, rule, List.of(pauses), calendar);
    }

    private LocalDate lastDay(LocalDate start, ClockRule rule, Pause... pauses) {
        return due(start, rule, pauses).lastDay();
    }
}
