package cn.zhigong.membership.phone;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.startsWith;

import cn.zhigong.membership.MovedClock;
import cn.zhigong.platform.reference.MobilePhone;
import cn.zhigong.platform.testing.Infrastructure;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import java.time.Duration;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
@QuarkusTestResource(Infrastructure.class)
@QuarkusTestResource(MovedClock.class)
class PhoneVerificationTest extends AskingForCodes {

    @Test
    void theRightCodeGivesATokenOnce() {
        var id = start(phone)
                .statusCode(201)
                .header("Location", startsWith("/v1/phone-verifications/"))
                .body("expiresAt", notNullValue())
                .extract()
                .<String>path("id");
        var code = codeOf(phone);
        assertThat(code).matches("\\d{6}");
        var token = confirm(id, code)
                .statusCode(200)
                .body("token", startsWith("apt_"))
                .extract()
                .<String>path("token");
        var caller = applicants.of(token).orElseThrow();
        assertThat(caller.account()).isEqualTo("applicant:" + id);
        assertThat(caller.roles()).containsExactly("applicant");
        confirm(id, code).statusCode(409).body("code", equalTo("PHONE_CODE_EXPIRED"));
    }

    @Test
    void theAuditLogTellsSomebodyWithoutATokenFromThePlatformItself() {
        var id = started(phone);
        confirm(id, codeOf(phone)).statusCode(200);
        assertThat(sql.list(
                        "select actor || ' ' || action from audit_entry where object_id = ?", row -> row.text(1), id))
                .containsExactlyInAnyOrder(
                        "anonymous phone-verification.start", "anonymous phone-verification.confirm");
    }

    @Test
    void aVerificationThatNeverWasIsNotToldFromOneThatHasExpired() {
        confirm(UUID.randomUUID().toString(), "123456").statusCode(409).body("code", equalTo("PHONE_CODE_EXPIRED"));
    }

    @Test
    void whatIsNoIdIsNotFound() {
        confirm("no-id", "123456").statusCode(404).body("code", equalTo("NOT_FOUND"));
    }

    @Test
    void fiveWrongTriesEndAVerification() {
        var id = started(phone);
        var code = codeOf(phone);
        for (int left = 4; left >= 0; left--) {
            confirm(id, other(code))
                    .statusCode(422)
                    .body("code", equalTo("PHONE_CODE_WRONG"))
                    .body("triesLeft", equalTo(left));
        }
        confirm(id, code).statusCode(409).body("code", equalTo("PHONE_CODE_EXPIRED"));
    }

    /** The refusal rolls the caller's transaction back; the try must count all the same, with a key too. */
    @Test
    void aTryCountsWithAnIdempotencyKeyToo() {
        var id = started(phone);
        var code = codeOf(phone);
        for (int i = 0; i < 5; i++) {
            given().contentType(ContentType.JSON)
                    .header("Idempotency-Key", UUID.randomUUID().toString())
                    .body(Map.of("code", other(code)))
                    .post("/v1/phone-verifications/" + id + "/confirm")
                    .then()
                    .statusCode(422);
        }
        confirm(id, code).statusCode(409);
    }

    @Test
    void ofManyTriesAtOnceNoMoreThanFiveAreMade() throws Exception {
        var id = started(phone);
        var wrong = other(codeOf(phone));
        Callable<Integer> oneTry = () -> confirm(id, wrong).extract().statusCode();
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var answers = threads.invokeAll(
                    IntStream.range(0, 20).mapToObj(_ -> oneTry).toList());
            long tried = 0;
            for (var answer : answers) {
                tried += answer.get() == 422 ? 1 : 0;
            }
            assertThat(tried).isEqualTo(5);
        }
    }

    @Test
    void aCodeIsGoodForItsOwnVerificationOnly() {
        var second = newPhone();
        var id = started(phone);
        var otherId = started(second);
        var code = codeOf(phone);
        assertThat(codeOf(second)).as("a chance of one in a million").isNotEqualTo(code);
        confirm(otherId, code).statusCode(422);
        confirm(id, code).statusCode(200);
    }

    @Test
    void aCodeIsGoodForTenMinutes() {
        var id = started(phone);
        MovedClock.advance(clock, Duration.ofMinutes(10));
        confirm(id, codeOf(phone)).statusCode(409).body("code", equalTo("PHONE_CODE_EXPIRED"));
    }

    @Test
    void anUnknownVerificationIsRefusedLikeAnExpiredOne() {
        confirm(UUID.randomUUID().toString(), "000000").statusCode(409).body("code", equalTo("PHONE_CODE_EXPIRED"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"{}", "{\"phone\":\"x\"}"})
    void whatIsMissingIsRefusedAtItsField(String body) {
        given().contentType(ContentType.JSON)
                .body(body)
                .post("/v1/phone-verifications")
                .then()
                .statusCode(422)
                .body("violations.field", hasItem("purpose"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"12345678901", "1390000", "abc", "1400000000000"})
    void whatIsNoMobileNumberIsRefusedAtItsField(String typed) {
        start(typed).statusCode(422).body("violations[0].field", equalTo("phone"));
    }

    @Test
    void thePhoneMayBeTypedAsPeopleWriteIt() {
        start("+86 " + phone.substring(0, 3) + "-" + phone.substring(3)).statusCode(201);
        assertThat(codeOf(phone)).isNotBlank();
    }

    @Test
    void neitherPhoneNorCodeNorTokenStandsInTheDatabase() {
        var id = started(phone);
        var code = codeOf(phone);
        String token = confirm(id, code).extract().path("token");
        var row = sql.first(
                        "select t::text || encode(t.phone_sealed, 'escape') from phone_verification t where id = ?",
                        found -> found.text(1),
                        UUID.fromString(id))
                .orElseThrow();
        assertThat(row).doesNotContain(phone).doesNotContain(token).doesNotContain(token.substring(4));
    }

    @Test
    void theTokenIsGoodForTwoHoursAndForOneApplication() {
        String token = confirm(started(phone), codeOf(phone)).extract().path("token");
        var caller = applicants.of(token).orElseThrow();
        var proven = QuarkusTransaction.requiringNew().call(() -> applicants.file(caller));
        assertThat(proven).isEqualTo(new MobilePhone(phone));
        assertThatThrownBy(() -> QuarkusTransaction.requiringNew().call(() -> applicants.file(caller)))
                .hasMessage("PHONE_RIGHT_SPENT");
        MovedClock.advance(clock, Duration.ofHours(2));
        assertThat(applicants.of(token)).isEmpty();
    }

    @Test
    void theTokenOpensNothingElse() {
        String token = confirm(started(phone), codeOf(phone)).extract().path("token");
        for (var path : new String[] {
            "/v1/organisations", "/v1/organisations/" + UUID.randomUUID() + "/join-codes", "/v1/dead-letters"
        }) {
            given().auth().oauth2(token).get(path).then().statusCode(403);
        }
        given().auth().oauth2(token).put("/v1/members/me/login").then().statusCode(403);
        given().auth().oauth2(token).get("/v1/charters/current").then().statusCode(200);
    }

    @ParameterizedTest
    @ValueSource(strings = {"apt_", "apt_AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA", "apt_'or'1'='1"})
    void anUnknownTokenIsRefused(String token) {
        given().header("Authorization", "Bearer " + token)
                .get("/v1/organisations")
                .then()
                .statusCode(401)
                .header("WWW-Authenticate", startsWith("Bearer"))
                .contentType("application/problem+json")
                .body("code", equalTo("UNAUTHENTICATED"));
        assertThat(applicants.of(token)).isEmpty();
    }

    @Test
    void otherTokensAreStillCheckedAsJwt() {
        given().header("Authorization", "Bearer nonsense")
                .get("/v1/organisations")
                .then()
                .statusCode(401);
        given().get("/v1/organisations").then().statusCode(401).body("code", not(equalTo("FORBIDDEN")));
    }
}
