package cn.zhigong.competition.ranking;

import cn.zhigong.platform.state.Steps;
import cn.zhigong.platform.time.Ids;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** An objection (异议) of a member to a provisional result. */
@Entity
class Objection {

    /** What became of it. */
    enum State implements Steps<State> {
        OPEN,
        REFUSED,
        UPHELD;

        @Override
        public boolean canBecome(State next) {
            return switch (this) {
                case OPEN -> next == REFUSED || next == UPHELD;
                case REFUSED, UPHELD -> false;
            };
        }
    }

    @Id
    private UUID id;

    private UUID contestId;
    private @Nullable UUID entryId;
    private @Nullable UUID eventId;
    private UUID memberId;
    private String account;
    private String grounds;
    private Instant filedAt;

    @Enumerated(EnumType.STRING)
    private State state;

    private @Nullable String decision;
    private @Nullable Instant decidedAt;
    private @Nullable Instant correctedAt;

    @Version
    private long version;

    protected Objection() {}

    /**
     * A new objection.
     *
     * @param entryId the entry it is against, or null for the list as a whole
     * @param eventId the event of that entry
     */
    Objection(
            UUID contestId,
            @Nullable UUID entryId,
            @Nullable UUID eventId,
            UUID memberId,
            String account,
            String grounds,
            Instant now) {
        this.id = Ids.next();
        this.contestId = contestId;
        this.entryId = entryId;
        this.eventId = eventId;
        this.memberId = memberId;
        this.account = account;
        this.grounds = grounds;
        this.filedAt = now;
        this.state = State.OPEN;
    }

    void decide(boolean upheld, String why, Instant now) {
        var outcome = upheld ? State.UPHELD : State.REFUSED;
        if (!state.canBecome(outcome)) {
            throw RankingProblem.OBJECTION_DECIDED.with("state", state);
        }
        state = outcome;
        decision = why;
        decidedAt = now;
    }

    /** A new ranking of the event does what this objection asked for, if it was upheld and concerns the event. */
    void answerWithRankingOf(UUID event, Instant now) {
        if (awaitsCorrectionOf(event)) {
            correctedAt = now;
        }
    }

    boolean awaitsCorrectionOf(UUID event) {
        return state == State.UPHELD && correctedAt == null && concerns(event);
    }

    /** Whether it is against this event's list, or against all of them. */
    boolean concerns(UUID event) {
        return eventId == null || eventId.equals(event);
    }

    UUID id() {
        return id;
    }

    UUID contestId() {
        return contestId;
    }

    @Nullable UUID entryId() {
        return entryId;
    }

    UUID memberId() {
        return memberId;
    }

    String account() {
        return account;
    }

    String grounds() {
        return grounds;
    }

    Instant filedAt() {
        return filedAt;
    }

    State state() {
        return state;
    }

    @Nullable String decision() {
        return decision;
    }

    @Nullable Instant decidedAt() {
        return decidedAt;
    }
}
