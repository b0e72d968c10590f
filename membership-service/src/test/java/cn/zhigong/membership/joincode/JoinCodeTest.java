package cn.zhigong.membership.joincode;

import static cn.zhigong.membership.organisation.OrganisationFixtures.as;
import static cn.zhigong.membership.organisation.OrganisationFixtures.asAdmin;
import static cn.zhigong.membership.organisation.OrganisationFixtures.district;
import static cn.zhigong.membership.organisation.OrganisationFixtures.grant;
import static cn.zhigong.membership.organisation.OrganisationFixtures.officer;
import static cn.zhigong.membership.organisation.OrganisationFixtures.organisation;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;
import static org.hamcrest.Matchers.startsWith;

import cn.zhigong.membership.MovedClock;
import cn.zhigong.platform.problem.Problem;
import cn.zhigong.platform.sql.Sql;
import cn.zhigong.platform.testing.Infrastructure;
import cn.zhigong.platform.testing.Tokens;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
@QuarkusTestResource(Infrastructure.class)
@QuarkusTestResource(MovedClock.class)
class JoinCodeTest {

    @Inject
    JoinCodes codes;

    @Inject
    InstantSource clock;

    @Inject
    Sql sql;

    private UUID union;
    private String officer;

    @BeforeEach
    void aUnionWithAnOfficer() {
        union = organisation(district(), "BASIC");
        officer = officer(union, "OFFICER");
    }

    private Response issued(Map<String, ?> wanted) {
        Map<String, Object> body = new HashMap<>(Map.of(
                "kind",
                "POSTER",
                "validUntil",
                clock.instant().plus(Duration.ofDays(30)).toString()));
        body.putAll(wanted);
        return as(officer).body(body).post("/v1/organisations/" + union + "/join-codes");
    }

    private String poster(Map<String, ?> wanted) {
        return issued(wanted).then().statusCode(201).extract().path("code");
    }

    private String live() {
        return issued(Map.of("kind", "LIVE")).then().statusCode(201).extract().path("code");
    }

    private String shown(String handle) {
        return as(officer)
                .get("/v1/join-codes/" + handle + "/live")
                .then()
                .statusCode(200)
                .extract()
                .path("code");
    }

    private static ValidatableResponse publicly(String code) {
        return given().get("/v1/join-codes/" + code).then();
    }

    private JoinCodes.Usable use(String code) {
        return QuarkusTransaction.requiringNew().call(() -> codes.use(code));
    }

    private void refuses(String code, String problem) {
        assertThatThrownBy(() -> use(code)).isInstanceOf(Problem.class).hasMessage(problem);
    }

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
    void aCodeMayBeTypedInSmallLettersAndGroups() {
        var code = poster(Map.of());
        var typed = code.toLowerCase(java.util.Locale.ROOT).replaceAll("(.{5})", "$1-");
        assertThat(use(typed).organisationId()).isEqualTo(union);
    }

    @Test
    void theDatabaseDoesNotHoldTheCode() {
        var code = poster(Map.of());
        var rows = sql.list(
                "select t::text || encode(code_sealed, 'escape') from join_code t" + " where organisation_id = ?",
                row -> row.getString(1),
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
    void unknownAndMalformedCodesAreRefusedAlike() {
        for (var code :
                new String[] {CodeText.random(), "x", "A".repeat(26) + "." + "B".repeat(26), "码", "%F0%9F%98%80"}) {
            publicly(code)
                    .statusCode(404)
                    .body("code", equalTo("JOIN_CODE_UNKNOWN"))
                    .body("organisationName", nullValue());
        }
        refuses("' or 1=1 --", "JOIN_CODE_UNKNOWN");
    }

    @Test
    void whatARefusedCodeBelongsToIsNotSaid() {
        var until = clock.instant()
                .plus(Duration.ofDays(200))
                .truncatedTo(ChronoUnit.SECONDS)
                .toString();
        var code = poster(Map.of("validUntil", until));
        publicly(code).statusCode(200).body("validUntil", equalTo(until));
        as(officer)
                .post("/v1/join-codes/" + code + "/revoke")
                .then()
                .statusCode(200)
                .body("state", equalTo("REVOKED"));
        var body = publicly(code)
                .statusCode(409)
                .body("code", equalTo("JOIN_CODE_REVOKED"))
                .extract()
                .asString();
        assertThat(body).doesNotContain("工会 ").doesNotContain(union.toString()).doesNotContain(until);
        refuses(code, "JOIN_CODE_REVOKED");
        as(officer).post("/v1/join-codes/" + code + "/revoke").then().statusCode(409);
    }

    @Test
    void aCodeIsGoodInItsWindowOnly() {
        var from = clock.instant().plus(Duration.ofHours(1));
        var code = poster(Map.of(
                "validFrom",
                from.toString(),
                "validUntil",
                from.plus(Duration.ofHours(1)).toString()));
        refuses(code, "JOIN_CODE_NOT_YET_VALID");
        publicly(code).statusCode(409).body("code", equalTo("JOIN_CODE_NOT_YET_VALID"));
        MovedClock.advance(clock, Duration.ofMinutes(61));
        assertThat(use(code).organisationId()).isEqualTo(union);
        MovedClock.advance(clock, Duration.ofHours(1));
        refuses(code, "JOIN_CODE_EXPIRED");
        publicly(code).statusCode(409).body("code", equalTo("JOIN_CODE_EXPIRED"));
    }

    @Test
    void aCodeStopsWithTheGrantOfWhoIssuedIt() {
        var temporary = "officer-" + UUID.randomUUID();
        var id = grant(union, temporary, "OFFICER");
        officer = temporary;
        var code = poster(Map.of());
        assertThat(use(code).organisationId()).isEqualTo(union);
        asAdmin()
                .body(Map.of("reason", "调离"))
                .post("/v1/organisations/" + union + "/officers/" + id + "/revoke")
                .then()
                .statusCode(200);
        refuses(code, "JOIN_CODE_REVOKED");
        publicly(code).statusCode(409).body("code", equalTo("JOIN_CODE_REVOKED"));
    }

    @Test
    void fiftyAtOnceNeverUseMoreThanTheLimit() throws Exception {
        var code = poster(Map.of("maxUses", 7));
        Callable<Boolean> oneUse = () -> {
            try {
                return use(code).organisationId().equals(union);
            } catch (Problem exhausted) {
                return false;
            }
        };
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            long used = 0;
            for (var each : threads.invokeAll(
                    IntStream.range(0, 50).mapToObj(_ -> oneUse).toList())) {
                used += each.get() ? 1 : 0;
            }
            assertThat(used).isEqualTo(7);
        }
        refuses(code, "JOIN_CODE_EXHAUSTED");
        publicly(code).statusCode(409).body("code", equalTo("JOIN_CODE_EXHAUSTED"));
    }

    @Test
    void aUseThatIsRolledBackDoesNotCount() {
        var code = poster(Map.of("maxUses", 1));
        QuarkusTransaction.begin();
        assertThat(codes.use(code).organisationId()).isEqualTo(union);
        QuarkusTransaction.rollback();
        assertThat(use(code).organisationId()).isEqualTo(union);
    }

    @Test
    void tenThousandGuessesFindNothing() {
        var code = poster(Map.of());
        for (int i = 0; i < 10_000; i++) {
            var guess = i % 2 == 0
                    ? CodeText.random()
                    : code.substring(0, 20) + CodeText.random().substring(0, 6);
            assertThatThrownBy(() -> codes.look(guess)).hasMessage("JOIN_CODE_UNKNOWN");
        }
    }

    @Test
    void aLiveCodeIsGoodForAMinuteAtMostAndGivesAPassForOneApplication() {
        var handle = live();
        refuses(handle, "JOIN_CODE_UNKNOWN");
        var shown = shown(handle);
        String pass = publicly(shown)
                .statusCode(200)
                .body("kind", equalTo("LIVE"))
                .body("passValidUntil", notNullValue())
                .extract()
                .path("pass");
        String other = publicly(shown).extract().path("pass");
        assertThat(use(shown).organisationId()).isEqualTo(union);
        MovedClock.advance(clock, Duration.ofSeconds(61));
        refuses(shown, "JOIN_CODE_EXPIRED");
        publicly(shown).statusCode(409).body("code", equalTo("JOIN_CODE_EXPIRED"));
        publicly(pass).statusCode(200).body("pass", equalTo(pass));
        assertThat(use(pass).kind()).isEqualTo(JoinCodes.Kind.LIVE);
        refuses(pass, "JOIN_CODE_EXHAUSTED");
        publicly(pass).statusCode(409);
        MovedClock.advance(clock, Duration.ofMinutes(30));
        refuses(other, "JOIN_CODE_EXPIRED");
    }

    @Test
    void anEditedLiveCodeOrPassIsRefused() {
        var shown = shown(live());
        var elsewhere = live();
        String pass = publicly(shown).extract().path("pass");
        var parts = pass.split("\\.", -1);
        var later = CodeText.of(clock.instant().plus(Duration.ofDays(9)).getEpochSecond());
        refuses(elsewhere + shown.substring(26), "JOIN_CODE_EXPIRED");
        refuses(shown.substring(0, 27) + CodeText.random(), "JOIN_CODE_EXPIRED");
        refuses(String.join(".", parts[0], later, parts[2], parts[3]), "JOIN_CODE_EXPIRED");
        refuses(String.join(".", parts[0], parts[1], CodeText.random(), parts[3]), "JOIN_CODE_EXPIRED");
        refuses(String.join(".", elsewhere, parts[1], parts[2], parts[3]), "JOIN_CODE_EXPIRED");
        refuses(poster(Map.of()) + shown.substring(26), "JOIN_CODE_UNKNOWN");
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
        as(officer)
                .get("/v1/join-codes/" + live + "/poster.pdf")
                .then()
                .statusCode(409)
                .body("code", equalTo("JOIN_CODE_OF_OTHER_KIND"));
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
