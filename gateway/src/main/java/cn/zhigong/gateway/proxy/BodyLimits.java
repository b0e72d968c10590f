package cn.zhigong.gateway.proxy;

import java.util.List;

/** The largest body a path takes. */
final class BodyLimits {
    private final List<ProxyConfig.BodyRoute> routes;
    private final long otherwise;

    BodyLimits(ProxyConfig config) {
        this.routes = List.copyOf(config.bodies().values());
        this.otherwise = config.body().asLongValue();
    }

    /** Whether a body that may be so large is passed on while it arrives; all others are read to their end first. */
    boolean streams(long limit) {
        return limit > otherwise;
    }

    long of(String path) {
        for (var route : routes) {
            var start = route.path();
            if (path.startsWith(start) && (path.length() == start.length() || path.charAt(start.length()) == '/')) {
                return route.limit().asLongValue();
            }
        }
        return otherwise;
    }
}
