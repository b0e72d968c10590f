package cn.zhigong.platform.sample;

import static io.restassured.RestAssured.given;
import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.matchesPattern;

import cn.zhigong.platform.testing.Infrastructure;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import org.junit.jupiter.api.Test;

/** Callers that send a part of a body and then nothing, or hang up. */
@QuarkusTest
@QuarkusTestResource(Infrastructure.class)
class UploadTest {

    /** More than the worker threads of a machine with few cores. */
    private static final int CROWD = 220;

    @TestHTTPResource("/v1/moments")
    URI moments;

    @Test
    void stalledBodiesOfUsualSizeHoldNoThreads() throws IOException {
        List<Socket> stalled = new ArrayList<>();
        try {
            for (int i = 0; i < CROWD; i++) {
                stalled.add(sent(60_000, 30_000));
            }
            given().get(moments).then().statusCode(200);
        } finally {
            for (var socket : stalled) {
                socket.close();
            }
        }
    }

    @Test
    void aBodyThatIsTooLongIsRefusedWithAProblemInTheCallersLanguage() {
        var answer = given().contentType(ContentType.JSON)
                .header("Accept-Language", "en")
                .body("x".repeat(1_100_000))
                .post(moments)
                .then();
        answer.statusCode(413)
                .contentType("application/problem+json")
                .header("Connection", "close")
                .header("X-Content-Type-Options", "nosniff")
                .header("Trace-Id", equalTo(answer.extract().<String>path("traceId")))
                .header("Trace-Id", matchesPattern("[0-9a-f]{32}"))
                .body("code", equalTo("BODY_TOO_LARGE"))
                .body("title", equalTo("The body is too large"))
                .body("instance", equalTo("/v1/moments"));
    }

    /** Nothing says of such a body how long it is. */
    @Test
    void aBodyInChunksThatIsTooLongIsRefusedWithAProblemToo() throws Exception {
        var blank = " ".repeat(1_100_000).getBytes(US_ASCII);
        var request = HttpRequest.newBuilder(moments)
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofInputStream(() -> new ByteArrayInputStream(blank)))
                .timeout(Duration.ofSeconds(20))
                .build();
        try (var client =
                HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build()) {
            var answer = client.send(request, BodyHandlers.ofString());
            assertThat(answer.statusCode()).as(answer.body()).isEqualTo(413);
            assertThat(answer.headers().firstValue("Content-Type")).contains("application/problem+json");
            assertThat(answer.headers().firstValue("Connection")).contains("close");
            assertThat(answer.body()).contains("BODY_TOO_LARGE");
        }
    }

    @Test
    void whoHangsUpIsNoErrorOfOurs() throws Exception {
        var mappers = Logger.getLogger("cn.zhigong.platform.problem.ProblemMappers");
        var logged = new CompletableFuture<LogRecord>();
        var listener = new Handler() {
            @Override
            public void publish(LogRecord entry) {
                logged.complete(entry);
            }

            @Override
            public void flush() {}

            @Override
            public void close() {}
        };
        mappers.addHandler(listener);
        mappers.setLevel(Level.FINE);
        try {
            sent(500_000, 200_000).close();
            var entry = logged.get(20, SECONDS);
            assertThat(entry.getLevel().intValue()).isLessThan(Level.INFO.intValue());
            assertThat(entry.getMessage()).contains("hung up");
        } finally {
            mappers.removeHandler(listener);
            mappers.setLevel(null);
        }
    }

    private Socket sent(int promised, int sent) throws IOException {
        var socket = new Socket(moments.getHost(), moments.getPort());
        var head = "POST " + moments.getPath() + " HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\n"
                + "Content-Length: " + promised + "\r\n\r\n";
        socket.getOutputStream().write((head + " ".repeat(sent)).getBytes(US_ASCII));
        socket.getOutputStream().flush();
        return socket;
    }
}
