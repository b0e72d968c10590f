package cn.zhigong.competition.ranking;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** An objection as its author and the organiser see it. */
record ObjectionView(
        UUID id,
        UUID contestId,
        UUID memberId,
        @Nullable UUID entryId,
        String grounds,
        Objection.State state,
        Instant filedAt,
        @Nullable String decision,
        @Nullable Instant decidedAt) {

    static ObjectionView of(Objection objection) {
        return new ObjectionView(
                objection.id(),
                objection.contestId(),
                objection.memberId(),
                objection.entryId(),
                objection.grounds(),
                objection.state(),
                objection.filedAt(),
                objection.decision(),
                objection.decidedAt());
    }
}
