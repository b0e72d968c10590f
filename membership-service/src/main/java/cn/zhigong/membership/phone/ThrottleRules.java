package cn.zhigong.membership.phone;

import java.time.Duration;
import java.time.Instant;
import java.util.List;

/** How many one-time codes may be sent. */
final class ThrottleRules {

    /** At most {@code times} within any stretch of {@code per}. */
    record Limit(int times, Duration per) {}

    private ThrottleRules() {}

    /**
     * How long to wait until one more may be sent; zero when it may now.
     *
     * @param sent when earlier ones were sent, newest first, as far back as the longest limit
     */
    static Duration pause(List<Instant> sent, List<Limit> limits, Instant now) {
        var longest = Duration.ZERO;
        for (var limit : limits) {
            if (sent.size() < limit.times()) {
                continue;
            }
            // This one has to leave the stretch before another fits in.
            var leaves = sent.get(limit.times() - 1).plus(limit.per());
            var pause = Duration.between(now, leaves);
            longest = pause.compareTo(longest) > 0 ? pause : longest;
        }
        return longest;
    }

    /** Whole seconds, rounded up: coming back on time must not be too early. */
    static long retryAfterSeconds(Duration pause) {
        return pause.plusNanos(999_999_999).toSeconds();
    }

    static Duration longestOf(List<Limit> limits) {
        return limits.stream().map(Limit::per).max(Duration::compareTo).orElse(Duration.ZERO);
    }

    static int mostOf(List<Limit> limits) {
        return limits.stream().mapToInt(Limit::times).max().orElse(0);
    }
}
