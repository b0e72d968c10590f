package cn.zhigong.platform.startup;

import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.jboss.logging.Logger;

/** Runs every {@link BackgroundWork} on a thread of its own from start to stop; a failed round is tried again. */
@ApplicationScoped
public class BackgroundLoops {

    private static final Logger LOG = Logger.getLogger(BackgroundLoops.class);
    private static final Duration AFTER_FAILURE = Duration.ofSeconds(1);
    private static final Duration TIME_TO_STOP = Duration.ofSeconds(10);

    private final Instance<BackgroundWork> works;
    private final Map<String, Semaphore> bells = new ConcurrentHashMap<>();
    private final Map<String, Thread> threads = new ConcurrentHashMap<>();
    private volatile boolean running;

    BackgroundLoops(@Any Instance<BackgroundWork> works) {
        this.works = works;
    }

    void start(@Observes StartupEvent started) {
        running = true;
        for (var work : works) {
            var name = work.name();
            threads.put(name, Thread.ofPlatform().daemon().name(name).start(() -> run(work)));
        }
    }

    void stop(@Observes ShutdownEvent stopping) throws InterruptedException {
        running = false;
        bells.values().forEach(Semaphore::release);
        for (var thread : threads.values()) {
            if (!thread.join(TIME_TO_STOP)) {
                LOG.warnf("%s did not stop in time", thread.getName());
            }
        }
    }

    /** Starts the next round of a work at once. */
    public void wake(String name) {
        var bell = bell(name);
        if (bell.availablePermits() == 0) {
            bell.release();
        }
    }

    private Semaphore bell(String name) {
        return bells.computeIfAbsent(name, any -> new Semaphore(0));
    }

    private void run(BackgroundWork work) {
        while (running) {
            try {
                if (!work.work()) {
                    pause(work.name(), work.pause());
                }
            } catch (RuntimeException | Error e) {
                // An error too: a loop that ended in silence would be missed only days later.
                LOG.warnf(e, "%s is tried again", work.name());
                pause(work.name(), AFTER_FAILURE);
            }
        }
    }

    private void pause(String name, Duration time) {
        try {
            if (bell(name).tryAcquire(time.toMillis(), TimeUnit.MILLISECONDS)) {
                bell(name).drainPermits();
            }
        } catch (InterruptedException e) {
            running = false;
            Thread.currentThread().interrupt();
        }
    }
}
