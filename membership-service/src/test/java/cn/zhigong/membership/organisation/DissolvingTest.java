package cn.zhigong.membership.organisation;

import static cn.zhigong.membership.organisation.OrganisationFixtures.as;
import static cn.zhigong.membership.organisation.OrganisationFixtures.creditCode;
import static cn.zhigong.membership.organisation.OrganisationFixtures.dissolve;
import static cn.zhigong.membership.organisation.OrganisationFixtures.district;
import static cn.zhigong.membership.organisation.OrganisationFixtures.merge;
import static cn.zhigong.membership.organisation.OrganisationFixtures.move;
import static cn.zhigong.membership.organisation.OrganisationFixtures.officer;
import static cn.zhigong.membership.organisation.OrganisationFixtures.organisation;
import static cn.zhigong.platform.testing.Refusals.refused;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;

import cn.zhigong.platform.testing.Infrastructure;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** How an organisation ends, and what holds its end up. */
@QuarkusTest
@QuarkusTestResource(Infrastructure.class)
class DissolvingTest extends WithAnOfficer {

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
        as(officer).get("/v1/organisations/" + successor + "/employers").then().body("items", hasSize(1));
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
