package cn.zhigong.membership.joining;

import static cn.zhigong.membership.joining.JoiningFixtures.approve;
import static cn.zhigong.membership.joining.JoiningFixtures.asWorker;
import static cn.zhigong.membership.joining.JoiningFixtures.awaitState;
import static cn.zhigong.membership.joining.JoiningFixtures.code;
import static cn.zhigong.membership.joining.JoiningFixtures.filed;
import static cn.zhigong.membership.joining.JoiningFixtures.underReview;
import static cn.zhigong.membership.joining.JoiningFixtures.worker;
import static cn.zhigong.membership.organisation.OrganisationFixtures.as;
import static cn.zhigong.membership.organisation.OrganisationFixtures.asAdmin;
import static cn.zhigong.membership.organisation.OrganisationFixtures.district;
import static cn.zhigong.membership.organisation.OrganisationFixtures.grant;
import static cn.zhigong.membership.organisation.OrganisationFixtures.officer;
import static cn.zhigong.membership.organisation.OrganisationFixtures.organisation;
import static cn.zhigong.membership.organisation.OrganisationFixtures.root;
import static cn.zhigong.platform.testing.Refusals.refused;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.not;

import cn.zhigong.membership.MovedClock;
import cn.zhigong.platform.testing.Answers;
import cn.zhigong.platform.testing.Infrastructure;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What officers do with applications, and what they cannot. */
@QuarkusTest
@QuarkusTestResource(Infrastructure.class)
@QuarkusTestResource(MovedClock.class)
class ReviewingTest extends AtAUnion {

    private UUID underReviewHere() {
        return underReview(worker(), People.believed(), code);
    }

    private static Response post(String account, UUID application, String verb, Map<String, ?> body) {
        return as(account).body(body).post("/v1/join-applications/" + application + "/" + verb);
    }

    @Test
    void whatIsReturnedComesBackCorrected() {
        var id = underReview(worker, People.believed(), code);
        post(officer, id, "return", Map.of("reasons", List.of("EMPLOYER"), "note", "请填写单位"))
                .then()
                .statusCode(200)
                .body("state", equalTo("RETURNED"));
        var mine = asWorker(worker).get("/v1/join-applications/" + id);
        mine.then().body("reasons", contains("EMPLOYER")).body("note", equalTo("请填写单位"));
        asWorker(worker)
                .contentType("application/merge-patch+json; charset=UTF-8")
                .header("If-Match", mine.header("ETag"))
                .body("{\"employer\": {\"name\": \"某快递公司\"}}")
                .patch("/v1/join-applications/" + id)
                .then()
                .statusCode(200)
                .body("employer.name", equalTo("某快递公司"));
        asWorker(worker).post("/v1/join-applications/" + id + "/submit").then().statusCode(200);
        awaitState(id, "ROUTED");
        approve(officer, id).then().statusCode(200);
    }

    @Test
    void aRefusalHasAReasonOfTheList() {
        var id = underReviewHere();
        post(officer, id, "reject", Map.of("reason", "DUPLICATE_APPLICATION"))
                .then()
                .statusCode(422);
        post(officer, id, "reject", Map.of("reason", "BECAUSE")).then().statusCode(400);
        post(officer, id, "reject", Map.of("reason", "NOT_OF_THIS_UNION"))
                .then()
                .statusCode(200)
                .body("state", equalTo("REJECTED"));
        approve(officer, id)
                .then()
                .statusCode(409)
                .body("code", equalTo("ILLEGAL_TRANSITION"))
                .body("state", equalTo("REJECTED"))
                .body("allowed", empty());
    }

    @Test
    void anotherDistrictsOfficerKnowsOfNothing() {
        var id = underReviewHere();
        var stranger = officer(district(), "CHAIR");
        as(stranger).get("/v1/join-applications/" + id).then().statusCode(404);
        approve(stranger, id).then().statusCode(404);
        post(stranger, id, "reject", Map.of("reason", "OTHER")).then().statusCode(404);
        as(stranger).get("/v1/join-applications").then().statusCode(200).body("items", empty());
        as(stranger).get("/v1/join-applications?under=" + union).then().statusCode(404);
        var viewer = officer(union, "VIEWER");
        as(viewer).get("/v1/join-applications/" + id).then().statusCode(200);
        approve(viewer, id).then().statusCode(403);
    }

    @Test
    void aListIsWhatOneIsAnOfficerOf() {
        var id = underReviewHere();
        var districtOfficer = officer(district, "REVIEWER");
        as(districtOfficer).get("/v1/join-applications?state=ROUTED").then().body("items.id", contains(id.toString()));
        as(districtOfficer).get("/v1/join-applications?state=RETURNED").then().body("items", empty());
        as(districtOfficer)
                .get("/v1/join-applications?submittedAfter=2099-01-01T00:00:00Z")
                .then()
                .body("items", empty());
    }

    @Test
    void aBatchDecidesEachForItself() {
        var own = underReviewHere();
        var elsewhere = organisation(district(), "BASIC");
        var foreign = underReview(worker(), People.believed(), code(elsewhere, clock));
        var unknown = UUID.randomUUID();
        as(officer)
                .body(Map.of("ids", List.of(own, foreign, unknown)))
                .post("/v1/join-applications/approve")
                .then()
                .statusCode(200)
                .body("items.status", contains(200, 404, 404))
                .body("items.code", contains(null, "NOT_FOUND", "NOT_FOUND"));
        as(officer)
                .body(Map.of("ids", List.of(own)))
                .post("/v1/join-applications/approve")
                .then()
                .body("items[0].status", equalTo(409))
                .body("items[0].code", equalTo("ILLEGAL_TRANSITION"));
        var many = Stream.generate(UUID::randomUUID).limit(201).toList();
        as(officer)
                .body(Map.of("ids", many))
                .post("/v1/join-applications/approve")
                .then()
                .statusCode(422);
    }

    @Test
    void nobodyDecidesAboutThemselves() {
        var id = underReview(officer, People.believed(), code);
        refused(approve(officer, id), 403, "OWN_APPLICATION");
        var colleague = officer(union, "REVIEWER");
        approve(colleague, id).then().statusCode(200);
    }

    @Test
    void ofFiftyDecisionsAtOnceOneWins() throws Exception {
        var id = underReview(worker, People.believed(), code);
        var crowd = new ArrayList<Callable<Response>>();
        for (var i = 0; i < 25; i++) {
            crowd.add(() -> approve(officer, id));
            crowd.add(() -> asWorker(worker).post("/v1/join-applications/" + id + "/withdraw"));
        }
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var answers = threads.invokeAll(crowd).stream()
                    .map(done -> done.resultNow())
                    .toList();
            assertThat(answers.stream().filter(one -> one.statusCode() == 200)).hasSize(1);
            assertThat(answers.stream().filter(one -> one.statusCode() == 409))
                    .hasSize(49)
                    .allSatisfy(one -> assertThat(one.<String>path("code")).isEqualTo("ILLEGAL_TRANSITION"));
        }
        var members = sql.first(
                        "select count(*) from join_application a join member m on m.id = a.member_id where a.id = ?",
                        row -> row.integer(1),
                        id)
                .orElseThrow();
        assertThat(members).isLessThanOrEqualTo(1);
    }

    @Test
    void aPoolNamesTheUnionThatTakesTheWorkerIn() {
        var id = Answers.id(
                asWorker(worker)
                        .body(JoiningFixtures.application(People.believed(), Map.of()))
                        .post("/v1/join-applications"),
                201);
        awaitState(id, "ROUTED");
        var city = officer(root(), "REVIEWER");
        refused(approve(city, id), 422, "UNION_NOT_CHOSEN");
        post(city, id, "approve", Map.of("organisationId", union))
                .then()
                .statusCode(200)
                .body("organisationId", equalTo(union.toString()));
    }

    @Test
    void aLoginOfSomebodyElseIsPointedOutAndNotTaken() {
        JoiningFixtures.member(worker, People.believed(), union, clock);
        var id = underReview(worker, People.believed(), code);
        as(officer)
                .get("/v1/join-applications/" + id)
                .then()
                .body("review.warnings", hasItem("ACCOUNT_OF_ANOTHER_PERSON"));
        String before = asWorker(worker).get("/v1/members/me").path("id");
        approve(officer, id).then().statusCode(200).body("memberId", not(equalTo(before)));
        asWorker(worker).get("/v1/members/me").then().body("id", equalTo(before));
    }

    @Test
    void aWorkerReviewsNothing() {
        var id = filed(worker, People.believed(), code);
        asWorker(worker).post("/v1/join-applications/" + id + "/approve").then().statusCode(403);
        asWorker(worker).get("/v1/join-applications").then().statusCode(403);
        asAdmin().get("/v1/join-applications?limt=1").then().statusCode(400);
        grant(union, worker, "VIEWER");
        asWorker(worker).post("/v1/join-applications/approve").then().statusCode(403);
    }
}
