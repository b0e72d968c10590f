package cn.zhigong.platform.testing.access;

import static org.assertj.core.api.Assertions.assertThat;

import cn.zhigong.platform.api.ApiOperation;
import cn.zhigong.platform.api.access.AccessRule;
import cn.zhigong.platform.api.access.Tampering;
import cn.zhigong.platform.testing.Tokens;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Predicate;

/** One kind of attack each, on one operation; fails where it succeeds, and where it could not have. */
final class Probes implements AutoCloseable {

    private static final Set<Integer> REFUSED = Set.of(403, 404);

    private final Samples samples;
    private final Attempts attempts;
    private final Rightful rightful;
    private final Wire wire = new Wire();

    Probes(Samples samples, Predicate<ApiOperation> hasSamples) {
        this.samples = samples;
        this.attempts = new Attempts(samples);
        this.rightful = new Rightful(attempts, hasSamples);
    }

    /** Requests of which only the form is to be wrong: with real things, by who may do it. */
    Forms forms() {
        return new Forms(wire, rightful);
    }

    Strangers strangers() {
        return new Strangers(samples, attempts, wire);
    }

    OddWords oddWords() {
        return new OddWords(wire, rightful);
    }

    void requireToken(ApiOperation operation) {
        var answer = wire.send(rightful.withoutToken(operation).request());
        assertThat(answer.status()).as("without a token %s", answer).isEqualTo(401);
        assertThat(answer.header("content-type")).as("%s", answer).startsWith("application/problem+json");
        assertThat(answer.header("www-authenticate")).as("%s", answer).startsWith("Bearer");
    }

    /**
     * In the name of the very accounts that are served with the right role: the role alone must make the difference.
     */
    void refuseRoles(ApiOperation operation, Set<String> scopes) {
        for (var role : new AccessRule(operation).refusedRoles(scopes)) {
            var token = AccessRule.isScope(role)
                    ? attempts.token(operation, role, World.HOME)
                    : attempts.tokenWith(operation, role);
            var answer = wire.send(rightful.withoutToken(operation).by(token).request());
            assertThat(answer.status()).as("as %s %s", role, answer).isEqualTo(403);
        }
    }

    /**
     * The control without which a refusal of others proves nothing. A conflict with the state comes after the question.
     */
    void serveRightful(ApiOperation operation) {
        for (var role : new AccessRule(operation).allowedRoles()) {
            var answer = rightful(operation, role);
            assertThat(answer.isSuccess()
                            || answer.status() == 409
                            || samples.refuses(operation.name(), answer.status()))
                    .as("rightful as '%s', but %s", role, answer)
                    .isTrue();
        }
    }

    private Wire.Answer rightful(ApiOperation operation, String role) {
        return wire.send(attempts.at(operation, World.HOME, role)
                .by(attempts.token(operation, role, World.HOME))
                .request());
    }

    static boolean isChangeByOfficers(ApiOperation operation) {
        var rule = new AccessRule(operation);
        return !operation.method().equals("get")
                && rule.limitedRoles().contains("officer")
                && !rule.actsAsOwner("officer");
    }

    void refuseWhoMayOnlyLook(ApiOperation operation) {
        if (samples.onlyLooks(operation.name())) {
            return;
        }
        var viewer = samples.account(World.HOME, Samples.VIEWER, operation.name())
                .orElseThrow(() -> new AssertionError("The samples lack a viewer"));
        var answer = wire.send(attempts.at(operation, World.HOME, "officer")
                .by(Tokens.of(viewer, "officer"))
                .request());
        if (Batches.isBatch(operation) && answer.isSuccess()) {
            assertThat(answer.json().path("items"))
                    .as("who may only look %s", answer)
                    .isNotEmpty()
                    .allMatch(item -> REFUSED.contains(item.path("status").asInt()));
        } else {
            assertThat(REFUSED).as("who may only look %s", answer).contains(answer.status());
        }
    }

    void refuseOtherVerbs(ApiOperation operation) {
        var role = Rightful.role(operation);
        var attempt = rightful.withoutToken(operation)
                .by(attempts.tokenWith(operation, role))
                .saying("");
        for (var verb : Tampering.undeclaredVerbs(operation.document(), operation.path())) {
            var answer = wire.send(attempt.request(verb));
            assertThat(answer.status()).as("undeclared verb %s", answer).isIn(404, 405, 501);
            if (answer.status() == 405) {
                assertThat(answer.header("allow")).as("Allow of %s", answer).doesNotContain(verb);
            }
        }
    }

    void refuseOtherWritings(ApiOperation operation) {
        var role = Rightful.role(operation);
        var attempt = rightful.withoutToken(operation);
        var token = attempts.tokenWith(operation, role);
        Tampering.paths(attempt.path()).forEach((how, path) -> {
            var answer = wire.send(attempt.in(path).by(token).request());
            assertThat(answer.status()).as("%s: %s", how, answer).isIn(400, 404, 405);
            if (!operation.isPublic()) {
                var nobody = wire.send(attempt.in(path).request());
                assertThat(nobody.status())
                        .as("%s, without a token: %s", how, nobody)
                        .isIn(400, 401, 404, 405);
            }
        });
        if (Tampering.canBeDisguised(operation)) {
            var verb = operation.method().toUpperCase(Locale.ROOT);
            for (var disguised : List.of(
                    attempt.with("X-HTTP-Method-Override", verb),
                    attempt.with("X-HTTP-Method", verb),
                    attempt.with("X-Method-Override", verb),
                    attempt.asking("_method", verb))) {
                var answer = wire.send(disguised.by(token).request("GET"));
                assertThat(answer.status())
                        .as("%s in disguise: %s", verb, answer)
                        .isIn(400, 404, 405);
            }
        }
    }

    void refuseUndeclaredQueries(ApiOperation operation) {
        var role = Rightful.role(operation);
        var attempt = attempts.at(operation, World.HOME, role).by(attempts.token(operation, role, World.HOME));
        for (var parameter : List.of("fields", "include", "sort", "expand", "_method")) {
            if (!operation.parameters("query").contains(parameter)) {
                var answer =
                        wire.send(attempt.asking(parameter, "identityNumber").request());
                assertThat(answer.status())
                        .as("undeclared %s: %s", parameter, answer)
                        .isEqualTo(400);
            }
        }
    }

    boolean mayNameNothing(ApiOperation operation) {
        return !samples.isThereWhateverItsId(operation.name());
    }

    void refuseAssignments(ApiOperation operation) {
        new Assigning(attempts, wire, samples).refuse(operation);
    }

    @Override
    public void close() {
        wire.close();
    }
}
