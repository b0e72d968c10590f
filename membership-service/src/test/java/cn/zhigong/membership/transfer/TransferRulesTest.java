package cn.zhigong.membership.transfer;

import static org.assertj.core.api.Assertions.assertThat;

import cn.zhigong.platform.calendar.WorkingCalendar;
import java.time.Instant;
import org.junit.jupiter.api.Test;

/** When the silence of the old union lets a member go. */
class TransferRulesTest {

    private static final WorkingCalendar CALENDAR = WorkingCalendar.shipped();

    /** Monday 9 March 2026; ten working days without a holiday end with Monday the 23rd. */
    private static final Instant OPENED = Instant.parse("2026-03-09T08:00:00Z");

    @Test
    void theTenthWorkingDayIsTheOldUnionsInFull() {
        var end = Instant.parse("2026-03-23T16:00:00Z");
        assertThat(TransferRules.silentFrom(OPENED, CALENDAR)).isEqualTo(end);
        assertThat(TransferRules.isSilent(OPENED, CALENDAR, end.minusMillis(1))).isFalse();
        assertThat(TransferRules.isSilent(OPENED, CALENDAR, end)).isTrue();
    }

    /** In China it is the day after already. */
    @Test
    void theDayOfOpeningIsTheOneInChina() {
        var lateInTheEvening = Instant.parse("2026-03-09T16:30:00Z");
        assertThat(TransferRules.silentFrom(lateInTheEvening, CALENDAR))
                .isEqualTo(Instant.parse("2026-03-24T16:00:00Z"));
    }

    @Test
    void holidaysAreNotCounted() {
        var beforeTheNationalHoliday = Instant.parse("2026-09-30T02:00:00Z");
        assertThat(TransferRules.silentFrom(beforeTheNationalHoliday, CALENDAR))
                .isAfter(beforeTheNationalHoliday.plusSeconds(17L * 86_400));
    }
}
