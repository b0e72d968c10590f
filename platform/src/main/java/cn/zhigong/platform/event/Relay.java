package cn.zhigong.platform.event;

import cn.zhigong.platform.background.Bell;
import cn.zhigong.platform.readiness.Faults;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.annotation.Priority;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import jakarta.interceptor.Interceptor;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Objects;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * Sends what stands in the outbox, oldest first, and deletes what the broker has acknowledged. One relay per database
 * works at a time, the holder of an advisory lock, so that one aggregate's events leave in order. Delivery is at least
 * once: a crash between acknowledgement and deletion sends an event again, and inboxes drop the copy.
 */
@Singleton
public class Relay {

    private static final Logger LOG = Logger.getLogger(Relay.class);
    /** Any number that no other user of advisory locks in the service's database takes. */
    private static final long LOCK = 7_100_001L;

    private static final Duration AFTER_FAILURE = Duration.ofMillis(500);

    /** As many as this in a round mean that more are coming; a round costs the same for five events as for fifty. */
    private static final int BUSY = 5;

    /** How long a busy relay lets events gather. Below it, at two hundred a second say, each leaves at once. */
    private static final Duration GATHERING = Duration.ofMillis(10);

    private final DataSource database;
    private final OutboxBatches batches;
    private final EventConfig config;
    private final Faults faults;
    private final Bell bell = new Bell();
    private volatile boolean running;
    private @Nullable Thread loop;

    Relay(DataSource database, OutboxBatches batches, EventConfig config, Faults faults) {
        this.database = database;
        this.batches = batches;
        this.config = config;
        this.faults = faults;
    }

    /** Says that there may be something to send. */
    public void wake() {
        bell.ring();
    }

    void start(@Observes @Priority(Interceptor.Priority.LIBRARY_AFTER) StartupEvent started) {
        running = true;
        loop = Thread.ofPlatform().daemon().name("outbox-relay").start(this::run);
    }

    void stop(@Observes ShutdownEvent stopping) throws InterruptedException {
        running = false;
        wake();
        if (loop != null && !loop.join(Duration.ofSeconds(10))) {
            LOG.warn("The relay did not stop in time; what is left is sent after the next start");
        }
    }

    private void run() {
        while (running) {
            try (var connection = database.getConnection()) {
                batches.connect();
                if (holdsLock(connection)) {
                    drainWhileRunning(connection);
                } else {
                    pause(config.relayPause());
                }
            } catch (SQLException | RuntimeException | Error e) {
                LOG.warnf("The relay starts over: %s", causes(e));
                pause(AFTER_FAILURE);
            }
        }
    }

    /** The whole chain in a line: a broker that is away for a minute must not fill the log with stack traces. */
    private static String causes(Throwable failure) {
        return Stream.iterate(failure, Objects::nonNull, Throwable::getCause)
                .map(Throwable::toString)
                .collect(Collectors.joining(" <- "));
    }

    private static boolean holdsLock(Connection connection) throws SQLException {
        try (var statement = connection.createStatement();
                var rows = statement.executeQuery("select pg_try_advisory_lock(" + LOCK + ")")) {
            return rows.next() && rows.getBoolean(1);
        }
    }

    private void drainWhileRunning(Connection connection) throws SQLException {
        try {
            while (running) {
                var batch = batches.next(connection, config.relayBatch());
                if (batch.isEmpty()) {
                    pause(config.relayPause());
                    continue;
                }
                faults.at("before_send");
                batches.send(batch);
                faults.at("after_ack");
                batches.delete(connection, batch);
                if (batch.size() >= BUSY && batch.size() < config.relayBatch()) {
                    LockSupport.parkNanos(GATHERING.toNanos());
                }
            }
        } finally {
            release(connection);
        }
    }

    private static void release(Connection connection) throws SQLException {
        if (!connection.isClosed()) {
            try (var statement = connection.createStatement()) {
                statement.execute("select pg_advisory_unlock(" + LOCK + ")");
            }
        }
    }

    private void pause(Duration time) {
        try {
            bell.sleep(time);
        } catch (InterruptedException e) {
            running = false;
            Thread.currentThread().interrupt();
        }
    }
}
