package cn.zhigong.gateway.proxy;

import cn.zhigong.gateway.problem.GatewayProblem;
import cn.zhigong.gateway.proxy.Route.ToService;
import cn.zhigong.gateway.proxy.UnfinishedBodies.Room;
import cn.zhigong.gateway.service.Service;
import cn.zhigong.gateway.service.Services;
import io.vertx.core.AsyncResult;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientRequest;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.httpproxy.Body;
import io.vertx.httpproxy.ProxyRequest;
import io.vertx.httpproxy.ProxyResponse;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
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
    private static final int NOT_MODIFIED = 304;

    /** What is worth trying again soon. */
    private static final Set<GatewayProblem> PASSING =
            EnumSet.of(GatewayProblem.SERVICE_UNAVAILABLE, GatewayProblem.TOO_MANY_UPLOADS);

    /**
     * Bodies that are passed on while they arrive may hold this part of a service's connections, however slow they are.
     */
    private static final int STREAMS_SHARE = 4;

    private final Map<Service, Upstream> upstreams = new EnumMap<>(Service.class);
    private final HttpClient client;
    private final Replies replies;
    private final BodyLimits bodyLimits;
    private final UnfinishedBodies unfinished;
    private final Connections connections;
    private final int mostStreams;
    private int streams;

    Forwarding(
            HttpClient client,
            Services services,
            ProxyConfig config,
            Replies replies,
            UnfinishedBodies unfinished,
            Connections connections) {
        this.client = client;
        this.replies = replies;
        this.unfinished = unfinished;
        this.connections = connections;
        this.mostStreams = Math.max(1, config.connections() / STREAMS_SHARE);
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
        passage.prepare();
        if (!hasBody(request)) {
            passage.connect();
        } else if (bodyLimits.streams(limit)) {
            stream(passage, limit);
        } else {
            collect(passage, limit);
        }
    }

    private static boolean hasBody(HttpServerRequest request) {
        return request.headers().contains(HttpHeaders.TRANSFER_ENCODING) || declaredLength(request) > 0;
    }

    /**
     * An ordinary body takes none of the service's connections before it is complete: clients that begin bodies and
     * never end them would hold them all.
     */
    private void collect(Passage passage, long limit) {
        var visit = passage.visit;
        var room = room(passage);
        if (room != null) {
            passage.room = room;
            new WholeBody(visit.request(), room, limit)
                    .read(
                            passage::complete,
                            () -> replies.refuseAndClose(visit, GatewayProblem.BODY_TOO_LARGE),
                            () -> passage.refuse(GatewayProblem.SERVICE_UNAVAILABLE));
        }
    }

    /** A body that is too large to be kept is passed on while it arrives. */
    private void stream(Passage passage, long limit) {
        if (streams >= mostStreams) {
            passage.refuse(GatewayProblem.SERVICE_UNAVAILABLE);
            return;
        }
        if (room(passage) != null) {
            streams++;
            connections.whenOver(passage.visit.request().connection(), () -> streams--);
            passage.limit(limit);
            passage.connect();
        }
    }

    /** Room for the body until its request is over, or nothing after a refusal. */
    private @Nullable Room room(Passage passage) {
        var room = unfinished.begin(passage.visit.peer().group());
        if (room == null) {
            passage.refuse(GatewayProblem.TOO_MANY_UPLOADS);
        } else {
            connections.whenOver(passage.visit.request().connection(), room::release);
        }
        return room;
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
        private @Nullable Room room;

        Passage(Visit visit, ToService route, boolean identified, Upstream upstream) {
            this.visit = visit;
            this.route = route;
            this.identified = identified;
            this.upstream = upstream;
            this.outbound = ProxyRequest.reverseProxy(visit.request());
        }

        void prepare() {
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
        }

        void limit(long limit) {
            if (visit.request().headers().contains(HttpHeaders.TRANSFER_ENCODING)) {
                limited = new LimitedBody(visit.request(), limit);
                var _ = outbound.setBody(Body.body(limited));
            }
        }

        void complete(Buffer body) {
            var _ = outbound.setBody(Body.body(body));
            connect();
        }

        void connect() {
            var request = visit.request();
            if (!request.headers().contains(HttpHeaders.CONTENT_LENGTH)
                    && !request.headers().contains(HttpHeaders.TRANSFER_ENCODING)) {
                var _ = outbound.setBody(null);
            }
            if (outbound.getBody() == null) {
                request.resume();
            } else if (!request.isEnded()) {
                request.pause(); // until the service is connected, or its first bytes are lost
            }
            client.request(upstream.options()).onComplete(this::connected);
        }

        void connected(AsyncResult<HttpClientRequest> connection) {
            if (connection.failed()) {
                LOG.warnf(
                        "%s cannot be reached: %s",
                        upstream.service(), connection.cause().getClass().getSimpleName());
                refuse(GatewayProblem.SERVICE_UNAVAILABLE);
                return;
            }
            // Failures arrive through the answer; without a handler Vert.x logs each client that left as an error, too.
            var toService = connection.result().exceptionHandler(_ -> {});
            if (visit.gone()) {
                leftEarly();
                var _ = toService.reset();
                return;
            }
            outbound.send(toService).onComplete(this::answered);
        }

        private void answered(AsyncResult<ProxyResponse> answer) {
            if (answer.failed()) {
                failed(answer.cause());
                return;
            }
            if (room != null) {
                room.release();
            }
            var response = answer.result();
            if (response.getStatusCode() == NOT_MODIFIED) {
                var _ = response.setBody(null); // else it would be announced as chunked, which some clients wait for
            }
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

        /** Who hangs up before the answer pays for a guess, if it was one. */
        private void leftEarly() {
            var admission = visit.admission();
            if (admission != null) {
                admission.refused();
            }
        }

        private void failed(Throwable cause) {
            if (limited != null && limited.exceeded()) {
                replies.refuseAndClose(visit, GatewayProblem.BODY_TOO_LARGE);
            } else if (visit.gone() || (limited != null && limited.broken())) {
                leftEarly();
                var _ = visit.request().connection().close();
            } else {
                LOG.warnf(
                        "%s did not answer: %s",
                        upstream.service(), cause.getClass().getSimpleName());
                refuse(cause instanceof TimeoutException ? GatewayProblem.GATEWAY_TIMEOUT : GatewayProblem.BAD_GATEWAY);
            }
        }

        private void refuse(GatewayProblem problem) {
            if (PASSING.contains(problem) && !visit.gone()) {
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
