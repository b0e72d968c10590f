package cn.zhigong.platform.sample;

import static io.restassured.RestAssured.given;
import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import cn.zhigong.platform.testing.Infrastructure;
import cn.zhigong.platform.testing.Tokens;
import com.sun.net.httpserver.HttpServer;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Traces leave for a collector once an operator says how many, without a new build. */
@QuarkusTest
@QuarkusTestResource(Infrastructure.class)
@TestProfile(TracesTest.Watched.class)
class TracesTest {

    public static final class Watched implements QuarkusTestProfile {
        @Override
        public Map<String, String> getConfigOverrides() {
            return Map.of(
                    "quarkus.otel.traces.sampler.arg", "1.0",
                    "quarkus.otel.exporter.otlp.protocol", "http/protobuf",
                    "quarkus.otel.exporter.otlp.endpoint", collector());
        }
    }

    /** Kept where every class loader of the test process finds the same. */
    private static final String RECEIVED = "zhigong.test.spans";

    private static String collector() {
        try {
            var server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
            server.createContext("/v1/traces", exchange -> {
                var spans = new String(exchange.getRequestBody().readAllBytes(), ISO_8859_1);
                System.setProperty(RECEIVED, System.getProperty(RECEIVED, "") + spans);
                exchange.sendResponseHeaders(200, -1);
                exchange.close();
            });
            server.start();
            return "http://127.0.0.1:" + server.getAddress().getPort();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Test
    void aRequestArrivesAtTheCollector() {
        given().auth()
                .oauth2(Tokens.of("somebody", "member"))
                .get("/v1/notes")
                .then()
                .statusCode(200);
        await().atMost(Duration.ofSeconds(30))
                .untilAsserted(() -> assertThat(System.getProperty(RECEIVED)).contains("GET /v1/notes"));
    }
}
