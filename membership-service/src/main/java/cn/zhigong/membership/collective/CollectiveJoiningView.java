package cn.zhigong.membership.collective;

import cn.zhigong.platform.http.Versioned;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A batch as officers see it.
 *
 * @param applications how many came by its code, by state
 */
record CollectiveJoiningView(
        UUID id,
        UUID organisationId,
        @Nullable UUID groupId,
        UUID joinCodeId,
        String title,
        @Nullable Instant ceremonyAt,
        @Nullable Integer expected,
        String createdBy,
        Instant createdAt,
        @Nullable String minutes,
        @Nullable String approvedBy,
        @Nullable Instant approvedAt,
        Map<String, Integer> applications,
        long version)
        implements Versioned {

    static CollectiveJoiningView of(CollectiveJoining batch, Map<String, Integer> applications) {
        return new CollectiveJoiningView(
                batch.id(),
                batch.organisationId(),
                batch.groupId(),
                batch.joinCodeId(),
                batch.title(),
                batch.ceremonyAt(),
                batch.expected(),
                batch.createdBy(),
                batch.createdAt(),
                batch.minutes(),
                batch.approvedBy(),
                batch.approvedAt(),
                applications,
                batch.version());
    }
}
