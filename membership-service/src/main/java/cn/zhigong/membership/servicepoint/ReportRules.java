package cn.zhigong.membership.servicepoint;

import cn.zhigong.platform.throttle.Throttle;
import java.time.Duration;

/** How often a member may report something of places. */
final class ReportRules {

    static final int MOST_AN_HOUR = 10;

    /** Enough for an afternoon on foot through the quarter, too few for a flood. */
    static final Throttle THROTTLE =
            Throttle.of(MOST_AN_HOUR, Duration.ofHours(1)).and(30, Duration.ofDays(1));

    private ReportRules() {}
}
