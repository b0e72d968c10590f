package cn.zhigong.platform.testing;

import cn.zhigong.platform.api.ApiOperation;
import java.util.List;

/**
 * What every service serves without a line of its own. It is tried with real things once, in the chassis' own tests; in
 * the services only for what a service could break: tokens, roles, forms.
 */
public final class ChassisOperations {

    private static final List<String> PATHS = List.of("/v1/jobs", "/v1/audit", "/v1/dead-letters", "/v1/calendar");

    private ChassisOperations() {}

    /** Whether the chassis serves it. */
    public static boolean has(ApiOperation operation) {
        var path = operation.path();
        return PATHS.stream().anyMatch(one -> path.equals(one) || path.startsWith(one + "/"));
    }
}
