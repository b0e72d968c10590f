package cn.zhigong.membership.member;

import cn.zhigong.platform.state.Steps;
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

/** The moving of a membership from one union to another (会籍接转); until it completes nothing changes for the member. */
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
    private State state;

    private Instant openedAt;

    @Version
    private long version;

    protected Transfer() {}

    Transfer(UUID id, Standing.Membership membership, UUID target, @Nullable UUID applicationId, Instant openedAt) {
        this.id = id;
        this.memberId = membership.memberId();
        this.applicationId = applicationId;
        this.fromOrganisationId = membership.organisationId();
        this.toOrganisationId = target;
        this.state = State.OPENED;
        this.openedAt = openedAt;
    }

    boolean canBeCancelled() {
        return state.canBecome(State.CANCELLED);
    }

    void cancel() {
        become(State.CANCELLED);
    }

    void complete() {
        become(State.COMPLETED);
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

    State state() {
        return state;
    }

    Instant openedAt() {
        return openedAt;
    }

    long version() {
        return version;
    }
}
