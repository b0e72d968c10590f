package cn.zhigong.membership.member;

import static cn.zhigong.membership.joining.JoiningFixtures.application;
import static cn.zhigong.membership.joining.JoiningFixtures.asWorker;
import static cn.zhigong.membership.joining.JoiningFixtures.awaitState;
import static cn.zhigong.membership.joining.JoiningFixtures.worker;
import static cn.zhigong.membership.organisation.OrganisationFixtures.asAdmin;
import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.equalTo;

import cn.zhigong.membership.MovedClock;
import cn.zhigong.membership.joining.People;
import cn.zhigong.membership.phone.InboxSmsSender;
import cn.zhigong.platform.reference.MobilePhone;
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

/** How who joined without an account comes to one. */
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

    private static io.restassured.response.ValidatableResponse link(String account) {
        return asWorker(account).put("/v1/members/me/login").then();
    }

    private static void vouch(String account, String number, String name) {
        UserinfoStub.vouch(
                account,
                "{\"identity_type\":\"RESIDENT_ID\",\"identity_number\":\"%s\",\"real_name\":\"%s\"}"
                        .formatted(number, name));
    }

    private void joinedByPhone(String number) {
        var phone = People.phone();
        String verification = given().contentType(ContentType.JSON)
                .body(Map.of("phone", phone, "purpose", "JOIN_APPLICATION"))
                .post("/v1/phone-verifications")
                .then()
                .statusCode(201)
                .extract()
                .path("id");
        var sent = Awaitility.await()
                .atMost(10, TimeUnit.SECONDS)
                .until(() -> inbox.newestCode(new MobilePhone(phone)), code -> code.isPresent())
                .orElseThrow();
        String token = given().contentType(ContentType.JSON)
                .body(Map.of("code", sent))
                .post("/v1/phone-verifications/" + verification + "/confirm")
                .then()
                .statusCode(200)
                .extract()
                .path("token");
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
