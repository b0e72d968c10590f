package cn.zhigong.bench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class HttpConnectionTest {

    private final AtomicInteger served = new AtomicInteger();
    private HttpServer server;
    private URI address;

    @BeforeEach
    void start() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", exchange -> {
            served.incrementAndGet();
            var body = exchange.getRequestBody().readAllBytes();
            var chunked = exchange.getRequestURI().getPath().equals("/chunked");
            exchange.sendResponseHeaders(
                    exchange.getRequestMethod().equals("POST") ? 201 : 200, chunked ? 0 : body.length);
            exchange.getResponseBody().write(body);
            exchange.close();
        });
        server.start();
        address = URI.create("http://127.0.0.1:" + server.getAddress().getPort());
    }

    @AfterEach
    void stop() {
        server.stop(0);
    }

    @Test
    void bodiesOfBothFramingsAreReadOverOneConnection() throws IOException {
        var text = "入会".repeat(20_000);
        try (var connection = new HttpConnection(address)) {
            for (var path : new String[] {"/plain", "/chunked", "/plain"}) {
                var answer = connection.send(HttpConnection.request("POST", address, path, Map.of(), text));

                assertThat(answer).isEqualTo(new HttpConnection.Answer(201, text));
            }
        }
    }

    @Test
    void aClosedLoopSendsEachRequestOnce() {
        var outcome = new Load(address, 4, 201).closed(100, this::request);

        assertThat(served).hasValue(100);
        assertThat(outcome.latency().getTotalCount()).isEqualTo(100);
    }

    @Test
    void anOpenLoopKeepsItsRate() {
        var outcome = new Load(address, 4, 201).open(100, 1, this::request);

        assertThat(served).hasValue(100);
        assertThat(outcome.seconds()).isGreaterThan(0.98);
    }

    @Test
    void aRefusalEndsTheLoad() {
        assertThatThrownBy(() -> new Load(address, 4, 200).closed(10_000, this::request))
                .isInstanceOf(BenchException.class)
                .hasMessageContaining("Answered 201");
        assertThat(served).hasValueLessThan(1_000);
    }

    private byte[] request(int index) {
        return HttpConnection.request("POST", address, "/", Map.of(), "request " + index);
    }
}
