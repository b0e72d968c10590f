package cn.zhigong.membership.joining;

import static cn.zhigong.membership.joining.JoiningFixtures.CHARTER;
import static cn.zhigong.membership.joining.JoiningFixtures.application;
import static cn.zhigong.membership.joining.JoiningFixtures.approve;
import static cn.zhigong.membership.joining.JoiningFixtures.asWorker;
import static cn.zhigong.membership.joining.JoiningFixtures.awaitState;
import static cn.zhigong.membership.joining.JoiningFixtures.code;
import static cn.zhigong.membership.joining.JoiningFixtures.file;
import static cn.zhigong.membership.joining.JoiningFixtures.filed;
import static cn.zhigong.membership.joining.JoiningFixtures.member;
import static cn.zhigong.membership.joining.JoiningFixtures.underReview;
import static cn.zhigong.membership.joining.JoiningFixtures.worker;
import static cn.zhigong.membership.organisation.OrganisationFixtures.as;
import static cn.zhigong.membership.organisation.OrganisationFixtures.asAdmin;
import static cn.zhigong.membership.organisation.OrganisationFixtures.district;
import static cn.zhigong.membership.organisation.OrganisationFixtures.officer;
import static cn.zhigong.membership.organisation.OrganisationFixtures.organisation;
import static io.restassured.RestAssured.given;
import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.matchesPattern;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import cn.zhigong.membership.MovedClock;
import cn.zhigong.platform.sql.Sql;
import cn.zhigong.platform.testing.Infrastructure;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.ThreadLocalRandom;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What a worker meets on the way in. */
@QuarkusTest
@QuarkusTestResource(Infrastructure.class)
@QuarkusTestResource(MovedClock.class)
class JoiningTest {

    @Inject
    InstantSource clock;

    @Inject
    Sql sql;

    private UUID union;
    private String officer;
    private String code;
    private String worker;

    @BeforeEach
    void aUnionWithAnOfficerAndACode() {
        union = organisation(district(), "BASIC");
        officer = officer(union, "REVIEWER");
        code = code(union, clock);
        worker = worker();
    }

    private Response apply(Map<String, ?> changes) {
        return asWorker(worker).body(application(People.believed(), changes)).post("/v1/join-applications");
    }

    private Response my(UUID application) {
        return asWorker(worker).get("/v1/join-applications/" + application);
    }

    private Response patch(UUID application, String tag, String body) {
        return asWorker(worker)
                .contentType("application/merge-patch+json; charset=UTF-8")
                .header("If-Match", tag)
                .body(body)
                .patch("/v1/join-applications/" + application);
    }

    @Test
    void aScannedCodeLeadsToAMembershipAndACard() {
        var number = People.believed();
        var filed = file(worker, number, code)
                .then()
                .statusCode(201)
                .body("state", equalTo("SUBMITTED"))
                .body("identity.number", equalTo("310***********" + number.substring(14)))
                .body("identity.name", equalTo("王**"))
                .body("phone", matchesPattern("137\\*{4}\\d{4}"))
                .extract();
        var id = UUID.fromString(filed.path("id"));
        assertThat(filed.header("Location")).isEqualTo("/v1/join-applications/" + id);
        awaitState(id, "ROUTED");
        my(id).then()
                .body("state", equalTo("ROUTED"))
                .body("routedBy", equalTo("JOIN_CODE"))
                .body("organisationId", equalTo(union.toString()))
                .body("reviewBy", notNullValue())
                .body("review", nullValue());
        approve(officer, id)
                .then()
                .statusCode(200)
                .body("state", equalTo("MEMBER_CREATED"))
                .body("review.decidedBy", equalTo(officer));
        asWorker(worker)
                .get("/v1/members/me")
                .then()
                .statusCode(200)
                .body("state", equalTo("ACTIVE"))
                .body("name", equalTo("王小明"))
                .body("number", matchesPattern("M\\d{10}"))
                .body("organisationId", equalTo(union.toString()));
        asWorker(worker).get("/v1/members/me/card").then().statusCode(200).body("maskedName", equalTo("王**"));
        asWorker(worker)
                .get("/v1/members/me/applications")
                .then()
                .body("items.id", contains(id.toString()))
                .body("items.state", contains("MEMBER_CREATED"));
    }

    @Test
    void whatIsWrongIsNamedByItsField() {
        var wrong = Map.of("type", "RESIDENT_ID", "number", "310115199003077517", "name", "王小明");
        apply(Map.of("identity", wrong))
                .then()
                .statusCode(422)
                .body("code", equalTo("INVALID_CONTENT"))
                .body("violations[0].field", equalTo("identity.number"))
                .body("violations[0].code", equalTo("CHECK_DIGIT"));
        var child = People.born(LocalDate.of(2015, 5, 5), 123);
        apply(Map.of("identity", Map.of("type", "RESIDENT_ID", "number", child, "name", "王小明")))
                .then()
                .statusCode(422)
                .body("code", equalTo("UNDER_WORKING_AGE"));
        apply(Map.of("charterVersion", "2018-10", "consents", List.of()))
                .then()
                .statusCode(422)
                .body("code", equalTo("CHARTER_OUTDATED"))
                .body("current", equalTo(CHARTER));
        apply(Map.of("consents", List.of()))
                .then()
                .statusCode(422)
                .body("violations.code", hasItem("CONSENT_TO_PERSONAL_INFORMATION"));
    }

    @Test
    void nobodyHandsInADecisionWithTheApplication() {
        apply(Map.of(
                        "joinCode",
                        code,
                        "state",
                        "APPROVED",
                        "memberId",
                        UUID.randomUUID(),
                        "routedBy",
                        "JOIN_CODE",
                        "version",
                        7,
                        "organisationId",
                        UUID.randomUUID()))
                .then()
                .statusCode(201)
                .body("state", equalTo("SUBMITTED"))
                .body("memberId", nullValue())
                .body("organisationId", equalTo(union.toString()));
    }

    @Test
    void aBadCodeIsRefusedAndUsesNothing() {
        file(worker, People.believed(), "guessed-" + UUID.randomUUID())
                .then()
                .statusCode(404)
                .body("code", equalTo("JOIN_CODE_UNKNOWN"));
        asAdmin().post("/v1/join-codes/" + code + "/revoke").then().statusCode(200);
        file(worker, People.believed(), code).then().statusCode(409).body("code", equalTo("JOIN_CODE_REVOKED"));
    }

    @Test
    void twentyAtOnceMakeOneApplication() throws Exception {
        var number = People.believed();
        List<Callable<Response>> crowd = Stream.generate(() -> (Callable<Response>) () -> file(worker, number, code))
                .limit(20)
                .toList();
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var answers = threads.invokeAll(crowd).stream()
                    .map(done -> done.resultNow())
                    .toList();
            var first = answers.stream().filter(one -> one.statusCode() == 201).toList();
            assertThat(first).hasSize(1);
            assertThat(answers.stream().filter(one -> one.statusCode() == 409))
                    .hasSize(19)
                    .allSatisfy(one -> {
                        assertThat(one.<String>path("code")).isEqualTo("APPLICATION_ALREADY_OPEN");
                        assertThat(one.<String>path("applicationId"))
                                .isEqualTo(first.getFirst().path("id"));
                    });
        }
    }

    @Test
    void ofTheSamePersonsTwoApplicationsOneGoesOn() {
        var number = People.believed();
        var other = worker();
        var second = code(organisation(district(), "BASIC"), clock);
        var one = filed(worker, number, code);
        var two = filed(other, number, second);
        awaitSettled(one);
        awaitSettled(two);
        assertThat(List.of(state(one), state(two))).containsExactlyInAnyOrder("ROUTED", "REJECTED");
        var refused = state(one).equals("REJECTED") ? one : two;
        asAdmin().get("/v1/join-applications/" + refused).then().body("reasons", contains("DUPLICATE_APPLICATION"));
    }

    private static String state(UUID application) {
        return asAdmin().get("/v1/join-applications/" + application).path("state");
    }

    private static void awaitSettled(UUID application) {
        await().atMost(20, SECONDS).until(() -> !state(application).equals("SUBMITTED"));
    }

    @Test
    void aPersonIsNeverAMemberTwice() {
        var number = People.believed();
        member(worker, number, union, clock);
        var elsewhere = organisation(district(), "BASIC");
        var again = filed(worker, number, code(elsewhere, clock));
        awaitState(again, "CONVERTED_TO_TRANSFER");
        my(again).then().body("state", equalTo("CONVERTED_TO_TRANSFER"));
        asWorker(worker)
                .get("/v1/members/me/transfers")
                .then()
                .body("items.state", contains("OPENED"))
                .body("items.toOrganisationId", contains(elsewhere.toString()));
        asWorker(worker).get("/v1/members/me").then().body("organisationId", equalTo(union.toString()));
    }

    @Test
    void aStrangerDoesNotLearnWhoIsAMember() {
        var known = People.believed();
        member(worker(), known, organisation(district(), "BASIC"), clock);
        var curious = worker();
        var plain = worker();
        var aboutMember = file(curious, known, code);
        var aboutNobody = file(plain, People.believed(), code);
        assertThat(aboutMember.statusCode()).isEqualTo(aboutNobody.statusCode()).isEqualTo(201);
        assertThat(told(aboutMember)).isEqualTo(told(aboutNobody));
        var id = UUID.fromString(aboutMember.path("id"));
        var other = UUID.fromString(aboutNobody.path("id"));
        awaitState(id, "CONVERTED_TO_TRANSFER");
        awaitState(other, "ROUTED");
        var seen = asWorker(curious).get("/v1/join-applications/" + id);
        var usual = asWorker(plain).get("/v1/join-applications/" + other);
        assertThat(told(seen)).isEqualTo(told(usual));
        assertThat(version(seen)).isEqualTo(version(usual));
        assertThat(seen.<String>path("state")).isEqualTo("ROUTED");
        file(curious, known, code).then().statusCode(409).body("code", equalTo("APPLICATION_ALREADY_OPEN"));
        asWorker(curious)
                .post("/v1/join-applications/" + id + "/withdraw")
                .then()
                .statusCode(200)
                .body("state", equalTo("WITHDRAWN"));
    }

    /** The part of the entity tag that tells how often something changed; the rest is of what is shown. */
    private static String version(Response answer) {
        return answer.header("ETag").split("-", -1)[0];
    }

    /** Everything but what each applicant said of themselves and when. */
    private static Map<String, Object> told(Response answer) {
        Map<String, Object> told = new HashMap<>(answer.jsonPath().getMap("$"));
        told.keySet().removeAll(Set.of("id", "identity", "phone", "submittedAt"));
        return told;
    }

    @Test
    void aSecondStrangerAtTheMembersOwnUnionIsADuplicateLikeAnybodyElse() {
        var known = People.believed();
        member(worker(), known, union, clock);
        awaitState(filed(worker(), known, code), "ROUTED");
        awaitState(filed(worker(), known, code), "REJECTED");
    }

    @Test
    void aStrangerAtTheMembersOwnUnionLearnsNoMore() {
        var known = People.believed();
        member(worker(), known, union, clock);
        var curious = worker();
        var plain = worker();
        var id = filed(curious, known, code);
        var other = filed(plain, People.believed(), code);
        awaitState(id, "ROUTED");
        awaitState(other, "ROUTED");
        var seen = asWorker(curious).get("/v1/join-applications/" + id);
        assertThat(told(seen)).isEqualTo(told(asWorker(plain).get("/v1/join-applications/" + other)));
        var reviewed = asAdmin().get("/v1/join-applications/" + id);
        reviewed.then().body("review.warnings", contains("ALREADY_MEMBER_HERE"));
        approve(officer, id).then().statusCode(409).body("code", equalTo("ALREADY_MEMBER_HERE"));
        as(officer)
                .body(Map.of("ids", List.of(id)))
                .post("/v1/join-applications/approve")
                .then()
                .statusCode(200)
                .body("items.code", contains("ALREADY_MEMBER_HERE"));
        assertThat(state(id)).isEqualTo("ROUTED");
    }

    @Test
    void whoAsksTheirOwnUnionAgainIsTold() {
        var number = People.believed();
        member(worker, number, union, clock);
        var again = filed(worker, number, code);
        awaitState(again, "REJECTED");
        my(again).then().body("reasons", contains("ALREADY_MEMBER_HERE"));
        file(worker, number, code).then().statusCode(201);
    }

    @Test
    void aMembershipMovesToOnePlaceAtATime() {
        var number = People.believed();
        var early = underReview(worker(), number, code);
        // As it was for one who became a member while this application lay there.
        sql.update("update join_application set state = 'RETURNED' where id = ?", early);
        member(worker, number, organisation(district(), "BASIC"), clock);
        var first = filed(worker, number, code(organisation(district(), "BASIC"), clock));
        awaitState(first, "CONVERTED_TO_TRANSFER");
        var second = filed(worker(), number, code(organisation(district(), "BASIC"), clock));
        awaitState(second, "REJECTED");
        asAdmin().get("/v1/join-applications/" + second).then().body("reasons", contains("DUPLICATE_APPLICATION"));
        sql.update("update join_application set state = 'ROUTED' where id = ?", early);
        approve(officer, early).then().statusCode(409).body("code", equalTo("TRANSFER_ALREADY_OPEN"));
        asWorker(worker).get("/v1/members/me/transfers").then().body("items.applicationId", contains(first.toString()));
        asWorker(worker)
                .post("/v1/join-applications/" + first + "/withdraw")
                .then()
                .statusCode(200);
        approve(officer, early).then().statusCode(200).body("state", equalTo("CONVERTED_TO_TRANSFER"));
    }

    @Test
    void aCorrectionAgreesToTheCharterAsItIsNow() {
        var draft = UUID.fromString(apply(Map.of("draft", true, "joinCode", code))
                .then()
                .statusCode(201)
                .extract()
                .path("id"));
        sql.update("update join_application set charter_version = '2018-10' where id = ?", draft);
        sql.update("update join_consent set version = '2018-10' where application_id = ?", draft);
        asWorker(worker)
                .post("/v1/join-applications/" + draft + "/submit")
                .then()
                .statusCode(422)
                .body("code", equalTo("CHARTER_OUTDATED"));
        var tag = my(draft).header("ETag");
        patch(draft, tag, "{\"charterVersion\": \"2023-10\"}")
                .then()
                .statusCode(422)
                .body("violations.code", hasItem("CONSENT_TO_OTHER_VERSION"));
        patch(draft, tag, """
                {"charterVersion": "2023-10", "consents": [{"purpose": "CHARTER", "version": "2023-10"},
                {"purpose": "PERSONAL_INFORMATION", "version": "2023-10"}]}""").then().statusCode(200).body("charterVersion", equalTo(CHARTER));
        asWorker(worker)
                .post("/v1/join-applications/" + draft + "/submit")
                .then()
                .statusCode(200);
        var kept = sql.list(
                "select purpose || ' ' || version from join_consent where application_id = ? order by 1",
                row -> row.getString(1),
                draft);
        assertThat(kept)
                .containsExactly(
                        "CHARTER 2018-10",
                        "CHARTER 2023-10",
                        "PERSONAL_INFORMATION 2018-10",
                        "PERSONAL_INFORMATION 2023-10");
    }

    @Test
    void anIdentityMayFailThreeTimes() {
        var id = filed(worker, People.doubted(), code);
        for (var tries = 1; tries < JoinApplication.IDENTITY_TRIES; tries++) {
            awaitState(id, "IDENTITY_FAILED");
            var tag = my(id).header("ETag");
            patch(id, tag, "{\"identity\": {\"number\": \"%s\"}}".formatted(People.doubted()))
                    .then()
                    .statusCode(200);
            asWorker(worker)
                    .post("/v1/join-applications/" + id + "/submit")
                    .then()
                    .statusCode(200)
                    .body("state", equalTo("SUBMITTED"));
        }
        awaitState(id, "REJECTED");
        my(id).then().body("reasons", contains("IDENTITY_NOT_CONFIRMED"));
        file(worker, People.believed(), code).then().statusCode(201);
    }

    @Test
    void aProviderThatDoesNotAnswerIsAskedAgain() {
        var id = filed(worker, People.unanswered(), code);
        await().atMost(20, SECONDS)
                .until(() -> sql.first("select checks from join_application where id = ?", row -> row.getInt(1), id)
                                .orElse(0)
                        > 1);
        assertThat(state(id)).isEqualTo("SUBMITTED");
        asWorker(worker)
                .post("/v1/join-applications/" + id + "/withdraw")
                .then()
                .statusCode(200);
    }

    @Test
    void aDraftWaitsForItsWorker() {
        var draft = UUID.fromString(apply(Map.of("draft", true, "joinCode", code))
                .then()
                .statusCode(201)
                .body("state", equalTo("DRAFT"))
                .extract()
                .path("id"));
        var tag = my(draft).header("ETag");
        patch(draft, "\"99\"", "{\"workerGroup\": null}").then().statusCode(412);
        patch(draft, tag, "{\"workerGroup\": null, \"state\": \"APPROVED\"}")
                .then()
                .statusCode(200)
                .body("workerGroup", nullValue())
                .body("state", equalTo("DRAFT"));
        asWorker(worker)
                .post("/v1/join-applications/" + draft + "/submit")
                .then()
                .statusCode(200);
        awaitState(draft, "ROUTED");
        patch(draft, my(draft).header("ETag"), "{\"workerGroup\": null}")
                .then()
                .statusCode(409)
                .body("code", equalTo("ILLEGAL_TRANSITION"))
                .body("state", equalTo("ROUTED"));
    }

    @Test
    void anotherWorkersApplicationDoesNotExist() {
        var id = filed(worker, People.believed(), code);
        var other = worker();
        asWorker(other)
                .get("/v1/join-applications/" + id)
                .then()
                .statusCode(404)
                .body("code", equalTo("NOT_FOUND"));
        asWorker(other).post("/v1/join-applications/" + id + "/withdraw").then().statusCode(404);
        asWorker(other).post("/v1/join-applications/" + id + "/submit").then().statusCode(404);
    }

    @Test
    void withoutACodeTheUnionIsFoundByThePlace() {
        var street = "31011" + "%04d".formatted(ThreadLocalRandom.current().nextInt(10_000));
        var subdistrict = organisation(district(), "SUBDISTRICT", Map.of("street", street));
        var id = UUID.fromString(
                apply(Map.of("street", street)).then().statusCode(201).extract().path("id"));
        awaitState(id, "ROUTED");
        my(id).then().body("routedBy", equalTo("STREET_UNION")).body("organisationId", equalTo(subdistrict.toString()));
    }

    @Test
    void aMalformedBodyOrAStrangerIsRefused() {
        asWorker(worker)
                .body("{\"identity\":")
                .post("/v1/join-applications")
                .then()
                .statusCode(400);
        given().contentType("application/json")
                .body(application(People.believed(), Map.of()))
                .post("/v1/join-applications")
                .then()
                .statusCode(401);
        asAdmin().get("/v1/join-applications?identityNumber=1").then().statusCode(400);
    }
}
