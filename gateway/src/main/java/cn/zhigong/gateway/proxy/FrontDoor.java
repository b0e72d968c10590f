package cn.zhigong.gateway.proxy;

import cn.zhigong.gateway.identity.Caller;
import cn.zhigong.gateway.identity.TokenVerdict;
import cn.zhigong.gateway.identity.TokenVerdict.Accepted;
import cn.zhigong.gateway.identity.TokenVerdict.NoKeys;
import cn.zhigong.gateway.identity.TokenVerdict.Refused;
import cn.zhigong.gateway.identity.Tokens;
import cn.zhigong.gateway.limit.Admission;
import cn.zhigong.gateway.limit.Limits;
import cn.zhigong.gateway.portal.Portal;
import cn.zhigong.gateway.problem.GatewayProblem;
import cn.zhigong.gateway.problem.Language;
import cn.zhigong.gateway.proxy.Route.Nowhere;
import cn.zhigong.gateway.proxy.Route.Own;
import cn.zhigong.gateway.proxy.Route.ToService;
import cn.zhigong.gateway.service.Service;
import io.netty.handler.codec.http.HttpHeaderNames;
import io.netty.handler.codec.http.TooLongHttpHeaderException;
import io.netty.handler.codec.http.TooLongHttpLineException;
import io.vertx.core.Context;
import io.vertx.core.Handler;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerRequest;
import java.util.Set;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * Decides about each request: refused, answered here, or forwarded in whose name. Runs on its event loop and never
 * blocks it.
 */
final class FrontDoor implements Handler<HttpServerRequest> {
    private static final Logger LOG = Logger.getLogger(FrontDoor.class);
    private static final String BEARER = "Bearer ";
    /**
     * Begins the tokens that membership gives to somebody without an account who confirmed a phone. They are secrets of
     * that service, not signed statements, so only it can judge them; here their bearer is as good as anonymous.
     */
    private static final String APPLICANT = "apt_";

    private static final Set<HttpMethod> READ = Set.of(HttpMethod.GET, HttpMethod.HEAD);
    private static final Set<HttpMethod> PAGE = Set.of(HttpMethod.GET, HttpMethod.HEAD, HttpMethod.POST);
    private static final Set<HttpMethod> SERVICE = Set.of(
            HttpMethod.GET,
            HttpMethod.HEAD,
            HttpMethod.POST,
            HttpMethod.PUT,
            HttpMethod.PATCH,
            HttpMethod.DELETE,
            HttpMethod.OPTIONS);

    private final Tokens tokens;
    private final Limits limits;
    private final Portal portal;
    private final Traffic traffic;
    private final Peers peers;
    private final Connections connections;
    private final Forwarding forwarding;
    private final Replies replies;
    private final Context context;

    FrontDoor(
            Tokens tokens,
            Limits limits,
            Portal portal,
            Traffic traffic,
            Peers peers,
            Connections connections,
            Forwarding forwarding,
            Replies replies,
            Context context) {
        this.tokens = tokens;
        this.limits = limits;
        this.portal = portal;
        this.traffic = traffic;
        this.peers = peers;
        this.connections = connections;
        this.forwarding = forwarding;
        this.replies = replies;
        this.context = context;
    }

    @Override
    public void handle(HttpServerRequest request) {
        if (replies.isClosing(request.connection())) {
            return;
        }
        var target = request.uri();
        var query = target.indexOf('?');
        var path = query < 0 ? target : target.substring(0, query);
        var route = Route.of(path, target);
        watch(request, route);
        var peer = peers.of(request.remoteAddress().hostAddress(), request.headers());
        var trace = Trace.of(request.headers().get(Headers.TRACEPARENT));
        var visit = new Visit(request, path, trace, peer, null);
        var refusal = SafePath.refusal(target);
        if (refusal != null) {
            replies.refuse(visit, refusal);
            return;
        }
        switch (route) {
            case Nowhere _ -> replies.refuse(visit, GatewayProblem.NOT_FOUND);
            case Own _ -> answer(visit);
            case ToService toService -> identify(visit, toService);
        }
    }

    /** What the parser refused; Vert.x closes the connection afterwards. */
    void handleUnparsed(HttpServerRequest request) {
        watch(request, Route.NOWHERE);
        var cause = request.decoderResult().cause();
        var problem = switch (cause) {
            case TooLongHttpLineException _ -> GatewayProblem.URI_TOO_LONG;
            case TooLongHttpHeaderException _ -> GatewayProblem.HEADERS_TOO_LARGE;
            case null, default -> GatewayProblem.MALFORMED_REQUEST;
        };
        replies.refuseUnparsed(request, problem);
    }

    private void watch(HttpServerRequest request, Route route) {
        var begun = System.nanoTime();
        var connection = request.connection();
        var response = request.response();
        traffic.begun();
        connections.begun(connection, () -> {
            var status = response.ended() ? response.getStatusCode() : 499; // nginx' code for a client that left
            traffic.ended(targetName(route), status, System.nanoTime() - begun);
        });
        response.endHandler(_ -> connections.ended(connection));
        if (connections.draining()) {
            response.putHeader(HttpHeaders.CONNECTION, HttpHeaders.CLOSE);
        }
    }

    private static String targetName(Route route) {
        return switch (route) {
            case ToService toService -> toService.service().lower();
            case Own _, Nowhere _ -> "gateway";
        };
    }

    private void identify(Visit visit, ToService route) {
        if (!allows(visit, route.page() ? PAGE : SERVICE)) {
            return;
        }
        var authorization = visit.request().headers().get(HttpHeaders.AUTHORIZATION);
        if (authorization == null || route.page()) {
            admit(visit, route, Caller.anonymous(visit.peer().group()), false);
            return;
        }
        if (!authorization.regionMatches(true, 0, BEARER, 0, BEARER.length())) {
            refuse(visit, TokenVerdict.Reason.MALFORMED);
            return;
        }
        var token = authorization.substring(BEARER.length()).strip();
        if (token.startsWith(APPLICANT) && route.service() == Service.MEMBERSHIP) {
            admit(visit, route, Caller.anonymous(visit.peer().group()), true);
            return;
        }
        var caller = tokens.remembered(token);
        if (caller != null) {
            admit(visit, route, caller, true);
            return;
        }
        var refused = tokens.refusedBefore(token);
        if (refused != null) {
            refuseAgain(visit, refused.reason());
        } else {
            verify(visit, route, token);
        }
    }

    /**
     * The first time a token is seen: a public-key operation and perhaps a question to the provider, both off the event
     * loop.
     */
    private void verify(Visit visit, ToService route, String token) {
        var attempt = limits.admitUnknownToken(Caller.anonymous(visit.peer().group()));
        if (!attempt.admitted()) {
            tooMany(visit, attempt);
            return;
        }
        visit.request().pause(); // whoever takes the request over resumes it
        var _ = Thread.startVirtualThread(() -> {
            var verdict = judge(token);
            context.runOnContext(_ -> proceed(visit, route, attempt, verdict));
        });
    }

    private @Nullable TokenVerdict judge(String token) {
        try {
            return tokens.verify(token);
        } catch (RuntimeException e) {
            LOG.error("A token could not be judged", e);
            return null;
        }
    }

    private void proceed(Visit visit, ToService route, Admission attempt, @Nullable TokenVerdict verdict) {
        if (verdict instanceof Refused refused && !refused.reason().genuine()) {
            attempt.refused();
        }
        if (visit.gone()) {
            return;
        }
        switch (verdict) {
            case Accepted accepted -> admit(visit, route, accepted.caller(), true);
            case Refused refused when refused.reason().genuine() -> refuseAgain(visit, refused.reason());
            case Refused refused -> refuse(visit, refused.reason());
            case NoKeys _ -> replies.refuse(visit, GatewayProblem.IDENTITY_UNAVAILABLE, HttpHeaders.RETRY_AFTER, "2");
            case null -> replies.refuse(visit, GatewayProblem.INTERNAL_ERROR);
        }
    }

    private void admit(Visit visit, ToService route, Caller caller, boolean identified) {
        var admission = limits.admit(caller, visit.request().method().name(), visit.path());
        if (admission.admitted()) {
            forwarding.forward(visit.admitted(admission), route, identified);
        } else {
            tooMany(visit, admission);
        }
    }

    private void tooMany(Visit visit, Admission admission) {
        var seconds = Long.toString(admission.resetSeconds());
        replies.refuse(visit.admitted(admission), GatewayProblem.TOO_MANY_REQUESTS, HttpHeaders.RETRY_AFTER, seconds);
    }

    /** A token that is no guess, or is known already, costs its sender an ordinary request and nobody else anything. */
    private void refuseAgain(Visit visit, TokenVerdict.Reason reason) {
        var admission = limits.admitUnserved(Caller.anonymous(visit.peer().group()));
        if (admission.admitted()) {
            refuse(visit, reason);
        } else {
            tooMany(visit, admission);
        }
    }

    private void refuse(Visit visit, TokenVerdict.Reason reason) {
        var challenge = "Bearer realm=\"zhigong\", error=\"invalid_token\", error_description=\"%s\""
                .formatted(reason.description());
        replies.refuse(visit, GatewayProblem.TOKEN_INVALID, HttpHeaderNames.WWW_AUTHENTICATE, challenge);
    }

    private boolean allows(Visit visit, Set<HttpMethod> methods) {
        if (methods.contains(visit.request().method())) {
            return true;
        }
        var allowed = String.join(
                ", ", methods.stream().map(HttpMethod::name).sorted().toList());
        replies.refuse(visit, GatewayProblem.METHOD_NOT_ALLOWED, HttpHeaders.ALLOW, allowed);
        return false;
    }

    /** The gateway's own pages may ask services, so they are made on a virtual thread. */
    private void answer(Visit visit) {
        if (!portal.serves(visit.path())) {
            replies.refuse(visit, GatewayProblem.NOT_FOUND);
            return;
        }
        if (!allows(visit, READ)) {
            return;
        }
        var admission = limits.admit(
                Caller.anonymous(visit.peer().group()), visit.request().method().name(), visit.path());
        if (!admission.admitted()) {
            tooMany(visit, admission);
            return;
        }
        var headers = visit.request().headers();
        var question = new Portal.Question(
                visit.path(),
                headers.get(HttpHeaders.ACCEPT),
                headers.get(HttpHeaders.ACCEPT_ENCODING),
                headers.get(HttpHeaders.IF_NONE_MATCH),
                Language.preferred(headers.get(HttpHeaders.ACCEPT_LANGUAGE)));
        var _ = Thread.startVirtualThread(() -> answer(visit, question));
    }

    private void answer(Visit visit, Portal.Question question) {
        try {
            var page = portal.answer(question);
            if (page == null) {
                context.runOnContext(_ -> replies.refuse(visit, GatewayProblem.NOT_FOUND));
            } else {
                context.runOnContext(_ -> replies.send(visit, page));
            }
        } catch (RuntimeException e) {
            LOG.errorf(e, "%s failed, trace %s", visit.path(), visit.trace().id());
            context.runOnContext(_ -> replies.refuse(visit, GatewayProblem.INTERNAL_ERROR));
        }
    }
}
