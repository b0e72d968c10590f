package cn.zhigong.membership.servicepoint;

import static java.time.DayOfWeek.FRIDAY;
import static java.time.DayOfWeek.MONDAY;
import static java.time.DayOfWeek.SATURDAY;
import static java.time.DayOfWeek.SUNDAY;
import static java.time.DayOfWeek.TUESDAY;
import static org.assertj.core.api.Assertions.assertThat;

import cn.zhigong.membership.servicepoint.OpeningHours.DayException;
import cn.zhigong.membership.servicepoint.OpeningRules.Fault;
import cn.zhigong.membership.servicepoint.OpeningRules.Opening;
import cn.zhigong.platform.calendar.ChinaTime;
import cn.zhigong.platform.calendar.WorkingCalendar;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class OpeningRulesTest {

    private static final WorkingCalendar CALENDAR = WorkingCalendar.shipped();
    private static final OpeningInterval MORNING = new OpeningInterval("08:00", "11:30");
    private static final OpeningInterval AFTERNOON = new OpeningInterval("13:00", "17:30");
    private static final OpeningInterval WHOLE_DAY = new OpeningInterval("00:00", "24:00");

    /** A Monday of the year whose notice ships. */
    private static final LocalDate A_MONDAY = LocalDate.of(2026, 6, 1);

    private static Instant at(String time) {
        return LocalDateTime.parse(time).atZone(ChinaTime.ZONE).toInstant();
    }

    private static OpeningHours weekly(Map<DayOfWeek, List<OpeningInterval>> week) {
        return new OpeningHours(week, List.of(), false);
    }

    private static Opening says(OpeningHours hours, String time) {
        return OpeningRules.at(hours, at(time), CALENDAR);
    }

    @Test
    void betweenTwoShiftsItIsClosedAndOpensWithTheSecond() {
        var hours = weekly(Map.of(MONDAY, List.of(AFTERNOON, MORNING)));
        assertThat(says(hours, "2026-06-01T07:59:59")).isEqualTo(new Opening(false, null, at("2026-06-01T08:00")));
        assertThat(says(hours, "2026-06-01T08:00")).isEqualTo(new Opening(true, at("2026-06-01T11:30"), null));
        assertThat(says(hours, "2026-06-01T11:29:59")).isEqualTo(new Opening(true, at("2026-06-01T11:30"), null));
        assertThat(says(hours, "2026-06-01T11:30")).isEqualTo(new Opening(false, null, at("2026-06-01T13:00")));
        assertThat(says(hours, "2026-06-01T17:30")).isEqualTo(new Opening(false, null, at("2026-06-08T08:00")));
    }

    @Test
    void aNightThatIsWrittenOnBothDaysDoesNotEndAtMidnight() {
        var hours = weekly(Map.of(
                MONDAY, List.of(new OpeningInterval("20:00", "24:00")),
                TUESDAY, List.of(new OpeningInterval("00:00", "06:00"))));
        assertThat(says(hours, "2026-06-01T23:59:59")).isEqualTo(new Opening(true, at("2026-06-02T06:00"), null));
        assertThat(says(hours, "2026-06-02T00:00")).isEqualTo(new Opening(true, at("2026-06-02T06:00"), null));
    }

    @Test
    void intervalsThatTouchAreOne() {
        var hours = weekly(Map.of(MONDAY, List.of(MORNING, new OpeningInterval("11:30", "13:00"), AFTERNOON)));
        assertThat(says(hours, "2026-06-01T09:00").until()).isEqualTo(at("2026-06-01T17:30"));
    }

    @Test
    void whatNeverClosesHasNoEndAndWhatNeverOpensNoBeginning() {
        var always = weekly(
                Arrays.stream(DayOfWeek.values()).collect(Collectors.toMap(day -> day, _ -> List.of(WHOLE_DAY))));
        assertThat(says(always, "2026-06-01T09:00")).isEqualTo(new Opening(true, null, null));
        assertThat(says(OpeningHours.NEVER, "2026-06-01T09:00")).isEqualTo(Opening.NOT_OPEN);
    }

    @Test
    void anExceptionTakesThePlaceOfItsWeekday() {
        var closed = new DayException(A_MONDAY, List.of());
        var other = new DayException(A_MONDAY.plusDays(1), List.of(new OpeningInterval("10:00", "12:00")));
        var hours = new OpeningHours(
                Map.of(MONDAY, List.of(MORNING), TUESDAY, List.of(MORNING)), List.of(closed, other), false);
        assertThat(says(hours, "2026-06-01T09:00")).isEqualTo(new Opening(false, null, at("2026-06-02T10:00")));
        assertThat(says(hours, "2026-06-02T09:00").openNow()).isFalse();
        assertThat(says(hours, "2026-06-08T09:00").openNow()).isTrue();
    }

    @Test
    void nationalDayIsASundayForWhoeverKeepsTheWorkingCalendar() {
        var week = Map.of(DayOfWeek.THURSDAY, List.of(MORNING), SUNDAY, List.of(AFTERNOON));
        // 2026-10-01 is a Thursday.
        assertThat(says(new OpeningHours(week, List.of(), true), "2026-10-01T09:00")
                        .openNow())
                .isFalse();
        assertThat(says(new OpeningHours(week, List.of(), true), "2026-10-01T14:00")
                        .openNow())
                .isTrue();
        assertThat(says(new OpeningHours(week, List.of(), false), "2026-10-01T09:00")
                        .openNow())
                .isTrue();
    }

    @Test
    void aMakeUpDayIsAMondayForWhoeverKeepsTheWorkingCalendar() {
        var makeUp = CALENDAR.notice(2026).stream()
                .map(day -> day.date())
                .filter(day -> day.getDayOfWeek() == SATURDAY || day.getDayOfWeek() == SUNDAY)
                .filter(CALENDAR::isWorkingDay)
                .findFirst()
                .orElseThrow();
        assertThat(OpeningRules.dayKept(makeUp, true, CALENDAR)).isEqualTo(MONDAY);
        assertThat(OpeningRules.dayKept(makeUp, false, CALENDAR)).isEqualTo(makeUp.getDayOfWeek());
        assertThat(OpeningRules.dayKept(LocalDate.of(2026, 6, 5), true, CALENDAR))
                .isEqualTo(FRIDAY);
    }

    @Test
    void theTimeIsThatOfShanghaiInSummerAndWinter() {
        var hours = weekly(Map.of(MONDAY, List.of(MORNING)));
        assertThat(OpeningRules.at(hours, Instant.parse("2026-06-01T00:00:00Z"), CALENDAR)
                        .openNow())
                .isTrue();
        assertThat(OpeningRules.at(hours, Instant.parse("2026-12-07T00:00:00Z"), CALENDAR)
                        .openNow())
                .isTrue();
        assertThat(OpeningRules.at(hours, Instant.parse("2026-05-31T23:59:59Z"), CALENDAR)
                        .openNow())
                .isFalse();
    }

    @Test
    void hoursThatGoBeyondMidnightOrOverlapAreFaults() {
        var night = new OpeningInterval("22:00", "06:00");
        var hours = new OpeningHours(
                Map.of(MONDAY, List.of(night), TUESDAY, List.of(MORNING, new OpeningInterval("11:29", "12:00"))),
                List.of(
                        new DayException(A_MONDAY, List.of(new OpeningInterval("09:00", "09:00"))),
                        new DayException(A_MONDAY, List.of())),
                false);
        assertThat(OpeningRules.faults(hours))
                .containsExactly(
                        new Fault("openingHours.weekly.MONDAY[0].closes", "CLOSES_NEXT_DAY"),
                        new Fault("openingHours.weekly.TUESDAY[1]", "OVERLAPS"),
                        new Fault("openingHours.exceptions[0].intervals[0].closes", "CLOSES_NEXT_DAY"),
                        new Fault("openingHours.exceptions[1].date", "NAMED_TWICE"));
    }

    @Test
    void hoursAreReadAsTheyWereWritten() {
        var random = new Random(20260601);
        for (var i = 0; i < 200; i++) {
            var hours = RandomHours.any(random, A_MONDAY);
            var read = OpeningHours.read(hours.writtenWeek(), hours.writtenExceptions(), hours.keepsWorkingCalendar());
            assertThat(read).isEqualTo(hours);
        }
    }

    /** Against a model that looks at every minute of three weeks. */
    @Test
    void theAnswerIsThatOfLookingAtEveryMinute() {
        var random = new Random(42);
        for (var i = 0; i < 40; i++) {
            var hours = RandomHours.any(random, A_MONDAY);
            assertThat(OpeningRules.faults(hours)).isEmpty();
            var now = A_MONDAY.atStartOfDay().plusMinutes(random.nextInt(7 * 24 * 60));
            var said = OpeningRules.at(hours, now.atZone(ChinaTime.ZONE).toInstant(), CALENDAR);
            assertThat(said.openNow()).isEqualTo(RandomHours.isOpen(hours, now, CALENDAR));
            var changes = now;
            while (changes.isBefore(now.plusDays(21))
                    && RandomHours.isOpen(hours, changes, CALENDAR) == said.openNow()) {
                changes = changes.plusMinutes(1);
            }
            if (changes.isBefore(now.plusDays(21))) {
                assertThat(said.openNow() ? said.until() : said.opensNext())
                        .isEqualTo(changes.atZone(ChinaTime.ZONE).toInstant());
            }
        }
    }
}
