package cn.zhigong.platform.background;

import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

/** Wakes a loop that sleeps between its rounds. Rings while it works are one: it looks again, once. */
public final class Bell {

    private final Semaphore rung = new Semaphore(0);

    /** Ends the sleep, or the next one. */
    public void ring() {
        if (rung.availablePermits() == 0) {
            rung.release();
        }
    }

    /**
     * Sleeps until somebody rings, or for this long.
     *
     * @throws InterruptedException when the thread shall end
     */
    public void sleep(Duration longest) throws InterruptedException {
        if (rung.tryAcquire(longest.toMillis(), TimeUnit.MILLISECONDS)) {
            var _ = rung.drainPermits();
        }
    }
}
