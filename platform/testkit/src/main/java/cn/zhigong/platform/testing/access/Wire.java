package cn.zhigong.platform.testing.access;

import static org.assertj.core.api.Assertions.assertThat;

import cn.zhigong.platform.api.exchange.Exchange;
import cn.zhigong.platform.testing.DocumentedAnswers;
import cn.zhigong.platform.testing.PersonalDataScan;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.restassured.RestAssured;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * Sends requests as they are, which clients made for good requests do not; compares every answer with the API document,
 * and looks for people in it.
 */
final class Wire implements AutoCloseable {

    private static final ObjectMapper JSON = new ObjectMapper();

    private final HttpClient http = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(Duration.ofSeconds(5))
            .build();
    private final String base = "http://localhost:" + RestAssured.port;

    /** What is asked, in whose name. */
    record Request(String method, String path, Map<String, String> headers, String body) {

        @Override
        public String toString() {
            return method + " " + path;
        }
    }

    record Answer(Request request, HttpResponse<String> response) {

        int status() {
            return response.statusCode();
        }

        boolean isSuccess() {
            return status() < 300;
        }

        String text() {
            return response.body();
        }

        String header(String name) {
            return response.headers().firstValue(name).orElse("");
        }

        /** The body, or nothing when it is not JSON. */
        JsonNode json() {
            return Wire.json(header("content-type").contains("json") ? text() : "");
        }

        /** What it says beside where and when it was asked: two answers that must not differ are alike in this. */
        String essence() {
            if (json() instanceof ObjectNode problem) {
                return status() + " " + problem.remove(List.of("instance", "traceId"));
            }
            return status() + " " + text();
        }

        private Exchange exchange() {
            var headers = new TreeMap<String, String>(String.CASE_INSENSITIVE_ORDER);
            response.headers().map().forEach((name, values) -> headers.put(name, values.getFirst()));
            var path = request.path().replaceFirst("\\?.*", "");
            return new Exchange(request.method(), path, status(), headers, text());
        }

        @Override
        public String toString() {
            return "%s answered %d %s".formatted(request, status(), text());
        }
    }

    static JsonNode json(String text) {
        try {
            return JSON.readTree(text);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException("Not JSON: " + text, e);
        }
    }

    Answer send(Request request) {
        var answer = ask(request);
        DocumentedAnswers.require(
                answer.exchange(),
                Optional.ofNullable(request.headers().get("Idempotency-Key"))
                        .map(key -> key + " of " + request.headers().get("Authorization")));
        return answer;
    }

    /** Sends what tells nothing of this operation that is not true of all. */
    Answer sendUncounted(Request request) {
        var answer = ask(request);
        DocumentedAnswers.compare(answer.exchange());
        return answer;
    }

    private Answer ask(Request request) {
        var message = HttpRequest.newBuilder(URI.create(base + request.path())).timeout(Duration.ofSeconds(20));
        request.headers().forEach(message::header);
        message.method(
                request.method(),
                request.body().isEmpty() ? BodyPublishers.noBody() : BodyPublishers.ofString(request.body()));
        try {
            var answer = new Answer(request, http.send(message.build(), BodyHandlers.ofString()));
            assertThat(answer.status()).as("%s", answer).isLessThan(500);
            assertThat(PersonalDataScan.finds(answer.text()))
                    .as("a number of a person stands readable in the answer to %s", request)
                    .isFalse();
            return answer;
        } catch (IOException e) {
            throw new UncheckedIOException(request.toString(), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(request.toString(), e);
        }
    }

    @Override
    public void close() {
        http.close();
    }
}
