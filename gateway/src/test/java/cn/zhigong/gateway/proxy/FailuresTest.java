package cn.zhigong.gateway.proxy;

import static cn.zhigong.gateway.stage.Door.header;
import static cn.zhigong.gateway.stage.Door.problem;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import cn.zhigong.gateway.stage.Door;
import cn.zhigong.gateway.stage.Stage;
import cn.zhigong.gateway.stage.Wire;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Services that fail and clients that are slow or leave. */
@QuarkusTest
@WithTestResource(Stage.class)
class FailuresTest {
    private final List<LogRecord> errors = new CopyOnWriteArrayList<>();
    private final Handler listener = new Handler() {
        @Override
        public void publish(LogRecord entry) {
            if (entry.getLevel().intValue() >= Level.SEVERE.intValue()) {
                errors.add(entry);
            }
        }

        @Override
        public void flush() {}

        @Override
        public void close() {}
    };

    @Inject
    Door door;

    @Inject
    Traffic traffic;

    @BeforeEach
    void listen() {
        Logger.getLogger("").addHandler(listener);
    }

    @AfterEach
    void nothingIsLeftAndNothingWasAnError() {
        Logger.getLogger("").removeHandler(listener);
        await().untilAsserted(() -> assertThat(traffic.running()).isZero());
        assertThat(errors).extracting(LogRecord::getMessage).isEmpty();
    }

    @Test
    void aServiceThatIsDownIsUnavailable() {
        var answer = door.get("/api/rights/v1/things", "accept-language", "en-GB,en;q=0.9");
        assertThat(answer.statusCode()).isEqualTo(503);
        assertThat(header(answer, "retry-after")).isEqualTo("2");
        assertThat(header(answer, "content-language")).isEqualTo("en");
        var problem = problem(answer);
        assertThat(problem.getString("type")).isEqualTo("/problems/service-unavailable");
        assertThat(problem.getString("title")).isEqualTo("The service is not available right now");
        assertThat(problem.getString("instance")).isEqualTo("/api/rights/v1/things");
        assertThat(problem.getString("traceId")).isEqualTo(header(answer, "trace-id"));
        assertThat(answer.body()).doesNotContain("127.0.0.1", "Exception", "vertx");
    }

    @Test
    void aServiceThatIsDownRefusesAnUploadToo() {
        assertThat(door.send("POST", "/api/rights/v1/things", "body").statusCode())
                .isEqualTo(503);
    }

    @Test
    void aSilentServiceTimesOut() {
        var answer = door.get("/api/membership/v1/silent");
        assertThat(problem(answer).getString("code")).isEqualTo("GATEWAY_TIMEOUT");
        assertThat(answer.statusCode()).isEqualTo(504);
        assertThat(header(answer, "content-language")).isEqualTo("zh-CN");
    }

    @Test
    void aServiceThatHangsUpIsABadGateway() {
        assertThat(problem(door.get("/api/membership/v1/broken")).getString("code"))
                .isEqualTo("BAD_GATEWAY");
    }

    /** As one that dies: before, while or after the request is written to it. */
    @Test
    void whoeverAsksAServiceThatBreaksOffIsAnswered() throws Exception {
        try (var _ = Stage.breakingRights()) {
            for (int i = 0; i < 100; i++) {
                assertThat(door.get("/api/rights/v1/things").statusCode()).isIn(502, 503);
                var answer = door.send("POST", "/api/rights/v1/things", "x".repeat(1 + 500 * i));
                assertThat(problem(answer).getString("code")).isIn("BAD_GATEWAY", "SERVICE_UNAVAILABLE");
            }
        }
    }

    @Test
    void whoeverUploadsToAServiceThatBreaksOffIsAnsweredWhileTheBodyIsStillOnItsWay() {
        for (var length : List.of("Content-Length: 3000000", "Transfer-Encoding: chunked")) {
            try (var wire = door.wire()
                    .send("POST /api/membership/v1/imports?then=break HTTP/1.1\r\nHost: h\r\n" + length
                            + "\r\n\r\n20000\r\n" + "x".repeat(100_000))) {
                assertThat(wire.read(Duration.ofSeconds(1)).text()).startsWith("HTTP/1.1 502");
            }
        }
    }

    @Test
    void halfAnAnswerIsNotPassedOffAsAWholeOne() {
        try (var wire = door.wire().send("GET /api/membership/v1/half HTTP/1.1\r\nHost: h\r\n\r\n")) {
            var heard = wire.read(Duration.ofSeconds(2));
            assertThat(heard.text()).contains("content-length: 1000").endsWith("half");
            assertThat(heard.closed()).isTrue();
        }
    }

    @Test
    void clientsThatBreakOffInTheMiddleOfAnAnswerLeaveNothingBehind() {
        for (int i = 0; i < 50; i++) {
            var wire = door.wire().send("GET /api/membership/v1/flood HTTP/1.1\r\nHost: h\r\n\r\n");
            wire.skip(100_000);
            wire.abort();
        }
        await().untilAsserted(() -> assertThat(traffic.running()).isZero());
        assertThat(door.get("/api/membership/v1/things").statusCode()).isEqualTo(200);
    }

    @Test
    void clientsThatBreakOffBeforeTheAnswerLeaveNothingBehind() {
        for (int i = 0; i < 20; i++) {
            door.wire()
                    .send("GET /api/membership/v1/silent HTTP/1.1\r\nHost: h\r\n\r\n")
                    .abort();
            door.wire()
                    .send("POST /api/membership/v1/things HTTP/1.1\r\nHost: h\r\nContent-Length: 100\r\n\r\nhalf")
                    .abort();
        }
        await().untilAsserted(() -> assertThat(traffic.running()).isZero());
        assertThat(door.get("/api/membership/v1/things").statusCode()).isEqualTo(200);
    }

    /** The stage allows two seconds for a head; a byte now and then must not extend them. */
    @Test
    void aHeadThatTricklesIsCutOff() {
        try (var wire = door.wire().send("GET /api/membership/v1/slow HTTP/1.1\r\nHost: h\r\n")) {
            for (int i = 0; i < 3; i++) {
                assertThat(wire.read(Duration.ofMillis(400)).closed()).isFalse();
                var _ = wire.send("X" + i + ": y\r\n");
            }
            assertThat(wire.closedWithin(Duration.ofSeconds(4))).isTrue();
        }
    }

    @Test
    void aConnectionThatNeverSpeaksIsCutOff() {
        try (var wire = door.wire()) {
            assertThat(wire.closedWithin(Duration.ofSeconds(5))).isTrue();
        }
    }

    @Test
    void aBodyThatTricklesIsCutOff() {
        try (var wire =
                door.wire().send("POST /api/membership/v1/things HTTP/1.1\r\nHost: h\r\nContent-Length: 100\r\n\r\n")) {
            for (int i = 0; i < 3; i++) {
                var _ = wire.send("x");
                assertThat(wire.read(Duration.ofMillis(400)).closed()).isFalse();
            }
            assertThat(wire.closedWithin(Duration.ofSeconds(5))).isTrue();
        }
    }

    @Test
    void aRestingConnectionIsClosedInTheEndButNotAtOnce() {
        try (var wire = door.wire().send("GET /api/membership/v1/things HTTP/1.1\r\nHost: h\r\n\r\n")) {
            assertThat(wire.read(Duration.ofMillis(2_300)).closed()).isFalse();
            assertThat(wire.closedWithin(Duration.ofSeconds(5))).isTrue();
        }
    }

    @Test
    void aReaderThatStopsReadingIsCutOff() {
        try (var wire = door.wire().send("GET /api/membership/v1/flood HTTP/1.1\r\nHost: h\r\n\r\n")) {
            wire.skip(1_000);
            await().atMost(Duration.ofSeconds(15)).until(() -> traffic.running() == 0);
        }
    }

    @Test
    void healthyClientsAreServedWhileManySlowOnesHang() {
        var slow = new ArrayList<Wire>();
        for (int i = 0; i < 500; i++) {
            slow.add(door.wire().send("GET /api/membership/v1/slow HTTP/1.1\r\n"));
        }
        var begun = System.nanoTime();
        assertThat(door.get("/api/membership/v1/things").statusCode()).isEqualTo(200);
        assertThat(Duration.ofNanos(System.nanoTime() - begun)).isLessThan(Duration.ofSeconds(1));
        slow.forEach(Wire::close);
    }
}
