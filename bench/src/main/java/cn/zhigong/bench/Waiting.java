package cn.zhigong.bench;

import java.time.Duration;
import java.util.function.BooleanSupplier;

/** Waiting, with an end. */
final class Waiting {

    private Waiting() {}

    static void pause(Duration time) {
        try {
            Thread.sleep(time);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new BenchException("Interrupted", e);
        }
    }

    static void until(String what, Duration patience, Duration step, BooleanSupplier condition) {
        var deadline = System.nanoTime() + patience.toNanos();
        while (!condition.getAsBoolean()) {
            if (System.nanoTime() > deadline) {
                throw new BenchException("Gave up after %d s: %s".formatted(patience.toSeconds(), what));
            }
            pause(step);
        }
    }
}
