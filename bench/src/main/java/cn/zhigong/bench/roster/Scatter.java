package cn.zhigong.bench.roster;

import java.util.Random;

/** Chance that comes out the same each time: what belongs to a number under a seed, on any JDK. */
final class Scatter {

    private static final long GOLDEN = 0x9E3779B97F4A7C15L;

    private Scatter() {}

    /** 64 bits that look like chance (the finalizer of SplitMix64). */
    static long mixed(long seed, long number) {
        var z = seed + (number + 1) * GOLDEN;
        z = (z ^ (z >>> 30)) * 0xBF58476D1CE4E5B9L;
        z = (z ^ (z >>> 27)) * 0x94D049BB133111EBL;
        return z ^ (z >>> 31);
    }

    /** Draws for one number; Random's algorithm is part of its contract. */
    static Random draws(long seed, long number) {
        return new Random(mixed(seed, number));
    }
}
