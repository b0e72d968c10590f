package cn.zhigong.bench;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.util.Map;

/** Calls that prepare a measurement: few, and each must succeed. */
record Api(URI server, String token) {

    private static final ObjectMapper JSON = new ObjectMapper();

    JsonNode get(String path) {
        return call("GET", path, "");
    }

    JsonNode post(String path, Map<String, ?> body) {
        return call("POST", path, json(body));
    }

    static String json(Object value) {
        try {
            return JSON.writeValueAsString(value);
        } catch (JsonProcessingException e) {
            throw new BenchException("Not plain data: " + value, e);
        }
    }

    static JsonNode parse(String text) {
        try {
            return JSON.readTree(text);
        } catch (JsonProcessingException e) {
            throw new BenchException("Not JSON: " + text, e);
        }
    }

    private JsonNode call(String method, String path, String body) {
        try (var connection = new HttpConnection(server)) {
            var headers = Map.of("Authorization", "Bearer " + token, "Accept", "application/json");
            var answer = connection.send(HttpConnection.request(method, server, path, headers, body));
            if (answer.status() / 100 != 2) {
                throw new BenchException(
                        "%s %s answered %d: %s".formatted(method, path, answer.status(), answer.text()));
            }
            return parse(answer.text());
        } catch (IOException e) {
            throw new BenchException("%s %s broke off".formatted(method, path), e);
        }
    }
}
