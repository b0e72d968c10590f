package cn.zhigong.membership.organisation;

import static cn.zhigong.membership.organisation.OrganisationFixtures.as;
import static cn.zhigong.membership.organisation.OrganisationFixtures.asAdmin;
import static cn.zhigong.membership.organisation.OrganisationFixtures.creditCode;
import static cn.zhigong.membership.organisation.OrganisationFixtures.district;
import static cn.zhigong.membership.organisation.OrganisationFixtures.officer;
import static cn.zhigong.membership.organisation.OrganisationFixtures.organisation;
import static cn.zhigong.membership.organisation.OrganisationFixtures.pilotCode;
import static cn.zhigong.membership.organisation.OrganisationFixtures.root;
import static cn.zhigong.platform.testing.Refusals.refused;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;

import cn.zhigong.platform.reference.OrganisationNumber;
import cn.zhigong.platform.reference.Parsed;
import cn.zhigong.platform.testing.Infrastructure;
import cn.zhigong.platform.testing.Tokens;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** How an organisation is entered below another. */
@QuarkusTest
@QuarkusTestResource(Infrastructure.class)
class EnteringTest extends WithAnOfficer {

    @Test
    void anOfficerEntersAnOrganisationBelowTheirOwn() {
        var entered = enter(officer, Map.of("district", "310115", "street", "310115005"));
        entered.then()
                .statusCode(201)
                .body("level", equalTo(3))
                .body("state", equalTo("ACTIVE"))
                .body("parentId", equalTo(district.toString()))
                .body("path", nullValue());
        as(officer).get(entered.header("Location")).then().statusCode(200).body("id", equalTo(entered.path("id")));
        assertThat(audited(UUID.fromString(entered.path("id")))).containsExactly("organisation.enter");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "null"})
    void withoutABodyTheBodyIsSaidToBeMissing(String body) {
        as(officer)
                .body(body)
                .post("/v1/organisations")
                .then()
                .statusCode(422)
                .body("code", equalTo("INVALID_CONTENT"))
                .body("violations.field", contains("body"))
                .body("violations.code", contains("REQUIRED"));
    }

    @Test
    void aNumberIsIssuedWithTheSeatOfTheDistrict() {
        var number = OrganisationNumber.parse(enter(officer, Map.of()).path("code"));
        assertThat(number).isInstanceOfSatisfying(Parsed.Valid.class, valid -> {
            var issued = (OrganisationNumber) valid.value();
            assertThat(issued.districtCode()).isEqualTo("310115");
            assertThat(issued.line()).isEqualTo("00");
        });
    }

    @Test
    void theLineOfABureauIsInTheNumbersBelowIt() {
        var bureau = organisation(root(), "INDUSTRY_BUREAU", Map.of("line", 17));
        var below = organisation(bureau, "BASIC");
        String code = asAdmin().get("/v1/organisations/" + below).path("code");
        assertThat(new OrganisationNumber(code).line()).isEqualTo("17");
    }

    @Test
    void aCodeFromElsewhereIsTakenAsItIsButOnce() {
        var code = "SH-" + UUID.randomUUID();
        enter(officer, Map.of("code", code)).then().statusCode(201).body("code", equalTo(code));
        refused(enter(officer, Map.of("code", code)), 409, "ORGANISATION_CODE_TAKEN");
    }

    @Test
    void anOfficerOfAnotherDistrictDoesNotKnowTheParent() {
        refused(enter(officer(district(), "CHAIR"), Map.of()), 404, "NOT_FOUND");
    }

    @ParameterizedTest
    @ValueSource(strings = {"VIEWER", "REVIEWER"})
    void aViewerOrReviewerCannotWrite(String role) {
        refused(enter(officer(district, role), Map.of()), 403, "FORBIDDEN");
    }

    @Test
    void aMemberWithoutTheRoleCannotEvenTry() {
        given().auth()
                .oauth2(Tokens.of(officer, "member"))
                .contentType("application/json")
                .body(Map.of("name", "x", "kind", "BASIC", "parentId", district))
                .post("/v1/organisations")
                .then()
                .statusCode(403);
    }

    @Test
    void anAuditorSeesAndDoesNotWrite() {
        var auditor = Tokens.of("auditor", "auditor");
        given().auth()
                .oauth2(auditor)
                .get("/v1/organisations/" + district)
                .then()
                .statusCode(200);
        given().auth()
                .oauth2(auditor)
                .contentType("application/json")
                .body(Map.of("name", "x", "kind", "BASIC", "parentId", district))
                .post("/v1/organisations")
                .then()
                .statusCode(403);
    }

    @Test
    void theLevelMustNotContradictTheKind() {
        enter(officer, Map.of("level", 3)).then().statusCode(201);
        enter(officer, Map.of("level", 4))
                .then()
                .statusCode(422)
                .body("violations[0].field", equalTo("level"))
                .body("violations[0].code", equalTo("CONTRADICTS_KIND"));
    }

    @Test
    void theParentMustBeOfALevelAbove() {
        refused(enter(officer, Map.of("kind", "DISTRICT_FEDERATION")), 422, "PARENT_NOT_ABOVE");
        refused(enter(officer, Map.of("kind", "CITY_FEDERATION")), 422, "PARENT_NOT_ABOVE");
    }

    @Test
    void thereIsOneRootAndOnlyTheAdministratorMakesIt() {
        var noParent = Map.of("name", "上海市总工会", "kind", "CITY_FEDERATION");
        refused(asAdmin().body(noParent).post("/v1/organisations"), 409, "ROOT_EXISTS");
        refused(as(officer).body(noParent).post("/v1/organisations"), 403, "FORBIDDEN");
        as(officer)
                .body(Map.of("name", "x", "kind", "BASIC"))
                .post("/v1/organisations")
                .then()
                .statusCode(422)
                .body("violations[0].field", equalTo("parentId"));
    }

    @Test
    void theCheckOfACreditCodeCounts() {
        var good = creditCode("81");
        enter(officer, Map.of("creditCode", good))
                .then()
                .statusCode(201)
                .body("creditCode", equalTo(good))
                .body("creditCodeVerdict", equalTo("VALID"));
        refused(enter(officer, Map.of("creditCode", good)), 409, "CREDIT_CODE_TAKEN");
        enter(officer, Map.of("creditCode", pilotCode("81")))
                .then()
                .statusCode(422)
                .body("violations.field", contains("creditCode"))
                .body("violations.code", contains("CHECK_DIGIT"));
    }

    @Test
    void anOfficersWordCarriesAPilotCode() {
        var pilot = pilotCode("81");
        var entered =
                enter(officer, Map.of("creditCode", pilot, "creditCodeOverride", Map.of("reason", "certificate seen")));
        entered.then()
                .statusCode(201)
                .body("creditCodeVerdict", equalTo("CHECK_FAILED_OVERRIDDEN"))
                .body("creditCodeOverride.reason", equalTo("certificate seen"));
        assertThat(sql.first(
                        "select credit_code_override_by from organisation where credit_code = ?",
                        row -> row.text(1),
                        pilot))
                .contains(officer);
        enter(officer, Map.of("creditCode", pilotCode("81"), "creditCodeOverride", Map.of("reason", " ")))
                .then()
                .statusCode(422)
                .body("violations[0].field", equalTo("creditCodeOverride.reason"));
    }

    @ParameterizedTest
    @CsvSource({"district,999999", "district,310103", "district,12", "street,1", "zone,has space", "code,../x"})
    void aCodeOfAPlaceMustBeReal(String field, String value) {
        enter(officer, Map.of(field, value)).then().statusCode(422).body("violations[0].field", equalTo(field));
    }

    @ParameterizedTest
    @ValueSource(strings = {"上海市\u200B总工会", "\u202E会工总市海上", "上海市总工会\n", "\u00A0"})
    void aNameHidesNothing(String name) {
        enter(officer, Map.of("name", name))
                .then()
                .statusCode(422)
                .body("violations.field", contains("name"))
                .body("violations.code", contains("INVISIBLE"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "\n\t", "\u3000", "\u2028"})
    void spacesAloneAreNoName(String name) {
        enter(officer, Map.of("name", name))
                .then()
                .statusCode(422)
                .body("violations.field", contains("name"))
                .body("violations.code", contains("REQUIRED"));
    }

    @Test
    void aNameIsKeptInOneSpelling() {
        enter(officer, Map.of("name", " Cafe\u0301·示范（上海）有限公司—工会 "))
                .then()
                .statusCode(201)
                .body("name", equalTo("Café·示范（上海）有限公司—工会"));
    }

    @Test
    void whatTheServiceDecidesCannotBeAssigned() {
        var entered = enter(
                officer,
                Map.of("state", "DISSOLVED", "path", "/", "label", "0", "serial", 1, "version", 99, "id", district));
        entered.then().statusCode(201).body("state", equalTo("ACTIVE"));
        assertThat(entered.<String>path("id")).isNotEqualTo(district.toString());
        assertThat(path(UUID.fromString(entered.path("id"))))
                .startsWith(path(district))
                .isNotEqualTo(path(district));
    }
}
