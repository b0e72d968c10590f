package cn.zhigong.platform.problem;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.opentelemetry.api.trace.Span;
import io.vertx.core.http.HttpServerRequest;
import jakarta.inject.Singleton;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Writes a problem as the RFC 9457 document that the caller sees. */
@Singleton
class ProblemAnswers {

    static final String MEDIA_TYPE = "application/problem+json";
    /** Seconds after which a caller may try again when the service is short of something. */
    private static final int RETRY_AFTER_SECONDS = 2;

    private final Catalogue catalogue;
    private final ObjectMapper json;

    ProblemAnswers(Catalogue catalogue, ObjectMapper json) {
        this.catalogue = catalogue;
        this.json = json;
    }

    Response answer(Problem problem, HttpHeaders headers, UriInfo uri) {
        var language = Language.preferred(headers.getHeaderString(HttpHeaders.ACCEPT_LANGUAGE));
        var status = problem.type().status();
        var answer = Response.status(status)
                .type(MEDIA_TYPE)
                .header(HttpHeaders.CONTENT_LANGUAGE, language.tag())
                .header(HttpHeaders.CACHE_CONTROL, "no-store")
                .entity(body(problem, language, uri.getPath()));
        if (status == 401) {
            answer.header(HttpHeaders.WWW_AUTHENTICATE, "Bearer");
        }
        if (status == 503 || status == 429) {
            answer.header(HttpHeaders.RETRY_AFTER, problem.retryAfterSeconds().orElse(RETRY_AFTER_SECONDS));
        }
        if (status == 405) {
            answer.header(HttpHeaders.ALLOW, String.join(", ", AllowedMethods.of(uri.getPath())));
        }
        return answer.build();
    }

    /**
     * Answers a request that comes to no resource, so that no filter adds the headers of every answer; its body is not
     * waited for.
     */
    void send(Problem problem, HttpServerRequest request) {
        var language = Language.preferred(request.getHeader(HttpHeaders.ACCEPT_LANGUAGE));
        var trace = Span.current().getSpanContext();
        if (trace.isValid()) {
            request.response().putHeader("Trace-Id", trace.getTraceId());
        }
        var _ = request.response()
                .setStatusCode(problem.type().status())
                .putHeader(HttpHeaders.CONTENT_TYPE, MEDIA_TYPE)
                .putHeader(HttpHeaders.CONTENT_LANGUAGE, language.tag())
                .putHeader(HttpHeaders.CACHE_CONTROL, "no-store")
                .putHeader("X-Content-Type-Options", "nosniff")
                .end(written(body(problem, language, String.valueOf(request.path()))));
    }

    private String written(Map<String, Object> body) {
        try {
            return json.writeValueAsString(body);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("A problem must be plain data", e);
        }
    }

    private Map<String, Object> body(Problem problem, Language language, String path) {
        var type = problem.type();
        var body = new LinkedHashMap<String, Object>();
        body.put("type", "/problems/" + Catalogue.slug(type.name()));
        body.put("title", catalogue.title(type, language));
        body.put("status", type.status());
        var detail = catalogue.detail(problem, language);
        if (detail != null) {
            body.put("detail", detail);
        }
        body.put("code", type.name());
        body.put("instance", path);
        var trace = Span.current().getSpanContext();
        if (trace.isValid()) {
            body.put("traceId", trace.getTraceId());
        }
        if (!problem.violations().isEmpty()) {
            body.put("violations", violations(problem.violations(), language));
        }
        problem.members().forEach(body::putIfAbsent);
        return body;
    }

    private List<Map<String, String>> violations(List<Violation> violations, Language language) {
        return violations.stream()
                .map(violation -> Map.of(
                        "field", violation.field(),
                        "code", violation.code(),
                        "message", catalogue.message(violation, language)))
                .toList();
    }
}
