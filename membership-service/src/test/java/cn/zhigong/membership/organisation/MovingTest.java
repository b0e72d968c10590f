package cn.zhigong.membership.organisation;

import static cn.zhigong.membership.organisation.OrganisationFixtures.as;
import static cn.zhigong.membership.organisation.OrganisationFixtures.asAdmin;
import static cn.zhigong.membership.organisation.OrganisationFixtures.district;
import static cn.zhigong.membership.organisation.OrganisationFixtures.move;
import static cn.zhigong.membership.organisation.OrganisationFixtures.officer;
import static cn.zhigong.membership.organisation.OrganisationFixtures.organisation;
import static cn.zhigong.membership.organisation.OrganisationFixtures.root;
import static cn.zhigong.platform.testing.Refusals.refused;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import cn.zhigong.platform.testing.Infrastructure;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.Test;

/** How a subtree comes to another parent. */
@QuarkusTest
@QuarkusTestResource(Infrastructure.class)
class MovingTest extends WithAnOfficer {

    @Test
    void aSubtreeMovesWithItsTopAndTheOldPlaceIsRemembered() {
        var from = organisation(district, "SUBDISTRICT");
        var to = organisation(district, "SUBDISTRICT");
        var federation = organisation(from, "REGIONAL_FEDERATION");
        var basic = organisation(federation, "BASIC");
        move(officer, federation, to).then().statusCode(200).body("parentId", equalTo(to.toString()));
        assertThat(path(federation)).startsWith(path(to));
        assertThat(path(basic)).startsWith(path(federation));
        as(officer)
                .get("/v1/organisations/" + federation + "/parents")
                .then()
                .statusCode(200)
                .body("items.parentId", contains(to.toString(), from.toString()))
                .body("items[0].reason", equalTo("区划调整"))
                .body("items[0].changedBy", equalTo(officer))
                .body("items[0].until", nullValue())
                .body("items[1].until", notNullValue());
    }

    @Test
    void theParentOfAnyInstantCanBeAsked() {
        var from = organisation(district, "SUBDISTRICT");
        var to = organisation(district, "SUBDISTRICT");
        var basic = organisation(from, "BASIC");
        var before = clock.instant();
        move(officer, basic, to).then().statusCode(200);
        parentAt(basic, before, from);
        parentAt(basic, clock.instant(), to);
        as(officer)
                .get("/v1/organisations/" + basic + "/parents?asOf=2001-01-01T00:00:00Z")
                .then()
                .body("items", hasSize(0));
    }

    private void parentAt(UUID id, Instant at, UUID expected) {
        as(officer)
                .get("/v1/organisations/" + id + "/parents?asOf=" + at)
                .then()
                .statusCode(200)
                .body("items.parentId", contains(expected.toString()));
    }

    @Test
    void grantsFollowTheTree() {
        var elsewhere = district();
        var other = officer(elsewhere, "VIEWER");
        var street = organisation(district, "SUBDISTRICT");
        var basic = organisation(street, "BASIC");
        refused(as(other).get("/v1/organisations/" + basic), 404, "NOT_FOUND");
        move("officer-" + both(elsewhere), street, elsewhere).then().statusCode(200);
        as(other).get("/v1/organisations/" + basic).then().statusCode(200);
        refused(as(officer).get("/v1/organisations/" + basic), 404, "NOT_FOUND");
    }

    /** The rest of the name of an officer of both districts. */
    private String both(UUID other) {
        var account = officer(district, "OFFICER");
        OrganisationFixtures.grant(other, account, "OFFICER");
        return account.substring("officer-".length());
    }

    @Test
    void bothTheOldAndTheNewParentMustBeTheOfficers() {
        var elsewhere = district();
        var street = organisation(district, "SUBDISTRICT");
        refused(move(officer, street, elsewhere), 404, "NOT_FOUND");
        OrganisationFixtures.grant(elsewhere, officer, "VIEWER");
        refused(move(officer, street, elsewhere), 403, "FORBIDDEN");
        refused(move(officer(elsewhere, "CHAIR"), street, elsewhere), 404, "NOT_FOUND");
        var ofTheStreetOnly = officer(street, "CHAIR");
        OrganisationFixtures.grant(elsewhere, ofTheStreetOnly, "CHAIR");
        refused(move(ofTheStreetOnly, street, elsewhere), 403, "FORBIDDEN");
    }

    @Test
    void nothingMovesBelowItself() {
        var basic = organisation(district, "BASIC");
        var branch = organisation(basic, "BASIC");
        refused(move(officer, basic, basic), 409, "ORGANISATION_CYCLE");
        refused(move(officer, basic, branch), 409, "ORGANISATION_CYCLE");
    }

    @Test
    void theLevelsHoldInMovesToo() {
        var street = organisation(district, "SUBDISTRICT");
        var federation = organisation(district, "REGIONAL_FEDERATION");
        refused(move(officer, street, federation), 422, "PARENT_NOT_ABOVE");
    }

    @Test
    void branchesDoNotNestWithoutEnd() {
        var deepest = organisation(district, "BASIC");
        for (var depth = 3; depth < OrganisationRules.MAX_DEPTH; depth++) {
            deepest = organisation(deepest, "BASIC");
        }
        refused(
                as(officer)
                        .body(Map.of("name", "x", "kind", "BASIC", "parentId", deepest))
                        .post("/v1/organisations"),
                422,
                "TREE_TOO_DEEP");
        refused(move(officer, organisation(district, "BASIC"), deepest), 422, "TREE_TOO_DEEP");
    }

    @Test
    void theRootStays() {
        refused(
                asAdmin()
                        .body(Map.of("newParentId", district, "reason", "x"))
                        .post("/v1/organisations/" + root() + "/move"),
                409,
                "ROOT_IS_FIXED");
    }

    @Test
    void aMoveToWhereItIsChangesNothing() {
        var basic = organisation(district, "BASIC");
        var tag = as(officer).get("/v1/organisations/" + basic).header("ETag");
        move(officer, basic, district).then().statusCode(200).header("ETag", equalTo(tag));
    }

    /** Each of the two moves alone is fine; together they would make a ring cut off from the tree. */
    @Test
    void ofTwoMovesThatTogetherMakeACycleOneWins() throws Exception {
        for (var round = 0; round < 5; round++) {
            var one = organisation(district, "BASIC");
            var other = organisation(district, "BASIC");
            List<Callable<Response>> both = List.of(() -> move(officer, one, other), () -> move(officer, other, one));
            try (var pair = Executors.newVirtualThreadPerTaskExecutor()) {
                assertThat(pair.invokeAll(both))
                        .extracting(done -> done.resultNow().statusCode())
                        .containsExactlyInAnyOrder(200, 409);
            }
            assertThat(List.of(path(one), path(other))).allMatch(path -> path.startsWith(path(district)));
        }
    }

    /** A child entered while its parent moves must end up below the parent's new place. */
    @Test
    void aChildEnteredDuringAMoveIsUnderTheNewPath() throws Exception {
        var to = organisation(district, "SUBDISTRICT");
        for (var round = 0; round < 5; round++) {
            var federation = organisation(district, "REGIONAL_FEDERATION");
            List<Callable<UUID>> both = List.of(
                    () -> UUID.fromString(move(officer, federation, to).path("id")),
                    () -> organisation(federation, "BASIC"));
            try (var pair = Executors.newVirtualThreadPerTaskExecutor()) {
                var child = pair.invokeAll(both).getLast().resultNow();
                assertThat(path(child)).startsWith(path(federation)).startsWith(path(to));
            }
        }
    }
}
