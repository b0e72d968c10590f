package cn.zhigong.membership.member;

import cn.zhigong.platform.http.Versioned;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A transfer as the member and the officers of both unions see it. */
record TransferView(
        UUID id,
        UUID memberId,
        @Nullable UUID applicationId,
        UUID fromOrganisationId,
        UUID toOrganisationId,
        Transfer.State state,
        Instant openedAt,
        long version)
        implements Versioned {

    static TransferView of(Transfer transfer) {
        return new TransferView(
                transfer.id(),
                transfer.memberId(),
                transfer.applicationId(),
                transfer.fromOrganisationId(),
                transfer.toOrganisationId(),
                transfer.state(),
                transfer.openedAt(),
                transfer.version());
    }
}
