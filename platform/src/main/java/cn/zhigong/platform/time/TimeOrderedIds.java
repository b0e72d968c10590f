package cn.zhigong.platform.time;

import java.security.SecureRandom;
import java.time.InstantSource;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;
import java.util.random.RandomGenerator;

/**
 * Makes UUIDs of version 7 (RFC 9562): 48 bits of Unix milliseconds, a 12-bit counter that keeps the ids of one
 * generator strictly ascending (§6.2, method 1), and 62 random bits. When the counter of a millisecond is used up, or
 * the clock steps back, the timestamp runs ahead of the clock instead of repeating.
 */
final class TimeOrderedIds {
    private static final int COUNTER_BITS = 12;
    private static final long COUNTER_MASK = (1L << COUNTER_BITS) - 1;
    private static final long VERSION = 7L << COUNTER_BITS;
    private static final long VARIANT = 1L << 63;

    /** Each millisecond starts in the lower half, so that 2,048 ids at least fit before it runs ahead. */
    private static final int FIRST_COUNTERS = 2_048;

    private final InstantSource clock;
    private final RandomGenerator random;

    /** Milliseconds and counter of the last id in one number. */
    private final AtomicLong last = new AtomicLong();

    /**
     * With a cryptographic tail: ids stand in links and answers, and from a few outputs of ThreadLocalRandom a stranger
     * computes the ids of other people's records. Access never rests on that, but it costs less than a microsecond.
     */
    TimeOrderedIds(InstantSource clock) {
        this(clock, new SecureRandom());
    }

    TimeOrderedIds(InstantSource clock, RandomGenerator random) {
        this.clock = clock;
        this.random = random;
    }

    UUID next() {
        var first = (clock.millis() << COUNTER_BITS) | random.nextInt(FIRST_COUNTERS);
        var position = last.updateAndGet(previous -> Math.max(previous + 1, first));
        var high = (position >>> COUNTER_BITS << 16) | VERSION | (position & COUNTER_MASK);
        return new UUID(high, (random.nextLong() >>> 2) | VARIANT);
    }
}
