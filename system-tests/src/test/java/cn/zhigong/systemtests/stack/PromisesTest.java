package cn.zhigong.systemtests.stack;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.HashSet;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A caller notices when the gateway does not do what it promises; no stack is needed for that. */
class PromisesTest {

    private static final String DOCUMENT = """
            {"openapi": "3.1.0", "paths": {"/api/membership/v1/notes/{id}": {"get": {
              "operationId": "getNote", "x-public": true, "responses": {
                "200": {"content": {"application/json": {"schema": {"$ref": "#/components/schemas/Note"}}}}}}}},
             "components": {"schemas": {"Note": {"type": "object", "properties": {"text": {"type": "string"}}}}}}
            """;

    private HttpServer gateway;
    private Api api;

    @BeforeEach
    void open() throws IOException {
        gateway = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        gateway.createContext("/openapi.json", visit -> answer(visit, 200, "application/json", DOCUMENT));
        api = new Api("http://localhost:" + gateway.getAddress().getPort(), Map.of(), new HashSet<>());
        gateway.start();
    }

    @AfterEach
    void shut() {
        gateway.stop(0);
    }

    private void serve(String path, int status, String type, String body) {
        gateway.createContext(path, visit -> answer(visit, status, type, body));
    }

    private static void answer(HttpExchange visit, int status, String type, String body) throws IOException {
        try (visit) {
            visit.getResponseHeaders().set("Content-Type", type);
            visit.sendResponseHeaders(status, 0);
            visit.getResponseBody().write(body.getBytes(UTF_8));
        }
    }

    @Test
    void whatIsPromisedIsFine() {
        serve("/api/membership/v1/notes/1", 200, "application/json", "{\"text\": \"x\"}");
        assertThat(api.get("/api/membership/v1/notes/1?x=1").status()).isEqualTo(200);
        serve("/api/membership/v1/notes/2", 401, "application/problem+json", "{\"type\": \"/problems/token-invalid\"}");
        assertThat(api.get("/api/membership/v1/notes/2").status()).isEqualTo(401);
    }

    @Test
    void whatIsNotPromisedFailsTheCaller() {
        serve("/api/membership/v1/notes/1", 200, "application/json", "{\"secret\": 1}");
        assertThatThrownBy(() -> api.get("/api/membership/v1/notes/1"))
                .isInstanceOf(AssertionError.class)
                .hasMessageContaining("GET /api/membership/v1/notes/1")
                .hasMessageContaining("getNote 200")
                .hasMessageContaining("secret");
        serve("/api/membership/v1/notes/2", 403, "application/problem+json", "{\"type\": \"/problems/forbidden\"}");
        assertThatThrownBy(() -> api.get("/api/membership/v1/notes/2"))
                .hasMessageContaining("getNote 403 is not documented");
    }

    @Test
    void whatIsNoneOfTheApiIsNotCompared() {
        serve("/v1/notes/1", 200, "text/plain", "by itself");
        assertThat(api.get("/v1/notes/1").body()).isEqualTo("by itself");
    }
}
