package cn.zhigong.membership.joining;

import static cn.zhigong.membership.joining.JoiningFixtures.application;
import static cn.zhigong.membership.joining.JoiningFixtures.awaitState;
import static cn.zhigong.membership.organisation.OrganisationFixtures.as;
import static cn.zhigong.membership.organisation.OrganisationFixtures.asAdmin;
import static io.restassured.RestAssured.given;
import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.not;

import cn.zhigong.membership.MovedClock;
import cn.zhigong.membership.phone.InboxSmsSender;
import cn.zhigong.platform.background.BackgroundLoops;
import cn.zhigong.platform.reference.MobilePhone;
import cn.zhigong.platform.testing.Answers;
import cn.zhigong.platform.testing.EventsOnKafka;
import cn.zhigong.platform.testing.Infrastructure;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** Applicants without account, whose right to follow an application ends after two hours. */
@QuarkusTest
@QuarkusTestResource(Infrastructure.class)
@QuarkusTestResource(MovedClock.class)
class ResumingTest extends AtAUnion {

    /** Of the code that an application was filed with. */
    private static final String USES =
            "select c.uses::text from join_application a join join_code c on c.id = a.join_code_id where a.id = ?";

    @Inject
    InboxSmsSender inbox;

    @Inject
    BackgroundLoops loops;

    private final String phone = People.phone();
    private final String number = People.believed();

    /** Proves a phone; the token it gives. */
    private String proved(String number) {
        var before = inbox.newestCode(new MobilePhone(number));
        // From an address of its own, or the limit of one test would decide in another.
        var address = "2001:db8:" + number.substring(3, 7) + ":" + number.substring(7) + "::1";
        String id = Answers.text(
                given().header("X-Forwarded-For", address)
                        .contentType(ContentType.JSON)
                        .body(Map.of("phone", number, "purpose", "JOIN_APPLICATION"))
                        .post("/v1/phone-verifications"),
                201,
                "id");
        var sent = await().atMost(5, SECONDS)
                .until(() -> inbox.newestCode(new MobilePhone(number)), now -> now.isPresent() && !now.equals(before));
        return given().contentType(ContentType.JSON)
                .body(Map.of("code", sent.orElseThrow()))
                .post("/v1/phone-verifications/" + id + "/confirm")
                .then()
                .statusCode(200)
                .extract()
                .path("token");
    }

    private static RequestSpecification with(String token) {
        return given().auth().oauth2(token).contentType(ContentType.JSON);
    }

    private Response file(String token, String document) {
        return with(token).body(application(document, Map.of("joinCode", code))).post("/v1/join-applications");
    }

    private UUID filed(String token, String document) {
        return Answers.id(file(token, document), 201);
    }

    private UUID returned(String token) {
        var id = filed(token, number);
        awaitState(id, "ROUTED");
        as(officer)
                .body(Map.of("reasons", List.of("EMPLOYER"), "note", "请填写单位"))
                .post("/v1/join-applications/" + id + "/return")
                .then()
                .statusCode(200);
        return id;
    }

    private void theRightEnds() {
        MovedClock.advance(clock, Duration.ofHours(2));
    }

    @Test
    void whoProvesTheSamePhoneAgainGoesOnWithTheirApplication() {
        var before = proved(phone);
        var id = returned(before);
        theRightEnds();
        with(before).get("/v1/join-applications/" + id).then().statusCode(401);
        var now = proved(phone);
        var resumed = file(now, number);
        resumed.then()
                .statusCode(201)
                .body("id", equalTo(id.toString()))
                .body("state", equalTo("RETURNED"))
                .body("reasons", contains("EMPLOYER"))
                .body("note", equalTo("请填写单位"));
        with(now)
                .contentType("application/merge-patch+json; charset=UTF-8")
                .header("If-Match", resumed.header("ETag"))
                .body("{\"employer\": {\"name\": \"某快递公司\"}}")
                .patch("/v1/join-applications/" + id)
                .then()
                .statusCode(200);
        with(now).post("/v1/join-applications/" + id + "/submit").then().statusCode(200);
        awaitState(id, "ROUTED");
    }

    @Test
    void anApplicationUnderReviewIsFollowedAgainInsteadOfRefusedAsTwice() {
        var id = filed(proved(phone), number);
        awaitState(id, "ROUTED");
        theRightEnds();
        file(proved(phone), number).then().body("id", equalTo(id.toString())).body("state", equalTo("ROUTED"));
    }

    @Test
    void anotherPhoneWithTheSameDocumentReachesNothing() {
        var id = returned(proved(phone));
        var account = account(id);
        theRightEnds();
        var attacker = proved(People.phone());
        file(attacker, number)
                .then()
                .statusCode(201)
                .body("id", not(equalTo(id.toString())))
                .body("state", equalTo("SUBMITTED"));
        with(attacker).get("/v1/join-applications/" + id).then().statusCode(404);
        with(attacker).post("/v1/join-applications/" + id + "/withdraw").then().statusCode(404);
        assertThat(account(id)).isEqualTo(account);
    }

    @Test
    void theSamePhoneWithAnotherDocumentReachesNothing() {
        var id = returned(proved(phone));
        var account = account(id);
        theRightEnds();
        var heir = proved(phone);
        file(heir, People.believed())
                .then()
                .statusCode(201)
                .body("id", not(equalTo(id.toString())))
                .body("state", equalTo("SUBMITTED"));
        with(heir).get("/v1/join-applications/" + id).then().statusCode(404);
        with(heir).get("/v1/members/me/applications").then().body("items.id", not(contains(id.toString())));
        assertThat(account(id)).isEqualTo(account);
    }

    @Test
    void anApplicationOfALoginIsItsLoginsAlone() {
        var worker = JoiningFixtures.worker();
        var mine = UUID.fromString(JoiningFixtures.asWorker(worker)
                .body(application(number, Map.of("joinCode", code, "phone", phone)))
                .post("/v1/join-applications")
                .path("id"));
        file(proved(phone), number).then().statusCode(201).body("id", not(equalTo(mine.toString())));
        assertThat(account(mine)).isEqualTo(worker);
    }

    @Test
    void whatIsLeftLyingForNinetyDaysCountsAsTakenBack() {
        var lying = returned(proved(phone));
        var fresh = filed(proved(People.phone()), People.doubted());
        awaitState(fresh, "IDENTITY_FAILED");
        var limit = clock.instant().minus(LeftLying.LONGEST_REST);
        restSince(lying, limit);
        restSince(fresh, limit.plus(Duration.ofHours(1)));
        sql.update(
                "update join_code set max_uses = 9, uses = 9 where id in"
                        + " (select join_code_id from join_application where id = ?)",
                lying);
        loops.wake(LeftLying.class);
        awaitState(lying, "WITHDRAWN");
        assertThat(one(USES, lying)).contains("8");
        asAdmin().get("/v1/join-applications/" + lying).then().body("reasons", contains("LEFT_LYING"));
        asAdmin().get("/v1/join-applications/" + fresh).then().body("state", equalTo("IDENTITY_FAILED"));
        assertThat(one(
                        "select count(*)::text from audit_entry where action = 'join-application.lapse'"
                                + " and object_id = ?::text",
                        lying))
                .contains("1");
        var told = EventsOnKafka.await(JoinEvent.TOPIC, lying, 4).getLast().json();
        assertThat(told.path("state").asText()).isEqualTo("WITHDRAWN");
        assertThat(told.path("reasons").path(0).asText()).isEqualTo("LEFT_LYING");
    }

    private void restSince(UUID application, Instant time) {
        sql.update("update join_application set rests_since = ? where id = ?", time, application);
    }

    private String account(UUID application) {
        return one("select account from join_application where id = ?", application)
                .orElseThrow();
    }

    private Optional<String> one(String query, UUID application) {
        return sql.first(query, row -> row.text(1), application);
    }
}
