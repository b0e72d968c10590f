package cn.zhigong.platform.testing;

import static io.restassured.RestAssured.given;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.startsWith;

import io.smallrye.jwt.build.JwtClaimsBuilder;
import java.math.BigInteger;
import java.security.InvalidKeyException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.NoSuchAlgorithmException;
import java.security.interfaces.RSAPublicKey;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Bad tokens are refused whatever is wrong with them; a service's test subclasses this in three lines. The operation
 * asked for exists in every service and answers 404 to anybody who is known.
 */
public abstract class TokenContract {

    private static final String GUARDED = "/v1/jobs/01900000-0000-7000-8000-000000000000";

    private static final KeyPair STRANGER = stranger();

    @Test
    void aGoodTokenIsTaken() {
        given().auth()
                .oauth2(Tokens.of("somebody", "member"))
                .get(GUARDED)
                .then()
                .statusCode(404);
    }

    @Test
    void noTokenIsUnauthenticated() {
        given().get(GUARDED)
                .then()
                .statusCode(401)
                .header("WWW-Authenticate", startsWith("Bearer"))
                .contentType("application/problem+json")
                .body("code", equalTo("UNAUTHENTICATED"));
    }

    static Stream<Arguments> badTokens() {
        var now = Instant.now();
        return Stream.of(
                bad("no signature algorithm", unsigned("none")),
                bad("no signature algorithm, other case", unsigned("None")),
                bad("signed with the public key as a shared secret", signedWithPublicKey()),
                bad("expired", sign(Tokens.claims("m", "member").expiresAt(now.minusSeconds(120)))),
                bad(
                        "not yet valid",
                        sign(Tokens.claims("m", "member")
                                .claim("nbf", now.plusSeconds(600).getEpochSecond()))),
                bad("lives ten years", sign(Tokens.claims("m", "member").expiresAt(now.plus(Duration.ofDays(3650))))),
                bad("another issuer", sign(Tokens.claims("m", "member").issuer("https://elsewhere.test"))),
                bad("another audience", sign(Tokens.claims("m", "member").audience("other"))),
                bad("an identity token", sign(Tokens.claims("m", "member").claim("typ", "ID"))),
                bad("a refresh token", sign(Tokens.claims("m", "member").claim("typ", "Refresh"))),
                bad(
                        "an unknown key",
                        Tokens.claims("m", "member")
                                .jws()
                                .keyId("../../etc/passwd")
                                .sign(STRANGER.getPrivate())),
                bad("brings its own key", strangers("jwk", strangersKey())),
                bad("names where its key is", strangers("jku", "https://elsewhere.test/keys")),
                bad("names where its certificate is", strangers("x5u", "https://elsewhere.test/chain.pem")),
                bad("without a key id", Tokens.claims("m", "member").jws().sign(STRANGER.getPrivate())),
                bad("demands what nobody understands", demanding()),
                bad("without a subject", sign(Tokens.claims("", "member"))),
                bad("altered after signing", altered(Tokens.of("m", "member"))),
                bad("not a token", "nonsense"),
                bad("far too long", "a".repeat(9_000)));
    }

    private static Arguments bad(String what, String token) {
        return Arguments.of(what, token);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("badTokens")
    void aBadTokenIsRefused(String what, String token) {
        given().auth().oauth2(token).get(GUARDED).then().statusCode(401).contentType("application/problem+json");
    }

    private static String sign(JwtClaimsBuilder claims) {
        return claims.jws().keyId(Tokens.KEY_ID).sign(Tokens.keys().getPrivate());
    }

    /** A token that is right in everything but signed by a stranger, whose key its header offers. */
    private static String strangers(String header, Object offered) {
        return Tokens.claims("m", "member")
                .jws()
                .keyId(Tokens.KEY_ID)
                .header(header, offered)
                .sign(STRANGER.getPrivate());
    }

    private static Map<String, Object> strangersKey() {
        var key = (RSAPublicKey) STRANGER.getPublic();
        return Map.of("kty", "RSA", "n", unsigned(key.getModulus()), "e", unsigned(key.getPublicExponent()));
    }

    private static String unsigned(BigInteger number) {
        var bytes = number.toByteArray();
        var start = bytes[0] == 0 ? 1 : 0;
        return Base64.getUrlEncoder().withoutPadding().encodeToString(Arrays.copyOfRange(bytes, start, bytes.length));
    }

    /** RFC 7515 §4.1.11: what is listed in {@code crit} and not understood makes the token invalid. */
    private static String demanding() {
        return Tokens.claims("m", "member")
                .jws()
                .keyId(Tokens.KEY_ID)
                .header("crit", List.of("urgency"))
                .header("urgency", "high")
                .sign(Tokens.keys().getPrivate());
    }

    private static KeyPair stranger() {
        try {
            var generator = KeyPairGenerator.getInstance("RSA");
            generator.initialize(2048);
            return generator.generateKeyPair();
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String unsigned(String algorithm) {
        var payload = Tokens.of("m", "member").split("\\.", -1)[1];
        return part("{\"alg\":\"" + algorithm + "\",\"typ\":\"JWT\"}") + "." + payload + ".";
    }

    private static String signedWithPublicKey() {
        var payload = Tokens.of("m", "member").split("\\.", -1)[1];
        var signed = part("{\"alg\":\"HS256\",\"typ\":\"JWT\",\"kid\":\"" + Tokens.KEY_ID + "\"}") + "." + payload;
        try {
            var mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(Tokens.keys().getPublic().getEncoded(), "HmacSHA256"));
            return signed + "."
                    + Base64.getUrlEncoder().withoutPadding().encodeToString(mac.doFinal(signed.getBytes(UTF_8)));
        } catch (NoSuchAlgorithmException | InvalidKeyException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String altered(String token) {
        var parts = token.split("\\.", -1);
        var claims = new String(Base64.getUrlDecoder().decode(parts[1]), UTF_8).replace("\"member\"", "\"admin\"");
        return parts[0] + "." + part(claims) + "." + parts[2];
    }

    private static String part(String json) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(json.getBytes(UTF_8));
    }
}
