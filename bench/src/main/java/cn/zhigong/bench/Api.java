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

    /** The bytes of an upload, to be sent when the clock runs. */
    byte[] upload(String path, Multipart form) {
        return HttpConnection.request("POST", server, path, headers(), Multipart.TYPE, form.bytes());
    }

    /** Sends the bytes of a request. */
    JsonNode send(String what, byte[] request) {
        try (var connection = new HttpConnection(server)) {
            var answer = connection.send(request);
            if (answer.status() / 100 != 2) {
                throw new BenchException("%s answered %d: %s".formatted(what, answer.status(), answer.text()));
            }
            return parse(answer.text());
        } catch (IOException e) {
            throw new BenchException(what + " broke off", e);
        }
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
        return send(method + " " + path, HttpConnection.request(method, server, path, headers(), body));
    }

    private Map<String, String> headers() {
        return Map.of("Authorization", "Bearer " + token, "Accept", "application/json");
    }
}
