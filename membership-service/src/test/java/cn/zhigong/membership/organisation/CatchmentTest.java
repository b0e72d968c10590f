package cn.zhigong.membership.organisation;

import static cn.zhigong.membership.organisation.OrganisationFixtures.asAdmin;
import static cn.zhigong.membership.organisation.OrganisationFixtures.district;
import static cn.zhigong.membership.organisation.OrganisationFixtures.officer;
import static cn.zhigong.membership.organisation.OrganisationFixtures.organisation;
import static cn.zhigong.membership.organisation.OrganisationFixtures.root;
import static cn.zhigong.platform.testing.Refusals.refused;
import static org.hamcrest.Matchers.contains;

import cn.zhigong.platform.testing.Infrastructure;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;
import org.junit.jupiter.api.Test;

/** Where organisations take in applicants by their place, and who gives it. */
@QuarkusTest
@QuarkusTestResource(Infrastructure.class)
class CatchmentTest extends WithAnOfficer {

    @Test
    void aStreetLiesInItsDistrictOrElseInItsParents() {
        enter(officer, Map.of("district", "310101", "street", "310115005"))
                .then()
                .statusCode(422)
                .body("violations.field", contains("street"))
                .body("violations.code", contains("OUTSIDE_THE_DISTRICT"));
        enter(officer, Map.of("street", "310101002"))
                .then()
                .statusCode(422)
                .body("violations.code", contains("OUTSIDE_THE_DISTRICT"));
        enter(officer, Map.of("street", "310115005")).then().statusCode(201);
    }

    @Test
    void whatTakesInByPlaceLiesInTheDistrictAboveIt() {
        for (var kind : List.of("SUBDISTRICT", "REGIONAL_FEDERATION", "INDUSTRY_FEDERATION")) {
            enter(officer, Map.of("kind", kind, "district", "310101"))
                    .then()
                    .statusCode(422)
                    .body("violations.field", contains("district"))
                    .body("violations.code", contains("OUTSIDE_THE_DISTRICT"));
        }
        enter(officer, Map.of("kind", "BASIC", "district", "310101")).then().statusCode(201);
    }

    @Test
    void whereNoDistrictIsKnownAboveTheCityGivesThePlace() {
        var bureau = organisation(root(), "INDUSTRY_BUREAU");
        var bureauOfficer = officer(bureau, "OFFICER");
        Map<String, ?> federation =
                Map.of("kind", "INDUSTRY_FEDERATION", "parentId", bureau, "workerGroups", List.of("COURIER"));
        var claiming = new HashMap<String, Object>(federation);
        claiming.put("district", "310115");
        enter(bureauOfficer, federation).then().statusCode(201);
        refused(enter(bureauOfficer, claiming), 403, "FORBIDDEN");
        enter(officer(root(), "OFFICER"), claiming).then().statusCode(201);
    }

    @Test
    void aStreetBelowAStreetUnionLiesInTheDistrictAboveBoth() {
        var street = organisation(district, "SUBDISTRICT");
        Map<String, ?> basic = Map.of("kind", "BASIC", "parentId", street);
        var there = new HashMap<String, Object>(basic);
        there.put("street", "310115005");
        enter(officer, there).then().statusCode(201);
        there.put("street", "310101002");
        enter(officer, there).then().statusCode(422).body("violations.code", contains("OUTSIDE_THE_DISTRICT"));
    }

    @Test
    void aZoneHasOneRegionalFederation() {
        var zone = "Z" + ThreadLocalRandom.current().nextInt(1_000_000, 10_000_000);
        var fields = Map.of("kind", "REGIONAL_FEDERATION", "zone", zone);
        enter(officer, fields).then().statusCode(201);
        refused(enter(officer, fields), 409, "ZONE_TAKEN");
    }

    @Test
    void aStreetWithoutADistrictOfItsOwnDoesNotMoveToAnotherEither() {
        var street = organisation(district, "SUBDISTRICT", Map.of("street", "310115005"));
        var next = organisation(root(), "DISTRICT_FEDERATION", Map.of("district", "310101"));
        refused(moveByAdmin(street, next), 409, "TAKES_IN_ELSEWHERE");
        moveByAdmin(street, organisation(root(), "DISTRICT_FEDERATION", Map.of("district", "310115")))
                .then()
                .statusCode(200);
    }

    @Test
    void whatTakesInByPlaceDoesNotMoveToAnotherDistrict() {
        var street = organisation(district, "SUBDISTRICT");
        var federation = organisation(street, "INDUSTRY_FEDERATION", Map.of("district", "310115"));
        var next = organisation(root(), "DISTRICT_FEDERATION", Map.of("district", "310101"));
        refused(moveByAdmin(street, next), 409, "TAKES_IN_ELSEWHERE");
        asAdmin()
                .contentType("application/merge-patch+json")
                .header(
                        "If-Match",
                        asAdmin().get("/v1/organisations/" + federation).header("ETag"))
                .body("{\"district\": null}")
                .patch("/v1/organisations/" + federation)
                .then()
                .statusCode(200);
        moveByAdmin(street, next).then().statusCode(200);
    }

    private static Response moveByAdmin(UUID id, UUID newParent) {
        return asAdmin()
                .body(Map.of("newParentId", newParent, "reason", "区划调整"))
                .post("/v1/organisations/" + id + "/move");
    }
}
