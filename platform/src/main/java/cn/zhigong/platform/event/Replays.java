package cn.zhigong.platform.event;

import static cn.zhigong.platform.problem.CommonProblem.NOT_FOUND;
import static cn.zhigong.platform.problem.CommonProblem.STILL_NOT_APPLICABLE;

import cn.zhigong.platform.audit.Audit;
import cn.zhigong.platform.sql.DatabaseTrouble;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicReference;
import org.jboss.logging.Logger;

/**
 * Applies parked events of one subject, oldest first, each in a transaction of its own, until none is left: also those
 * that queued up while it worked.
 */
@Singleton
class Replays {

    private static final Logger LOG = Logger.getLogger(Replays.class);

    private final DeadLetters deadLetters;
    private final EventDispatch dispatch;
    private final Inbox inbox;
    private final Audit audit;

    Replays(DeadLetters deadLetters, EventDispatch dispatch, Inbox inbox, Audit audit) {
        this.deadLetters = deadLetters;
        this.dispatch = dispatch;
        this.inbox = inbox;
        this.audit = audit;
    }

    /**
     * Replays the subject of a parked event.
     *
     * @return how many events took effect
     */
    int replayWith(UUID deadLetter) {
        var subject = deadLetters.subjectOf(deadLetter).orElseThrow(NOT_FOUND::problem);
        var replayed = 0;
        var current = new AtomicReference<Optional<ReceivedEvent>>(Optional.empty());
        try {
            while (QuarkusTransaction.requiringNew().call(() -> next(subject, current))) {
                replayed++;
            }
            return replayed;
        } catch (RuntimeException failure) {
            var event = current.get();
            if (event.isEmpty() || DatabaseTrouble.passing(failure)) {
                throw failure;
            }
            LOG.warnf(failure, "Event %s still cannot be applied", event.get().id());
            throw STILL_NOT_APPLICABLE.with("eventId", event.get().id()).with("replayed", replayed);
        }
    }

    private boolean next(String subject, AtomicReference<Optional<ReceivedEvent>> current) {
        deadLetters.lock(subject);
        var oldest = deadLetters.oldest(subject);
        current.set(oldest);
        oldest.ifPresent(this::apply);
        return oldest.isPresent();
    }

    private void apply(ReceivedEvent event) {
        if (!inbox.newAmong(List.of(event)).isEmpty()) {
            dispatch.apply(event);
        }
        deadLetters.replayed(event.id());
        audit.record("dead-letter.replay", "event", event.id(), Map.of("type", event.type()));
    }
}
