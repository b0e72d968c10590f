package cn.zhigong.membership.organisation;

import static cn.zhigong.membership.organisation.OrganisationFixtures.as;
import static cn.zhigong.membership.organisation.OrganisationFixtures.asAdmin;
import static cn.zhigong.membership.organisation.OrganisationFixtures.creditCode;
import static cn.zhigong.membership.organisation.OrganisationFixtures.district;
import static cn.zhigong.membership.organisation.OrganisationFixtures.officer;
import static cn.zhigong.membership.organisation.OrganisationFixtures.organisation;
import static cn.zhigong.membership.organisation.OrganisationFixtures.pilotCode;
import static cn.zhigong.membership.organisation.OrganisationFixtures.refused;
import static cn.zhigong.membership.organisation.OrganisationFixtures.root;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;

import cn.zhigong.platform.reference.OrganisationNumber;
import cn.zhigong.platform.reference.Parsed;
import cn.zhigong.platform.sql.Sql;
import cn.zhigong.platform.testing.Infrastructure;
import cn.zhigong.platform.testing.Tokens;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
@QuarkusTestResource(Infrastructure.class)
class OrganisationTest {

    @Inject
    Sql sql;

    private UUID district = new UUID(0, 0);
    private String officer = "";

    @BeforeEach
    void aDistrictWithAnOfficer() {
        district = district();
        officer = officer(district, "OFFICER");
    }

    private Response enter(String account, Map<String, ?> fields) {
        Map<String, Object> body =
                new HashMap<>(Map.of("name", "陆家嘴街道总工会", "kind", "SUBDISTRICT", "parentId", district));
        body.putAll(fields);
        return as(account).body(body).post("/v1/organisations");
    }

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

    @Nested
    class Entering {

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
            var entered = enter(
                    officer, Map.of("creditCode", pilot, "creditCodeOverride", Map.of("reason", "certificate seen")));
            entered.then()
                    .statusCode(201)
                    .body("creditCodeVerdict", equalTo("CHECK_FAILED_OVERRIDDEN"))
                    .body("creditCodeOverride.reason", equalTo("certificate seen"));
            assertThat(sql.first(
                            "select credit_code_override_by from organisation where credit_code = ?",
                            row -> row.getString(1),
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

        @Test
        void whatTheServiceDecidesCannotBeAssigned() {
            var entered = enter(
                    officer,
                    Map.of(
                            "state",
                            "DISSOLVED",
                            "path",
                            "/",
                            "label",
                            "0",
                            "serial",
                            1,
                            "version",
                            99,
                            "id",
                            district));
            entered.then().statusCode(201).body("state", equalTo("ACTIVE"));
            assertThat(entered.<String>path("id")).isNotEqualTo(district.toString());
            assertThat(path(UUID.fromString(entered.path("id"))))
                    .startsWith(path(district))
                    .isNotEqualTo(path(district));
        }
    }

    @Nested
    class Listing {

        @Test
        void anOfficerSeesTheirSubtreeParentsFirst() {
            var street = organisation(district, "SUBDISTRICT");
            var basic = organisation(street, "BASIC");
            as(officer)
                    .get("/v1/organisations")
                    .then()
                    .statusCode(200)
                    .body("items.id", contains(district.toString(), street.toString(), basic.toString()));
            as(officer)
                    .get("/v1/organisations?under=" + street)
                    .then()
                    .body("items.id", contains(street.toString(), basic.toString()));
            as(officer(street, "VIEWER"))
                    .get("/v1/organisations")
                    .then()
                    .body("items.id", contains(street.toString(), basic.toString()));
        }

        @Test
        void overlappingGrantsShowAPlaceOnce() {
            var street = organisation(district, "SUBDISTRICT");
            OrganisationFixtures.grant(street, officer, "VIEWER");
            as(officer)
                    .get("/v1/organisations")
                    .then()
                    .body("items.id", contains(district.toString(), street.toString()));
        }

        @Test
        void theSubtreeOfAnotherIsUnknown() {
            refused(as(officer).get("/v1/organisations?under=" + district()), 404, "NOT_FOUND");
            refused(as(officer).get("/v1/organisations/" + district()), 404, "NOT_FOUND");
            refused(as(officer).get("/v1/organisations/" + UUID.randomUUID()), 404, "NOT_FOUND");
        }

        @Test
        void anAccountWithoutGrantsSeesNothing() {
            as("nobody-" + UUID.randomUUID())
                    .get("/v1/organisations")
                    .then()
                    .statusCode(200)
                    .body("items.size()", equalTo(0));
        }

        @Test
        void filtersNarrow() {
            var federation = organisation(district, "INDUSTRY_FEDERATION", Map.of("name", "家政行业工会联合会"));
            var basic = organisation(federation, "BASIC", Map.of("name", "Sunshine 家政工会"));
            find("kind=BASIC", basic);
            find("level=4", federation);
            find("q=行业", federation);
            find("q=sunSHINE", basic);
            find("q=%25");
            find("q=" + asAdmin().get("/v1/organisations/" + basic).path("code"), basic);
            find("state=DISSOLVED");
            find("kind=BASIC&level=4");
        }

        private void find(String query, UUID... expected) {
            List<String> found = as(officer).get("/v1/organisations?" + query).path("items.id");
            assertThat(found)
                    .as(query)
                    .containsExactly(
                            List.of(expected).stream().map(UUID::toString).toArray(String[]::new));
        }

        @ParameterizedTest
        @ValueSource(strings = {"knid=BASIC", "path=/", "offset=1"})
        void anUnknownParameterIsRefused(String query) {
            refused(as(officer).get("/v1/organisations?" + query), 400, "UNKNOWN_PARAMETER");
        }

        @ParameterizedTest
        @ValueSource(strings = {"kind=NONSENSE", "level=x", "under=1", "state=GONE", "limit=0"})
        void aValueThatCannotBeIsRefused(String query) {
            refused(as(officer).get("/v1/organisations?" + query), 400, "INVALID_PARAMETER");
        }

        @Test
        void pagesFollowEachOtherWithoutGapOrRepetition() {
            for (var i = 0; i < 6; i++) {
                var street = organisation(district, "SUBDISTRICT");
                assertThat(organisation(street, "BASIC")).isNotNull();
            }
            List<String> all = as(officer).get("/v1/organisations?limit=200").path("items.id");
            List<String> paged = new ArrayList<>();
            var after = "";
            do {
                var page = as(officer).get("/v1/organisations?limit=5" + after);
                paged.addAll(page.path("items.id"));
                String next = page.path("next");
                after = next == null ? "" : "&after=" + next;
            } while (!after.isEmpty());
            assertThat(paged).hasSize(13).containsExactlyElementsOf(all);
        }
    }

    @Nested
    class Correcting {

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
                strings = {"{\"name\": null}", "{\"name\": \" \"}", "{\"foundingMode\": \"X\"}", "{\"district\": 1}"})
        void aBrokenRuleIsRefused(String body) {
            var street = organisation(district, "SUBDISTRICT");
            refused(patch(officer, street, tag(street), body), 422, "INVALID_CONTENT");
        }

        @Test
        void othersCannot() {
            var street = organisation(district, "SUBDISTRICT");
            var tag = tag(street);
            refused(patch(officer(district(), "CHAIR"), street, tag, "{\"name\": \"a\"}"), 404, "NOT_FOUND");
            refused(patch(officer(district, "VIEWER"), street, tag, "{\"name\": \"a\"}"), 403, "FORBIDDEN");
        }
    }

    private String path(UUID id) {
        return sql.first("select path from organisation where id = ?", row -> row.getString(1), id)
                .orElseThrow();
    }

    private List<String> audited(UUID id) {
        return sql.list(
                "select action from audit_entry where object_id = ? and object_type = 'organisation' and action <> ?"
                        + " order by at",
                row -> row.getString(1),
                id.toString(),
                "officer.appoint");
    }
}
