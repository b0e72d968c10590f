package cn.zhigong.gateway.proxy;

import static org.assertj.core.api.Assertions.assertThat;

import cn.zhigong.gateway.stage.Door;
import cn.zhigong.gateway.stage.Stage;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Requests that two parsers could read differently: one answer, an end, and nothing of it at the service. */
@QuarkusTest
@WithTestResource(Stage.class)
class SmugglingTest {
    private static final String HIDDEN = "GET /api/membership/v1/smuggled HTTP/1.1\r\nHost: h\r\n\r\n";
    private static final String POST = "POST /api/membership/v1/smuggled HTTP/1.1\r\n";

    @Inject
    Door door;

    static Stream<Arguments> payloads() {
        var chunked = "0\r\n\r\n" + HIDDEN;
        return Stream.of(
                payload("CL.TE", "Host: h\r\nContent-Length: 6\r\nTransfer-Encoding: chunked\r\n\r\n" + chunked),
                payload("TE.CL", "Host: h\r\nTransfer-Encoding: chunked\r\nContent-Length: 4\r\n\r\n5c\r\n" + HIDDEN),
                payload("two lengths", "Host: h\r\nContent-Length: 0\r\nContent-Length: 60\r\n\r\n" + HIDDEN),
                payload("two equal lengths", "Host: h\r\nContent-Length: 0\r\nContent-Length: 0\r\n\r\n" + HIDDEN),
                payload("length list", "Host: h\r\nContent-Length: 0, 0\r\n\r\n" + HIDDEN),
                payload("signed length", "Host: h\r\nContent-Length: +5\r\n\r\nabcde" + HIDDEN),
                payload("negative length", "Host: h\r\nContent-Length: -1\r\n\r\n" + HIDDEN),
                payload("hexadecimal length", "Host: h\r\nContent-Length: 0x5\r\n\r\nabcde" + HIDDEN),
                payload("empty length", "Host: h\r\nContent-Length: \r\n\r\n" + HIDDEN),
                payload("length beyond a long", "Host: h\r\nContent-Length: 99999999999999999999\r\n\r\n" + HIDDEN),
                payload("bare LF after a header", "Host: h\nContent-Length: 0\r\n\r\n" + HIDDEN),
                payload("bare LF between header and body", "Host: h\r\nContent-Length: 0\r\n\n" + HIDDEN),
                payload("bare CR in a header", "Host: h\r\nX: a\rTransfer-Encoding: chunked\r\n\r\n" + chunked),
                payload("xchunked", "Host: h\r\nTransfer-Encoding: xchunked\r\n\r\n" + chunked),
                payload(
                        "chunked twice",
                        "Host: h\r\nTransfer-Encoding: chunked\r\nTransfer-Encoding: chunked\r\n\r\n" + chunked),
                payload("chunked, identity", "Host: h\r\nTransfer-Encoding: chunked, identity\r\n\r\n" + chunked),
                payload("identity", "Host: h\r\nTransfer-Encoding: identity\r\n\r\n" + HIDDEN),
                payload("gzip, chunked", "Host: h\r\nTransfer-Encoding: gzip, chunked\r\n\r\n" + chunked),
                payload("space before the colon", "Host: h\r\nTransfer-Encoding : chunked\r\n\r\n" + chunked),
                payload("tab before the colon", "Host: h\r\nContent-Length\t: 5\r\n\r\nabcde" + HIDDEN),
                payload(
                        "folded header",
                        "Host: h\r\nX: a\r\n Transfer-Encoding: chunked\r\nTransfer-Encoding:\r\n chunked, x\r\n\r\n"
                                + chunked),
                payload("vertical tab", "Host: h\r\nTransfer-Encoding: \u000bchunked\r\n\r\n" + chunked),
                payload("NUL in a name", "Host: h\r\nTransfer\u0000-Encoding: chunked\r\n\r\n" + chunked),
                payload("no host", "Content-Length: 0\r\n\r\n" + HIDDEN),
                payload("two hosts", "Host: h\r\nHost: i\r\nContent-Length: 0\r\n\r\n" + HIDDEN),
                payload("host with a path", "Host: h/../x\r\nContent-Length: 0\r\n\r\n" + HIDDEN),
                payload("two tokens", "Host: h\r\nAuthorization: Bearer a\r\nAuthorization: Bearer b\r\n\r\n" + HIDDEN),
                payload("folded header of no meaning", "Host: h\r\nX: a\r\n b\r\nContent-Length: 0\r\n\r\n" + HIDDEN),
                payload("header without a name", "Host: h\r\n: v\r\nContent-Length: 0\r\n\r\n" + HIDDEN),
                request("tab for a blank", "GET\t/api/membership/v1/smuggled HTTP/1.1"),
                request("vertical tab for a blank", "GET /api/membership/v1/smuggled\u000bHTTP/1.1"),
                request("two blanks", "GET  /api/membership/v1/smuggled HTTP/1.1"),
                request("blank at the end of the line", "GET /api/membership/v1/smuggled HTTP/1.1 "),
                request("blank before the method", " GET /api/membership/v1/smuggled HTTP/1.1"),
                request("control byte before the method", "\u0001GET /api/membership/v1/smuggled HTTP/1.1"),
                request("bare LF before the method", "\nGET /api/membership/v1/smuggled HTTP/1.1"),
                Arguments.of("HTTP/2 preface", "PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n" + HIDDEN),
                Arguments.of(
                        "chunked in 1.0", POST.replace("1.1", "1.0") + "Transfer-Encoding: chunked\r\n\r\n" + chunked),
                Arguments.of("version 1.2", POST.replace("1.1", "1.2") + "Host: h\r\n\r\n" + HIDDEN),
                Arguments.of("version 9.9", POST.replace("1.1", "9.9") + "Host: h\r\n\r\n" + HIDDEN),
                Arguments.of(
                        "bare LF after the request line",
                        "GET /api/membership/v1/smuggled HTTP/1.1\nHost: h\r\n\r\n" + HIDDEN),
                Arguments.of(
                        "two spaces in the target",
                        "GET /api/membership/v1/smuggled x HTTP/1.1\r\nHost: h\r\n\r\n" + HIDDEN));
    }

    private static Arguments request(String name, String line) {
        return Arguments.of(name, line + "\r\nHost: h\r\n\r\n" + HIDDEN);
    }

    private static Arguments payload(String name, String rest) {
        return Arguments.of(name, POST + rest);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("payloads")
    void anAmbiguousRequestIsRefusedAndTheConnectionClosed(String name, String bytes) {
        try (var wire = door.wire().send(bytes)) {
            var heard = wire.read(Duration.ofSeconds(2));
            assertThat(heard.text()).matches("(?s)HTTP/1\\.[01] 400 .*").contains("application/problem+json");
            assertThat(heard.answers()).isEqualTo(1);
            assertThat(heard.closed()).isTrue();
        }
        assertThat(Stage.received("smuggled")).isEmpty();
    }

    static Stream<Arguments> brokenChunks() {
        return Stream.of(
                Arguments.of("signed size", "+5\r\nabcde\r\n0\r\n\r\n"),
                Arguments.of("no size", "\r\nabcde\r\n0\r\n\r\n"),
                Arguments.of("size is no number", "zz\r\nabcde\r\n0\r\n\r\n"),
                Arguments.of("bare LF after the size", "5\nabcde\r\n0\r\n\r\n"),
                Arguments.of("bare LF in an extension", "5;a\nabcde\r\n0\r\n\r\n"),
                Arguments.of("data longer than its size", "3\r\nabcde\r\n0\r\n\r\n"),
                Arguments.of("size that is 2 in 32 bits", "100000002\r\nab\r\n0\r\n\r\n"),
                Arguments.of("size of 8 digits", "10000002\r\nab\r\n0\r\n\r\n"),
                Arguments.of("many zeros", "00000000000000002\r\nab\r\n0\r\n\r\n"),
                Arguments.of("something after the size", "2 zz\r\nab\r\n0\r\n\r\n"),
                Arguments.of("blank after the size", "2 \r\nab\r\n0\r\n\r\n"),
                Arguments.of("blank before the size", " 2\r\nab\r\n0\r\n\r\n"),
                Arguments.of("wrong in the second chunk", "1\r\na\r\n100000002\r\nab\r\n0\r\n\r\n"),
                Arguments.of("folded trailer", "0\r\nX: a\r\n b\r\n\r\n"),
                Arguments.of("size beyond an int", "fffffffff\r\nabcde\r\n0\r\n\r\n"));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("brokenChunks")
    void aBrokenChunkEndsTheConnectionAndTheServiceNeverSeesAWholeRequest(String name, String body) {
        var head = "POST /api/membership/v1/chunks HTTP/1.1\r\nHost: h\r\nTransfer-Encoding: chunked\r\n\r\n";
        try (var wire = door.wire().send(head + body + HIDDEN)) {
            var heard = wire.read(Duration.ofSeconds(2));
            assertThat(heard.text()).doesNotContain("HTTP/1.1 2");
            assertThat(heard.closed()).isTrue();
        }
        assertThat(Stage.received("smuggled")).isEmpty();
    }

    /** Whatever arrives together: the look at the bytes must keep pace with the decoder. */
    @Test
    void wellFormedRequestsPassByteByByteAndWithAllThatIsAllowed() {
        var body = "0A;a=\"b c\"\r\n0123456789\r\n1\r\nx\r\n000\r\nTrailer: t\r\n\r\n";
        var chunked =
                "\r\n" + POST.replace("smuggled", "bytes") + "Host: h\r\nTransfer-Encoding: chunked\r\n\r\n" + body;
        var sized = "POST /api/membership/v1/bytes HTTP/1.1\r\nHost: h\r\nContent-Length: 4\r\n\r\n: \r\n";
        var last = "GET /api/membership/v1/last HTTP/1.1\r\nHost: h\r\nEmpty:\r\nConnection: close\r\n\r\n";
        var all = chunked + sized + chunked + last;
        for (var step : new int[] {1, 7, all.length()}) {
            try (var wire = door.wire()) {
                for (int i = 0; i < all.length(); i += step) {
                    var _ = wire.send(all.substring(i, Math.min(all.length(), i + step)));
                }
                var heard = wire.read(Duration.ofSeconds(2));
                assertThat(heard.answers()).isEqualTo(4);
                assertThat(heard.text()).containsSubsequence("0123456789x", "\"bytes\":4", "0123456789x", "/v1/last");
            }
        }
    }

    @Test
    void wellFormedPipelinedRequestsAreAllAnsweredInOrder() {
        var one = "GET /api/membership/v1/first HTTP/1.1\r\nHost: h\r\n\r\n";
        var two =
                "POST /api/membership/v1/second HTTP/1.1\r\nHost: h\r\nTransfer-Encoding: chunked\r\n\r\n3;ext=1\r\nabc\r\n0\r\n\r\n";
        var three = "GET /api/membership/v1/third HTTP/1.1\r\nHost: h\r\nConnection: close\r\n\r\n";
        try (var wire = door.wire().send(one + two + three)) {
            var heard = wire.read(Duration.ofSeconds(2));
            assertThat(heard.answers()).isEqualTo(3);
            assertThat(heard.text()).containsSubsequence("/v1/first", "/v1/second", "\"bytes\":3", "/v1/third");
        }
    }
}
