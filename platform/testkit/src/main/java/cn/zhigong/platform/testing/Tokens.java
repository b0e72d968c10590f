package cn.zhigong.platform.testing;

import io.smallrye.jwt.build.Jwt;
import io.smallrye.jwt.build.JwtClaimsBuilder;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigInteger;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.interfaces.RSAPrivateCrtKey;
import java.security.interfaces.RSAPublicKey;
import java.security.spec.PKCS8EncodedKeySpec;
import java.security.spec.RSAPublicKeySpec;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** Makes access tokens of the shape that the identity provider issues, signed with a key of the test run. */
public final class Tokens {

    public static final String ISSUER = "https://identity.test/realms/zhigong";
    public static final String KEY_ID = "test";

    private static final String KEPT_AT = "zhigong.test.signing-key";

    private static final KeyPair KEYS = shared();

    /** To sign was a quarter of what a service's tests did: everybody keeps a token for a while, as apps do. */
    private static final Map<List<String>, Kept> SIGNED = new ConcurrentHashMap<>();

    private static final Duration LIFE = Duration.ofMinutes(15);

    private Tokens() {}

    private record Kept(String token, Instant until) {}

    /** A token for an account with realm roles. */
    public static String of(String account, String... roles) {
        return kept(claims(account, roles), "account", account, String.join(" ", roles));
    }

    /** A token of a partner system with scopes. */
    public static String ofPartner(String client, String... scopes) {
        var scope = String.join(" ", scopes);
        var claims = claims("service-account-" + client).claim("azp", client).claim("scope", scope);
        return kept(claims, "partner", client, scope);
    }

    private static String kept(JwtClaimsBuilder claims, String... holder) {
        var now = Instant.now();
        return SIGNED.compute(
                        List.of(holder),
                        (_, old) -> old != null && now.isBefore(old.until())
                                ? old
                                : new Kept(
                                        claims.jws().keyId(KEY_ID).sign(KEYS.getPrivate()),
                                        now.plus(LIFE.dividedBy(2))))
                .token();
    }

    /** The claims of a good token, to be bent by a test. */
    public static JwtClaimsBuilder claims(String account, String... roles) {
        return Jwt.issuer(ISSUER)
                .subject(account)
                .audience("zhigong")
                .issuedAt(Instant.now().minusSeconds(1))
                .expiresAt(Instant.now().plus(LIFE))
                .claim("typ", "Bearer")
                .claim("azp", "zhigong-app")
                .claim("realm_access", Map.of("roles", List.copyOf(Arrays.asList(roles))));
    }

    /** The key pair, for tests that sign badly on purpose. */
    public static KeyPair keys() {
        return KEYS;
    }

    static Path publishedKeys() {
        var key = (RSAPublicKey) KEYS.getPublic();
        var json = """
                {"keys":[{"kty":"RSA","use":"sig","alg":"RS256","kid":"%s","n":"%s","e":"%s"}]}
                """.formatted(KEY_ID, encoded(key.getModulus()), encoded(key.getPublicExponent()));
        try {
            var file = Files.createTempFile("zhigong-test-jwks", ".json");
            file.toFile().deleteOnExit();
            return Files.writeString(file, json);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String encoded(BigInteger number) {
        var bytes = number.toByteArray();
        var unsigned = bytes[0] == 0 ? Arrays.copyOfRange(bytes, 1, bytes.length) : bytes;
        return Base64.getUrlEncoder().withoutPadding().encodeToString(unsigned);
    }

    /** The run's key pair: kept where every class loader of the test process finds the same. */
    private static KeyPair shared() {
        try {
            var kept = System.getProperty(KEPT_AT);
            if (kept == null) {
                var generator = KeyPairGenerator.getInstance("RSA");
                generator.initialize(2048);
                kept = Base64.getEncoder()
                        .encodeToString(generator.generateKeyPair().getPrivate().getEncoded());
                System.setProperty(KEPT_AT, kept);
            }
            var factory = KeyFactory.getInstance("RSA");
            var encoded = new PKCS8EncodedKeySpec(Base64.getDecoder().decode(kept));
            var secret = (RSAPrivateCrtKey) factory.generatePrivate(encoded);
            var published = new RSAPublicKeySpec(secret.getModulus(), secret.getPublicExponent());
            return new KeyPair(factory.generatePublic(published), secret);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Every JDK has RSA", e);
        }
    }
}
