package cn.zhigong.gateway.proxy;

import cn.zhigong.gateway.problem.GatewayProblem;
import cn.zhigong.gateway.proxy.Route.ToService;
import cn.zhigong.gateway.service.Service;
import cn.zhigong.gateway.service.Services;
import io.vertx.core.AsyncResult;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientRequest;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.StreamResetException;
import io.vertx.httpproxy.Body;
import io.vertx.httpproxy.ProxyRequest;
import io.vertx.httpproxy.ProxyResponse;
import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.TimeoutException;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * Hands an admitted request to its service and the answer back. One per event loop, so that nothing hops between
 * threads.
 */
final class Forwarding {
    private static final Logger LOG = Logger.getLogger(Forwarding.class);
    private static final String RETRY_SECONDS = "2";

    private final Map<Service, Upstream> upstreams = new EnumMap<>(Service.class);
    private final HttpClient client;
    private final Replies replies;
    private final BodyLimits bodyLimits;

    Forwarding(HttpClient client, Services services, ProxyConfig config, Replies replies) {
        this.client = client;
        this.replies = replies;
        this.bodyLimits = new BodyLimits(config);
        for (var service : Service.values()) {
            upstreams.put(service, Upstream.of(service, services.url(service), config));
        }
    }

    /** Takes over the request, whose body has not been read yet. */
    void forward(Visit visit, ToService route, boolean identified) {
        var request = visit.request();
        var limit = bodyLimits.of(visit.path());
        if (declaredLength(request) > limit) {
            replies.refuseAndClose(visit, GatewayProblem.BODY_TOO_LARGE);
            return;
        }
        var passage = new Passage(visit, route, identified, upstream(route.service()));
        passage.prepare(limit);
        client.request(passage.upstream.options()).onComplete(passage::connected);
    }

    private Upstream upstream(Service service) {
        return Objects.requireNonNull(upstreams.get(service));
    }

    private static long declaredLength(HttpServerRequest request) {
        var length = request.headers().get(HttpHeaders.CONTENT_LENGTH);
        if (length == null) {
            return 0;
        }
        return length.length() > 18 ? Long.MAX_VALUE : Long.parseLong(length); // the decoder let digits pass only
    }

    /** One request to a service and its answer. */
    private final class Passage {
        private final Visit visit;
        private final ToService route;
        private final boolean identified;
        private final Upstream upstream;
        private final ProxyRequest outbound;
        private @Nullable LimitedBody limited;

        Passage(Visit visit, ToService route, boolean identified, Upstream upstream) {
            this.visit = visit;
            this.route = route;
            this.identified = identified;
            this.upstream = upstream;
            this.outbound = ProxyRequest.reverseProxy(visit.request());
        }

        void prepare(long limit) {
            var request = visit.request();
            var headers = outbound.setURI(route.target()).headers();
            var host = headers.get(HttpHeaders.HOST);
            Headers.cleanInbound(headers, visit.trace().accepted());
            headers.set(Headers.TRACEPARENT, visit.trace().traceparent())
                    .set(Headers.FORWARDED_FOR, visit.peer().address())
                    .set(Headers.FORWARDED_PROTO, visit.peer().scheme());
            if (host != null) {
                headers.set(Headers.FORWARDED_HOST, host);
            }
            if (!route.page()) {
                headers.set(Headers.FORWARDED_PREFIX, route.prefix());
            }
            if (request.headers().contains(HttpHeaders.TRANSFER_ENCODING)) {
                limited = new LimitedBody(request, limit);
                var _ = outbound.setBody(Body.body(limited));
            } else if (!request.headers().contains(HttpHeaders.CONTENT_LENGTH)) {
                var _ = outbound.setBody(null);
            }
            if (outbound.getBody() == null) {
                request.resume();
            } else {
                request.pause(); // until the service is connected, or its first bytes are lost
            }
        }

        void connected(AsyncResult<HttpClientRequest> connection) {
            if (connection.failed()) {
                LOG.warnf(
                        "%s cannot be reached: %s",
                        upstream.service(), connection.cause().getClass().getSimpleName());
                unjudged();
                refuse(GatewayProblem.SERVICE_UNAVAILABLE);
                return;
            }
            if (visit.gone()) {
                var _ = connection.result().reset();
                return;
            }
            // Failures arrive through the answer; without a handler Vert.x logs each client that left as an error, too.
            outbound.send(connection.result().exceptionHandler(_ -> {})).onComplete(this::answered);
        }

        private void answered(AsyncResult<ProxyResponse> answer) {
            if (answer.failed()) {
                failed(answer.cause());
                return;
            }
            var response = answer.result();
            var admission = visit.admission();
            if (admission != null) {
                admission.answered(response.getStatusCode());
            }
            ResponseHeaders.complete(response.headers(), visit, route, identified, upstream);
            response.send().onComplete(this::sent);
        }

        /** A client that broke off is its own affair; a service that did has closed the client's connection by now. */
        private void sent(AsyncResult<Void> sending) {
            if (sending.failed() && !visit.gone()) {
                LOG.warnf(
                        "%s broke off an answer: %s",
                        upstream.service(), sending.cause().getClass().getSimpleName());
            }
        }

        /** The guess, if it was one, reached nobody who could say so. Who hangs up before the answer pays. */
        private void unjudged() {
            var admission = visit.admission();
            if (admission != null) {
                admission.giveBack();
            }
        }

        private void failed(Throwable cause) {
            if (limited != null && limited.exceeded()) {
                replies.refuseAndClose(visit, GatewayProblem.BODY_TOO_LARGE);
            } else if (cause
                    instanceof StreamResetException) { // ours: the client left, or its body broke in the middle
                var _ = visit.request().connection().close();
            } else if (!visit.gone()) {
                LOG.warnf(
                        "%s did not answer: %s",
                        upstream.service(), cause.getClass().getSimpleName());
                unjudged();
                refuse(cause instanceof TimeoutException ? GatewayProblem.GATEWAY_TIMEOUT : GatewayProblem.BAD_GATEWAY);
            }
        }

        private void refuse(GatewayProblem problem) {
            if (problem == GatewayProblem.SERVICE_UNAVAILABLE && !visit.gone()) {
                visit.request().response().putHeader(HttpHeaders.RETRY_AFTER, RETRY_SECONDS);
            }
            if (outbound.getBody() == null) {
                replies.refuse(visit, problem);
            } else {
                replies.refuseAndClose(visit, problem); // the body is on its way and nobody will read it
            }
        }
    }
}
