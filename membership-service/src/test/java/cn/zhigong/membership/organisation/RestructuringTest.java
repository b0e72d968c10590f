package cn.zhigong.membership.organisation;

import static cn.zhigong.membership.organisation.OrganisationFixtures.as;
import static cn.zhigong.membership.organisation.OrganisationFixtures.asAdmin;
import static cn.zhigong.membership.organisation.OrganisationFixtures.creditCode;
import static cn.zhigong.membership.organisation.OrganisationFixtures.district;
import static cn.zhigong.membership.organisation.OrganisationFixtures.officer;
import static cn.zhigong.membership.organisation.OrganisationFixtures.organisation;
import static cn.zhigong.membership.organisation.OrganisationFixtures.refused;
import static cn.zhigong.membership.organisation.OrganisationFixtures.root;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import cn.zhigong.platform.sql.Sql;
import cn.zhigong.platform.testing.Infrastructure;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(Infrastructure.class)
class RestructuringTest {

    @Inject
    Sql sql;

    @Inject
    InstantSource clock;

    private UUID district = new UUID(0, 0);
    private String officer = "";

    @BeforeEach
    void aDistrictWithAnOfficer() {
        district = district();
        officer = officer(district, "OFFICER");
    }

    static Response move(String account, UUID id, UUID newParent) {
        return as(account)
                .body(Map.of("newParentId", newParent, "reason", "区划调整"))
                .post("/v1/organisations/" + id + "/move");
    }

    private static Response dissolve(String account, UUID id, Map<String, ?> more) {
        Map<String, Object> body = new HashMap<>(Map.of("reason", "单位终止"));
        body.putAll(more);
        return as(account).body(body).post("/v1/organisations/" + id + "/dissolve");
    }

    private static Response merge(String account, UUID id, UUID into) {
        return as(account).body(Map.of("intoId", into, "reason", "撤二建一")).post("/v1/organisations/" + id + "/merge");
    }

    private String path(UUID id) {
        return sql.first("select path from organisation where id = ?", row -> row.getString(1), id)
                .orElseThrow();
    }

    @Nested
    class Moving {

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
                List<Callable<Response>> both =
                        List.of(() -> move(officer, one, other), () -> move(officer, other, one));
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

    @Nested
    class Dissolving {

        @Test
        void anEmptyOrganisationIsDissolvedOnce() {
            var street = organisation(district, "SUBDISTRICT");
            dissolve(officer, street, Map.of())
                    .then()
                    .statusCode(200)
                    .body("state", equalTo("DISSOLVED"))
                    .body("endReason", equalTo("单位终止"))
                    .body("endedBy", equalTo(officer));
            refused(dissolve(officer, street, Map.of()), 409, "ILLEGAL_TRANSITION");
            refused(move(officer, street, district), 409, "ILLEGAL_TRANSITION");
        }

        @Test
        void itIsDecidedOneAbove() {
            var street = organisation(district, "SUBDISTRICT");
            refused(dissolve(officer(street, "CHAIR"), street, Map.of()), 403, "FORBIDDEN");
            refused(dissolve(officer(district(), "CHAIR"), street, Map.of()), 404, "NOT_FOUND");
            refused(dissolve(officer(district, "REVIEWER"), street, Map.of()), 403, "FORBIDDEN");
        }

        @Test
        void activeChildrenHoldItUp() {
            var street = organisation(district, "SUBDISTRICT");
            var basic = organisation(street, "BASIC");
            dissolve(officer, street, Map.of())
                    .then()
                    .statusCode(409)
                    .body("code", equalTo("HAS_ACTIVE_CHILDREN"))
                    .body("children", equalTo(1));
            dissolve(officer, basic, Map.of()).then().statusCode(200);
            dissolve(officer, street, Map.of()).then().statusCode(200);
        }

        @Test
        void whatItHoldsNeedsASuccessor() {
            var street = organisation(district, "SUBDISTRICT");
            var ended = organisation(street, "REGIONAL_FEDERATION");
            var successor = organisation(street, "REGIONAL_FEDERATION");
            CoveringTest.group(officer, ended, "快递一站").then().statusCode(201);
            CoveringTest.group(officer, successor, "快递一站").then().statusCode(201);
            CoveringTest.employer(officer, ended, creditCode("91")).then().statusCode(201);
            dissolve(officer, ended, Map.of())
                    .then()
                    .statusCode(409)
                    .body("code", equalTo("ORGANISATION_IN_USE"))
                    .body("holds", contains("EMPLOYERS", "GROUPS"));
            refused(dissolve(officer, ended, Map.of("successorId", street)), 422, "NOT_KEPT_AT_THIS_LEVEL");
            refused(dissolve(officer, ended, Map.of("successorId", ended)), 409, "ORGANISATION_CYCLE");
            dissolve(officer, ended, Map.of("successorId", successor))
                    .then()
                    .statusCode(200)
                    .body("successorId", equalTo(successor.toString()));
            as(officer).get("/v1/organisations/" + successor + "/groups").then().body("items", hasSize(2));
            as(officer)
                    .get("/v1/organisations/" + successor + "/employers")
                    .then()
                    .body("items", hasSize(1));
        }

        @Test
        void whatHasEndedTakesNothingMore() {
            var ended = organisation(district, "REGIONAL_FEDERATION");
            var basic = organisation(district, "BASIC");
            dissolve(officer, ended, Map.of()).then().statusCode(200);
            refused(
                    as(officer)
                            .body(Map.of("name", "x", "kind", "BASIC", "parentId", ended))
                            .post("/v1/organisations"),
                    409,
                    "ORGANISATION_ENDED");
            refused(move(officer, basic, ended), 409, "ORGANISATION_ENDED");
            refused(merge(officer, organisation(district, "REGIONAL_FEDERATION"), ended), 409, "ORGANISATION_ENDED");
            refused(CoveringTest.group(officer, ended, "x"), 409, "ORGANISATION_ENDED");
        }
    }

    @Nested
    class Merging {

        @Test
        void theOtherTakesOverChildrenAndWhatIsHeld() {
            var merged = organisation(district, "REGIONAL_FEDERATION");
            var into = organisation(district, "INDUSTRY_FEDERATION");
            var basic = organisation(merged, "BASIC");
            var branch = organisation(basic, "BASIC");
            CoveringTest.group(officer, merged, "一站").then().statusCode(201);
            merge(officer, merged, into)
                    .then()
                    .statusCode(200)
                    .body("state", equalTo("MERGED"))
                    .body("successorId", equalTo(into.toString()));
            assertThat(path(basic)).startsWith(path(into));
            assertThat(path(branch)).startsWith(path(basic));
            as(officer).get("/v1/organisations/" + basic).then().body("parentId", equalTo(into.toString()));
            as(officer).get("/v1/organisations/" + into + "/groups").then().body("items", hasSize(1));
        }

        @Test
        void itStaysWithinALevelAndOutOfItself() {
            var street = organisation(district, "SUBDISTRICT");
            var basic = organisation(district, "BASIC");
            var branch = organisation(basic, "BASIC");
            refused(merge(officer, basic, street), 422, "MERGER_ACROSS_LEVELS");
            refused(merge(officer, basic, branch), 409, "ORGANISATION_CYCLE");
            refused(merge(officer, basic, basic), 409, "ORGANISATION_CYCLE");
            as(officer).get("/v1/organisations/" + basic).then().body("state", equalTo("ACTIVE"));
        }
    }
}
