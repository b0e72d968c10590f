package cn.zhigong.platform.testing.access;

import static org.assertj.core.api.Assertions.assertThat;

import cn.zhigong.platform.api.ApiOperation;
import cn.zhigong.platform.api.access.AccessRule;
import cn.zhigong.platform.testing.Tokens;
import cn.zhigong.platform.testing.access.Attempts.Attempt;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/** Callers with the right role and nothing to do with home: what home has does not exist for them. */
final class Strangers {

    /** A refusal for the form of a request: the question who may do this was never reached. */
    private static final Set<Integer> UNDECIDED = Set.of(400, 406, 412, 413, 415, 422, 428, 429);

    private static final Set<String> PAGING = Set.of("after", "limit", "count", "sort");

    private static final Pattern UUID_IN_JSON = Pattern.compile("\"" + Attempts.UUID_FORM + "\"");

    private static final List<String> ORGANISATION_PARAMETERS = List.of("under", "organisationId", "unionId");

    private final Samples samples;
    private final Attempts attempts;
    private final Wire wire;

    Strangers(Samples samples, Attempts attempts, Wire wire) {
        this.samples = samples;
        this.attempts = attempts;
        this.wire = wire;
    }

    /** What is somebody else's is answered as what does not exist. */
    void findNothing(ApiOperation operation) {
        for (var role : new AccessRule(operation).limitedRoles()) {
            var stranger = attempts.token(operation, role, World.FOREIGN);
            if (!operation.pathVariables().isEmpty()) {
                var others = wire.send(
                        attempts.at(operation, World.HOME, role).by(stranger).request());
                assertThat(others.status())
                        .as("a stranger as %s, where only 404 tells nothing: %s", role, others)
                        .isEqualTo(404);
                var nothing = wire.send(attempts.at(operation, attempts.pathOfNothing(operation, World.HOME), role)
                        .by(stranger)
                        .request());
                assertThat(others.essence())
                        .as("a stranger as %s can tell what is somebody's from what is not there", role)
                        .isEqualTo(nothing.essence());
            } else if (!operation.method().equals("get") && !new AccessRule(operation).actsAsOwner(role)) {
                refuseToActElsewhere(operation, role, stranger);
            }
        }
    }

    /** Who may be asked by the organisation of a body only would let a stranger with one of their own pass. */
    void openNothingByOrganisations(ApiOperation operation) {
        for (var role : new AccessRule(operation).limitedRoles()) {
            var attempt = attempts.at(operation, World.HOME, role).by(attempts.token(operation, role, World.FOREIGN));
            var answer = wire.sendUncounted(attempt.saying(
                            UUID_IN_JSON.matcher(attempt.body()).replaceAll("\"" + organisation(World.FOREIGN) + "\""))
                    .request());
            assertThat(answer.isSuccess())
                    .as("a stranger as %s at home's thing, with an organisation of their own: %s", role, answer)
                    .isFalse();
        }
    }

    /** Whether a body of home's names anything by its id. */
    boolean namesOrganisations(ApiOperation operation) {
        return samples.organisation(World.FOREIGN).isPresent()
                && UUID_IN_JSON
                        .matcher(attempts.at(operation, World.HOME, Rightful.role(operation))
                                .body())
                        .find();
    }

    /** A creation whose body names home's organisation. */
    private void refuseToActElsewhere(ApiOperation operation, String role, String stranger) {
        if (Batches.isBatch(operation)) {
            return;
        }
        var answer =
                wire.send(attempts.at(operation, World.HOME, role).by(stranger).request());
        if (answer.isSuccess()) {
            assertShowsNothing(answer, role);
            assertThat(operation.statuses())
                    .as("a stranger as %s: %s", role, answer)
                    .doesNotContain("201", "202");
        } else {
            assertThat(answer.status())
                    .as("a stranger as %s, undecided when for its form: %s", role, answer)
                    .isIn(403, 404);
        }
    }

    void areShownNothing(ApiOperation operation) {
        for (var role : new AccessRule(operation).limitedRoles()) {
            var stranger = attempts.token(operation, role, World.FOREIGN);
            var asked = limited(
                    operation, attempts.at(operation, World.FOREIGN, role).by(stranger));
            assertShowsNothing(wire.send(asked.request()), role);
            for (var parameter : ORGANISATION_PARAMETERS) {
                if (operation.parameters("query").contains(parameter)) {
                    var answer = wire.send(
                            asked.asking(parameter, organisation(World.HOME)).request());
                    assertThat(answer.status())
                            .as("a stranger as %s asks by %s: %s", role, parameter, answer)
                            .isIn(
                                    new AccessRule(operation).actsAsOwner(role)
                                            ? List.of(200, 403, 404)
                                            : List.of(403, 404));
                    assertShowsNothing(answer, role);
                }
            }
            showNothingByFilters(operation, role, asked);
            for (var header : List.of("X-Union-Id", "X-Organisation-Id", "X-Tenant-Id", "X-User-Id")) {
                asked = asked.with(header, organisation(World.HOME));
            }
            assertShowsNothing(wire.send(asked.request()), role);
            requireSomethingOfOnesOwn(operation, role);
        }
    }

    /** Each filter by each thing and account of home's: what it finds must be within what is the caller's. */
    private void showNothingByFilters(ApiOperation operation, String role, Attempt asked) {
        for (var parameter : operation.parameters()) {
            var name = parameter.path("name").asText();
            var schema = operation.document().resolved(parameter.path("schema"));
            if (!parameter.path("in").asText().equals("query")
                    || PAGING.contains(name)
                    || !schema.path("type").asText().equals("string")
                    || schema.has("enum")) {
                continue;
            }
            var format = schema.path("format").asText();
            var values = format.equals("uuid") ? samples.thingsOfHome() : samples.accountsOfHome();
            for (var value : format.isEmpty() || format.equals("uuid") ? values : List.<String>of()) {
                var answer = wire.sendUncounted(asked.asking(name, value).request());
                if (answer.isSuccess()) {
                    assertShowsNothing(answer, role);
                }
            }
        }
    }

    /** Otherwise an empty list for the stranger would prove nothing. */
    private void requireSomethingOfOnesOwn(ApiOperation operation, String role) {
        if (samples.mayListNothing(operation.name())) {
            return;
        }
        var own = wire.send(limited(operation, attempts.at(operation, World.HOME, role))
                .by(attempts.token(operation, role, World.HOME))
                .request());
        assertThat(samples.ofHome().stream().anyMatch(own.text()::contains))
                .as(
                        "nothing of home's is shown to home as %s, so that a stranger sees none proves nothing: %s",
                        role, own)
                .isTrue();
    }

    private static Attempt limited(ApiOperation operation, Attempt attempt) {
        return operation.parameters("query").contains("limit") ? attempt.asking("limit", "200") : attempt;
    }

    private String organisation(World world) {
        return samples.organisation(world).orElseThrow(() -> new AssertionError("The samples lack organisations"));
    }

    private void assertShowsNothing(Wire.Answer answer, String role) {
        assertThat(answer.status() >= 400 && UNDECIDED.contains(answer.status()))
                .as("undecided as %s: %s", role, answer)
                .isFalse();
        if (answer.isSuccess()) {
            assertThat(samples.ofHome())
                    .as("a stranger as %s is shown something of home's: %s", role, answer)
                    .noneMatch(answer.text()::contains);
        }
    }

    /** Tried with the widest right too: administrators pass every question but this one. */
    void refuseOtherParents(ApiOperation operation) {
        var rule = new AccessRule(operation);
        var last = rule.prefixes().getLast();
        for (var role : rule.allowedRoles()) {
            for (var parents : World.values()) {
                var children = parents == World.HOME ? World.FOREIGN : World.HOME;
                var values = new LinkedHashMap<String, String>();
                rule.prefixes().forEach(prefix -> values.put(prefix, attempts.id(parents, prefix, operation)));
                values.put(last, attempts.id(children, last, operation));
                var answer = wire.send(attempts.at(operation, attempts.path(operation, values), role)
                        .by(attempts.token(operation, role, parents))
                        .request());
                assertThat(answer.status())
                        .as("as %s, %s thing below %s parent: %s", role, children, parents, answer)
                        .isEqualTo(404);
            }
        }
    }

    void spareTheForeignOfABatch(ApiOperation operation) {
        for (var role : new AccessRule(operation).limitedRoles()) {
            var batch = samples.batch(operation.name())
                    .orElseThrow(() -> new AssertionError("The samples lack a batch for " + operation.name()));
            var before = readByAdmin(batch.foreignThing());
            var answer = wire.send(attempts.at(operation, World.HOME, role)
                    .saying(batch.mixed().get())
                    .by(attempts.token(operation, role, World.HOME))
                    .request());
            assertThat(UNDECIDED).as("undecided: %s", answer).doesNotContain(answer.status());
            assertThat(readByAdmin(batch.foreignThing()))
                    .as("the foreign thing after %s", answer)
                    .isEqualTo(before);
        }
    }

    private String readByAdmin(String path) {
        var token = Tokens.of("kit-admin", "admin");
        var answer = wire.send(new Wire.Request("GET", path, Map.of("Authorization", "Bearer " + token), ""));
        assertThat(answer.status()).as("%s", answer).isEqualTo(200);
        return answer.text();
    }
}
