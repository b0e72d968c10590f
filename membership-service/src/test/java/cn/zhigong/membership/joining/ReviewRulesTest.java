package cn.zhigong.membership.joining;

import static org.assertj.core.api.Assertions.assertThat;

import cn.zhigong.membership.joining.ReviewRules.Overdue;
import cn.zhigong.platform.calendar.ChinaTime;
import cn.zhigong.platform.calendar.WorkingCalendar;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Fifteen working days over the notice of holidays of 2026 (国办发明电) as it ships with the platform. */
class ReviewRulesTest {

    private static Instant after(String routedOn) {
        return Objects.requireNonNull(ReviewRules.after(LocalDate.parse(routedOn), WorkingCalendar.shipped()));
    }

    @ParameterizedTest(name = "routed on {0}: until {1}, {2}")
    @CsvSource({
        "2026-03-09, 2026-03-30, no holidays: three weeks",
        "2026-02-11, 2026-03-10, spring festival with its two make-up Saturdays",
        "2026-03-25, 2026-04-16, tomb sweeping day",
        "2026-04-24, 2026-05-19, labour day with its make-up Saturday",
        "2026-06-10, 2026-07-02, dragon boat festival",
        "2026-09-18, 2026-10-15, mid-autumn and national day with both make-up days",
        "2026-02-15, 2026-03-13, routed on a holiday",
    })
    void theFifteenthWorkingDayIsTheLast(String routedOn, String lastDay, String why) {
        assertThat(after(routedOn)).as(why).isEqualTo(ChinaTime.endOf(LocalDate.parse(lastDay)));
    }

    @Test
    void theLastInstantOfTheDayIsInTimeAndTheNextIsNot() {
        var until = after("2026-09-18");
        assertThat(until).isEqualTo("2026-10-15T16:00:00Z");
        assertThat(ReviewRules.isOver(until, until.minusNanos(1))).isFalse();
        assertThat(ReviewRules.isOver(until, until)).isTrue();
        assertThat(ReviewRules.isOver(null, until)).isFalse();
    }

    @Test
    void whenTheTimeIsOverTheSuperiorTakesOverOrSeemsTo() {
        var routedOn = LocalDate.parse("2026-09-18");
        var until = after("2026-09-18");
        var calendar = WorkingCalendar.shipped();
        assertThat(ReviewRules.overdue(routedOn, false, calendar, until)).isEqualTo(new Overdue.Escalate());
        assertThat(ReviewRules.overdue(routedOn, true, calendar, until)).isEqualTo(new Overdue.Overrun());
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void aDayThatTheCalendarHasMovedIsWaitedFor(boolean hidden) {
        var until = after("2026-09-18");
        assertThat(ReviewRules.overdue(
                        LocalDate.parse("2026-09-18"), hidden, WorkingCalendar.shipped(), until.minusNanos(1)))
                .isEqualTo(new Overdue.Postpone(until));
    }
}
