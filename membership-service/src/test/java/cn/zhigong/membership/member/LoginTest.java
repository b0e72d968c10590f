package cn.zhigong.membership.member;

import static cn.zhigong.membership.joining.JoiningFixtures.application;
import static cn.zhigong.membership.joining.JoiningFixtures.approve;
import static cn.zhigong.membership.joining.JoiningFixtures.asWorker;
import static cn.zhigong.membership.joining.JoiningFixtures.awaitState;
import static cn.zhigong.membership.joining.JoiningFixtures.underReview;
import static cn.zhigong.membership.joining.JoiningFixtures.worker;
import static cn.zhigong.membership.organisation.OrganisationFixtures.as;
import static cn.zhigong.membership.organisation.OrganisationFixtures.asAdmin;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;

import cn.zhigong.membership.MovedClock;
import cn.zhigong.membership.joining.People;
import cn.zhigong.membership.phone.InboxSmsSender;
import cn.zhigong.platform.reference.MobilePhone;
import cn.zhigong.platform.testing.Answers;
import cn.zhigong.platform.testing.Infrastructure;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import jakarta.inject.Inject;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;

/** How a login becomes a member's: on the word of its provider, at once or later. */
@QuarkusTest
@QuarkusTestResource(Infrastructure.class)
@QuarkusTestResource(MovedClock.class)
@QuarkusTestResource(UserinfoStub.class)
class LoginTest extends WithMembers {

    @Inject
    InboxSmsSender inbox;

    @Test
    void whoJoinedWithAPhoneLinksALoginByTheirIdentity() {
        var number = People.believed();
        joinedByPhone(number);
        asWorker(worker).get("/v1/members/me").then().statusCode(404);
        link(worker).statusCode(409).body("code", equalTo("IDENTITY_NOT_CONFIRMED"));
        vouch(worker, number, "王小红");
        link(worker).statusCode(409).body("code", equalTo("IDENTITY_NOT_CONFIRMED"));
        vouch(worker, number, "王小明");
        link(worker).statusCode(200).body("state", equalTo("ACTIVE"));
        link(worker).statusCode(200);
        asWorker(worker).get("/v1/members/me").then().statusCode(200);
        var other = worker();
        vouch(other, number, "王小明");
        link(other).statusCode(409).body("code", equalTo("MEMBER_HAS_ANOTHER_ACCOUNT"));
        var nobody = worker();
        vouch(nobody, People.believed(), "王小明");
        link(nobody).statusCode(404).body("code", equalTo("NOT_A_MEMBER"));
    }

    @Test
    void whomTheProviderKnowsHasTheirMembershipAtOnce() {
        var number = People.believed();
        vouch(worker, number, "王小明");
        var id = Answers.id(
                asWorker(worker)
                        .header("Idempotency-Key", UUID.randomUUID().toString())
                        .body(application(number, Map.of("joinCode", code)))
                        .post("/v1/join-applications"),
                201);
        awaitState(id, "ROUTED");
        reviewed(id).body("review.warnings", empty());
        approve(officer, id).then().statusCode(200);
        asWorker(worker).get("/v1/members/me").then().statusCode(200);
    }

    @Test
    void aLoginOfWhichTheProviderSaysNothingBecomesNobodys() {
        var number = People.believed();
        var owner = worker();
        vouch(owner, number, "王小明");
        vouch(worker, People.believed(), "王小明");
        admittedWithoutLogin(number);
        link(worker).statusCode(404).body("code", equalTo("NOT_A_MEMBER"));
        link(owner).statusCode(200).body("state", equalTo("ACTIVE"));
    }

    @Test
    void aNameAloneIsNotWhoTheLoginBelongsTo() {
        var number = People.believed();
        vouch(worker, number, "王小红");
        admittedWithoutLogin(number);
    }

    @Test
    void aProviderThatIsAwayStopsNobody() {
        var number = People.believed();
        UserinfoStub.away(worker);
        admittedWithoutLogin(number);
        link(worker).statusCode(503);
        vouch(worker, number, "王小明");
        link(worker).statusCode(200).body("state", equalTo("ACTIVE"));
    }

    @Test
    void aTokenBehindWhichTheProviderKnowsNobodyLinksNothing() {
        UserinfoStub.foreign(worker);
        link(worker).statusCode(409).body("code", equalTo("IDENTITY_NOT_CONFIRMED"));
    }

    @Test
    void aProviderThatDoesNotAnswerIsNotWaitedForLong() {
        var number = People.believed();
        UserinfoStub.silent(worker);
        admittedWithoutLogin(number);
        link(worker).statusCode(503).body("code", equalTo("UNAVAILABLE"));
        vouch(worker, number, "王小明");
        link(worker).statusCode(200);
    }

    @Test
    void aQuestionOnAConnectionThatTheProviderJustClosedIsAskedAgain() {
        var number = People.believed();
        UserinfoStub.away(worker);
        admittedWithoutLogin(number);
        vouch(worker, number, "王小明");
        UserinfoStub.hangUpOnce(worker);
        link(worker).statusCode(200).body("state", equalTo("ACTIVE"));
    }

    @Test
    void aCorrectionIsVouchedForAnew() {
        var own = People.believed();
        vouch(worker, own, "王小明");
        var draft = Answers.id(apply(Map.of("draft", true, "joinCode", code)), 201);
        assertThat(isVouched(draft)).isFalse();
        correct(draft, own);
        assertThat(isVouched(draft)).isTrue();
        UserinfoStub.away(worker);
        correct(draft, own);
        assertThat(isVouched(draft)).isTrue();
        correct(draft, People.believed());
        assertThat(isVouched(draft)).isFalse();
    }

    private void correct(UUID draft, String number) {
        asWorker(worker)
                .contentType("application/merge-patch+json")
                .header("If-Match", my(draft).header("ETag"))
                .body("{\"identity\": {\"number\": \"%s\"}}".formatted(number))
                .patch("/v1/join-applications/" + draft)
                .then()
                .statusCode(200);
    }

    private boolean isVouched(UUID application) {
        return sql.first("select account_vouched from join_application where id = ?", row -> row.flag(1), application)
                .orElseThrow();
    }

    /** The worker applies for somebody whom the provider does not know them as. */
    private void admittedWithoutLogin(String number) {
        var id = underReview(worker, number, code);
        reviewed(id).body("review.warnings", contains("ACCOUNT_NOT_CONFIRMED"));
        my(id).then().body("review", nullValue());
        approve(officer, id).then().statusCode(200).body("state", equalTo("MEMBER_CREATED"));
        asWorker(worker).get("/v1/members/me").then().statusCode(404);
        search(officer, byNumber(number)).then().body("items[0].hasAccount", equalTo(false));
    }

    private io.restassured.response.ValidatableResponse reviewed(UUID application) {
        return as(officer).get("/v1/join-applications/" + application).then();
    }

    private static io.restassured.response.ValidatableResponse link(String account) {
        return asWorker(account).put("/v1/members/me/login").then();
    }

    private static void vouch(String account, String number, String name) {
        UserinfoStub.vouch(account, UserinfoStub.holder(number, name));
    }

    private void joinedByPhone(String number) {
        var phone = People.phone();
        String verification = Answers.text(
                given().contentType(ContentType.JSON)
                        .body(Map.of("phone", phone, "purpose", "JOIN_APPLICATION"))
                        .post("/v1/phone-verifications"),
                201,
                "id");
        var sent = Awaitility.await()
                .atMost(10, TimeUnit.SECONDS)
                .until(() -> inbox.newestCode(new MobilePhone(phone)), code -> code.isPresent())
                .orElseThrow();
        String token = Answers.text(
                given().contentType(ContentType.JSON)
                        .body(Map.of("code", sent))
                        .post("/v1/phone-verifications/" + verification + "/confirm"),
                200,
                "token");
        var body = application(number, Map.of("joinCode", code));
        body.remove("phone");
        var application = UUID.fromString(given().auth()
                .oauth2(token)
                .contentType(ContentType.JSON)
                .body(body)
                .post("/v1/join-applications")
                .then()
                .statusCode(201)
                .body("phone", equalTo("137****" + phone.substring(7)))
                .extract()
                .path("id"));
        awaitState(application, "ROUTED");
        given().auth()
                .oauth2(token)
                .get("/v1/join-applications/" + application)
                .then()
                .statusCode(200)
                .body("state", equalTo("ROUTED"));
        asAdmin()
                .post("/v1/join-applications/" + application + "/approve")
                .then()
                .statusCode(200);
        search(officer, byNumber(number)).then().body("items[0].hasAccount", equalTo(false));
    }
}
