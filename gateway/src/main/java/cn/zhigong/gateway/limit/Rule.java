package cn.zhigong.gateway.limit;

import cn.zhigong.gateway.limit.LimitConfig.Counts;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A quota for the requests that fit a method and a path pattern. */
record Rule(Quota quota, Counts counts, @Nullable String method, String start, List<String> segments) {
    static Rule of(String name, LimitConfig.Operation operation, int instances) {
        var path = operation.path();
        var star = path.indexOf('*');
        return new Rule(
                Quota.of(name, operation, instances),
                operation.counts(),
                operation.method().orElse(null),
                star < 0 ? path : path.substring(0, star),
                List.of(path.split("/", -1)));
    }

    boolean fits(String requestMethod, String path) {
        if ((method != null && !method.equals(asRead(requestMethod))) || !path.startsWith(start)) {
            return false; // decides nearly every request without looking at segments
        }
        var asked = List.of(path.split("/", -1));
        for (int i = 0; i < segments.size(); i++) {
            if (segments.get(i).equals("**")) {
                return asked.size() > i;
            }
            if (i >= asked.size()
                    || !(segments.get(i).equals("*") || segments.get(i).equals(asked.get(i)))) {
                return false;
            }
        }
        return asked.size() == segments.size();
    }

    /** HEAD asks what GET asks (RFC 9110, 9.3.2) and its status tells as much. */
    private static String asRead(String method) {
        return method.equals("HEAD") ? "GET" : method;
    }
}
