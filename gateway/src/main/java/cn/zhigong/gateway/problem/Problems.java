package cn.zhigong.gateway.problem;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.vertx.core.buffer.Buffer;
import jakarta.inject.Singleton;
import java.io.UncheckedIOException;
import org.jspecify.annotations.Nullable;

/** Writes problem documents (RFC 9457) with the members that every service of the platform gives them. */
@Singleton
public class Problems {
    /** The media type of every error. */
    public static final String MEDIA_TYPE = "application/problem+json";

    private final Catalogue catalogue;
    private final ObjectMapper json;

    Problems(Catalogue catalogue, ObjectMapper json) {
        this.catalogue = catalogue;
        this.json = json;
    }

    /** The document for one occurrence; {@code instance} is the path that was asked for, without its query. */
    public Document document(GatewayProblem problem, Language language, @Nullable String instance, String traceId) {
        var entry = catalogue.entry(problem);
        var body = new Body(
                "/problems/" + entry.slug(),
                entry.title().in(language),
                entry.status(),
                entry.meaning().in(language),
                entry.code(),
                instance == null ? "/" : instance,
                traceId);
        try {
            return new Document(entry.status(), Buffer.buffer(json.writeValueAsBytes(body)));
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A problem ready to be sent. */
    public record Document(int status, Buffer body) {}

    private record Body(
            String type, String title, int status, String detail, String code, String instance, String traceId) {}
}
