package cn.zhigong.membership.joincode;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A join code (入会码) as it is stored, without the code itself.
 *
 * @param groupId the union group that hands it out
 * @param validUntil the first instant at which it is not valid any more
 * @param maxUses applications it is good for; null for any number, which are then not counted
 * @param issuedAsAdmin whether it was issued by the platform's administrators, whose right rests on no grant
 */
record JoinCode(
        UUID id,
        UUID organisationId,
        @Nullable UUID groupId,
        JoinCodes.Kind kind,
        Instant validFrom,
        Instant validUntil,
        @Nullable Integer maxUses,
        int uses,
        String issuedBy,
        boolean issuedAsAdmin,
        Instant createdAt,
        @Nullable Instant revokedAt) {}
