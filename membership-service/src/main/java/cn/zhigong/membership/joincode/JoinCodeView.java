package cn.zhigong.membership.joincode;

import cn.zhigong.membership.joincode.JoinCodeRules.State;
import cn.zhigong.membership.joincode.JoinCodeStore.Found;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A join code as officers see it.
 *
 * @param code what a poster carries, or names a live code; only for those who may issue codes
 * @param url what the poster's QR opens; a live code has its own operation for that
 * @param uses applications made with it, counted where there is a limit
 */
record JoinCodeView(
        UUID id,
        UUID organisationId,
        @Nullable UUID groupId,
        JoinCodes.Kind kind,
        State state,
        @Nullable String code,
        @Nullable String url,
        Instant validFrom,
        Instant validUntil,
        @Nullable Integer maxUses,
        @Nullable Integer uses,
        String issuedBy,
        Instant createdAt,
        @Nullable Instant revokedAt) {

    static JoinCodeView of(Found found, @Nullable String url, boolean withCode, Instant now) {
        var code = found.code();
        return new JoinCodeView(
                code.id(),
                code.organisationId(),
                code.groupId(),
                code.kind(),
                JoinCodeRules.stateOf(found.facts(), now),
                withCode ? found.handle() : null,
                withCode ? url : null,
                code.validFrom(),
                code.validUntil(),
                code.maxUses(),
                code.maxUses() == null ? null : code.uses(),
                code.issuedBy(),
                code.createdAt(),
                code.revokedAt());
    }
}
