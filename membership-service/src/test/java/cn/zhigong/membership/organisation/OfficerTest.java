package cn.zhigong.membership.organisation;

import static cn.zhigong.membership.organisation.OrganisationFixtures.as;
import static cn.zhigong.membership.organisation.OrganisationFixtures.asAdmin;
import static cn.zhigong.membership.organisation.OrganisationFixtures.district;
import static cn.zhigong.membership.organisation.OrganisationFixtures.grant;
import static cn.zhigong.membership.organisation.OrganisationFixtures.officer;
import static cn.zhigong.membership.organisation.OrganisationFixtures.organisation;
import static cn.zhigong.platform.testing.Refusals.refused;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;

import cn.zhigong.platform.directory.GrantRole;
import cn.zhigong.platform.testing.Infrastructure;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
@QuarkusTestResource(Infrastructure.class)
class OfficerTest extends GivingGrants {

    static Stream<Arguments> everyPairOfRoles() {
        return Arrays.stream(GrantRole.values())
                .flatMap(held -> Arrays.stream(GrantRole.values()).map(given -> Arguments.of(held, given)));
    }

    @ParameterizedTest
    @MethodSource("everyPairOfRoles")
    void anOfficerOrChairGivesUpToTheirOwnRole(GrantRole held, GrantRole given) {
        var granter = officer(district, held.name());
        var allowed = held.includes(GrantRole.OFFICER) && held.includes(given);
        assertThat(appoint(granter, newcomer, given.name(), Map.of()).statusCode())
                .isEqualTo(allowed ? 201 : 403);
        assertThat(seen(newcomer)).isEqualTo(allowed ? 200 : 404);
    }

    @Test
    void aGrantSaysWhoGaveItAndWhereItIs() {
        var chair = officer(district, "CHAIR");
        var given = appoint(chair, newcomer, "OFFICER", Map.of("until", days(30)));
        given.then().statusCode(201).body("account", equalTo(newcomer)).body("grantedBy", equalTo(chair));
        as(chair).get(given.header("Location")).then().statusCode(200).body("id", equalTo(given.path("id")));
    }

    @Test
    void nobodyGivesThemselvesAnything() {
        var chair = officer(district, "CHAIR");
        refused(appoint(chair, chair, "VIEWER", Map.of()), 403, "SELF_GRANT");
        var below = organisation(district, "SUBDISTRICT");
        refused(
                as(chair).body(body(chair, "CHAIR", Map.of())).post("/v1/organisations/" + below + "/officers"),
                403,
                "SELF_GRANT");
    }

    @Test
    void anOfficerOfAnotherDistrictIsToldNothing() {
        var stranger = officer(district(), "CHAIR");
        refused(appoint(stranger, newcomer, "VIEWER", Map.of()), 404, "NOT_FOUND");
        refused(as(stranger).get("/v1/organisations/" + district + "/officers"), 404, "NOT_FOUND");
        refused(revoke(stranger, grant(district, newcomer, "VIEWER")), 404, "NOT_FOUND");
    }

    @Test
    void theSameRoleIsNotHeldTwiceAtATime() {
        appointByAdmin(newcomer, "OFFICER", Map.of("from", days(-10), "until", days(10)))
                .then()
                .statusCode(201);
        refused(appointByAdmin(newcomer, "OFFICER", Map.of()), 409, "GRANT_OVERLAPS");
        refused(appointByAdmin(newcomer, "OFFICER", Map.of("from", days(-20))), 409, "GRANT_OVERLAPS");
        refused(
                appointByAdmin(newcomer, "OFFICER", Map.of("from", days(-2), "until", days(-1))),
                409,
                "GRANT_OVERLAPS");
        appointByAdmin(newcomer, "OFFICER", Map.of("from", days(10))).then().statusCode(201);
        appointByAdmin(newcomer, "OFFICER", Map.of("from", days(-20), "until", days(-10)))
                .then()
                .statusCode(201);
        appointByAdmin(newcomer, "VIEWER", Map.of()).then().statusCode(201);
    }

    @Test
    void aRevokedFutureGrantLeavesItsTimeFree() {
        var future = UUID.fromString(
                appointByAdmin(newcomer, "OFFICER", Map.of("from", days(10))).path("id"));
        var chair = officer(district, "CHAIR");
        revoke(chair, future).then().statusCode(200);
        appointByAdmin(newcomer, "OFFICER", Map.of()).then().statusCode(201);
    }

    @Test
    void ofTenEqualGrantsAtOnceOneIsGiven() throws Exception {
        List<Callable<Response>> crowd = Stream.generate(
                        () -> (Callable<Response>) () -> appointByAdmin(newcomer, "OFFICER", Map.of()))
                .limit(10)
                .toList();
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            assertThat(threads.invokeAll(crowd))
                    .extracting(done -> done.resultNow().statusCode())
                    .containsOnlyOnce(201)
                    .containsOnly(201, 409);
        }
    }

    @Test
    void aRevocationHoldsAtOnce() {
        var chair = officer(district, "CHAIR");
        var grant = grant(district, newcomer, "OFFICER");
        assertThat(seen(newcomer)).isEqualTo(200);
        revoke(chair, grant)
                .then()
                .statusCode(200)
                .body("revokedBy", equalTo(chair))
                .body("revokeReason", equalTo("调离"));
        assertThat(seen(newcomer)).isEqualTo(404);
        refused(revoke(chair, grant), 409, "ILLEGAL_TRANSITION");
    }

    @Test
    void nobodyRevokesMoreThanTheyCouldGive() {
        var chairs = grant(district, newcomer, "CHAIR");
        refused(revoke(officer(district, "OFFICER"), chairs), 403, "FORBIDDEN");
        refused(revoke(officer(district, "VIEWER"), chairs), 403, "FORBIDDEN");
        refused(revoke(officer(district, "CHAIR"), UUID.randomUUID()), 404, "NOT_FOUND");
    }

    @Test
    void everybodyMayGiveUpTheirOwn() {
        var own = grant(district, newcomer, "VIEWER");
        revoke(newcomer, own).then().statusCode(200);
        assertThat(seen(newcomer)).isEqualTo(404);
    }

    @Test
    void aGrantIsRevokedWhereItWasGiven() {
        var below = organisation(district, "SUBDISTRICT");
        refused(revoke(officer(district, "CHAIR"), grant(below, newcomer, "VIEWER")), 404, "NOT_FOUND");
    }

    @Test
    void theListCanBeNarrowedToAnInstantAndPaged() {
        appointByAdmin(newcomer, "OFFICER", Map.of("from", days(-20), "until", days(-10)))
                .then()
                .statusCode(201);
        appointByAdmin(newcomer, "VIEWER", Map.of("from", days(-1))).then().statusCode(201);
        var list = "/v1/organisations/" + district + "/officers";
        asAdmin().get(list).then().body("items.role", contains("OFFICER", "VIEWER"));
        asAdmin().get(list + "?at=" + clock.instant()).then().body("items.role", contains("VIEWER"));
        asAdmin().get(list + "?at=" + days(-15)).then().body("items.role", contains("OFFICER"));
        String next = asAdmin().get(list + "?limit=1").path("next");
        asAdmin()
                .get(list + "?limit=1&after=" + next)
                .then()
                .body("items", hasSize(1))
                .body("items.role", contains("VIEWER"));
        refused(asAdmin().get(list + "?active=true"), 400, "UNKNOWN_PARAMETER");
        refused(asAdmin().get(list + "?at=yesterday"), 400, "INVALID_PARAMETER");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"role\": \"VIEWER\"}",
                "{\"account\": \"a b\", \"role\": \"VIEWER\"}",
                "{\"account\": \"a\"}",
                "{\"account\": \"\", \"role\": \"VIEWER\"}"
            })
    void aGrantIsWhole(String body) {
        refused(asAdmin().body(body).post("/v1/organisations/" + district + "/officers"), 422, "INVALID_CONTENT");
    }

    @Test
    void whoGaveItAndItsRevocationCannotBeAssigned() {
        appointByAdmin(newcomer, "VIEWER", Map.of("grantedBy", "mallory", "revokedBy", "mallory", "version", 9))
                .then()
                .statusCode(201)
                .body("grantedBy", equalTo("admin"))
                .body("revokedBy", equalTo(null));
    }
}
