package cn.zhigong.membership.joincode;

import static cn.zhigong.membership.organisation.OrganisationFixtures.as;
import static cn.zhigong.membership.organisation.OrganisationFixtures.asAdmin;
import static cn.zhigong.membership.organisation.OrganisationFixtures.district;
import static cn.zhigong.membership.organisation.OrganisationFixtures.officer;
import static cn.zhigong.membership.organisation.OrganisationFixtures.organisation;
import static cn.zhigong.platform.testing.Refusals.refused;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;
import static org.hamcrest.Matchers.startsWith;

import cn.zhigong.membership.MovedClock;
import cn.zhigong.membership.charter.Charters;
import cn.zhigong.platform.testing.Infrastructure;
import cn.zhigong.platform.testing.Tokens;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.time.Duration;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** How a union issues its codes, shows them and prints them. */
@QuarkusTest
@QuarkusTestResource(Infrastructure.class)
@QuarkusTestResource(MovedClock.class)
class JoinCodeTest extends WithCodes {

    @Test
    void anOfficerIssuesACodeAndThePublicLearnsWhoInvites() {
        var made = issued(Map.of("maxUses", 3))
                .then()
                .statusCode(201)
                .body("state", equalTo("USABLE"))
                .body("uses", equalTo(0))
                .body("url", startsWith("http://localhost:8080/j/"))
                .extract();
        assertThat(made.header("Location")).isEqualTo("/v1/join-codes/" + made.path("id"));
        publicly(made.path("code"))
                .statusCode(200)
                .body("organisationName", startsWith("工会 "))
                .body("charterVersion", equalTo(Charters.CURRENT))
                .body("validUntil", notNullValue())
                .body("pass", nullValue())
                .body("organisationId", nullValue())
                .body("issuedBy", nullValue());
        assertThat(use(made.path("code")).organisationId()).isEqualTo(union);
    }

    @Test
    void theDatabaseDoesNotHoldTheCode() {
        var code = poster(Map.of());
        var rows = sql.list(
                "select t::text || encode(code_sealed, 'escape') from join_code t" + " where organisation_id = ?",
                row -> row.text(1),
                union);
        assertThat(rows).hasSize(1).allSatisfy(row -> assertThat(row).doesNotContainIgnoringCase(code));
    }

    @ParameterizedTest
    @ValueSource(strings = {"CITY_FEDERATION", "DISTRICT_FEDERATION"})
    void aFederationThatTakesNoMembersGetsNoCode(String kind) {
        var federation = kind.equals("CITY_FEDERATION")
                ? cn.zhigong.membership.organisation.OrganisationFixtures.root()
                : district();
        asAdmin()
                .body(Map.of(
                        "kind",
                        "POSTER",
                        "validUntil",
                        clock.instant().plusSeconds(60).toString()))
                .post("/v1/organisations/" + federation + "/join-codes")
                .then()
                .statusCode(409)
                .body("code", equalTo("ORGANISATION_TAKES_NO_MEMBERS"))
                .body("level", notNullValue());
    }

    @Test
    void onlyAnOfficerOfThisUnionIssuesSeesAndRevokes() {
        var code = poster(Map.of());
        var stranger = officer(organisation(district(), "BASIC"), "OFFICER");
        var reviewer = officer(union, "REVIEWER");
        var body = Map.of(
                "kind", "POSTER", "validUntil", clock.instant().plusSeconds(60).toString());
        var path = "/v1/organisations/" + union + "/join-codes";
        as(stranger).body(body).post(path).then().statusCode(404);
        as(reviewer).body(body).post(path).then().statusCode(403);
        given().auth()
                .oauth2(Tokens.of("worker", "member"))
                .contentType("application/json")
                .body(body)
                .post(path)
                .then()
                .statusCode(403);
        as(stranger).get(path).then().statusCode(404);
        for (var part : new String[] {"/qr.png", "/qr.svg", "/poster.pdf", "/live"}) {
            as(stranger).get("/v1/join-codes/" + code + part).then().statusCode(404);
            given().get("/v1/join-codes/" + code + part).then().statusCode(401);
        }
        as(stranger).post("/v1/join-codes/" + code + "/revoke").then().statusCode(404);
        as(reviewer)
                .get(path)
                .then()
                .statusCode(200)
                .body("items", hasSize(1))
                .body("items[0].code", nullValue())
                .body("items[0].url", nullValue());
    }

    @Test
    void aWindowInThePastOrTooLongIsRefused() {
        var now = clock.instant();
        issued(Map.of("validUntil", now.minusSeconds(1).toString()))
                .then()
                .statusCode(422)
                .body("violations[0].field", equalTo("validUntil"))
                .body("violations[0].code", equalTo("JOIN_CODE_WINDOW"));
        issued(Map.of("validUntil", now.plus(Duration.ofDays(367)).toString()))
                .then()
                .statusCode(422);
        issued(Map.of("maxUses", 0)).then().statusCode(422).body("violations[0].field", equalTo("maxUses"));
        issued(Map.of("groupId", UUID.randomUUID()))
                .then()
                .statusCode(422)
                .body("violations[0].field", equalTo("groupId"));
    }

    @Test
    void whatIsPrintedOrShownMatchesTheKind() {
        var poster = poster(Map.of());
        var live = live();
        as(officer)
                .get("/v1/join-codes/" + poster + "/qr.png")
                .then()
                .statusCode(200)
                .contentType("image/png");
        as(officer)
                .get("/v1/join-codes/" + live + "/qr.svg")
                .then()
                .statusCode(200)
                .contentType("image/svg+xml");
        var pdf = as(officer)
                .get("/v1/join-codes/" + poster + "/poster.pdf")
                .then()
                .statusCode(200)
                .contentType("application/pdf")
                .header("Content-Disposition", startsWith("attachment"))
                .header("Cache-Control", "no-store")
                .extract()
                .asByteArray();
        assertThat(new String(pdf, 0, 5, java.nio.charset.StandardCharsets.US_ASCII))
                .isEqualTo("%PDF-");
        refused(as(officer).get("/v1/join-codes/" + live + "/poster.pdf"), 409, "JOIN_CODE_OF_OTHER_KIND");
        as(officer).get("/v1/join-codes/" + poster + "/live").then().statusCode(409);
    }

    @Test
    void theListIsPaged() {
        for (int i = 0; i < 3; i++) {
            assertThat(poster(Map.of())).hasSize(26);
        }
        var path = "/v1/organisations/" + union + "/join-codes?limit=2";
        var first = as(officer)
                .get(path)
                .then()
                .statusCode(200)
                .body("items", hasSize(2))
                .extract();
        as(officer)
                .queryParam("after", first.<String>path("next"))
                .get(path)
                .then()
                .statusCode(200)
                .body("items", hasSize(1))
                .body("next", nullValue());
    }

    @Test
    void theCharterIsReadInBothLanguages() {
        given().get("/v1/charters/current")
                .then()
                .statusCode(200)
                .body("version", equalTo(Charters.CURRENT))
                .body("language", equalTo("zh-CN"));
        given().header("Accept-Language", "en")
                .get("/v1/charters/current")
                .then()
                .body("title", startsWith("The charter"));
    }
}
