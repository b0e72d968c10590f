package cn.zhigong.platform.testing.access;

import cn.zhigong.platform.api.ApiOperation;
import cn.zhigong.platform.api.access.AccessRule;
import cn.zhigong.platform.api.access.SchemaSample;
import cn.zhigong.platform.testing.access.Attempts.Attempt;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Predicate;

/** Whole requests, for probes in which something else than the question who asks is to be wrong. */
final class Rightful {

    private final Attempts attempts;
    private final Predicate<ApiOperation> hasSamples;

    /** @param hasSamples for the others any id must do */
    Rightful(Attempts attempts, Predicate<ApiOperation> hasSamples) {
        this.attempts = attempts;
        this.hasSamples = hasSamples;
    }

    static String role(ApiOperation operation) {
        return new AccessRule(operation).allowedRoles().iterator().next();
    }

    /**
     * Made by nobody. With real things where there are samples; before a token and a role are looked at, any id does.
     */
    Attempt withoutToken(ApiOperation operation) {
        return hasSamples.test(operation)
                ? attempts.at(operation, World.HOME, role(operation))
                : new Attempt(operation, attempts.path(operation, anyIds(operation)), Map.of(), Map.of(), "");
    }

    /** Made by one who may. */
    Attempt request(ApiOperation operation) {
        return withoutToken(operation).by(token(operation));
    }

    /** Made by one who may, of a thing that is not there. */
    Attempt ofNothing(ApiOperation operation) {
        if (hasSamples.test(operation)) {
            var nowhere = attempts.pathOfNothing(operation, World.HOME);
            return attempts.at(operation, nowhere, role(operation)).by(token(operation));
        }
        var body = SchemaSample.body(operation).map(Object::toString).orElse("");
        return request(operation)
                .in(attempts.pathOfNothing(operation, anyIds(operation)))
                .saying(body);
    }

    private String token(ApiOperation operation) {
        return hasSamples.test(operation)
                ? attempts.token(operation, role(operation), World.HOME)
                : attempts.tokenWith(operation, role(operation));
    }

    private static Map<String, String> anyIds(ApiOperation operation) {
        var ids = new LinkedHashMap<String, String>();
        new AccessRule(operation)
                .prefixes()
                .forEach(prefix -> ids.put(prefix, prefix.endsWith("{year}") ? "2026" : Attempts.NOBODY_S));
        return ids;
    }
}
