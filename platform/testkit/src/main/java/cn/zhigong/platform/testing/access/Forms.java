package cn.zhigong.platform.testing.access;

import static org.assertj.core.api.Assertions.assertThat;

import cn.zhigong.platform.api.ApiOperation;
import cn.zhigong.platform.api.access.Tampering;
import com.google.errorprone.annotations.CanIgnoreReturnValue;
import java.util.Locale;
import java.util.Set;

/** Requests whose form alone is wrong, made by the rightful caller: each operation refuses them by the same code. */
final class Forms {

    private static final Set<String> WELL_KNOWN = Set.of("GET", "PUT", "POST", "PATCH", "DELETE");

    private final Wire wire;
    private final Rightful rightful;

    Forms(Wire wire, Rightful rightful) {
        this.wire = wire;
        this.rightful = rightful;
    }

    static boolean takesABody(ApiOperation operation) {
        return operation.definition().has("requestBody");
    }

    void refuseUnknownParameters(ApiOperation operation) {
        refused(rightful.request(operation).asking("nobodyKnowsThis", "1").request(), 400, "UNKNOWN_PARAMETER");
    }

    void refuseOtherMediaTypes(ApiOperation operation) {
        var other = rightful.request(operation).with("Content-Type", "application/x-of-nobody");
        refused(other.saying("a;b").request(), 415, "UNSUPPORTED_MEDIA_TYPE");
    }

    void refuseUnreadableBodies(ApiOperation operation) {
        refused(rightful.request(operation).saying("{\"a\": \n nonsense").request(), 400, "MALFORMED_BODY");
    }

    /** The whole body is a value that says nothing. */
    void refuseNothingForABody(ApiOperation operation) {
        var answer = refused(rightful.request(operation).saying("null").request(), 422, "INVALID_CONTENT");
        assertThat(answer.json().path("violations").path(0).path("field").asText())
                .as("%s", answer)
                .isEqualTo("body");
    }

    /** Whose absence is told in words of its own, that is for the feature to say. */
    void findNothing(ApiOperation operation) {
        var answer = wire.send(rightful.ofNothing(operation).request());
        assertThat(answer.status()).as("%s", answer).isEqualTo(404);
    }

    static boolean requiresABody(ApiOperation operation) {
        return operation
                .document()
                .resolved(operation.definition().path("requestBody"))
                .path("required")
                .asBoolean();
    }

    /**
     * Of what is done to a thing this does not count: there, a conflict is one with the thing's state, and a test of
     * its own. What makes or searches things may know no other conflict.
     */
    void refuseWhileItRuns(ApiOperation operation) {
        var second = Claims.secondOf(rightful.request(operation)).request();
        var answer = operation.pathVariables().isEmpty() ? wire.send(second) : wire.sendUncounted(second);
        assertRefused(answer, 409, "REQUEST_IN_PROGRESS");
    }

    void refuseChangesOfAnotherVersion(ApiOperation operation) {
        var stale = rightful.request(operation).with("If-Match", "\"of-another\"");
        refused(stale.request(), 412, "STALE_VERSION");
    }

    void refuseChangesOfNoVersion(ApiOperation operation) {
        refused(rightful.request(operation).without("If-Match").request(), 428, "VERSION_REQUIRED");
    }

    void refuseUnmetWishes(ApiOperation operation) {
        refused(
                rightful.request(operation)
                        .with("Accept", "application/x-of-nobody")
                        .request(),
                406,
                "NOT_ACCEPTABLE");
    }

    void refuseOtherMethods(ApiOperation operation) {
        var undeclared = Tampering.undeclaredVerbs(operation.document(), operation.path());
        undeclared.retainAll(WELL_KNOWN);
        for (var method : undeclared) {
            var answer = refused(rightful.request(operation).saying("").request(method), 405, "METHOD_NOT_ALLOWED");
            assertThat(answer.header("allow").split(", *"))
                    .as("Allow of %s", answer)
                    .contains(operation.method().toUpperCase(Locale.ROOT))
                    .doesNotContain(method);
        }
    }

    @CanIgnoreReturnValue
    private Wire.Answer refused(Wire.Request request, int status, String code) {
        var answer = wire.send(request);
        assertRefused(answer, status, code);
        return answer;
    }

    private static void assertRefused(Wire.Answer answer, int status, String code) {
        assertThat(answer.status()).as("%s", answer).isEqualTo(status);
        assertThat(answer.header("content-type")).as("%s", answer).startsWith("application/problem+json");
        assertThat(answer.json().path("code").asText()).as("%s", answer).isEqualTo(code);
    }
}
