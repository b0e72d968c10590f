package cn.zhigong.membership.organisation;

import cn.zhigong.membership.organisation.OrganisationEvent.OfficerGrantChanged;
import cn.zhigong.platform.directory.GrantRole;
import cn.zhigong.platform.state.Steps;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What an account may do at an organisation and below it, from when until when. Revoking it sets its end; a grant that
 * has not begun then never begins.
 */
@Entity
class OfficerGrant {

    @Id
    private UUID id;

    private UUID organisationId;
    private String account;

    @Enumerated(EnumType.STRING)
    private GrantRole role;

    private Instant validFrom;
    private @Nullable Instant validUntil;
    private String grantedBy;
    private Instant grantedAt;
    private @Nullable String revokedBy;
    private @Nullable Instant revokedAt;
    private @Nullable String revokeReason;

    @Version
    private long version;

    protected OfficerGrant() {}

    OfficerGrant(
            UUID id,
            UUID organisationId,
            String account,
            GrantRole role,
            Instant from,
            @Nullable Instant until,
            String grantedBy,
            Instant grantedAt) {
        this.id = id;
        this.organisationId = organisationId;
        this.account = account;
        this.role = role;
        this.validFrom = from;
        this.validUntil = until;
        this.grantedBy = grantedBy;
        this.grantedAt = grantedAt;
    }

    void revoke(String reason, String officer, Instant now) {
        if (revokedAt != null || (validUntil != null && !validUntil.isAfter(now))) {
            throw Steps.ended(revokedAt != null ? "REVOKED" : "EXPIRED");
        }
        revokedAt = now;
        revokedBy = officer;
        revokeReason = reason;
        validUntil = now.isAfter(validFrom) ? now : validFrom;
    }

    /** The event that tells of its present state; right once the change is flushed, because that sets the version. */
    OfficerGrantChanged changed() {
        return new OfficerGrantChanged(id, account, organisationId, role, validFrom, validUntil, version);
    }

    UUID id() {
        return id;
    }

    UUID organisationId() {
        return organisationId;
    }

    String account() {
        return account;
    }

    GrantRole role() {
        return role;
    }

    Instant validFrom() {
        return validFrom;
    }

    @Nullable Instant validUntil() {
        return validUntil;
    }

    String grantedBy() {
        return grantedBy;
    }

    Instant grantedAt() {
        return grantedAt;
    }

    @Nullable String revokedBy() {
        return revokedBy;
    }

    @Nullable Instant revokedAt() {
        return revokedAt;
    }

    @Nullable String revokeReason() {
        return revokeReason;
    }

    long version() {
        return version;
    }
}
