package cn.zhigong.gateway.proxy;

import static cn.zhigong.gateway.stage.Door.header;
import static cn.zhigong.gateway.stage.Door.seen;
import static org.assertj.core.api.Assertions.assertThat;

import cn.zhigong.gateway.stage.Door;
import cn.zhigong.gateway.stage.Stage;
import cn.zhigong.gateway.stage.Wire;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.vertx.core.json.JsonObject;
import jakarta.inject.Inject;
import java.time.Duration;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(Stage.class)
class HeadersTest {
    private static final String TRACEPARENT = "00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01";

    @Inject
    Door door;

    @Test
    void whatOnlyTheGatewayMaySayIsTakenFromTheClient() {
        var headers = heard("127.0.0.1", """
                X-User-Id: root
                X-USER-Roles: admin
                X_User_Id: root
                X-Roles: admin
                X-Union-Id: 1
                X-Real-IP: 1.2.3.4
                Forwarded: for=1.2.3.4
                X-Forwarded-For: 1.2.3.4
                X-Forwarded-Proto: https
                X-Forwarded-Host: evil.test
                X-Forwarded-Prefix: /evil
                X-Forwarded-Anything: x
                X-HTTP-Method-Override: DELETE
                X-Method-Override: DELETE
                X-Original-URL: /q/metrics
                Connection: keep-alive, X-Nominated
                Connection: X-Also-Nominated, plain
                X-Nominated: x
                X-Also-Nominated: x
                Plain: x
                Keep-Alive: timeout=1
                TE: trailers
                Upgrade: h2c
                HTTP2-Settings: AAMAAABkAAQAAP__
                Proxy-Connection: keep-alive
                Accept-Language: en
                X-Own: kept
                """);
        assertThat(headers.fieldNames())
                .containsExactlyInAnyOrder(
                        "host",
                        "accept-language",
                        "x-own",
                        "traceparent",
                        "x-forwarded-for",
                        "x-forwarded-proto",
                        "x-forwarded-host",
                        "x-forwarded-prefix");
        assertThat(headers.getString("x-forwarded-for")).isEqualTo("127.0.0.1");
        assertThat(headers.getString("x-forwarded-proto")).isEqualTo("http");
        assertThat(headers.getString("x-forwarded-host")).isEqualTo("h");
    }

    @Test
    void aTrustedProxyIsBelievedAboutItsClientButNotAboutTheRestOfTheChain() {
        var headers =
                heard("127.0.9.1", "X-Forwarded-For: 6.6.6.6, 203.0.113.7, 127.0.9.2\nX-Forwarded-Proto: https\n");
        assertThat(headers.getString("x-forwarded-for")).isEqualTo("203.0.113.7");
        assertThat(headers.getString("x-forwarded-proto")).isEqualTo("https");
    }

    @Test
    void aWellFormedTraceGoesOnAndIsNamedInTheAnswer() {
        var answer = door.get("/api/membership/v1/things", "traceparent", TRACEPARENT, "tracestate", "a=b");
        assertThat(header(answer, "trace-id")).isEqualTo("0af7651916cd43dd8448eb211c80319c");
        var headers = seen(answer).getJsonObject("headers");
        assertThat(headers.getString("traceparent")).isEqualTo(TRACEPARENT);
        assertThat(headers.getString("tracestate")).isEqualTo("a=b");
    }

    @Test
    void aMalformedTraceIsReplacedTogetherWithItsState() {
        var answer =
                door.get("/api/membership/v1/things", "traceparent", "00-zz-b7ad6b7169203331-01", "tracestate", "a=b");
        var headers = seen(answer).getJsonObject("headers");
        assertThat(headers.getString("traceparent")).matches("00-[0-9a-f]{32}-[0-9a-f]{16}-01");
        assertThat(headers.getString("traceparent")).contains(header(answer, "trace-id"));
        assertThat(headers.containsKey("tracestate")).isFalse();
    }

    @Test
    void nothingTellsHowTheServiceIsBuilt() {
        var answer = door.get("/api/membership/v1/located?to=/x");
        assertThat(answer.headers().map()).doesNotContainKeys("server", "x-powered-by", "via");
        assertThat(header(answer, "x-content-type-options")).isEqualTo("nosniff");
    }

    @Test
    void whatAKnownCallerGetsIsNotStoredUnlessTheServiceSaysSo() {
        var token = "Bearer " + Stage.ISSUER.member();
        assertThat(header(door.get("/api/membership/v1/things", "authorization", token), "cache-control"))
                .isEqualTo("no-store");
        assertThat(header(door.get("/api/membership/v1/things"), "cache-control"))
                .isEmpty();
    }

    @Test
    void theJoinPageIsServedUnchangedUnderAStrictPolicy() {
        var answer = door.get("/j/abc?lang=en", "authorization", "Bearer nonsense");
        assertThat(seen(answer).getString("target")).isEqualTo("/j/abc?lang=en");
        assertThat(seen(answer).getString("service")).isEqualTo("membership");
        assertThat(header(answer, "content-security-policy")).contains("default-src 'none'", "frame-ancestors 'none'");
        assertThat(header(answer, "referrer-policy")).isEqualTo("no-referrer");
        assertThat(door.send("DELETE", "/j/abc", "").statusCode()).isEqualTo(405);
    }

    private JsonObject heard(String from, String headers) {
        var request = "GET /api/membership/v1/things HTTP/1.1\r\nHost: h\r\n" + headers.replace("\n", "\r\n") + "\r\n";
        try (var wire = Wire.open(door.port(), from).send(request)) {
            var text = wire.read(Duration.ofMillis(500)).text();
            return new JsonObject(text.substring(text.indexOf("\r\n\r\n") + 4)).getJsonObject("headers");
        }
    }
}
