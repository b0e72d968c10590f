package cn.zhigong.platform.testing;

import io.smallrye.jwt.build.Jwt;
import io.smallrye.jwt.build.JwtClaimsBuilder;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigInteger;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.NoSuchAlgorithmException;
import java.security.interfaces.RSAPublicKey;
import java.time.Instant;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Map;

/** Makes access tokens of the shape that the identity provider issues, signed with a key of the test run. */
public final class Tokens {

    public static final String ISSUER = "https://identity.test/realms/zhigong";
    public static final String KEY_ID = "test";

    private static final KeyPair KEYS = generate();

    private Tokens() {}

    /** A token for an account with realm roles. */
    public static String of(String account, String... roles) {
        return claims(account, roles).jws().keyId(KEY_ID).sign(KEYS.getPrivate());
    }

    /** A token of a partner system with scopes. */
    public static String ofPartner(String client, String... scopes) {
        return claims("service-account-" + client)
                .claim("azp", client)
                .claim("scope", String.join(" ", scopes))
                .jws()
                .keyId(KEY_ID)
                .sign(KEYS.getPrivate());
    }

    /** The claims of a good token, to be bent by a test. */
    public static JwtClaimsBuilder claims(String account, String... roles) {
        return Jwt.issuer(ISSUER)
                .subject(account)
                .audience("zhigong")
                .issuedAt(Instant.now().minusSeconds(1))
                .expiresAt(Instant.now().plusSeconds(900))
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

    private static KeyPair generate() {
        try {
            var generator = KeyPairGenerator.getInstance("RSA");
            generator.initialize(2048);
            return generator.generateKeyPair();
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every JDK has RSA", e);
        }
    }
}
