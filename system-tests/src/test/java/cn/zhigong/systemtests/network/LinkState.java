package cn.zhigong.systemtests.network;

import java.time.Duration;
import java.util.EnumSet;
import java.util.Set;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;

/** How bad the network of one {@link FaultProxy} is right now. */
final class LinkState {

    private static final long UNLIMITED = Long.MAX_VALUE;

    private final Set<FaultProxy.Direction> held = EnumSet.noneOf(FaultProxy.Direction.class);
    private long delayMillis;
    private long jitterMillis;
    private long bytesPerSecond = UNLIMITED;
    private long answerBytes = UNLIMITED;

    synchronized void delay(Duration by, Duration jitter) {
        delayMillis = by.toMillis();
        jitterMillis = jitter.toMillis();
    }

    synchronized void slow(long bytes) {
        bytesPerSecond = bytes;
    }

    synchronized void dropAfter(long bytes) {
        answerBytes = bytes;
    }

    synchronized void hold(FaultProxy.Direction direction) {
        held.add(direction);
    }

    synchronized void heal() {
        held.clear();
        delayMillis = 0;
        jitterMillis = 0;
        bytesPerSecond = UNLIMITED;
        answerBytes = UNLIMITED;
        notifyAll();
    }

    /** How many of a connection's answer bytes may arrive before it breaks. */
    synchronized long answerBytes() {
        return answerBytes;
    }

    /**
     * Waits as long as so many bytes take on this network.
     *
     * @return false when the waiting thread was interrupted
     */
    boolean letThrough(FaultProxy.Direction direction, int bytes) {
        try {
            TimeUnit.NANOSECONDS.sleep(nanosFor(bytes));
            awaitOpen(direction);
            return true;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    private synchronized void awaitOpen(FaultProxy.Direction direction) throws InterruptedException {
        while (held.contains(direction)) {
            wait();
        }
    }

    private synchronized long nanosFor(int bytes) {
        if (bytes == 0) {
            return 0;
        }
        long late = delayMillis
                + (jitterMillis == 0 ? 0 : ThreadLocalRandom.current().nextLong(-jitterMillis, jitterMillis + 1));
        long transfer = bytesPerSecond == UNLIMITED ? 0 : TimeUnit.SECONDS.toNanos(bytes) / bytesPerSecond;
        return TimeUnit.MILLISECONDS.toNanos(Math.max(0, late)) + transfer;
    }

    /** How much to read at once, so that a slow network trickles instead of stalling. */
    synchronized int portion(int most) {
        return Math.clamp(bytesPerSecond / 10, 1, most);
    }
}
