package cn.zhigong.platform.problem;

import static cn.zhigong.platform.problem.CommonProblem.BODY_TOO_LARGE;

import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;

/**
 * Refuses a body that says of itself that it is too long, before any of it is read. The framework does the same, with
 * an answer that says nothing.
 */
@Singleton
class LongBodies {

    /** Just before the framework's own limit. */
    private static final int PRIORITY = 3;
    /** A connection closed at once would take the answer along on its way to a client that is still sending. */
    private static final long LINGER_MILLIS = 1_000;

    private final ProblemAnswers answers;
    private final BodyLimits limits;

    LongBodies(ProblemAnswers answers, BodyLimits limits) {
        this.answers = answers;
        this.limits = limits;
    }

    void watch(@Observes Filters filters) {
        filters.register(this::refuse, PRIORITY);
    }

    private void refuse(RoutingContext visit) {
        var request = visit.request();
        if (length(request) <= limits.at(request.path())) {
            visit.next();
            return;
        }
        hangUp(request, visit.vertx());
        answers.send(BODY_TOO_LARGE.problem(), request);
    }

    /** Says that the connection ends with the answer, and ends it after a while. */
    static void hangUp(HttpServerRequest request, Vertx vertx) {
        request.response().putHeader(HttpHeaders.CONNECTION, HttpHeaders.CLOSE);
        var connection = request.connection();
        vertx.setTimer(LINGER_MILLIS, _ -> {
            var _ = connection.close();
        });
    }

    /** The HTTP parser has refused what is no number already. */
    private static long length(HttpServerRequest request) {
        var length = request.getHeader(HttpHeaders.CONTENT_LENGTH);
        return length == null ? 0 : Long.parseLong(length);
    }
}
