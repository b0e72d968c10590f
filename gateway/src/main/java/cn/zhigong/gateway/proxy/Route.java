package cn.zhigong.gateway.proxy;

import cn.zhigong.gateway.service.Service;
import java.util.List;

/** Where a request goes. */
sealed interface Route {
    /** To a service, which sees {@code target} (path and query). */
    record ToService(Service service, String target, String prefix) implements Route {
        boolean page() {
            return prefix.isEmpty();
        }
    }

    /** Answered here. */
    record Own() implements Route {}

    /** A path that is not served to anyone outside. */
    record Nowhere() implements Route {}

    Route OWN = new Own();
    Route NOWHERE = new Nowhere();

    String API = "/api/";
    String VERSION = "/v1/";
    String JOIN_PAGES = "/j/";

    /**
     * Finds the route of a path in normal form. Only what is below {@code /v1/} of a service is open; a trailing slash
     * is not: services would take it for the same path, and a limit on the path without it could be walked around.
     */
    static Route of(String path, String target) {
        if (path.startsWith(API)) {
            return toService(path, target);
        }
        if (path.startsWith(JOIN_PAGES)) {
            return open(path, JOIN_PAGES, 0) ? new ToService(Service.MEMBERSHIP, target, "") : NOWHERE;
        }
        return OWN;
    }

    private static Route toService(String path, String target) {
        for (var service : SERVICES) {
            var prefix = service.prefix();
            if (path.startsWith(prefix) && path.startsWith(VERSION, prefix.length())) {
                return open(path, VERSION, prefix.length())
                        ? new ToService(service, target.substring(prefix.length()), prefix)
                        : NOWHERE;
            }
        }
        return NOWHERE;
    }

    private static boolean open(String path, String start, int from) {
        return path.length() > from + start.length() && !path.endsWith("/");
    }

    /** All services; {@code values()} would copy them for each request. */
    List<Service> SERVICES = List.of(Service.values());
}
