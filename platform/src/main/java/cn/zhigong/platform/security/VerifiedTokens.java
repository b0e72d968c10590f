package cn.zhigong.platform.security;

import cn.zhigong.platform.privacy.Digests;
import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.Expiry;
import io.smallrye.jwt.auth.principal.DefaultJWTCallerPrincipal;
import io.smallrye.jwt.auth.principal.DefaultJWTTokenParser;
import io.smallrye.jwt.auth.principal.JWTAuthContextInfo;
import io.smallrye.jwt.auth.principal.JWTCallerPrincipal;
import io.smallrye.jwt.auth.principal.JWTCallerPrincipalFactory;
import io.smallrye.jwt.auth.principal.ParseException;
import jakarta.annotation.Priority;
import jakarta.enterprise.inject.Alternative;
import jakarta.inject.Singleton;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.eclipse.microprofile.jwt.Claims;
import org.jose4j.jwt.JwtClaims;
import org.jose4j.jwt.MalformedClaimException;

/**
 * Verifies bearer tokens and remembers the verified ones until they expire: checking a signature costs 150 µs of every
 * request otherwise. Beyond the library's checks it refuses tokens that are not access tokens or live for too long.
 */
@Alternative
@Priority(1)
@Singleton
class VerifiedTokens extends JWTCallerPrincipalFactory {

    /** A token that claims to live longer than this was not made by our provider's rules. */
    static final Duration LONGEST_LIFE = Duration.ofHours(24);

    /** About a kilobyte each: 20 MB of a heap of 256. */
    private static final int REMEMBERED = 20_000;

    private static final int LONGEST_TOKEN = 8_192;
    private static final List<String> KEPT =
            List.of(Claims.iss.name(), Claims.sub.name(), Claims.exp.name(), Claims.iat.name(), Claims.azp.name());

    private final DefaultJWTTokenParser verifier = new DefaultJWTTokenParser();
    private final Cache<String, JWTCallerPrincipal> verified = Caffeine.newBuilder()
            .maximumSize(REMEMBERED)
            .expireAfter(Expiry.<String, JWTCallerPrincipal>creating((_, principal) ->
                    Duration.between(Instant.now(), Instant.ofEpochSecond(principal.getExpirationTime()))))
            .build();

    @Override
    public JWTCallerPrincipal parse(String token, JWTAuthContextInfo context) throws ParseException {
        if (token.length() > LONGEST_TOKEN) {
            throw new ParseException("The token is too long");
        }
        var hash = hash(token);
        var known = verified.getIfPresent(hash);
        // Token times are real time, whatever the business clock of a test stack says.
        var now = Instant.now().getEpochSecond();
        if (known != null && known.getExpirationTime() > now) {
            return known;
        }
        var principal = principal(verifier.parse(token, context).getJwtClaims());
        verified.put(hash, principal);
        return principal;
    }

    private static JWTCallerPrincipal principal(JwtClaims claims) throws ParseException {
        try {
            refuseUnfit(claims);
            return new DefaultJWTCallerPrincipal("JWT", kept(claims));
        } catch (MalformedClaimException malformed) {
            throw new ParseException("A claim is malformed", malformed);
        }
    }

    private static void refuseUnfit(JwtClaims claims) throws ParseException, MalformedClaimException {
        if (claims.hasClaim("typ") && !"Bearer".equals(claims.getClaimValueAsString("typ"))) {
            throw new ParseException("Not an access token");
        }
        if (claims.getSubject() == null || claims.getSubject().isBlank()) {
            throw new ParseException("The token does not say whose it is");
        }
        if (claims.getIssuedAt() == null || claims.getExpirationTime() == null) {
            throw new ParseException("The token does not say how long it lives");
        }
        var life = claims.getExpirationTime().getValue() - claims.getIssuedAt().getValue();
        if (life > LONGEST_LIFE.toSeconds()) {
            throw new ParseException("The token lives too long");
        }
    }

    /** What the platform asks of a token later; its text and all else would fill the heap with what nobody reads. */
    private static JwtClaims kept(JwtClaims claims) throws MalformedClaimException {
        var kept = new JwtClaims();
        for (var name : KEPT) {
            if (claims.hasClaim(name)) {
                kept.setClaim(name, claims.getClaimValue(name));
            }
        }
        var roles = new ArrayList<>(claims.getStringListClaimValue(Claims.groups.name()));
        roles.addAll(scopes(claims));
        kept.setStringListClaim(Claims.groups.name(), roles);
        return kept;
    }

    /** A partner system's scopes count as roles, so that one annotation guards an operation for people and systems. */
    private static List<String> scopes(JwtClaims claims) {
        var scope = claims.getClaimValueAsString("scope");
        return scope == null
                ? List.of()
                : Arrays.stream(scope.split(" ", -1))
                        .filter(one -> one.indexOf(':') > 0)
                        .toList();
    }

    private static String hash(String token) {
        return Digests.hex(token.getBytes(StandardCharsets.UTF_8));
    }
}
