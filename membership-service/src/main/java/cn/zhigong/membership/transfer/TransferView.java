package cn.zhigong.membership.transfer;

import cn.zhigong.platform.http.Versioned;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A transfer as the member and the officers of both unions see it.
 *
 * @param applicationId the application in whose place it was proposed
 * @param askedByMember whether it is known to be the member's own wish; only then does silence of the old union let go
 * @param answerBy when the old union's silence lets the member go
 * @param chairInTerm whether the member chairs the old union, so that its superior must consent first
 * @param committeeDecidedOn when the committee agreed that its chair be moved, once the superior has consented
 * @param note what the new union's officer added to a refusal
 */
record TransferView(
        UUID id,
        UUID memberId,
        @Nullable UUID applicationId,
        UUID fromOrganisationId,
        UUID toOrganisationId,
        @Nullable TransferReason reason,
        boolean askedByMember,
        Transfer.State state,
        Instant openedAt,
        @Nullable Instant answerBy,
        boolean chairInTerm,
        @Nullable LocalDate committeeDecidedOn,
        @Nullable TransferRefusal refusedFor,
        @Nullable String note,
        @Nullable Instant closedAt,
        long version)
        implements Versioned {

    static TransferView of(Transfer transfer, @Nullable Instant answerBy) {
        var consent = transfer.consent();
        return new TransferView(
                transfer.id(),
                transfer.memberId(),
                transfer.applicationId(),
                transfer.fromOrganisationId(),
                transfer.toOrganisationId(),
                transfer.reason(),
                transfer.askedByMember(),
                transfer.state(),
                transfer.openedAt(),
                answerBy,
                transfer.chairInTerm(),
                consent == null ? null : consent.committeeDecidedOn(),
                transfer.refusedFor(),
                transfer.note(),
                transfer.closedAt(),
                transfer.version());
    }
}
