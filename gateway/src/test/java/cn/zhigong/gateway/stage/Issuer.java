package cn.zhigong.gateway.stage;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Consumer;
import org.jose4j.jwk.EcJwkGenerator;
import org.jose4j.jwk.JsonWebKey.OutputControlLevel;
import org.jose4j.jwk.JsonWebKeySet;
import org.jose4j.jwk.PublicJsonWebKey;
import org.jose4j.jwk.RsaJwkGenerator;
import org.jose4j.jws.JsonWebSignature;
import org.jose4j.jwt.JwtClaims;
import org.jose4j.jwt.NumericDate;
import org.jose4j.keys.EllipticCurves;
import org.jose4j.lang.JoseException;

/** Signs tokens as the provider would, and as an attacker would like to. */
public final class Issuer {
    public static final String NAME = "http://issuer.test/realms/zhigong";

    private final PublicJsonWebKey rsa = rsa("rsa-1");
    private final PublicJsonWebKey elliptic = elliptic();

    /** What the provider publishes. */
    public String keys() {
        return new JsonWebKeySet(List.of(rsa, elliptic)).toJson(OutputControlLevel.PUBLIC_ONLY);
    }

    public PublicJsonWebKey rsa() {
        return rsa;
    }

    /** A fresh member's token. */
    public String member() {
        return token(UUID.randomUUID().toString(), _ -> {});
    }

    /** A good token of {@code subject}, changed by {@code change}. */
    public String token(String subject, Consumer<JwtClaims> change) {
        return sign(rsa, "RS256", claims(subject, change));
    }

    public String elliptic(String subject) {
        return sign(elliptic, "ES256", claims(subject, _ -> {}));
    }

    public static JwtClaims claims(String subject, Consumer<JwtClaims> change) {
        var now = Instant.now().getEpochSecond();
        var claims = new JwtClaims();
        claims.setIssuer(NAME);
        claims.setAudience("zhigong");
        claims.setSubject(subject);
        claims.setIssuedAt(NumericDate.fromSeconds(now));
        claims.setExpirationTime(NumericDate.fromSeconds(now + 300));
        claims.setClaim("typ", "Bearer");
        claims.setClaim("azp", "app");
        claims.setClaim("realm_access", Map.of("roles", List.of("member")));
        claims.setGeneratedJwtId();
        change.accept(claims);
        return claims;
    }

    public static String sign(PublicJsonWebKey key, String algorithm, JwtClaims claims) {
        var signature = new JsonWebSignature();
        signature.setAlgorithmHeaderValue(algorithm);
        signature.setKeyIdHeaderValue(key.getKeyId());
        signature.setKey(key.getPrivateKey());
        signature.setPayload(claims.toJson());
        try {
            return signature.getCompactSerialization();
        } catch (JoseException e) {
            throw new IllegalStateException(e);
        }
    }

    /** A token put together by hand: header, claims and signature are whatever the attacker wrote. */
    public static String forged(String header, String claims, byte[] signature) {
        var encoder = Base64.getUrlEncoder().withoutPadding();
        return encoder.encodeToString(header.getBytes(StandardCharsets.UTF_8))
                + "."
                + encoder.encodeToString(claims.getBytes(StandardCharsets.UTF_8))
                + "."
                + encoder.encodeToString(signature);
    }

    public static PublicJsonWebKey rsa(String id) {
        try {
            var key = RsaJwkGenerator.generateJwk(2048);
            key.setKeyId(id);
            key.setUse("sig");
            return key;
        } catch (JoseException e) {
            throw new IllegalStateException(e);
        }
    }

    private static PublicJsonWebKey elliptic() {
        try {
            var key = EcJwkGenerator.generateJwk(EllipticCurves.P256);
            key.setKeyId("ec-1");
            return key;
        } catch (JoseException e) {
            throw new IllegalStateException(e);
        }
    }
}
