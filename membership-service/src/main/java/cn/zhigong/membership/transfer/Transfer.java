package cn.zhigong.membership.transfer;

import cn.zhigong.platform.state.Steps;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The moving of a membership from one union to another (会籍接转, 中国工会章程 §5). Until it completes the member belongs to the
 * old union in everything.
 */
@Entity
class Transfer {

    /** How far it is. */
    enum State implements Steps<State> {
        OPENED,
        SOURCE_CONFIRMED,
        /** The source said nothing for 10 working days and so let the member go. */
        SOURCE_SILENT,
        TARGET_ACCEPTED,
        COMPLETED,
        TARGET_REJECTED,
        CANCELLED;

        @Override
        public boolean canBecome(State next) {
            return switch (this) {
                case OPENED -> next == SOURCE_CONFIRMED || next == SOURCE_SILENT || next == CANCELLED;
                case SOURCE_CONFIRMED, SOURCE_SILENT ->
                    next == TARGET_ACCEPTED || next == TARGET_REJECTED || next == CANCELLED;
                case TARGET_ACCEPTED -> next == COMPLETED;
                case COMPLETED, TARGET_REJECTED, CANCELLED -> false;
            };
        }

        /** Whether the membership may still move. */
        boolean isOpen() {
            return !next().isEmpty();
        }

        static List<State> open() {
            return Arrays.stream(values()).filter(State::isOpen).toList();
        }
    }

    @Id
    private UUID id;

    private UUID memberId;
    private @Nullable UUID applicationId;
    private UUID fromOrganisationId;
    private UUID toOrganisationId;

    @Enumerated(EnumType.STRING)
    private @Nullable TransferReason reason;

    private String openedBy;
    private boolean askedByMember;
    private boolean chairInTerm;

    @Enumerated(EnumType.STRING)
    private State state;

    @Embedded
    private @Nullable ChairConsent consent;

    @Enumerated(EnumType.STRING)
    private @Nullable TransferRefusal refusedFor;

    private @Nullable String note;
    private Instant openedAt;
    private @Nullable Instant closedAt;

    @Version
    private long version;

    protected Transfer() {}

    Transfer(UUID id, Wish wish, boolean chairInTerm, Instant openedAt) {
        this.id = id;
        this.memberId = wish.memberId();
        this.applicationId = wish.applicationId();
        this.fromOrganisationId = wish.from();
        this.toOrganisationId = wish.to();
        this.reason = wish.reason();
        this.openedBy = wish.openedBy();
        this.askedByMember = wish.askedByMember();
        this.chairInTerm = chairInTerm;
        this.state = State.OPENED;
        this.openedAt = openedAt;
    }

    /** The committee of the union that the chair leaves has agreed, and so has its superior (工会法 §18). */
    void consent(ChairConsent given) {
        if (state != State.OPENED || consent != null || !chairInTerm) {
            throw state.refusal();
        }
        consent = given;
    }

    /** Whether a chair in term would leave without what the law asks for. */
    boolean lacksConsent() {
        return chairInTerm && consent == null;
    }

    void requireConfirmable() {
        state.require(State.SOURCE_CONFIRMED);
    }

    void confirm() {
        become(State.SOURCE_CONFIRMED);
    }

    /**
     * Whether it is neither the member's wish nor the old union's, of which nobody has said anything: an application
     * claims it, or the records of the new union do. Whoever asks for a transfer says why; a proposal does not.
     */
    boolean isUnconfirmedProposal() {
        return state == State.OPENED && !askedByMember && reason == null;
    }

    /** Whether nobody has answered yet. */
    boolean isUnanswered() {
        return state == State.OPENED;
    }

    /** Whether the account asked for it in somebody else's place: an officer, or whoever applied. */
    boolean isOpenedForAnotherBy(String account) {
        return !askedByMember && openedBy.equals(account);
    }

    /** The new union is another one: below the federation that the member was proposed to. */
    void redirect(UUID organisation) {
        toOrganisationId = organisation;
    }

    /** Whether the old union's silence can let the member go: at the member's own wish, and never a chair. */
    boolean mayFallSilent() {
        return state == State.OPENED && askedByMember && !chairInTerm;
    }

    void fallSilent() {
        become(State.SOURCE_SILENT);
    }

    void requireAcceptable() {
        state.require(State.TARGET_ACCEPTED);
    }

    void accept() {
        become(State.TARGET_ACCEPTED);
    }

    void complete(Instant now) {
        become(State.COMPLETED);
        closedAt = now;
    }

    void requireRefusable() {
        state.require(State.TARGET_REJECTED);
    }

    void refuse(TransferRefusal why, @Nullable String words, Instant now) {
        become(State.TARGET_REJECTED);
        refusedFor = why;
        note = words;
        closedAt = now;
    }

    boolean canBeCancelled() {
        return state.canBecome(State.CANCELLED);
    }

    void requireCancellable() {
        state.require(State.CANCELLED);
    }

    void cancel(Instant now) {
        become(State.CANCELLED);
        closedAt = now;
    }

    /** The event that tells of the present state; right once the change is flushed, because that sets the version. */
    TransferEvent changed() {
        return new TransferEvent.TransferChanged(
                id, memberId, fromOrganisationId, toOrganisationId, state, askedByMember, refusedFor, version);
    }

    private void become(State next) {
        state = state.become(next);
    }

    UUID id() {
        return id;
    }

    UUID memberId() {
        return memberId;
    }

    @Nullable UUID applicationId() {
        return applicationId;
    }

    UUID fromOrganisationId() {
        return fromOrganisationId;
    }

    UUID toOrganisationId() {
        return toOrganisationId;
    }

    @Nullable TransferReason reason() {
        return reason;
    }

    String openedBy() {
        return openedBy;
    }

    boolean askedByMember() {
        return askedByMember;
    }

    boolean chairInTerm() {
        return chairInTerm;
    }

    State state() {
        return state;
    }

    @Nullable ChairConsent consent() {
        return consent;
    }

    @Nullable TransferRefusal refusedFor() {
        return refusedFor;
    }

    @Nullable String note() {
        return note;
    }

    Instant openedAt() {
        return openedAt;
    }

    @Nullable Instant closedAt() {
        return closedAt;
    }

    long version() {
        return version;
    }
}
