package cn.zhigong.membership.servicepoint;

import static org.assertj.core.api.Assertions.assertThat;

import cn.zhigong.platform.testing.StepTable;
import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class ReportRulesTest {

    private static final Instant NOW = Instant.parse("2026-06-01T00:00:00Z");

    private static List<Instant> minutesAgo(IntStream minutes) {
        return minutes.mapToObj(n -> NOW.minus(Duration.ofMinutes(n))).toList();
    }

    @Test
    void nineWithinAnHourLetATenthThrough() {
        assertThat(ReportRules.THROTTLE.pause(Collections.nCopies(9, NOW), NOW)).isZero();
    }

    @Test
    void theEleventhWaitsUntilTheFirstOfTenIsAnHourOld() {
        assertThat(ReportRules.THROTTLE.pause(minutesAgo(IntStream.range(1, 11)), NOW))
                .isEqualTo(Duration.ofMinutes(50));
        assertThat(ReportRules.THROTTLE.pause(minutesAgo(IntStream.range(51, 61)), NOW))
                .isZero();
    }

    @Test
    void thirtyFillTheDay() {
        var spread = minutesAgo(IntStream.rangeClosed(1, 30).map(n -> n * 20));
        assertThat(ReportRules.THROTTLE.pause(spread, NOW)).isEqualTo(Duration.ofHours(14));
    }

    @Test
    void aReportIsSettledOnce() {
        assertThat(StepTable.of(ReportState.class)).isEqualTo("""
                OPEN -> ACCEPTED, DISMISSED
                ACCEPTED -> -
                DISMISSED -> -
                """);
    }
}
