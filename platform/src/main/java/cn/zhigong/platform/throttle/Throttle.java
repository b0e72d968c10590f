package cn.zhigong.platform.throttle;

import cn.zhigong.platform.problem.Problem;
import cn.zhigong.platform.problem.ProblemType;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;

/**
 * How often something may be done: at most so many times within any stretch of so long, for each of its limits. The
 * feature itself keeps when it was done, and reads that under a lock ({@code Locks}), or two at once see the same.
 */
public record Throttle(List<Limit> limits) {

    public Throttle {
        limits = List.copyOf(limits);
        if (limits.isEmpty()) {
            throw new IllegalArgumentException("A throttle without limits");
        }
    }

    /** At most {@code times}, one or more, within any stretch of {@code per}. */
    public record Limit(int times, Duration per) {

        public Limit {
            if (times < 1 || !per.isPositive()) {
                throw new IllegalArgumentException("%d times within %s is no limit".formatted(times, per));
            }
        }

        /** Never longer than {@code per}, should the clock have been set back. */
        private Duration leftOf(Instant done, Instant now) {
            var left = Duration.between(now, done.plus(per));
            return left.compareTo(per) > 0 ? per : left;
        }
    }

    public static Throttle of(int times, Duration per) {
        return new Throttle(List.of(new Limit(times, per)));
    }

    /** The same with one more limit; the strictest decides. */
    public Throttle and(int times, Duration per) {
        return new Throttle(
                Stream.concat(limits.stream(), Stream.of(new Limit(times, per))).toList());
    }

    /** What was done up to this time counts no longer. */
    public Instant since(Instant now) {
        return now.minus(
                limits.stream().map(Limit::per).max(Duration::compareTo).orElseThrow());
    }

    /** How many of the latest times are enough to decide. */
    public int most() {
        return limits.stream().mapToInt(Limit::times).max().orElseThrow();
    }

    /**
     * How long to wait until it may be done once more; zero when it may now.
     *
     * @param done when it was done, newest first, {@link #since} then
     */
    public Duration pause(List<Instant> done, Instant now) {
        return limits.stream()
                .filter(limit -> done.size() >= limit.times())
                // This one has to leave the stretch before another fits in.
                .map(limit -> limit.leftOf(done.get(limit.times() - 1), now))
                .filter(Duration::isPositive)
                .max(Duration::compareTo)
                .orElse(Duration.ZERO);
    }

    /**
     * Refuses one time too many.
     *
     * @param done as for {@link #pause}
     * @throws Problem the refusal, with the time to wait
     */
    public void require(List<Instant> done, Instant now, ProblemType refusal) {
        require(pause(done, now), refusal);
    }

    /** Refuses what has to wait; for several throttles the longest pause, or whoever comes back waits again. */
    public static void require(Duration pause, ProblemType refusal) {
        if (pause.isPositive()) {
            throw refusal.problem().retryAfter(pause);
        }
    }
}
