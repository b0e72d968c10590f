package cn.zhigong.gateway.proxy;

import io.vertx.core.MultiMap;
import io.vertx.core.http.HttpHeaders;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Which headers may pass in which direction. */
final class Headers {
    static final CharSequence TRACEPARENT = HttpHeaders.createOptimized("traceparent");
    static final CharSequence TRACE_ID = HttpHeaders.createOptimized("trace-id");
    static final CharSequence RATE_LIMIT = HttpHeaders.createOptimized("ratelimit");
    static final CharSequence RATE_LIMIT_POLICY = HttpHeaders.createOptimized("ratelimit-policy");
    static final CharSequence FORWARDED_FOR = HttpHeaders.createOptimized("x-forwarded-for");
    static final CharSequence FORWARDED_PROTO = HttpHeaders.createOptimized("x-forwarded-proto");
    static final CharSequence FORWARDED_HOST = HttpHeaders.createOptimized("x-forwarded-host");
    static final CharSequence FORWARDED_PREFIX = HttpHeaders.createOptimized("x-forwarded-prefix");
    static final CharSequence NOSNIFF = HttpHeaders.createOptimized("x-content-type-options");

    /** What only we may say, what changes the meaning of a request behind our back, and what ends at each hop. */
    private static final Set<String> NOT_INBOUND = Set.of(
            "forwarded",
            "x-roles",
            "x-union-id",
            "x-real-ip",
            "x-client-ip",
            "true-client-ip",
            "x-cluster-client-ip",
            "x-http-method",
            "x-http-method-override",
            "x-method-override",
            "x-original-url",
            "x-original-host",
            "x-rewrite-url",
            "baggage",
            "expect",
            "http2-settings",
            "proxy-connection",
            "connection",
            "keep-alive",
            "te",
            "trailer",
            "upgrade");

    /** What tells a stranger how we are built, or ends at each hop. */
    private static final Set<String> NOT_OUTBOUND = Set.of(
            "server",
            "x-powered-by",
            "via",
            "connection",
            "keep-alive",
            "proxy-authenticate",
            "proxy-connection",
            "trailer",
            "upgrade");

    private Headers() {}

    static void cleanInbound(MultiMap headers, boolean traceAccepted) {
        clean(headers, name -> forbiddenInbound(name) || (!traceAccepted && name.equals("tracestate")));
    }

    static void cleanOutbound(MultiMap headers) {
        clean(headers, NOT_OUTBOUND::contains);
    }

    private static boolean forbiddenInbound(String name) {
        return name.startsWith("x-user-")
                || name.startsWith("x-forwarded-")
                || name.indexOf('_') >= 0 // some frameworks read X_User_Id as X-User-Id
                || NOT_INBOUND.contains(name);
    }

    private static void clean(MultiMap headers, Predicate forbidden) {
        var nominated = headers.getAll(HttpHeaders.CONNECTION);
        List<String> removed = null;
        for (var header : headers) {
            var name = header.getKey().toLowerCase(Locale.ROOT);
            if (forbidden.test(name)) {
                removed = removed == null ? new ArrayList<>() : removed;
                removed.add(name);
            }
        }
        if (removed != null) {
            removed.forEach(headers::remove);
        }
        for (var names : nominated) {
            if (names.equalsIgnoreCase("keep-alive") || names.equalsIgnoreCase("close")) {
                continue; // nearly every request
            }
            for (var name : names.split(",", -1)) {
                headers.remove(name.strip());
            }
        }
    }

    /** Shows a service's own path as the client knows it: {@code /v1/x} becomes {@code /api/membership/v1/x}. */
    static String publicLocation(String location, String prefix, String upstreamAuthority, @Nullable String host) {
        var path = withoutOrigin(location, upstreamAuthority, host);
        return path.startsWith("/v1/") ? prefix + path : location;
    }

    /** The same for the targets of a {@code Link} header. */
    static String publicLinks(String links, String prefix) {
        return links.replace("</v1/", "<" + prefix + "/v1/");
    }

    private static String withoutOrigin(String location, String upstreamAuthority, @Nullable String host) {
        var authority = location.indexOf("://");
        if (authority < 0) {
            return location;
        }
        var path = location.indexOf('/', authority + 3);
        if (path < 0) {
            return location;
        }
        var origin = location.substring(authority + 3, path);
        return origin.equals(upstreamAuthority) || origin.equals(host) ? location.substring(path) : location;
    }

    private interface Predicate {
        boolean test(String lowerCaseName);
    }
}
