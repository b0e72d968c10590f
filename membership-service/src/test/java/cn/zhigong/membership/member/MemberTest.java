package cn.zhigong.membership.member;

import static cn.zhigong.membership.joining.JoiningFixtures.application;
import static cn.zhigong.membership.joining.JoiningFixtures.asWorker;
import static cn.zhigong.membership.joining.JoiningFixtures.awaitState;
import static cn.zhigong.membership.joining.JoiningFixtures.code;
import static cn.zhigong.membership.joining.JoiningFixtures.member;
import static cn.zhigong.membership.joining.JoiningFixtures.worker;
import static cn.zhigong.membership.organisation.OrganisationFixtures.as;
import static cn.zhigong.membership.organisation.OrganisationFixtures.asAdmin;
import static cn.zhigong.membership.organisation.OrganisationFixtures.district;
import static cn.zhigong.membership.organisation.OrganisationFixtures.officer;
import static cn.zhigong.membership.organisation.OrganisationFixtures.organisation;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;

import cn.zhigong.membership.MovedClock;
import cn.zhigong.membership.joining.People;
import cn.zhigong.membership.phone.InboxSmsSender;
import cn.zhigong.platform.reference.MobilePhone;
import cn.zhigong.platform.sql.Sql;
import cn.zhigong.platform.testing.Infrastructure;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What members see of themselves, officers of members, and nobody of anybody else. */
@QuarkusTest
@QuarkusTestResource(Infrastructure.class)
@QuarkusTestResource(MovedClock.class)
@QuarkusTestResource(UserinfoStub.class)
class MemberTest {

    @Inject
    InstantSource clock;

    @Inject
    Sql sql;

    @Inject
    InboxSmsSender inbox;

    @Inject
    Skills skills;

    private UUID union;
    private String officer;
    private String worker;

    @BeforeEach
    void aUnionWithAnOfficer() {
        union = organisation(district(), "BASIC");
        officer = officer(union, "REVIEWER");
        worker = worker();
    }

    private UUID joined(String number) {
        member(worker, number, union, clock);
        return UUID.fromString(asWorker(worker).get("/v1/members/me").path("id"));
    }

    private Response search(String account, Map<String, ?> body) {
        return as(account).body(body).post("/v1/members/search");
    }

    private static Map<String, ?> byNumber(String number) {
        return Map.of("identity", Map.of("type", "RESIDENT_ID", "number", number), "purpose", "核对会籍");
    }

    @Test
    void whoIsNoMemberIsToldHowToBecomeOne() {
        asWorker(worker).get("/v1/members/me").then().statusCode(404).body("code", equalTo("NOT_A_MEMBER"));
        asWorker(worker).get("/v1/members/me/card").then().statusCode(404).body("code", equalTo("NOT_A_MEMBER"));
    }

    @Test
    void officersSeeTheMembersOfTheirUnionsOnly() {
        var id = joined(People.believed());
        as(officer)
                .get("/v1/members/" + id)
                .then()
                .statusCode(200)
                .body("name", equalTo("王**"))
                .body("channel", equalTo("CODE"));
        as(officer).get("/v1/members").then().body("items.id", contains(id.toString()));
        as(officer).get("/v1/members?state=RETAINED").then().body("items", empty());
        String number = as(officer).get("/v1/members/" + id).path("number");
        as(officer).get("/v1/members?q=" + number).then().body("items", hasSize(1));
        var stranger = officer(district(), "CHAIR");
        as(stranger).get("/v1/members/" + id).then().statusCode(404).body("code", equalTo("NOT_FOUND"));
        as(stranger).get("/v1/members").then().body("items", empty());
        as(stranger).get("/v1/members?under=" + union).then().statusCode(404);
        as(stranger).get("/v1/members?q=" + number).then().body("items", empty());
    }

    @Test
    void aMemberDoesNotReadAnother() {
        var id = joined(People.believed());
        var other = worker();
        asWorker(other).get("/v1/members/" + id).then().statusCode(403);
        asWorker(other).get("/v1/members").then().statusCode(403);
    }

    @Test
    void aNumberOrAPhoneIsNoPartOfAnAddress() {
        as(officer).get("/v1/members?q=" + People.believed()).then().statusCode(400);
        as(officer).get("/v1/members?phone=13812345678").then().statusCode(400);
        as(officer).get("/v1/members?unionId=" + union).then().statusCode(400);
    }

    @Test
    void aSearchFindsOnesOwnAndHasAPurpose() {
        var number = People.believed();
        var id = joined(number);
        search(officer, byNumber(number)).then().statusCode(200).body("items.id", contains(id.toString()));
        var stranger = officer(district(), "CHAIR");
        search(stranger, byNumber(number)).then().statusCode(200).body("items", empty());
        search(officer, Map.of("identity", Map.of("type", "RESIDENT_ID", "number", number)))
                .then()
                .statusCode(422);
        search(officer, Map.of("purpose", "核对会籍")).then().statusCode(422);
        search(officer, Map.of("phone", "13812345678", "purpose", "找 " + number))
                .then()
                .statusCode(422);
        var audited = sql.first(
                "select detail->>'purpose' from audit_entry where action = 'member.search' and actor = ?",
                row -> row.getString(1),
                officer);
        assertThat(audited).contains("核对会籍");
    }

    @Test
    void searchesAreFew() {
        for (var i = 0; i < 5; i++) {
            search(officer, byNumber(People.believed())).then().statusCode(200);
        }
        search(officer, byNumber(People.believed()))
                .then()
                .statusCode(429)
                .header("Retry-After", notNullValue())
                .body("code", equalTo("TOO_MANY_REQUESTS"));
    }

    @Test
    void aPhoneFindsItsMember() {
        var phone = People.phone();
        var body = application(People.believed(), Map.of("joinCode", code(union, clock), "phone", phone));
        var application = UUID.fromString(asWorker(worker)
                .body(body)
                .post("/v1/join-applications")
                .then()
                .statusCode(201)
                .extract()
                .path("id"));
        awaitState(application, "ROUTED");
        asAdmin()
                .post("/v1/join-applications/" + application + "/approve")
                .then()
                .statusCode(200);
        search(officer, Map.of("phone", "+86 " + phone, "purpose", "回访"))
                .then()
                .statusCode(200)
                .body("items", hasSize(1));
    }

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
        var body = application(number, Map.of("joinCode", code(union, clock)));
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

    @Test
    void aTransferIsSeenFromBothSides() {
        var number = People.believed();
        joined(number);
        var target = organisation(district(), "BASIC");
        var receiving = officer(target, "REVIEWER");
        var again = asWorker(worker)
                .body(application(number, Map.of("joinCode", code(target, clock))))
                .post("/v1/join-applications")
                .<String>path("id");
        awaitState(UUID.fromString(again), "CONVERTED_TO_TRANSFER");
        as(officer).get("/v1/transfers").then().body("items.applicationId", contains(again));
        as(receiving).get("/v1/transfers").then().body("items.applicationId", contains(again));
        as(officer(district(), "CHAIR")).get("/v1/transfers").then().body("items", empty());
        as(receiving).get("/v1/members").then().body("items", empty());
    }

    @Test
    void whoJoinsAgainIsKnownAsTheySayNow() {
        var number = People.believed();
        var first = joined(number);
        sql.update("update member set state = 'WITHDRAWN' where id = ?", first);
        var phone = People.phone();
        var identity = Map.of("type", "RESIDENT_ID", "number", number, "name", "王大明");
        var again = UUID.fromString(asWorker(worker)
                .body(application(number, Map.of("joinCode", code(union, clock), "identity", identity, "phone", phone)))
                .post("/v1/join-applications")
                .then()
                .statusCode(201)
                .extract()
                .path("id"));
        awaitState(again, "ROUTED");
        asAdmin().post("/v1/join-applications/" + again + "/approve").then().statusCode(200);
        asWorker(worker)
                .get("/v1/members/me")
                .then()
                .body("id", not(equalTo(first.toString())))
                .body("name", equalTo("王大明"))
                .body("phone", equalTo("137****" + phone.substring(7)));
        search(officer, Map.of("phone", phone, "purpose", "回访")).then().body("items", hasSize(2));
    }

    @Test
    void aProfileShowsTheHighestSkillWhateverOrderTheNewsComeIn() {
        joined(People.believed());
        var person = sql.first(
                        "select person_id from member where account = ?", row -> row.getObject(1, UUID.class), worker)
                .orElseThrow();
        heard(person, "二级", "2026-05-01", 2);
        heard(person, "三级", "2024-05-01", 1);
        asWorker(worker)
                .get("/v1/members/me")
                .then()
                .body("skills.level", contains("二级"))
                .body("skills.level", not(empty()));
    }

    private void heard(UUID person, String level, String on, long version) {
        skills.promoted(new Skills.Promoted(person, "6-18-02-04", level, "Y1", LocalDate.parse(on), version));
    }
}
