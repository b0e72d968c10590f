package cn.zhigong.platform.throttle;

import cn.zhigong.platform.problem.Problem;
import cn.zhigong.platform.problem.ProblemType;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;

/**
 * How often something may be done: at most so many times within any stretch of so long, for each of its limits. When it
 * was done the feature keeps, and reads under a lock ({@code Locks}), or two at once see the same.
 */
public record Throttle(List<Limit> limits) {

    /** At most {@code times}, one or more, within any stretch of {@code per}. */
    public record Limit(int times, Duration per) {

        public Limit {
            if (times < 1) {
                throw new IllegalArgumentException("What is limited to %d times may never be done".formatted(times));
            }
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
                limits.stream().map(Limit::per).max(Duration::compareTo).orElse(Duration.ZERO));
    }

    /** How many of the latest times are enough to decide. */
    public int most() {
        return limits.stream().mapToInt(Limit::times).max().orElse(0);
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
                .map(limit -> Duration.between(now, done.get(limit.times() - 1).plus(limit.per())))
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
        var pause = pause(done, now);
        if (pause.isPositive()) {
            throw refusal.problem().retryAfter(pause);
        }
    }
}
