package cn.zhigong.membership.organisation;

import static cn.zhigong.membership.organisation.OrganisationFixtures.as;
import static cn.zhigong.membership.organisation.OrganisationFixtures.creditCode;
import static cn.zhigong.membership.organisation.OrganisationFixtures.dissolve;
import static cn.zhigong.membership.organisation.OrganisationFixtures.district;
import static cn.zhigong.membership.organisation.OrganisationFixtures.officer;
import static cn.zhigong.membership.organisation.OrganisationFixtures.organisation;
import static cn.zhigong.membership.organisation.OrganisationFixtures.pilotCode;
import static cn.zhigong.platform.testing.Refusals.refused;
import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.notNullValue;

import cn.zhigong.platform.testing.Infrastructure;
import cn.zhigong.platform.testing.Tokens;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Groups, employers and terms. */
@QuarkusTest
@QuarkusTestResource(Infrastructure.class)
class CoveringTest {

    private UUID district = new UUID(0, 0);
    private UUID federation = new UUID(0, 0);
    private String officer = "";

    @BeforeEach
    void aFederationWithAnOfficer() {
        district = district();
        federation = organisation(district, "REGIONAL_FEDERATION");
        officer = officer(federation, "OFFICER");
    }

    static Response group(String account, UUID organisation, String name) {
        return as(account)
                .body(Map.of("name", name, "leader", "worker-1", "station", "S-1"))
                .post("/v1/organisations/" + organisation + "/groups");
    }

    static Response employer(String account, UUID organisation, String creditCode) {
        return employer(account, organisation, creditCode, Map.of());
    }

    static Response employer(String account, UUID organisation, String creditCode, Map<String, ?> more) {
        Map<String, Object> body = new HashMap<>(Map.of("name", "某某快递有限公司", "creditCode", creditCode));
        body.putAll(more);
        return as(account).body(body).post("/v1/organisations/" + organisation + "/employers");
    }

    private Response patch(String location, String tag, String body) {
        return given().auth()
                .oauth2(Tokens.of(officer, "officer"))
                .contentType("application/merge-patch+json; charset=UTF-8")
                .header("If-Match", tag)
                .body(body)
                .patch(location);
    }

    @Test
    void aGroupIsFormedCorrectedAndClosed() {
        var formed = group(officer, federation, "快递一站");
        formed.then().statusCode(201).body("active", equalTo(true)).body("leader", equalTo("worker-1"));
        var location = formed.header("Location");
        var tag = as(officer).get(location).header("ETag");
        patch(location, tag, "{\"leader\": null, \"active\": false, \"organisationId\": \"" + district + "\"}")
                .then()
                .statusCode(200)
                .body("active", equalTo(true))
                .body("organisationId", equalTo(federation.toString()));
        refused(patch(location, tag, "{\"name\": \"x\"}"), 412, "STALE_VERSION");
        as(officer).post(location + "/close").then().statusCode(200).body("active", equalTo(false));
        refused(as(officer).post(location + "/close"), 409, "ILLEGAL_TRANSITION");
        group(officer, federation, "快递一站").then().statusCode(201);
    }

    @Test
    void aNameOfAGroupOrAnEmployerHidesNothing() {
        refused(group(officer, federation, "快递\u200B一站"), 422, "INVALID_CONTENT");
        refused(employer(officer, federation, creditCode("91"), Map.of("name", "某\u2066某")), 422, "INVALID_CONTENT");
        var covered = employer(officer, federation, creditCode("91"));
        var location = covered.header("Location");
        refused(
                patch(location, as(officer).get(location).header("ETag"), "{\"name\": \"某\u200D某\"}"),
                422,
                "INVALID_CONTENT");
    }

    @Test
    void twoGroupsOfAnOrganisationDoNotShareAName() {
        group(officer, federation, "Cafe\u0301").then().statusCode(201);
        refused(group(officer, federation, "Café"), 409, "GROUP_NAME_TAKEN");
        var other = group(officer, federation, "快递一站");
        refused(group(officer, federation, "快递一站"), 409, "GROUP_NAME_TAKEN");
        var location = other.then().statusCode(201).extract().header("Location");
        refused(patch(location, "*", "{\"name\": \"Café\"}"), 409, "GROUP_NAME_TAKEN");
        refused(patch(location, "*", "{\"name\": \" \"}"), 422, "INVALID_CONTENT");
    }

    @ParameterizedTest
    @ValueSource(strings = {"SUBDISTRICT"})
    void onlyLevelsFourAndFiveHaveGroupsAndEmployers(String kind) {
        var street = organisation(district, kind);
        var ofStreet = officer(street, "OFFICER");
        refused(group(ofStreet, street, "x"), 422, "NOT_KEPT_AT_THIS_LEVEL");
        refused(employer(ofStreet, street, creditCode("91")), 422, "NOT_KEPT_AT_THIS_LEVEL");
    }

    @ParameterizedTest
    @ValueSource(strings = {"groups", "employers", "terms"})
    void othersCannot(String collection) {
        var path = "/v1/organisations/" + federation + "/" + collection;
        var body = Map.of("name", "x", "creditCode", creditCode("91"), "startsOn", "2026-01-01", "years", 3);
        refused(as(officer(district(), "CHAIR")).body(body).post(path), 404, "NOT_FOUND");
        refused(as(officer(district(), "CHAIR")).get(path), 404, "NOT_FOUND");
        refused(as(officer(federation, "REVIEWER")).body(body).post(path), 403, "FORBIDDEN");
        as(officer(federation, "VIEWER")).get(path).then().statusCode(200);
        refused(as(officer).get(path + "?x=1"), 400, "UNKNOWN_PARAMETER");
    }

    @Test
    void anEmployerIsRegisteredOncePerCreditCode() {
        var code = creditCode("91");
        employer(officer, federation, code, Map.of("dispatch", true, "sizeBand", "SMALL"))
                .then()
                .statusCode(201)
                .body("dispatch", equalTo(true))
                .body("platform", equalTo(false))
                .body("creditCodeVerdict", equalTo("VALID"));
        var elsewhere = organisation(district(), "BASIC");
        refused(employer(officer(elsewhere, "OFFICER"), elsewhere, code), 409, "EMPLOYER_ALREADY_COVERED");
    }

    @Test
    void aWrongCreditCodeNeedsAnOfficersWord() {
        var pilot = pilotCode("91");
        employer(officer, federation, pilot)
                .then()
                .statusCode(422)
                .body("violations[0].field", equalTo("creditCode"))
                .body("violations[0].code", equalTo("CHECK_DIGIT"));
        employer(officer, federation, pilot, Map.of("creditCodeOverride", Map.of("reason", "seen")))
                .then()
                .statusCode(201)
                .body("creditCodeVerdict", equalTo("CHECK_FAILED_OVERRIDDEN"));
    }

    @Test
    void anEmployersFactsAreCorrectedButNotItsCode() {
        var code = creditCode("91");
        var location = employer(officer, federation, code).header("Location");
        var tag = as(officer).get(location).header("ETag");
        patch(location, tag, "{\"dispatch\": true, \"creditCode\": \"" + creditCode("91") + "\"}")
                .then()
                .statusCode(200)
                .body("dispatch", equalTo(true))
                .body("creditCode", equalTo(code));
    }

    @Test
    void anotherUnionTakesAnEmployerOverWithAGrantOverBoth() {
        var code = creditCode("91");
        var location = employer(officer, federation, code).header("Location");
        var own = organisation(district, "BASIC");
        var move = Map.of("newOrganisationId", own);
        refused(as(officer).body(move).post(location + "/move"), 404, "NOT_FOUND");
        as(officer(district, "OFFICER"))
                .body(move)
                .post(location + "/move")
                .then()
                .statusCode(200)
                .body("organisationId", equalTo(own.toString()));
        as(officer(own, "VIEWER"))
                .get("/v1/organisations/" + own + "/employers")
                .then()
                .body("items.creditCode", contains(code));
    }

    @Test
    void aUnionThatHasEndedTakesNoEmployerOver() {
        var location = employer(officer, federation, creditCode("91")).header("Location");
        var ended = organisation(district, "BASIC");
        var ofBoth = officer(district, "OFFICER");
        dissolve(ofBoth, ended, Map.of()).then().statusCode(200);
        refused(
                as(ofBoth).body(Map.of("newOrganisationId", ended)).post(location + "/move"),
                409,
                "ORGANISATION_ENDED");
    }

    @Test
    void termsFollowEachOther() {
        var terms = "/v1/organisations/" + federation + "/terms";
        as(officer)
                .body(Map.of("startsOn", "2026-03-01", "years", 5))
                .post(terms)
                .then()
                .statusCode(201)
                .body("id", notNullValue())
                .body("endsOn", equalTo("2031-02-28"));
        refused(as(officer).body(Map.of("startsOn", "2026-03-01", "years", 3)).post(terms), 409, "TERM_OVERLAPS");
        as(officer)
                .body(Map.of("startsOn", "2031-03-01", "years", 3))
                .post(terms)
                .then()
                .statusCode(201);
        as(officer).get(terms).then().body("items", hasSize(2)).body("items.years", contains(3, 5));
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 2, 4, 6})
    void aTermHasThreeOrFiveYears(int years) {
        as(officer)
                .body(Map.of("startsOn", "2026-03-01", "years", years))
                .post("/v1/organisations/" + federation + "/terms")
                .then()
                .statusCode(422)
                .body("violations[0].field", equalTo("years"));
    }
}
