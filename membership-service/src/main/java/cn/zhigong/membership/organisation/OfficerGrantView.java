package cn.zhigong.membership.organisation;

import cn.zhigong.platform.directory.GrantRole;
import cn.zhigong.platform.http.Versioned;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** @param until when the grant ends or ended; absent while it is open */
record OfficerGrantView(
        UUID id,
        UUID organisationId,
        String account,
        GrantRole role,
        Instant from,
        @Nullable Instant until,
        String grantedBy,
        Instant grantedAt,
        @Nullable String revokedBy,
        @Nullable Instant revokedAt,
        @Nullable String revokeReason,
        long version)
        implements Versioned {

    static OfficerGrantView of(OfficerGrant grant) {
        return new OfficerGrantView(
                grant.id(),
                grant.organisationId(),
                grant.account(),
                grant.role(),
                grant.validFrom(),
                grant.validUntil(),
                grant.grantedBy(),
                grant.grantedAt(),
                grant.revokedBy(),
                grant.revokedAt(),
                grant.revokeReason(),
                grant.version());
    }
}
