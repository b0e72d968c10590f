package cn.zhigong.platform.event;

import cn.zhigong.platform.readiness.Faults;
import cn.zhigong.platform.sql.DatabaseTrouble;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.runtime.ShutdownEvent;
import io.smallrye.reactive.messaging.annotations.Blocking;
import jakarta.annotation.Priority;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import jakarta.interceptor.Interceptor;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.eclipse.microprofile.reactive.messaging.Incoming;
import org.jboss.logging.Logger;

/**
 * Takes what Kafka delivers: a batch in one transaction when all is well; one by one, tried several times and then
 * parked, when something in it fails. It returns normally in the end, so a poisonous event never stops a partition; and
 * it waits while the database is away, so that nothing is parked for that.
 */
@Singleton
class EventIntake {

    private static final Logger LOG = Logger.getLogger(EventIntake.class);
    private static final long LONGEST_PAUSE_MILLIS = 5_000;

    private final EventDispatch dispatch;
    private final Inbox inbox;
    private final DeadLetters deadLetters;
    private final EventConfig config;
    private final Faults faults;
    private volatile boolean stopping;

    EventIntake(EventDispatch dispatch, Inbox inbox, DeadLetters deadLetters, EventConfig config, Faults faults) {
        this.dispatch = dispatch;
        this.inbox = inbox;
        this.deadLetters = deadLetters;
        this.config = config;
        this.faults = faults;
    }

    /** What fails while everything around it ends is no fault of the event: the next start gets it again. */
    void stop(@Observes @Priority(Interceptor.Priority.PLATFORM_BEFORE) ShutdownEvent ending) {
        stopping = true;
    }

    @Incoming("events")
    @Blocking
    void take(ConsumerRecords<String, byte[]> records) throws InterruptedException {
        List<ReceivedEvent> events = new ArrayList<>();
        for (var record : records) {
            var event = RecordReading.read(record);
            if (dispatch.concerns(event)) {
                events.add(event);
            }
        }
        if (!events.isEmpty() && !together(events)) {
            for (var event : events) {
                single(event);
            }
        }
        faults.at("after_effect");
    }

    private boolean together(List<ReceivedEvent> events) {
        try {
            QuarkusTransaction.requiringNew().run(() -> {
                if (deadLetters.parkedAmong(events).isEmpty()) {
                    applyNew(events);
                } else {
                    throw new IllegalStateException("Some of these must wait for parked ones");
                }
            });
            return true;
        } catch (RuntimeException | Error e) {
            LOG.debugf("A batch of %d events is taken one by one: %s", events.size(), e.getMessage());
            return false;
        }
    }

    private void applyNew(List<ReceivedEvent> events) {
        var fresh = inbox.newAmong(events);
        for (var event : events) {
            if (fresh.remove(event.id())) {
                dispatch.apply(event);
            }
        }
    }

    private void single(ReceivedEvent event) throws InterruptedException {
        for (int attempt = 1; ; attempt++) {
            try {
                QuarkusTransaction.requiringNew().run(() -> applyOrQueue(event));
                return;
            } catch (RuntimeException | Error failure) {
                if (stopping) {
                    throw failure;
                }
                if (DatabaseTrouble.passing(failure)) {
                    attempt = 0;
                } else if (failure instanceof EventDispatch.Unreadable || attempt >= config.attempts()) {
                    park(event, failure);
                    return;
                }
                pauseBefore(attempt);
            }
        }
    }

    private void applyOrQueue(ReceivedEvent event) {
        deadLetters.lock(event.subject());
        if (deadLetters.parkedAmong(List.of(event)).isEmpty()) {
            applyNew(List.of(event));
        } else {
            deadLetters.queueBehindParked(event);
        }
    }

    private void park(ReceivedEvent event, Throwable failure) throws InterruptedException {
        LOG.errorf(failure, "Event %s of type %s is parked", event.id(), event.type());
        while (true) {
            try {
                QuarkusTransaction.requiringNew().run(() -> deadLetters.park(event, failure));
                return;
            } catch (RuntimeException e) {
                if (stopping) {
                    throw e;
                }
                LOG.warnf("Parking event %s is tried again: %s", event.id(), e.getMessage());
                TimeUnit.MILLISECONDS.sleep(LONGEST_PAUSE_MILLIS);
            }
        }
    }

    private void pauseBefore(int attempt) throws InterruptedException {
        var pause = config.retryPause().toMillis() << Math.min(attempt, 10);
        TimeUnit.MILLISECONDS.sleep(Math.min(pause, LONGEST_PAUSE_MILLIS));
    }
}
