package cn.zhigong.bench;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;

/**
 * Warms a JVM up by count: on two busy cores its compilers need tens of thousands of requests, however long those take.
 * Then it must have become steady.
 */
record WarmUp(int requests) {

    private static final int AGREEING = 3;
    private static final double SPREAD = 0.05;

    /** A machine that others use never becomes steady; the ratios then show how far they can be trusted. */
    private static final int MOST = 2;

    /** @param window a few seconds of load */
    void run(Supplier<Leg> window) {
        var rates = new ArrayList<Double>();
        for (double sent = 0; sent < MOST * requests; ) {
            var leg = window.get();
            sent += leg.units();
            rates.add(leg.rate());
            System.err.printf("warming up: %.0f/s after %.0f%n", leg.rate(), sent);
            if (sent >= requests && steady(rates)) {
                return;
            }
        }
        System.err.println("Warning: the rate did not become steady");
    }

    /** Whether the last three windows differ by at most 5 %. */
    static boolean steady(List<Double> rates) {
        if (rates.size() < AGREEING) {
            return false;
        }
        var last = rates.subList(rates.size() - AGREEING, rates.size());
        var highest = last.stream().mapToDouble(Double::doubleValue).max().orElseThrow();
        var lowest = last.stream().mapToDouble(Double::doubleValue).min().orElseThrow();
        return highest - lowest <= SPREAD * highest;
    }
}
