package cn.zhigong.systemtests.stack;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;

/**
 * Requests of one caller to one address. Paths are those of the API documentation, from the root; what the gateway
 * answers to one is compared with that documentation.
 *
 * @param problemsSeen collects the slugs of the problems answered
 */
public record Api(String base, Map<String, String> headers, Set<String> problemsSeen) {

    private static final HttpClient HTTP = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(Duration.ofSeconds(5))
            .build();
    static final ObjectMapper JSON = new ObjectMapper();

    /** The same caller with one more header, or another value of it. */
    public Api with(String header, String value) {
        var more = new LinkedHashMap<>(headers);
        more.put(header, value);
        return new Api(base, more, problemsSeen);
    }

    /** The same caller at another address. */
    public Api at(String address) {
        return new Api(address, headers, problemsSeen);
    }

    public Answer get(String path) {
        return send("GET", path, "");
    }

    /** A verb without a body. */
    public Answer post(String path) {
        return send("POST", path, "");
    }

    /**
     * A verb with a body.
     *
     * @param body what Jackson makes JSON of, maps and records above all
     */
    public Answer post(String path, Object body) {
        return send("POST", path, json(body));
    }

    public Answer put(String path) {
        return send("PUT", path, "");
    }

    public Answer put(String path, Object body) {
        return send("PUT", path, json(body));
    }

    /** A merge patch against the version that the caller has read. */
    public Answer patch(String path, String etag, Object body) {
        return with("If-Match", etag)
                .with("Content-Type", "application/merge-patch+json")
                .send("PATCH", path, json(body));
    }

    /** Whatever is in {@code body}, well-formed or not. */
    public Answer send(String method, String path, String body) {
        var request = HttpRequest.newBuilder(URI.create(base + path)).timeout(Duration.ofSeconds(40));
        if (!body.isEmpty()) {
            request.header("Content-Type", "application/json");
        }
        headers.forEach(request::setHeader);
        request.method(method, body.isEmpty() ? BodyPublishers.noBody() : BodyPublishers.ofString(body));
        try {
            var answer = new Answer(method + " " + path, HTTP.send(request.build(), BodyHandlers.ofString()));
            answer.problemSlug().ifPresent(problemsSeen::add);
            Promises.require(this, method, path, answer);
            return answer;
        } catch (IOException e) {
            throw new UncheckedIOException(method + " " + path, e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private static String json(Object body) {
        try {
            return JSON.writeValueAsString(body);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException(e);
        }
    }
}
