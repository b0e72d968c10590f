package cn.zhigong.gateway.identity;

import static cn.zhigong.gateway.identity.TokenVerdict.Reason;

import cn.zhigong.gateway.identity.TokenVerdict.Accepted;
import cn.zhigong.gateway.identity.TokenVerdict.NoKeys;
import cn.zhigong.gateway.identity.TokenVerdict.Refused;
import java.time.InstantSource;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jose4j.jwa.AlgorithmConstraints;
import org.jose4j.jwa.AlgorithmConstraints.ConstraintType;
import org.jose4j.jws.JsonWebSignature;
import org.jose4j.jwt.JwtClaims;
import org.jose4j.jwt.MalformedClaimException;
import org.jose4j.jwt.NumericDate;
import org.jose4j.jwt.consumer.InvalidJwtException;
import org.jose4j.lang.JoseException;
import org.jspecify.annotations.Nullable;

/** Judges one token. Blocking and expensive (a public-key operation): the result is remembered by {@link Tokens}. */
class TokenVerifier {
    private static final AlgorithmConstraints ALGORITHMS =
            new AlgorithmConstraints(ConstraintType.PERMIT, "RS256", "PS256", "ES256");
    private static final List<String> KEY_CARRYING_HEADERS = List.of("jku", "jwk", "x5u", "x5c", "crit");
    private static final List<String> STAFF_ROLES =
            List.of("officer", "judge", "instructor", "mediator", "bureau", "auditor", "admin");
    private static final int LONGEST_KEY_ID = 256;

    private final IdentityConfig config;
    private final TokenKeys keys;
    private final InstantSource clock;

    TokenVerifier(IdentityConfig config, TokenKeys keys, InstantSource clock) {
        this.config = config;
        this.keys = keys;
        this.clock = clock;
    }

    TokenVerdict judge(String token) {
        try {
            var signature = new JsonWebSignature();
            signature.setCompactSerialization(token);
            return judge(signature);
        } catch (JoseException | InvalidJwtException | MalformedClaimException | IllegalArgumentException e) {
            return new Refused(Reason.MALFORMED);
        }
    }

    private TokenVerdict judge(JsonWebSignature signature)
            throws JoseException, InvalidJwtException, MalformedClaimException {
        var algorithm = signature.getAlgorithmHeaderValue();
        if (algorithm == null || !accepted(algorithm)) {
            return new Refused(Reason.ALGORITHM);
        }
        for (var header : KEY_CARRYING_HEADERS) {
            if (signature.getHeaders().getObjectHeaderValue(header) != null) {
                return new Refused(Reason.HEADER);
            }
        }
        var keyId = signature.getKeyIdHeaderValue();
        if (keyId == null || keyId.length() > LONGEST_KEY_ID) {
            return new Refused(Reason.UNKNOWN_KEY);
        }
        var known = keys.holding(keyId);
        if (known.isEmpty()) {
            return new NoKeys();
        }
        var entry = known.find(keyId);
        if (entry == null || !entry.fits(algorithm)) {
            return new Refused(Reason.UNKNOWN_KEY);
        }
        signature.setAlgorithmConstraints(ALGORITHMS);
        signature.setKey(entry.key());
        if (!signatureMatches(signature)) {
            return new Refused(Reason.SIGNATURE);
        }
        return judge(JwtClaims.parse(signature.getPayload()));
    }

    private static boolean accepted(String algorithm) {
        try {
            ALGORITHMS.checkConstraint(algorithm);
            return true;
        } catch (JoseException e) {
            return false;
        }
    }

    private static boolean signatureMatches(JsonWebSignature signature) {
        try {
            return signature.verifySignature();
        } catch (JoseException wrongKindOfKey) {
            return false;
        }
    }

    private TokenVerdict judge(JwtClaims claims) throws MalformedClaimException {
        if (!config.issuer().equals(claims.getIssuer())) {
            return new Refused(Reason.ISSUER);
        }
        if (!claims.hasAudience() || !claims.getAudience().contains(config.audience())) {
            return new Refused(Reason.AUDIENCE);
        }
        var type = claims.getStringClaimValue("typ");
        if (type != null && !type.equals("Bearer")) {
            return new Refused(Reason.TYPE);
        }
        var untimely = untimely(claims.getIssuedAt(), claims.getNotBefore(), claims.getExpirationTime());
        if (untimely != null) {
            return new Refused(untimely);
        }
        var subject = claims.getSubject();
        if (subject == null || subject.isBlank()) {
            return new Refused(Reason.SUBJECT);
        }
        return new Accepted(
                caller(claims, subject),
                claims.getExpirationTime().getValue() + config.leeway().toSeconds());
    }

    private @Nullable Reason untimely(
            @Nullable NumericDate issued, @Nullable NumericDate notBefore, @Nullable NumericDate expires) {
        if (issued == null
                || expires == null
                || expires.getValue() - issued.getValue() > config.longestLife().toSeconds()) {
            return Reason.LIFETIME;
        }
        var now = clock.instant().getEpochSecond();
        var leeway = config.leeway().toSeconds();
        if (now - leeway >= expires.getValue()) {
            return Reason.EXPIRED;
        }
        var validFrom = notBefore == null ? issued.getValue() : Math.max(issued.getValue(), notBefore.getValue());
        return now + leeway < validFrom ? Reason.NOT_YET_VALID : null;
    }

    /**
     * A service account is a partner system; anyone else is a person, staff when a working role is among the realm
     * roles.
     */
    private static Caller caller(JwtClaims claims, String subject) throws MalformedClaimException {
        var client = claims.getStringClaimValue("azp");
        var user = Objects.requireNonNullElse(claims.getStringClaimValue("preferred_username"), "");
        if (client != null && (user.startsWith("service-account-") || subject.equals(client))) {
            return Caller.partner(client);
        }
        var roles = claims.getClaimValue("realm_access") instanceof Map<?, ?> access
                        && access.get("roles") instanceof Collection<?> list
                ? list
                : List.of();
        return Caller.account(subject, STAFF_ROLES.stream().anyMatch(roles::contains));
    }
}
