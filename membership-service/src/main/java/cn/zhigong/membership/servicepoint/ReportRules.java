package cn.zhigong.membership.servicepoint;

import java.time.Duration;
import java.time.Instant;
import java.util.List;

/** How many reports one member may file: enough for an afternoon on foot through the quarter, too few for a flood. */
final class ReportRules {

    static final int MOST_AN_HOUR = 10;
    static final int MOST_A_DAY = 30;
    static final Duration LOOKS_BACK = Duration.ofDays(1);

    private static final Duration HOUR = Duration.ofHours(1);

    private ReportRules() {}

    /**
     * How long to wait until one more may be filed; zero when it may now.
     *
     * @param filed when the member's earlier ones were filed, newest first, for {@link #LOOKS_BACK}
     */
    static Duration pause(List<Instant> filed, Instant now) {
        var hourly = pause(filed, MOST_AN_HOUR, HOUR, now);
        var daily = pause(filed, MOST_A_DAY, LOOKS_BACK, now);
        return hourly.compareTo(daily) > 0 ? hourly : daily;
    }

    private static Duration pause(List<Instant> filed, int most, Duration within, Instant now) {
        if (filed.size() < most) {
            return Duration.ZERO;
        }
        var pause = Duration.between(now, filed.get(most - 1).plus(within));
        return pause.isNegative() ? Duration.ZERO : pause;
    }

    /** Whole seconds, rounded up: coming back on time must not be too early. */
    static long seconds(Duration pause) {
        return pause.plusNanos(999_999_999).toSeconds();
    }
}
