package cn.zhigong.membership.organisation;

import static cn.zhigong.membership.organisation.OrganisationFixtures.as;
import static cn.zhigong.membership.organisation.OrganisationFixtures.dissolve;
import static cn.zhigong.membership.organisation.OrganisationFixtures.district;
import static cn.zhigong.membership.organisation.OrganisationFixtures.officer;
import static cn.zhigong.membership.organisation.OrganisationFixtures.organisation;
import static cn.zhigong.membership.organisation.OrganisationFixtures.pilotCode;
import static cn.zhigong.platform.testing.Refusals.refused;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;

import cn.zhigong.platform.testing.Infrastructure;
import cn.zhigong.platform.testing.Tokens;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What of an organisation can be corrected, and by whom. */
@QuarkusTest
@QuarkusTestResource(Infrastructure.class)
class CorrectingTest extends WithAnOfficer {

    private Response patch(String account, UUID id, String tag, String body) {
        var request = given().auth()
                .oauth2(Tokens.of(account, "officer"))
                .contentType("application/merge-patch+json; charset=UTF-8")
                .body(body);
        return (tag.isEmpty() ? request : request.header("If-Match", tag)).patch("/v1/organisations/" + id);
    }

    private String tag(UUID id) {
        return as(officer).get("/v1/organisations/" + id).header("ETag");
    }

    @Test
    void aPatchChangesWhatItNamesAndClearsWhatItNulls() {
        var street = organisation(district, "SUBDISTRICT", Map.of("industry", "金融", "zone", "LJZ"));
        patch(officer, street, tag(street), "{\"name\": \"新名称\", \"zone\": null}")
                .then()
                .statusCode(200)
                .body("name", equalTo("新名称"))
                .body("zone", nullValue())
                .body("industry", equalTo("金融"));
        assertThat(audited(street)).containsExactly("organisation.enter", "organisation.correct");
    }

    @Test
    void whatHasEndedIsNotCorrected() {
        var street = organisation(district, "SUBDISTRICT");
        dissolve(officer, street, Map.of()).then().statusCode(200);
        refused(patch(officer, street, "*", "{\"name\": \"a\"}"), 409, "ORGANISATION_ENDED");
    }

    @Test
    void aStaleOrMissingVersionIsRefused() {
        var street = organisation(district, "SUBDISTRICT");
        var tag = tag(street);
        refused(patch(officer, street, "", "{\"name\": \"a\"}"), 428, "VERSION_REQUIRED");
        patch(officer, street, tag, "{\"name\": \"a\"}").then().statusCode(200);
        refused(patch(officer, street, tag, "{\"name\": \"b\"}"), 412, "STALE_VERSION");
    }

    @Test
    void placeKindAndStateCannotBeReached() {
        var street = organisation(district, "SUBDISTRICT");
        var before = path(street);
        patch(officer, street, tag(street), """
                {"state": "DISSOLVED", "path": "/", "level": 1, "kind": "CITY_FEDERATION", "parentId": null,
                "label": "1", "code": "mine", "successorId": "%s"}""".formatted(district))
                .then()
                .statusCode(200)
                .body("state", equalTo("ACTIVE"))
                .body("level", equalTo(3))
                .body("kind", equalTo("SUBDISTRICT"))
                .body("parentId", equalTo(district.toString()))
                .body("successorId", nullValue());
        assertThat(path(street)).isEqualTo(before);
    }

    @Test
    void anAcceptedPilotCodeStaysAcceptedWhenSomethingElseChanges() {
        var street = organisation(
                district,
                "SUBDISTRICT",
                Map.of("creditCode", pilotCode("81"), "creditCodeOverride", Map.of("reason", "seen")));
        patch(officer, street, tag(street), "{\"name\": \"renamed\"}")
                .then()
                .statusCode(200)
                .body("creditCodeVerdict", equalTo("CHECK_FAILED_OVERRIDDEN"))
                .body("creditCodeOverride.reason", equalTo("seen"));
        patch(officer, street, tag(street), "{\"creditCode\": \"%s\"}".formatted(pilotCode("81")))
                .then()
                .statusCode(422);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"name\": null}",
                "{\"name\": \"a\u202Eb\"}",
                "{\"name\": \" \"}",
                "{\"foundingMode\": \"X\"}",
                "{\"district\": 1}"
            })
    void aBrokenRuleIsRefused(String body) {
        var street = organisation(district, "SUBDISTRICT");
        refused(patch(officer, street, tag(street), body), 422, "INVALID_CONTENT");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"district\": null}",
                "{\"street\": \"310115007\"}",
                "{\"zone\": \"LJZ-2\"}",
                "{\"zone\": null}",
                "{\"workerGroups\": [\"COURIER\", \"DRIVER\"]}",
                "{\"workerGroups\": null}",
                "{\"name\": \"新名称\", \"workerGroups\": []}"
            })
    void whomAUnionTakesInIsDecidedAbove(String body) {
        var fields = Map.of("district", "310115", "zone", "LJZ", "workerGroups", List.of("COURIER"));
        var federation = organisation(district, "INDUSTRY_FEDERATION", fields);
        refused(patch(officer(federation, "CHAIR"), federation, tag(federation), body), 403, "FORBIDDEN");
        patch(officer, federation, tag(federation), body).then().statusCode(200);
    }

    @Test
    void theAddressOfABasicUnionIsItsOwnOfficersToCorrect() {
        var basic = organisation(district, "BASIC", Map.of("district", "310115"));
        patch(officer(basic, "OFFICER"), basic, tag(basic), "{\"district\": \"310101\", \"street\": \"310101002\"}")
                .then()
                .statusCode(200);
    }

    @Test
    void nobodyInADistrictTakesInThoseOfAnother() {
        var federation = organisation(district, "INDUSTRY_FEDERATION", Map.of("workerGroups", List.of("COURIER")));
        patch(officer, federation, tag(federation), "{\"district\": \"310101\"}")
                .then()
                .statusCode(422)
                .body("violations[0].field", equalTo("district"))
                .body("violations[0].code", equalTo("OUTSIDE_THE_DISTRICT"));
        patch(officer, federation, tag(federation), "{\"district\": \"310115\"}")
                .then()
                .statusCode(200);
    }

    @Test
    void aUnionsOwnOfficerMayRepeatWhomItTakesIn() {
        var fields = Map.of("district", "310115", "zone", "LJZ", "workerGroups", List.of("COURIER", "DRIVER"));
        var federation = organisation(district, "INDUSTRY_FEDERATION", fields);
        patch(officer(federation, "OFFICER"), federation, tag(federation), """
                {"name": "新名称", "industry": "快递", "district": "310115", "zone": "LJZ",
                "workerGroups": ["DRIVER", "COURIER"]}""")
                .then()
                .statusCode(200)
                .body("name", equalTo("新名称"))
                .body("industry", equalTo("快递"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"street\": \"310101002\"}",
                "{\"district\": \"310101\"}",
            })
    void aStreetLiesInItsDistrict(String body) {
        var fields = Map.of("district", "310115", "street", "310115005");
        var street = organisation(district, "SUBDISTRICT", fields);
        patch(officer, street, tag(street), body)
                .then()
                .statusCode(422)
                .body("violations[0].field", equalTo("street"))
                .body("violations[0].code", equalTo("OUTSIDE_THE_DISTRICT"));
    }

    @Test
    void othersCannot() {
        var street = organisation(district, "SUBDISTRICT");
        var tag = tag(street);
        refused(patch(officer(district(), "CHAIR"), street, tag, "{\"name\": \"a\"}"), 404, "NOT_FOUND");
        refused(patch(officer(district, "VIEWER"), street, tag, "{\"name\": \"a\"}"), 403, "FORBIDDEN");
    }
}
