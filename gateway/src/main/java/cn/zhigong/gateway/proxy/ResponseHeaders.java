package cn.zhigong.gateway.proxy;

import cn.zhigong.gateway.proxy.Route.ToService;
import io.vertx.core.MultiMap;
import io.vertx.core.http.HttpHeaders;

/** What a service's answer loses and gains on its way out. */
final class ResponseHeaders {
    private static final CharSequence CONTENT_LOCATION = HttpHeaders.createOptimized("content-location");
    private static final String LINK = "link";
    private static final CharSequence CONTENT_SECURITY_POLICY = HttpHeaders.createOptimized("content-security-policy");

    /** Plain server-rendered pages: no script, no foreign origin; a page that needs more says so itself. */
    private static final String PAGE_POLICY =
            "default-src 'none'; style-src 'self' 'unsafe-inline'; img-src 'self' data:;"
                    + " form-action 'self'; base-uri 'none'; frame-ancestors 'none'";

    private ResponseHeaders() {}

    static void complete(MultiMap headers, Visit visit, ToService route, boolean identified, Upstream upstream) {
        Headers.cleanOutbound(headers);
        headers.set(Headers.TRACE_ID, visit.trace().id()).set(Headers.NOSNIFF, "nosniff");
        var admission = visit.admission();
        if (admission != null) {
            headers.set(Headers.RATE_LIMIT, admission.rateLimit());
            headers.set(Headers.RATE_LIMIT_POLICY, admission.policy());
        }
        if (identified && !headers.contains(HttpHeaders.CACHE_CONTROL)) {
            headers.set(
                    HttpHeaders.CACHE_CONTROL, "no-store"); // what a known caller gets is personal until said otherwise
        }
        if (route.page()) {
            protectPage(headers);
        } else {
            publish(headers, visit, route, upstream);
        }
    }

    private static void protectPage(MultiMap headers) {
        if (!headers.contains(CONTENT_SECURITY_POLICY)) {
            headers.set(CONTENT_SECURITY_POLICY, PAGE_POLICY);
        }
        headers.set("x-frame-options", "DENY");
        headers.set("referrer-policy", "no-referrer"); // the join code is in the address
        headers.set("permissions-policy", "geolocation=(), microphone=(), camera=()");
        headers.set("cross-origin-opener-policy", "same-origin");
    }

    private static void publish(MultiMap headers, Visit visit, ToService route, Upstream upstream) {
        publishLocation(headers, HttpHeaders.LOCATION, visit, route, upstream);
        publishLocation(headers, CONTENT_LOCATION, visit, route, upstream);
        var links = headers.getAll(LINK);
        if (!links.isEmpty()) {
            headers.set(
                    LINK,
                    links.stream()
                            .map(link -> Headers.publicLinks(link, route.prefix()))
                            .toList());
        }
    }

    private static void publishLocation(
            MultiMap headers, CharSequence name, Visit visit, ToService route, Upstream upstream) {
        var location = headers.get(name);
        if (location != null) {
            var host = visit.request().headers().get(HttpHeaders.HOST);
            headers.set(name, Headers.publicLocation(location, route.prefix(), upstream.authority(), host));
        }
    }
}
