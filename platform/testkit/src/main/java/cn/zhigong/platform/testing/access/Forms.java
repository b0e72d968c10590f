package cn.zhigong.platform.testing.access;

import static org.assertj.core.api.Assertions.assertThat;

import cn.zhigong.platform.api.ApiOperation;
import cn.zhigong.platform.api.access.AccessRule;
import cn.zhigong.platform.api.access.Tampering;
import cn.zhigong.platform.testing.access.Attempts.Attempt;
import com.google.errorprone.annotations.CanIgnoreReturnValue;
import java.util.Locale;
import java.util.Set;
import java.util.function.BiFunction;

/** Requests whose form alone is wrong, made by the rightful caller: each operation refuses them by the same code. */
final class Forms {

    private static final Set<String> WELL_KNOWN = Set.of("GET", "PUT", "POST", "PATCH", "DELETE");

    private final Wire wire;
    private final BiFunction<ApiOperation, String, Attempt> attempts;

    /** @param attempts whole requests of an operation by a role of home */
    Forms(Wire wire, BiFunction<ApiOperation, String, Attempt> attempts) {
        this.wire = wire;
        this.attempts = attempts;
    }

    static boolean takesABody(ApiOperation operation) {
        return operation.definition().has("requestBody");
    }

    void refuseUnknownParameters(ApiOperation operation) {
        refused(rightful(operation).asking("nobodyKnowsThis", "1").request(), 400, "UNKNOWN_PARAMETER");
    }

    void refuseOtherMediaTypes(ApiOperation operation) {
        var other = rightful(operation).with("Content-Type", "application/x-of-nobody");
        refused(other.saying("a;b").request(), 415, "UNSUPPORTED_MEDIA_TYPE");
    }

    void refuseUnreadableBodies(ApiOperation operation) {
        refused(rightful(operation).saying("{\"a\": \n nonsense").request(), 400, "MALFORMED_BODY");
    }

    void refuseChangesOfNoVersion(ApiOperation operation) {
        refused(rightful(operation).without("If-Match").request(), 428, "VERSION_REQUIRED");
    }

    void refuseUnmetWishes(ApiOperation operation) {
        refused(rightful(operation).with("Accept", "application/x-of-nobody").request(), 406, "NOT_ACCEPTABLE");
    }

    void refuseOtherMethods(ApiOperation operation) {
        var undeclared = Tampering.undeclaredVerbs(operation.document(), operation.path());
        undeclared.retainAll(WELL_KNOWN);
        for (var method : undeclared) {
            var answer = refused(rightful(operation).saying("").request(method), 405, "METHOD_NOT_ALLOWED");
            assertThat(answer.header("allow").split(", *"))
                    .as("Allow of %s", answer)
                    .contains(operation.method().toUpperCase(Locale.ROOT))
                    .doesNotContain(method);
        }
    }

    private Attempt rightful(ApiOperation operation) {
        return attempts.apply(
                operation, new AccessRule(operation).allowedRoles().iterator().next());
    }

    @CanIgnoreReturnValue
    private Wire.Answer refused(Wire.Request request, int status, String code) {
        var answer = wire.send(request);
        assertThat(answer.status()).as("%s", answer).isEqualTo(status);
        assertThat(answer.header("content-type")).as("%s", answer).startsWith("application/problem+json");
        assertThat(answer.json().path("code").asText()).as("%s", answer).isEqualTo(code);
        return answer;
    }
}
