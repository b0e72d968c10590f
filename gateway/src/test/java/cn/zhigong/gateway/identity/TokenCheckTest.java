package cn.zhigong.gateway.identity;

import static cn.zhigong.gateway.stage.Door.header;
import static cn.zhigong.gateway.stage.Door.problem;
import static org.assertj.core.api.Assertions.assertThat;

import cn.zhigong.gateway.stage.Door;
import cn.zhigong.gateway.stage.Issuer;
import cn.zhigong.gateway.stage.Stage;
import cn.zhigong.gateway.stage.Wire;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import java.util.stream.Stream;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.jose4j.jwk.JsonWebKey.OutputControlLevel;
import org.jose4j.jwt.JwtClaims;
import org.jose4j.jwt.NumericDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
@WithTestResource(Stage.class)
class TokenCheckTest {
    private static int address = 1;

    @Inject
    Door door;

    @Test
    void aGoodTokenPassesAndReachesTheService() {
        var token = "Bearer " + Stage.ISSUER.member();
        for (int i = 0; i < 2; i++) { // verified, then remembered
            var headers = Door.seen(door.get("/api/membership/v1/things", "authorization", token))
                    .getJsonObject("headers");
            assertThat(headers.getString("authorization")).isEqualTo(token);
        }
    }

    @Test
    void anEllipticSignatureAndAnUnusualSpellingOfBearerPass() {
        var answer = door.get(
                "/api/membership/v1/things",
                "authorization",
                "bearer " + Stage.ISSUER.elliptic(UUID.randomUUID().toString()));
        assertThat(answer.statusCode()).isEqualTo(200);
    }

    @Test
    void anApplicantsTokenIsMembershipsToJudge() {
        var token = "Bearer apt_AAAAAAAAAAAAAAAAAAAAAA";
        var seen = Door.seen(door.get("/api/membership/v1/join-applications/1", "authorization", token));
        assertThat(seen.getJsonObject("headers").getString("authorization")).isEqualTo(token);
        assertThat(door.get("/api/rights/v1/disputes", "authorization", token).statusCode())
                .isEqualTo(401);
    }

    static Stream<Arguments> badClaims() {
        var now = Instant.now().getEpochSecond();
        return Stream.of(
                bad("expired", claims -> claims.setExpirationTime(NumericDate.fromSeconds(now - 61))),
                bad("without exp", claims -> claims.unsetClaim("exp")),
                bad("without iat", claims -> claims.unsetClaim("iat")),
                bad("ten years", claims -> claims.setExpirationTime(NumericDate.fromSeconds(now + 315_360_000))),
                bad("a day and a second", claims -> {
                    claims.setIssuedAt(NumericDate.fromSeconds(now));
                    claims.setExpirationTime(NumericDate.fromSeconds(now + 86_401));
                }),
                bad("not before tomorrow", claims -> claims.setNotBefore(NumericDate.fromSeconds(now + 86_000))),
                bad("issued in the future", claims -> claims.setIssuedAt(NumericDate.fromSeconds(now + 120))),
                bad("other issuer", claims -> claims.setIssuer("http://issuer.test/realms/other")),
                bad("no issuer", claims -> claims.unsetClaim("iss")),
                bad("other audience", claims -> claims.setAudience("account")),
                bad("no audience", claims -> claims.unsetClaim("aud")),
                bad("ID token", claims -> claims.setClaim("typ", "ID")),
                bad("refresh token", claims -> claims.setClaim("typ", "Refresh")),
                bad("no subject", claims -> claims.unsetClaim("sub")),
                bad("exp as text", claims -> claims.setClaim("exp", "tomorrow")));
    }

    private static Arguments bad(String name, java.util.function.Consumer<JwtClaims> change) {
        return Arguments.of(name, Stage.ISSUER.token(UUID.randomUUID().toString(), change));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("badClaims")
    void aTokenWithWrongClaimsIsRefused(String name, String token) {
        assertRefused(token);
    }

    static Stream<Arguments> forgeries() throws Exception {
        var claims = Issuer.claims("attacker", _ -> {}).toJson();
        var good = Stage.ISSUER.token("victim", _ -> {});
        var parts = good.split("\\.", -1);
        var publicKey = Stage.ISSUER.rsa().getPublicKey().getEncoded();
        var publicJwk = Stage.ISSUER.rsa().toJson(OutputControlLevel.PUBLIC_ONLY);
        var other = Issuer.rsa("rsa-1");
        return Stream.of(
                Arguments.of("none", Issuer.forged("{\"alg\":\"none\"}", claims, new byte[0])),
                Arguments.of("None", Issuer.forged("{\"alg\":\"None\",\"kid\":\"rsa-1\"}", claims, new byte[0])),
                Arguments.of("no alg", Issuer.forged("{\"kid\":\"rsa-1\"}", claims, new byte[0])),
                Arguments.of("no signature", parts[0] + "." + parts[1] + "."),
                Arguments.of("two parts", parts[0] + "." + parts[1]),
                Arguments.of("five parts", good + ".a.b"),
                Arguments.of(
                        "other claims",
                        parts[0] + "." + Issuer.forged("", claims, new byte[0]).split("\\.", -1)[1] + "." + parts[2]),
                Arguments.of("HS256 with the public key", hmac(claims, publicKey)),
                Arguments.of("HS256 with the JWK", hmac(claims, publicJwk.getBytes(StandardCharsets.UTF_8))),
                Arguments.of("RS512", Issuer.sign(Stage.ISSUER.rsa(), "RS512", Issuer.claims("a", _ -> {}))),
                Arguments.of("other key, same kid", Issuer.sign(other, "RS256", Issuer.claims("a", _ -> {}))),
                Arguments.of("unknown kid", Issuer.sign(Issuer.rsa("x"), "RS256", Issuer.claims("a", _ -> {}))),
                Arguments.of("path in kid", forged(claims, "\"kid\":\"../../etc/passwd\"")),
                Arguments.of("SQL in kid", forged(claims, "\"kid\":\"' OR 1=1 --\"")),
                Arguments.of("huge kid", forged(claims, "\"kid\":\"" + "k".repeat(6_000) + "\"")),
                Arguments.of("jku", forged(claims, "\"kid\":\"rsa-1\",\"jku\":\"http://127.0.0.1:1/keys\"")),
                Arguments.of("x5u", forged(claims, "\"kid\":\"rsa-1\",\"x5u\":\"http://127.0.0.1:1/keys\"")),
                Arguments.of("jwk", forged(claims, "\"kid\":\"rsa-1\",\"jwk\":" + publicJwk)),
                Arguments.of("crit", forged(claims, "\"kid\":\"rsa-1\",\"crit\":[\"b64\"],\"b64\":false")),
                Arguments.of("RS256 header for an EC key", forged(claims, "\"kid\":\"ec-1\"")),
                Arguments.of("garbage", "nonsense"),
                Arguments.of("empty", ""));
    }

    private static String forged(String claims, String header) {
        return Issuer.forged("{\"alg\":\"RS256\"," + header + "}", claims, new byte[256]);
    }

    private static String hmac(String claims, byte[] key) throws Exception {
        var unsigned = Issuer.forged("{\"alg\":\"HS256\",\"kid\":\"rsa-1\"}", claims, new byte[0]);
        var mac = Mac.getInstance("HmacSHA256");
        mac.init(new SecretKeySpec(key, "HmacSHA256"));
        var input = unsigned.substring(0, unsigned.length() - 1);
        var signature = mac.doFinal(input.getBytes(StandardCharsets.UTF_8));
        return input + "." + java.util.Base64.getUrlEncoder().withoutPadding().encodeToString(signature);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("forgeries")
    void aForgedTokenIsRefused(String name, String token) {
        assertRefused(token);
    }

    @ParameterizedTest
    @ValueSource(strings = {"Basic dXNlcjpwYXNz", "Bearer", "Token abc", "DPoP abc"})
    void anotherSchemeIsRefused(String authorization) {
        var answer = door.get("/api/membership/v1/things", "authorization", authorization);
        assertThat(problem(answer).getString("code")).isEqualTo("TOKEN_INVALID");
    }

    /** Each from an address of its own, so that the limit on bad tokens does not answer first. */
    private void assertRefused(String token) {
        address++;
        var request = "GET /api/membership/v1/forged HTTP/1.1\r\nHost: h\r\nConnection: close\r\nAuthorization: Bearer "
                + token + "\r\n\r\n";
        try (var wire = Wire.open(door.port(), "127.0.1." + address).send(request)) {
            var heard = wire.read(Duration.ofSeconds(5));
            assertThat(heard.status()).isEqualTo(401);
            assertThat(heard.text()).contains("www-authenticate: Bearer realm=\"zhigong\", error=\"invalid_token\"");
        }
        assertThat(Stage.received("forged")).isEmpty();
    }

    @Test
    void unknownKeysAskTheProviderOnlyOnceInAWhile() {
        assertThat(door.get("/api/membership/v1/things", "authorization", "Bearer " + Stage.ISSUER.member())
                        .statusCode())
                .isEqualTo(200);
        var before = Stage.KEY_REQUESTS.get();
        var unknown = Issuer.rsa("unknown");
        for (int i = 0; i < 10; i++) {
            unknown.setKeyId("unknown-" + i);
            assertRefused(Issuer.sign(unknown, "RS256", Issuer.claims("a", _ -> {})));
        }
        assertThat(Stage.KEY_REQUESTS.get() - before).isLessThanOrEqualTo(1);
    }

    @Test
    void whoeverSendsManyBadTokensIsStoppedBeforeTheyCostAnything() {
        var last = 0;
        for (int i = 0; i < 25; i++) {
            var request =
                    "GET /api/membership/v1/forged HTTP/1.1\r\nHost: h\r\nConnection: close\r\nAuthorization: Bearer bad"
                            + i + "\r\n\r\n";
            try (var wire = Wire.open(door.port(), "127.0.2.1").send(request)) {
                last = wire.read(Duration.ofSeconds(5)).status();
            }
        }
        assertThat(last).isEqualTo(429);
    }

    /** The stage allows 20 bad tokens a minute; the others behind an address must not pay for one old one. */
    @Test
    void anExpiredTokenLocksNobodyOut() {
        var expired = expired();
        for (int i = 0; i < 25; i++) {
            assertThat(status("127.0.2.2", expired)).isEqualTo(401);
            assertThat(status("127.0.2.2", expired())).isEqualTo(401);
        }
        assertThat(status("127.0.2.2", Stage.ISSUER.member())).isEqualTo(200);
    }

    @Test
    void repeatingOneBadTokenLocksNobodyOut() {
        for (int i = 0; i < 25; i++) {
            assertThat(status("127.0.2.3", "bad")).isEqualTo(401);
        }
        assertThat(status("127.0.2.3", Stage.ISSUER.member())).isEqualTo(200);
    }

    private int status(String from, String token) {
        var request = "GET /api/membership/v1/things HTTP/1.1\r\nHost: h\r\nConnection: close\r\nAuthorization: Bearer "
                + token + "\r\n\r\n";
        try (var wire = Wire.open(door.port(), from).send(request)) {
            return wire.read(Duration.ofSeconds(5)).status();
        }
    }

    private static String expired() {
        return Stage.ISSUER.token(
                "late",
                claims -> claims.setExpirationTime(
                        NumericDate.fromSeconds(Instant.now().getEpochSecond() - 100)));
    }

    @Test
    void theReasonIsNamedForDevelopers() {
        var expired = expired();
        var answer = door.get("/api/membership/v1/things", "authorization", "Bearer " + expired);
        assertThat(header(answer, "www-authenticate")).contains("The token has expired");
    }
}
