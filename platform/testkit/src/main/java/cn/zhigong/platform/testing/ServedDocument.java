package cn.zhigong.platform.testing;

import cn.zhigong.platform.api.ApiDocument;
import io.restassured.RestAssured;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import org.jspecify.annotations.Nullable;

/** The API document of the service under test, asked for once: it does not change while the service runs. */
final class ServedDocument {

    private static @Nullable ApiDocument known;

    private ServedDocument() {}

    static synchronized ApiDocument get() {
        if (known == null) {
            known = ApiDocument.of(text("json"));
        }
        return known;
    }

    /** As the service writes it in this format; not by RestAssured, whose exchanges are compared with the document. */
    static String text(String format) {
        return fetch("/openapi?format=" + format);
    }

    static String fetch(String path) {
        var address = URI.create(RestAssured.baseURI + ":" + RestAssured.port + path);
        try (var client =
                HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build()) {
            return client.send(HttpRequest.newBuilder(address).build(), BodyHandlers.ofString())
                    .body();
        } catch (IOException e) {
            throw new UncheckedIOException(path, e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
