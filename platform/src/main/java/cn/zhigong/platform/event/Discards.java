package cn.zhigong.platform.event;

import static cn.zhigong.platform.problem.CommonProblem.NOT_FOUND;

import cn.zhigong.platform.audit.Audit;
import cn.zhigong.platform.security.Caller;
import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;
import java.util.Map;
import java.util.UUID;

/** Gives up parked events that can never be applied, such as unreadable ones, so that those behind them can be. */
@Singleton
class Discards {

    private final DeadLetters deadLetters;
    private final Inbox inbox;
    private final Audit audit;

    Discards(DeadLetters deadLetters, Inbox inbox, Audit audit) {
        this.deadLetters = deadLetters;
        this.inbox = inbox;
        this.audit = audit;
    }

    @Transactional
    DeadLetters.Parked discard(Caller operator, UUID id, String reason) {
        deadLetters.lock(deadLetters.subjectOf(id).orElseThrow(NOT_FOUND::problem));
        var letter = deadLetters.get(id);
        letter.state().require(DeadLetterState.DISCARDED);
        deadLetters.discarded(id, operator.account(), reason);
        // A second delivery of it must not take effect after all.
        inbox.remember(letter.eventId());
        audit.record("dead-letter.discard", "event", letter.eventId(), Map.of("type", letter.type()));
        return deadLetters.get(id);
    }
}
