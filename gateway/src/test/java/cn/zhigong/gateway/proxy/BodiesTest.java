package cn.zhigong.gateway.proxy;

import static org.assertj.core.api.Assertions.assertThat;

import cn.zhigong.gateway.stage.Door;
import cn.zhigong.gateway.stage.Stage;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Duration;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(Stage.class)
class BodiesTest {
    private static final int MEBIBYTE = 1024 * 1024;
    private static final String CHUNKED = "Host: h\r\nTransfer-Encoding: chunked\r\n\r\n";

    @Inject
    Door door;

    @Test
    void aBodyUpToTheLimitArrivesWhole() {
        var answer = door.send("POST", "/api/membership/v1/bodies", "x".repeat(MEBIBYTE));
        assertThat(Door.seen(answer).getInteger("bytes")).isEqualTo(MEBIBYTE);
    }

    /** The token is verified off the event loop the first time; the body must not be lost meanwhile. */
    @Test
    void aBodyWaitsWhileItsTokenIsVerified() {
        for (int i = 1; i <= 20; i++) {
            var token = "Bearer " + Stage.ISSUER.member();
            var answer = door.send("POST", "/api/membership/v1/bodies", "x".repeat(i * 20_000), "authorization", token);
            assertThat(Door.seen(answer).getInteger("bytes")).isEqualTo(i * 20_000);
        }
    }

    @Test
    void aRefusedRequestWithABodyLeavesTheConnectionUsable() {
        var refused =
                "POST /api/membership/v1/things HTTP/1.1\r\nHost: h\r\nAuthorization: Bearer bad\r\nContent-Length: 4\r\n\r\nbody";
        var good = "GET /api/membership/v1/after HTTP/1.1\r\nHost: h\r\nConnection: close\r\n\r\n";
        try (var wire = door.wire().send(refused + good)) {
            var heard = wire.read(Duration.ofSeconds(3));
            assertThat(heard.status()).isEqualTo(401);
            assertThat(heard.answers()).isEqualTo(2);
            assertThat(heard.text()).contains("/v1/after");
        }
    }

    @Test
    void whatFollowsABodyThatWasTooLongIsNoRequest() {
        var part = "x".repeat(1024 * 1024 + 1);
        var tooLong = "POST /api/membership/v1/things HTTP/1.1\r\nHost: h\r\nTransfer-Encoding: chunked\r\n\r\n"
                + Integer.toHexString(part.length()) + "\r\n" + part + "\r\n0\r\n\r\n";
        var next = "POST /api/membership/v1/slipped-through HTTP/1.1\r\nHost: h\r\nContent-Length: 2\r\n\r\n{}";
        try (var wire = door.wire().send(tooLong + next)) {
            var heard = wire.read(Duration.ofSeconds(3));
            assertThat(heard.status()).isEqualTo(413);
            assertThat(heard.answers()).isOne();
            assertThat(heard.closed()).isTrue();
        }
        assertThat(Stage.received("slipped-through")).isEmpty();
    }

    @Test
    void whatIsNotModifiedIsNotAnnouncedAsABody() {
        try (var wire = door.wire().send("GET /api/membership/v1/unchanged HTTP/1.1\r\nHost: h\r\n\r\n")) {
            assertThat(wire.read(Duration.ofSeconds(1)).text())
                    .startsWith("HTTP/1.1 304")
                    .doesNotContainIgnoringCase("transfer-encoding");
        }
    }

    @Test
    void aDeclaredLengthAboveTheLimitIsRefusedBeforeTheBodyIsRead() {
        var head = "POST /api/membership/v1/too-large HTTP/1.1\r\nHost: h\r\nContent-Length: 1048577\r\n\r\n";
        try (var wire = door.wire().send(head)) {
            var heard = wire.read(Duration.ofSeconds(3));
            assertThat(heard.status()).isEqualTo(413);
            assertThat(heard.text()).contains("BODY_TOO_LARGE");
            assertThat(heard.closed()).isTrue();
        }
        assertThat(Stage.received("too-large")).isEmpty();
    }

    @Test
    void aChunkedBodyIsCountedWhileItStreams() {
        var chunk = Integer.toHexString(MEBIBYTE) + "\r\n" + "x".repeat(MEBIBYTE) + "\r\n";
        try (var wire =
                door.wire().send("POST /api/membership/v1/chunked HTTP/1.1\r\n" + CHUNKED + chunk + "1\r\nx\r\n")) {
            var heard = wire.read(Duration.ofSeconds(3));
            assertThat(heard.status()).isEqualTo(413);
            assertThat(heard.closed()).isTrue();
        }
        try (var wire =
                door.wire().send("POST /api/membership/v1/chunked HTTP/1.1\r\n" + CHUNKED + chunk + "0\r\n\r\n")) {
            assertThat(wire.read(Duration.ofSeconds(1)).text()).contains("\"bytes\":1048576");
        }
    }

    @Test
    void importsMayBeLarger() {
        var answer = door.send("POST", "/api/membership/v1/imports", "x".repeat(3 * MEBIBYTE));
        assertThat(Door.seen(answer).getInteger("bytes")).isEqualTo(3 * MEBIBYTE);
        assertThat(door.send("POST", "/api/membership/v1/imports-other", "x").statusCode())
                .isEqualTo(200);
    }

    @Test
    void aClientThatAsksFirstIsToldToGoOn() {
        var head =
                "POST /api/membership/v1/expected HTTP/1.1\r\nHost: h\r\nExpect: 100-continue\r\nContent-Length: 3\r\n\r\n";
        try (var wire = door.wire().send(head)) {
            assertThat(wire.read(Duration.ofMillis(300)).text()).startsWith("HTTP/1.1 100 ");
            assertThat(wire.send("abc").read(Duration.ofMillis(500)).text()).contains("\"bytes\":3");
        }
    }

    @Test
    void aHeadThatIsTooLargeIsRefused() {
        try (var wire = door.wire()
                .send("GET /api/membership/v1/x HTTP/1.1\r\nHost: h\r\nX: " + "x".repeat(20_000) + "\r\n\r\n")) {
            assertThat(wire.read(Duration.ofSeconds(2)).status()).isEqualTo(431);
        }
        try (var wire =
                door.wire().send("GET /api/membership/v1/" + "x".repeat(20_000) + " HTTP/1.1\r\nHost: h\r\n\r\n")) {
            assertThat(wire.read(Duration.ofSeconds(2)).status()).isEqualTo(414);
        }
    }
}
