package cn.zhigong.gateway.proxy;

import cn.zhigong.gateway.portal.Page;
import cn.zhigong.gateway.problem.GatewayProblem;
import cn.zhigong.gateway.problem.Language;
import cn.zhigong.gateway.problem.Problems;
import io.vertx.core.MultiMap;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpConnection;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerRequest;
import java.util.HashSet;
import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;

/** Sends what the gateway itself has to say. */
final class Replies {
    private static final CharSequence CONTENT_LANGUAGE = HttpHeaders.createOptimized("content-language");
    private static final long LINGER_MILLIS = 1_000;
    private static final long MOST_DISCARDED = 1024 * 1024;

    private final Problems problems;
    private final Vertx vertx;

    /** Those that have had their last answer; of one event loop, as everything here. */
    private final Set<HttpConnection> closing = new HashSet<>();

    Replies(Problems problems, Vertx vertx) {
        this.problems = problems;
        this.vertx = vertx;
    }

    /** Refuses a request and keeps the connection. */
    void refuse(Visit visit, GatewayProblem problem) {
        refuse(visit, problem, null, null);
    }

    /** Refuses with one more header. */
    void refuse(Visit visit, GatewayProblem problem, @Nullable CharSequence header, @Nullable String value) {
        var response = visit.request().response();
        if (response.headWritten() || response.closed()) {
            return;
        }
        if (header != null && value != null) {
            response.putHeader(header, value);
        }
        var admission = visit.admission();
        if (admission != null) {
            response.putHeader(Headers.RATE_LIMIT, admission.rateLimit());
            response.putHeader(Headers.RATE_LIMIT_POLICY, admission.policy());
        }
        discard(visit.request());
        send(visit.request(), problem, visit.trace(), instance(visit, problem));
    }

    /**
     * Reads on past the body of a refused request, so that the connection can be used again, but not past a long one.
     */
    private static void discard(HttpServerRequest request) {
        if (!request.isEnded()) {
            var left = new AtomicLong(MOST_DISCARDED);
            request.handler(part -> {
                        if (left.addAndGet(-part.length()) < 0) {
                            var _ = request.connection().close();
                        }
                    })
                    .resume();
        }
    }

    /** Refuses and closes: what else the client sends is not to be read as a request, or not worth reading. */
    void refuseAndClose(Visit visit, GatewayProblem problem) {
        if (visit.request().isEnded()) {
            refuse(visit, problem);
            return;
        }
        visit.request().response().putHeader(HttpHeaders.CONNECTION, HttpHeaders.CLOSE);
        refuse(visit, problem);
        var connection = visit.request().connection();
        closing.add(connection);
        // At once, the reset would overtake the answer on its way to a client that is still sending.
        vertx.setTimer(LINGER_MILLIS, _ -> {
            closing.remove(connection);
            var _ = connection.close();
        });
    }

    /** Whether a connection was told that it will be closed: nothing that still comes is a request (RFC 9112, 9.6). */
    boolean isClosing(HttpConnection connection) {
        return closing.contains(connection);
    }

    /** Refuses what could not even be parsed; Vert.x closes the connection after the answer. */
    void refuseUnparsed(HttpServerRequest request, GatewayProblem problem) {
        request.response().putHeader(HttpHeaders.CONNECTION, HttpHeaders.CLOSE);
        send(request, problem, Trace.of(null), null);
    }

    private static @Nullable String instance(Visit visit, GatewayProblem problem) {
        return problem == GatewayProblem.PERSONAL_DATA_IN_URL ? null : visit.path();
    }

    private void send(HttpServerRequest request, GatewayProblem problem, Trace trace, @Nullable String instance) {
        var language = Language.preferred(request.getHeader(HttpHeaders.ACCEPT_LANGUAGE));
        var document = problems.document(problem, language, instance, trace.id());
        var response = request.response().setStatusCode(document.status());
        response.headers()
                .set(HttpHeaders.CONTENT_TYPE, Problems.MEDIA_TYPE)
                .set(CONTENT_LANGUAGE, language.tag())
                .set(HttpHeaders.CACHE_CONTROL, "no-store")
                .set(
                        HttpHeaders.CONTENT_LENGTH,
                        Integer.toString(document.body().length()))
                .set(Headers.NOSNIFF, "nosniff")
                .set(Headers.TRACE_ID, trace.id());
        var _ = HttpMethod.HEAD.equals(request.method()) ? response.end() : response.end(document.body());
    }

    /** Sends a page of our own. */
    void send(Visit visit, Page page) {
        var response = visit.request().response();
        if (response.closed()) {
            return;
        }
        response.setStatusCode(page.status());
        MultiMap headers = response.headers();
        page.headers().forEach(headers::set);
        if (page.status() != 304) { // whose length would be that of the page it did not send
            headers.set(HttpHeaders.CONTENT_LENGTH, Integer.toString(page.body().length()));
        }
        headers.set(Headers.NOSNIFF, "nosniff")
                .set(Headers.TRACE_ID, visit.trace().id());
        var _ = HttpMethod.HEAD.equals(visit.request().method()) ? response.end() : response.end(page.body());
    }
}
