package cn.zhigong.gateway.proxy;

import static cn.zhigong.gateway.stage.Door.header;
import static cn.zhigong.gateway.stage.Door.problem;
import static cn.zhigong.gateway.stage.Door.seen;
import static org.assertj.core.api.Assertions.assertThat;

import cn.zhigong.gateway.stage.Door;
import cn.zhigong.gateway.stage.Stage;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
@WithTestResource(Stage.class)
class RoutingTest {
    @Inject
    Door door;

    @ParameterizedTest
    @ValueSource(strings = {"membership", "competition", "training"})
    void aPrefixLeadsToItsService(String service) {
        var seen = seen(door.get("/api/" + service + "/v1/things/1?a=b"));
        assertThat(seen.getString("service")).isEqualTo(service);
        assertThat(seen.getString("target")).isEqualTo("/v1/things/1?a=b");
        assertThat(seen.getJsonObject("headers").getString("x-forwarded-prefix"))
                .isEqualTo("/api/" + service);
        assertThat(seen.getJsonObject("headers").getString("x-forwarded-host")).isEqualTo("127.0.0.1:" + door.port());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/api/membership",
                "/api/membership/q/metrics",
                "/api/membership/openapi",
                "/api/membership/v2/things",
                "/api/membership/v1",
                "/api/membership/v1/",
                "/api/membership/v1/things/",
                "/api/Membership/v1/things",
                "/API/membership/v1/things",
                "/api/other/v1/things",
                "/api/membershipX/v1/things",
                "/v1/things",
                "/q/metrics",
                "/metrics",
                "/q/dev",
                "/"
            })
    void nothingElseOfAServiceIsReachable(String path) {
        var answer = door.get(path);
        assertThat(problem(answer).getString("code")).isEqualTo("NOT_FOUND");
        assertThat(answer.statusCode()).isEqualTo(404);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/api/membership//v1/unsafe",
                "/api/membership/v1//unsafe",
                "/api/membership/v1/../unsafe",
                "/api/membership/v1/./unsafe",
                "/api/membership/v1/unsafe/..",
                "/api/membership/v1/%2e%2e/unsafe",
                "/api/membership/v1/unsafe?limit=%zz",
                "/api/membership/v1/unsafe?limit=%4",
                "/j/unsafe?lang=%",
                "/api/membership/v1/%2E./unsafe",
                "/api/membership/v1/a%2funsafe",
                "/api/membership/v1/a%5cunsafe",
                "/api/membership/v1/a%3bunsafe",
                "/api/membership/v1/uns%61fe",
                "/api/membership/v1/a%252funsafe",
                "/api/membership/v1/a%00unsafe",
                "/api/membership/v1/a%0aunsafe",
                "/api/membership/v1/unsafe;x=1",
                "/api/membership/v1/a\\unsafe",
                "/api/membership/v1/unsafe%",
                "/api/membership/v1/unsafe%2",
                "/api/membership/v1/unsafe#x",
                "/api/membership/v1/unsafe\u00e4",
                "http://127.0.0.1/api/membership/v1/unsafe",
                "*"
            })
    void aPathThatIsNotInNormalFormIsRefused(String target) {
        try (var wire = door.wire().send("GET " + target + " HTTP/1.1\r\nHost: h\r\nConnection: close\r\n\r\n")) {
            assertThat(wire.read(Duration.ofMillis(500)).status()).isEqualTo(400);
        }
        assertThat(Stage.received("unsafe")).isEmpty();
    }

    @Test
    void encodedCharactersThatNeedItPass() {
        assertThat(seen(door.get("/api/membership/v1/%E5%B7%A5%20a?q=%2F%2E")).getString("target"))
                .isEqualTo("/v1/%E5%B7%A5%20a?q=%2F%2E");
    }

    @ParameterizedTest
    @ValueSource(strings = {"TRACE", "CONNECT", "PROPFIND", "get"})
    void otherMethodsAreRefusedWithTheAllowedOnes(String method) {
        try (var wire = door.wire()
                .send(method + " /api/membership/v1/methods HTTP/1.1\r\nHost: h\r\nConnection: close\r\n\r\n")) {
            var heard = wire.read(Duration.ofMillis(500));
            assertThat(heard.status()).isEqualTo(405);
            assertThat(heard.text().toLowerCase(java.util.Locale.ROOT)).contains("allow: delete, get, head, options");
        }
        assertThat(Stage.received("methods")).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "/v1/things/1, /api/membership/v1/things/1",
        "http://127.0.0.1:{port}/v1/things/1, /api/membership/v1/things/1",
        "https://elsewhere.test/v1/things/1, https://elsewhere.test/v1/things/1",
        "/other, /other"
    })
    void aLocationIsShownAsTheClientKnowsIt(String from, String shown) {
        var to = from.replace("{port}", Integer.toString(door.port()));
        var answer = door.get("/api/membership/v1/located?to=" + to);
        assertThat(header(answer, "location")).isEqualTo(shown);
        assertThat(header(answer, "link")).isEqualTo("</api/membership/v1/things?after=x>; rel=\"next\"");
    }

    @Test
    void anAnswerWithoutABodyStaysOne() {
        var answer = door.send("DELETE", "/api/membership/v1/empty", "");
        assertThat(answer.statusCode()).isEqualTo(204);
        assertThat(header(answer, "transfer-encoding")).isEmpty();
        assertThat(door.send("HEAD", "/api/membership/v1/things", "").statusCode())
                .isEqualTo(200);
    }

    /** The number of GB 11643's own example. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "?q=11010519491231002X",
                "/11010519491231002x",
                "?q=a11010519491231002X&b=1",
                "?q=1101051949123100%32%58&b=1",
                "?q=%EF%BC%91%EF%BC%91%EF%BC%90%EF%BC%91%EF%BC%90%EF%BC%95%EF%BC%91%EF%BC%99%EF%BC%94%EF%BC%99%EF%BC%91%EF%BC%92%EF%BC%93%EF%BC%91%EF%BC%90%EF%BC%90%EF%BC%92X",
                "/%EF%BC%91%EF%BC%91%EF%BC%90%EF%BC%91%EF%BC%90%EF%BC%95%EF%BC%91%EF%BC%99%EF%BC%94%EF%BC%99%EF%BC%91%EF%BC%92%EF%BC%93%EF%BC%91%EF%BC%90%EF%BC%90%EF%BC%92X"
            })
    void anIdentityNumberInTheAddressIsRefusedAndNotRepeated(String rest) {
        var answer = door.get("/api/membership/v1/numbered" + rest);
        assertThat(problem(answer).getString("code")).isEqualTo("PERSONAL_DATA_IN_URL");
        assertThat(answer.body()).doesNotContainIgnoringCase("11010519491231002X");
        assertThat(Stage.received("numbered")).isEmpty();
    }

    @Test
    void otherLongNumbersPass() {
        assertThat(door.get("/api/membership/v1/things/110105194912310021").statusCode())
                .isEqualTo(200);
        assertThat(door.get("/api/membership/v1/things/1234567890123456789012").statusCode())
                .isEqualTo(200);
    }
}
