package cn.zhigong.gateway.limit;

import static cn.zhigong.gateway.stage.Door.header;
import static cn.zhigong.gateway.stage.Door.problem;
import static org.assertj.core.api.Assertions.assertThat;

import cn.zhigong.gateway.stage.Door;
import cn.zhigong.gateway.stage.Stage;
import cn.zhigong.gateway.stage.Wire;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(Stage.class)
class LimitsTest {
    @Inject
    Door door;

    /** The stage's quota for members is 50 a minute. */
    @Test
    void aCallerGetsExactlyTheQuotaThatIsAnnounced() {
        var token = "Bearer " + Stage.ISSUER.member();
        var admitted = 0;
        for (int i = 0; i < 60; i++) {
            var answer = door.get("/api/membership/v1/things", "authorization", token);
            assertThat(header(answer, "ratelimit-policy")).isEqualTo("\"member\";q=50;w=60");
            if (answer.statusCode() == 200) {
                admitted++;
                assertThat(header(answer, "ratelimit")).matches("\"member\";r=" + (50 - admitted) + ";t=\\d+");
            } else {
                assertThat(problem(answer).getString("code")).isEqualTo("TOO_MANY_REQUESTS");
                assertThat(Integer.parseInt(header(answer, "retry-after"))).isBetween(1, 60);
                assertThat(header(answer, "ratelimit")).startsWith("\"member\";r=0;t=");
            }
        }
        assertThat(admitted).isEqualTo(50);
    }

    @Test
    void callersDoNotPayForEachOtherAndASecondTokenBuysNothing() {
        var account = UUID.randomUUID().toString();
        for (int i = 0; i < 50; i++) {
            assertThat(get(Stage.ISSUER.token(account, _ -> {}))).isEqualTo(200);
        }
        assertThat(get(Stage.ISSUER.token(account, _ -> {}))).isEqualTo(429);
        assertThat(get(Stage.ISSUER.member())).isEqualTo(200);
    }

    @Test
    void officersAndPartnersHaveQuotasOfTheirOwn() {
        var officer = Stage.ISSUER.token(
                UUID.randomUUID().toString(),
                claims -> claims.setClaim("realm_access", Map.of("roles", List.of("member", "officer"))));
        var bureau = Stage.ISSUER.token(
                UUID.randomUUID().toString(),
                claims -> claims.setClaim("realm_access", Map.of("roles", List.of("bureau"))));
        assertThat(header(door.get("/api/rights/v1/x", "authorization", "Bearer " + bureau), "ratelimit-policy"))
                .startsWith("\"officer\"");
        var partner = Stage.ISSUER.token(UUID.randomUUID().toString(), claims -> {
            claims.setClaim("azp", "court-pudong");
            claims.setClaim("preferred_username", "service-account-court-pudong");
        });
        assertThat(header(door.get("/api/rights/v1/x", "authorization", "Bearer " + officer), "ratelimit-policy"))
                .startsWith("\"officer\"");
        assertThat(header(door.get("/api/rights/v1/x", "authorization", "Bearer " + partner), "ratelimit-policy"))
                .startsWith("\"partner\"");
    }

    @Test
    void spoofedAddressesDoNotHelp() {
        var last = 0;
        for (int i = 0; i < 7; i++) {
            last = status("127.0.3.1", "GET /j/missing/" + i, "X-Forwarded-For: 9.9.9." + i + "\r\n");
        }
        assertThat(last).isEqualTo(429);
        assertThat(status("127.0.3.2", "GET /j/missing/x", "")).isEqualTo(404);
    }

    @Test
    void headIsNoWayAroundALimitOnGet() {
        for (int i = 0; i < 5; i++) {
            assertThat(policy("127.0.6.1", "HEAD /api/training/v1/certificates/" + i))
                    .startsWith("\"certificate\"");
        }
    }

    @Test
    void unknownCertificateNumbersAreLimitedByAddress() {
        assertThat(policy("127.0.7.1", "GET /api/training/v1/certificates/ZG-1"))
                .startsWith("\"certificate\";q=5");
        assertThat(policy("127.0.7.1", "POST /api/training/v1/certificates/ZG-1/revoke"))
                .startsWith("\"anonymous\"");
    }

    /** The stage's quota for guesses there is 2 a minute. */
    @Test
    void anOutageEatsNobodysGuesses() throws Exception {
        for (int i = 0; i < 5; i++) {
            assertThat(guess("down")).isEqualTo(503);
        }
        try (var _ = Stage.rights()) {
            for (int i = 0; i < 5; i++) {
                assertThat(guess("broken")).isEqualTo(502);
                assertThat(guess("failing")).isEqualTo(500);
            }
            assertThat(guess("missing")).isEqualTo(404);
            assertThat(guess("silent")).isEqualTo(504);
            assertThat(guess("missing")).isEqualTo(404);
            assertThat(guess("missing")).isEqualTo(429);
        }
    }

    private int guess(String at) {
        return status("127.0.8.1", "GET /api/rights/v1/guesses/" + at, "");
    }

    /** The stage's quota is 5: none of these has been answered when the last one is admitted. */
    @Test
    void aCrowdAtOnceIsNoCrowdOfGuesses() throws Exception {
        var crowd = new ArrayList<Wire>();
        for (int i = 0; i < 12; i++) {
            crowd.add(Wire.open(door.port(), "127.0.42.1")
                    .send("GET /j/held HTTP/1.1\r\nHost: h\r\nConnection: close\r\n\r\n"));
        }
        for (var _ : crowd) {
            var _ = Stage.held().end();
        }
        assertThat(crowd).allMatch(wire -> wire.read(Duration.ofSeconds(5)).status() == 200);
        crowd.forEach(Wire::close);
    }

    @Test
    void twoHundredAtOnceOpenTheSamePage() {
        var crowd = new ArrayList<Wire>();
        for (int i = 0; i < 200; i++) {
            crowd.add(Wire.open(door.port(), "127.0.42.2")
                    .send("GET /j/real HTTP/1.1\r\nHost: h\r\nConnection: close\r\n\r\n"));
        }
        assertThat(crowd).allMatch(wire -> wire.read(Duration.ofSeconds(5)).status() == 200);
        crowd.forEach(Wire::close);
    }

    @Test
    void openingARealJoinPageIsNoGuess() {
        for (int i = 0; i < 20; i++) {
            assertThat(status("127.0.4.1", "GET /j/real", "")).isEqualTo(200);
        }
    }

    @Test
    void sensitiveOperationsAreLimitedWhereverTheyAreWritten() {
        for (int i = 0; i < 30; i++) {
            assertThat(sensitive("phone-verifications")).isEqualTo(200);
        }
        assertThat(sensitive("phone-verifications?x=1")).isEqualTo(429);
        assertThat(sensitive("phone-verifications/")).isEqualTo(404);
        assertThat(sensitive("phone%2Dverifications")).isEqualTo(400);
        assertThat(status("127.0.5.1", "GET /api/membership/v1/things", "")).isEqualTo(200);
    }

    private int sensitive(String path) {
        return status("127.0.5.1", "POST /api/membership/v1/" + path, "Content-Length: 0\r\n");
    }

    private int get(String token) {
        return door.get("/api/membership/v1/things", "authorization", "Bearer " + token)
                .statusCode();
    }

    private String policy(String from, String line) {
        var request = line + " HTTP/1.1\r\nHost: h\r\nConnection: close\r\nContent-Length: 0\r\n\r\n";
        try (var wire = Wire.open(door.port(), from).send(request)) {
            var text = wire.read(Duration.ofSeconds(5)).text();
            return text.replaceAll("(?is).*ratelimit-policy: ([^\r]+).*", "$1");
        }
    }

    private int status(String from, String line, String headers) {
        var request = line + " HTTP/1.1\r\nHost: h\r\nConnection: close\r\n" + headers + "\r\n";
        try (var wire = Wire.open(door.port(), from).send(request)) {
            return wire.read(Duration.ofSeconds(5)).status();
        }
    }
}
