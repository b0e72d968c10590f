package cn.zhigong.gateway.proxy;

import static java.util.Objects.requireNonNull;
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
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Clients that begin bodies and do not end them. */
@QuarkusTest
@WithTestResource(Stage.class)
class UnfinishedBodiesTest {
    private static final int MOST = 64;

    @Inject
    Door door;

    @ParameterizedTest
    @ValueSource(strings = {"things", "imports"})
    void stalledUploadsTakeNoServiceAway(String target) {
        var stalled = new ArrayList<Wire>();
        var uploads = Runtime.getRuntime().availableProcessors() * Stage.CONNECTIONS + 16;
        for (int i = 0; i < uploads; i++) {
            stalled.add(stall("127.0.40." + (1 + i / 50), target));
        }
        assertThat(door.get("/api/membership/v1/things").statusCode()).isEqualTo(200);
        assertThat(Door.seen(door.send("POST", "/api/membership/v1/things", "body"))
                        .getString("start"))
                .isEqualTo("body");
        stalled.forEach(Wire::close);
    }

    @Test
    void oneAddressMayHaveSoManyUnfinishedBodiesAndNoMore() {
        var stalled = new ArrayList<Wire>();
        for (int i = 0; i < MOST + 6; i++) {
            stalled.add(stall("127.0.41.1", "things"));
        }
        assertThat(post("127.0.41.2")).isEqualTo(200);
        // The admitted ones are cut off without an answer in the end.
        var refused = stalled.stream()
                .map(wire -> wire.read(Duration.ofSeconds(10)))
                .filter(heard -> heard.status() == 429)
                .toList();
        assertThat(refused).hasSize(6).allSatisfy(heard -> {
            assertThat(heard.text()).contains("TOO_MANY_UPLOADS", "retry-after: ");
            assertThat(heard.closed()).isTrue();
        });
        assertThat(post("127.0.41.1")).isEqualTo(200);
        stalled.forEach(Wire::close);
    }

    @Test
    void aBodyInPiecesIsForwardedIntactOnceItIsComplete() {
        for (var pieces : List.of(
                List.of("Content-Length: 6\r\n\r\n", "ab", "c", "def"),
                List.of("Transfer-Encoding: chunked\r\n\r\n", "2\r\nab\r\n", "4\r\ncd", "ef\r\n0\r", "\n\r\n"))) {
            var path = "/api/membership/v1/pieces-" + pieces.size();
            try (var wire = door.wire().send("POST " + path + " HTTP/1.1\r\nHost: h\r\n")) {
                for (var piece : pieces) {
                    assertThat(wire.read(Duration.ofMillis(100)).text()).isEmpty();
                    assertThat(Stage.received(path.substring(15))).isEmpty();
                    var _ = wire.send(piece);
                }
                assertThat(wire.read(Duration.ofMillis(700)).text()).contains("\"bytes\":6", "\"start\":\"abcdef\"");
            }
        }
    }

    @Test
    void memoryIsBoundedByAddressAndInTotalAndGivenBack() {
        var bodies = new UnfinishedBodies(10, 400);
        var greedy = requireNonNull(bodies.begin("a"));
        assertThat(greedy.grow(100)).isTrue();
        assertThat(greedy.grow(1)).isFalse();
        assertThat(requireNonNull(bodies.begin("b")).grow(1)).isTrue();
        greedy.release();
        greedy.release();
        var others = List.of("c", "d", "e").stream()
                .map(group -> requireNonNull(bodies.begin(group)))
                .toList();
        assertThat(others).allMatch(room -> room.grow(100));
        assertThat(requireNonNull(bodies.begin("f")).grow(100)).isFalse();
    }

    @Test
    void nothingIsLeftOfABodyThatIsOver() {
        var bodies = new UnfinishedBodies(1, 400);
        var room = requireNonNull(bodies.begin("a"));
        assertThat(bodies.begin("a")).isNull();
        assertThat(room.grow(10)).isTrue();
        room.complete();
        var next = requireNonNull(bodies.begin("a"));
        room.release();
        next.release();
        assertThat(bodies.isEmpty()).isTrue();
    }

    private Wire stall(String from, String target) {
        return Wire.open(door.port(), from)
                .send("POST /api/membership/v1/" + target + " HTTP/1.1\r\nHost: h\r\nContent-Length: 1000\r\n\r\n{");
    }

    private int post(String from) {
        var request =
                "POST /api/membership/v1/things HTTP/1.1\r\nHost: h\r\nConnection: close\r\nContent-Length: 2\r\n\r\n{}";
        try (var wire = Wire.open(door.port(), from).send(request)) {
            return wire.read(Duration.ofSeconds(5)).status();
        }
    }
}
