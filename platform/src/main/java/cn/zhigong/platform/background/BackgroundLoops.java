package cn.zhigong.platform.background;

import cn.zhigong.platform.sql.CommitRows;
import cn.zhigong.platform.sql.DatabaseTrouble;
import io.quarkus.arc.ClientProxy;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jboss.logging.Logger;

/** Runs every {@link BackgroundWork} on a thread of its own from start to stop; a failed round is tried again. */
@Singleton
public class BackgroundLoops {

    private static final Logger LOG = Logger.getLogger(BackgroundLoops.class);
    private static final Duration AFTER_FAILURE = Duration.ofSeconds(1);
    private static final Duration TIME_TO_STOP = Duration.ofSeconds(10);

    private final CommitRows commit;
    private final Map<String, Loop> loops = new LinkedHashMap<>();
    private volatile boolean running;

    BackgroundLoops(@Any Instance<BackgroundWork> works, CommitRows commit) {
        this.commit = commit;
        for (var work : works) {
            if (loops.put(work.name(), new Loop(work)) != null) {
                throw new IllegalStateException("Two background works are called " + work.name());
            }
        }
    }

    void start(@Observes StartupEvent started) {
        running = true;
        loops.values().forEach(loop -> loop.thread.start());
    }

    void stop(@Observes ShutdownEvent stopping) throws InterruptedException {
        running = false;
        for (var loop : loops.values()) {
            loop.bell.ring();
        }
        for (var loop : loops.values()) {
            if (!loop.thread.join(TIME_TO_STOP)) {
                LOG.warnf("%s did not stop in time", loop.work.name());
            }
        }
    }

    /** Starts the next round of a work at once. */
    public void wake(Class<? extends BackgroundWork> work) {
        loopOf(work).bell.ring();
    }

    /** Starts the next round of a work once the running transaction has committed, and can be seen by it. */
    public void wakeAfterCommit(Class<? extends BackgroundWork> work) {
        commit.afterCommit(loopOf(work).bell::ring);
    }

    private Loop loopOf(Class<? extends BackgroundWork> work) {
        return loops.values().stream()
                .filter(loop -> work.isInstance(ClientProxy.unwrap(loop.work)))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException(work + " is no bean of this service"));
    }

    private final class Loop implements Runnable {

        private final BackgroundWork work;
        private final Bell bell = new Bell();
        private final Thread thread;

        Loop(BackgroundWork work) {
            this.work = work;
            this.thread = Thread.ofPlatform().daemon().name(work.name()).unstarted(this);
        }

        @Override
        public void run() {
            while (running) {
                try {
                    round();
                } catch (InterruptedException e) {
                    Thread.currentThread().interrupt();
                    return;
                }
            }
        }

        private void round() throws InterruptedException {
            try {
                if (work.work()) {
                    return;
                }
            } catch (RuntimeException | Error e) {
                // An error too: a loop that ended in silence would be missed only days later.
                report(e);
                bell.sleep(AFTER_FAILURE);
                return;
            }
            bell.sleep(work.pause());
        }

        /** A database that is away for a minute must not fill the log with the stack traces of every loop. */
        private void report(Throwable failure) {
            if (DatabaseTrouble.passing(failure)) {
                LOG.warnf("%s is tried again: %s", work.name(), failure);
            } else {
                LOG.warnf(failure, "%s is tried again", work.name());
            }
        }
    }
}
