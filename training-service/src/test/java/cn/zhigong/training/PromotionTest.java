package cn.zhigong.training;

import static cn.zhigong.platform.testing.Refusals.refused;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.nullValue;

import cn.zhigong.platform.testing.EventsOnKafka;
import cn.zhigong.platform.testing.Infrastructure;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManagerFactory;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.hibernate.SessionFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** From the case to the certificate: submitted by the union, decided by the bureau. */
@QuarkusTest
@QuarkusTestResource(Infrastructure.class)
class PromotionTest extends OverHttp {

    @Inject
    EntityManagerFactory factory;

    @Test
    void aWinnerIsPromotedAndCertified() {
        var id = won(worker, "CITY_1", "2026", 1);
        as(worker, "member")
                .get("/v1/promotion-cases/" + id)
                .then()
                .statusCode(200)
                .body("state", equalTo("ELIGIBLE"))
                .body("proposedLevel", equalTo("TECHNICIAN"))
                .body("heldLevel", nullValue())
                .body("ruleId", equalTo("city-1-2024"));
        submit(officer, id).then().statusCode(200).body("state", equalTo("SUBMITTED"));
        String number = approve(bureau(), id)
                .then()
                .statusCode(200)
                .body("state", equalTo("CERTIFIED"))
                .extract()
                .path("certificateNumber");
        assertThat(number).matches("^Y000031000001\\d{2}2\\d{6}$");
        as(worker, "member")
                .get("/v1/skill-records/me")
                .then()
                .body("occupations[0].occupation", equalTo(WELDER))
                .body("occupations[0].level", equalTo("TECHNICIAN"))
                .body("occupations[0].history.certificateNumber", contains(number));
        var said = EventsOnKafka.awaitOne(SKILLS, person(worker), PROMOTED);
        assertThat(said.json().path("certificateNumber").asText()).isEqualTo(number);
    }

    @Test
    void twoWinsOfAYearGiveOnePromotionHoweverTheyAreApproved() throws Exception {
        var first = won(worker, "CITY_2", "2026", 1);
        var second = won(worker, "CITY_1", "2026", 2);
        submit(officer, first).then().statusCode(200);
        submit(officer, second).then().statusCode(200);
        List<Callable<Integer>> both = List.of(
                () -> approve(bureau(), first).statusCode(),
                () -> approve(bureau(), second).statusCode());
        try (var crowd = Executors.newVirtualThreadPerTaskExecutor()) {
            assertThat(crowd.invokeAll(both).stream().map(done -> done.resultNow()))
                    .containsExactlyInAnyOrder(200, 409);
        }
        as(worker, "member")
                .get("/v1/promotion-cases/me")
                .then()
                .body("items.state", containsInAnyOrder("CERTIFIED", "SUBMITTED"));
    }

    @Test
    void onlyTheMembersUnionSubmits() {
        var id = won(worker, "CITY_1", "2026", 1);
        refused(submit(neighbour, id), 404, "NOT_FOUND");
        refused(as(worker, "member").post("/v1/promotion-cases/" + id + "/submit"), 403, "FORBIDDEN");
        refused(bureau().post("/v1/promotion-cases/" + id + "/submit"), 403, "FORBIDDEN");
        submit(officer, id).then().statusCode(200);
        refused(submit(officer, id), 409, "ILLEGAL_TRANSITION");
    }

    @Test
    void onlyTheBureauDecidesAndOnlyOnceAndOnlyOnWhatWasSubmitted() {
        var id = won(worker, "CITY_1", "2026", 1);
        refused(approve(bureau(), id), 404, "NOT_FOUND");
        submit(officer, id).then().statusCode(200);
        refused(approve(as(officer, "officer"), id), 403, "FORBIDDEN");
        refused(approve(as("admin", "admin"), id), 403, "FORBIDDEN");
        refused(approve(partner("training:promotions:read"), id), 403, "FORBIDDEN");
        refused(bureau().body("{}").post("/v1/promotion-cases/" + id + "/approve"), 422, "INVALID_CONTENT");
        approve(partner("training:promotions:write"), id).then().statusCode(200);
        refused(approve(bureau(), id), 409, "ILLEGAL_TRANSITION");
        refused(refuse(id), 409, "ILLEGAL_TRANSITION");
        var said = EventsOnKafka.awaitOne(SKILLS, person(worker), PROMOTED);
        assertThat(EventsOnKafka.about(SKILLS, person(worker), PROMOTED)).containsExactly(said);
    }

    @Test
    void whatTheBureauRefusesIsOver() {
        var id = won(worker, "CITY_1", "2026", 1);
        submit(officer, id).then().statusCode(200);
        refuse(id).then().statusCode(200).body("state", equalTo("REFUSED")).body("refusalReason", equalTo("No proof"));
        refused(approve(bureau(), id), 409, "ILLEGAL_TRANSITION");
        // A refusal is no promotion: the next result of the year counts.
        as(worker, "member")
                .get("/v1/promotion-cases/" + won(worker, "CITY_1", "2026", 2))
                .then()
                .body("state", equalTo("ELIGIBLE"));
    }

    @Test
    void theBureauSeesWhatWasSubmittedAndAUnionItsMembers() {
        var id = won(worker, "CITY_1", "2026", 1);
        as(officer, "officer").get("/v1/promotion-cases?state=ELIGIBLE").then().body("items.id", contains(id));
        as(neighbour, "officer").get("/v1/promotion-cases").then().body("items", hasSize(0));
        as(officer, "officer").get("/v1/promotion-cases?under=" + union).then().body("items.id", contains(id));
        as(neighbour, "officer")
                .get("/v1/promotion-cases?under=" + union)
                .then()
                .statusCode(404);
        bureau().get("/v1/promotion-cases/" + id).then().statusCode(404);
        as(neighbour, "officer").get("/v1/promotion-cases/" + id).then().statusCode(404);
        as("nobody-" + tag, "member").get("/v1/promotion-cases/" + id).then().statusCode(404);
        bureau().get("/v1/promotion-cases?state=ELIGIBLE").then().body("items", hasSize(0));
        submit(officer, id).then().statusCode(200);
        partner("training:promotions:read")
                .get("/v1/promotion-cases/" + id)
                .then()
                .statusCode(200);
        assertThat(bureau().get("/v1/promotion-cases?state=SUBMITTED&limit=200")
                        .then()
                        .extract()
                        .<List<String>>path("items.id"))
                .contains(id);
        as(worker, "member").get("/v1/promotion-cases").then().statusCode(403);
    }

    @Test
    void theLevelCannotBeAssigned() {
        var id = won(worker, "CITY_2", "2026", 1);
        submit(officer, id).then().statusCode(200);
        bureau().body(Map.of(
                        "approvalNumber", "1",
                        "proposedLevel", "SENIOR_TECHNICIAN",
                        "certificateNumber", "Y000031000001261999999",
                        "level", "CHIEF_TECHNICIAN"))
                .post("/v1/promotion-cases/" + id + "/approve")
                .then()
                .statusCode(200)
                .body("proposedLevel", equalTo("SENIOR"));
        as(worker, "member").get("/v1/skill-records/me").then().body("occupations[0].level", equalTo("SENIOR"));
    }

    @Test
    void everyStepIsAudited() {
        var id = won(worker, "CITY_1", "2026", 1);
        submit(officer, id).then().statusCode(200);
        approve(bureau(), id).then().statusCode(200);
        var actions = sql.list("select action from audit_entry where object_id = ?", row -> row.text(1), id);
        assertThat(actions).containsExactlyInAnyOrder("promotion.open", "promotion.submit", "promotion.approve");
    }

    /** The second win of the year was eligible until the first one was certified. */
    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void whatIsFoundAgainstACaseAtItsSubmissionIsKept(boolean withKey) {
        var first = won(worker, "CITY_2", "2026", 1);
        var second = won(worker, "CITY_1", "2026", 2);
        submit(officer, first).then().statusCode(200);
        approve(bureau(), first).then().statusCode(200);
        var request = as(officer, "officer");
        (withKey ? request.header("Idempotency-Key", second) : request)
                .post("/v1/promotion-cases/" + second + "/submit")
                .then()
                .statusCode(409)
                .body("code", equalTo("NO_LONGER_ELIGIBLE"))
                .body("reasons", contains("YEARLY_CAP_REACHED"));
        as(worker, "member")
                .get("/v1/promotion-cases/" + second)
                .then()
                .body("state", equalTo("NOT_ELIGIBLE"))
                .body("heldLevel", equalTo("SENIOR"))
                .body("reasons", contains("YEARLY_CAP_REACHED"));
        refused(submit(officer, second), 409, "ILLEGAL_TRANSITION");
    }

    /** Two results, both proposing the same level; certifying one makes the next level due for the other. */
    @Test
    void theLevelThatIsDueAtSubmissionIsSubmitted() {
        var earlier = won(worker, "CITY_1", "2026", 1);
        var later = won(worker, "CITY_1", "2027", 2);
        submit(officer, later).then().statusCode(200).body("proposedLevel", equalTo("TECHNICIAN"));
        approve(bureau(), later).then().statusCode(200);
        submit(officer, earlier)
                .then()
                .statusCode(200)
                .body("state", equalTo("SUBMITTED"))
                .body("heldLevel", equalTo("TECHNICIAN"))
                .body("proposedLevel", equalTo("SENIOR_TECHNICIAN"));
        approve(bureau(), earlier).then().statusCode(200).body("state", equalTo("CERTIFIED"));
    }

    @Test
    void aLevelThatWasRevokedBelowTheProposedOneIsTheOneSubmitted() {
        var number = certified(worker, "CITY_1", "2026", 1);
        var next = won(worker, "CITY_1", "2027", 2);
        as(worker, "member")
                .get("/v1/promotion-cases/" + next)
                .then()
                .body("proposedLevel", equalTo("SENIOR_TECHNICIAN"));
        bureau().body(Map.of("reason", "Fraud"))
                .post("/v1/certificates/" + number + "/revoke")
                .then()
                .statusCode(200);
        submit(officer, next)
                .then()
                .statusCode(200)
                .body("heldLevel", nullValue())
                .body("proposedLevel", equalTo("TECHNICIAN"));
        approve(bureau(), next).then().statusCode(200).body("state", equalTo("CERTIFIED"));
    }

    /** What the bureau was asked for is not changed under its hands. */
    @Test
    void aLevelThatChangedAfterTheSubmissionIsNotApproved() {
        var earlier = won(worker, "CITY_1", "2026", 1);
        var later = won(worker, "CITY_1", "2027", 2);
        submit(officer, earlier).then().statusCode(200);
        submit(officer, later).then().statusCode(200);
        approve(bureau(), later).then().statusCode(200);
        approve(bureau(), earlier)
                .then()
                .statusCode(409)
                .body("code", equalTo("NO_LONGER_ELIGIBLE"))
                .body("reasons", contains("LEVEL_CHANGED"));
    }

    @Test
    void aPageOfCasesTakesAsManyStatementsAsASingleOne() {
        for (int i = 1; i <= 4; i++) {
            var ignored = won(worker, "CITY_1", "20%d".formatted(30 + i), i);
        }
        assertThat(statements("?limit=1")).isEqualTo(statements("?limit=4"));
    }

    private long statements(String query) {
        var counted = factory.unwrap(SessionFactory.class).getStatistics();
        counted.setStatisticsEnabled(true);
        counted.clear();
        as(officer, "officer").get("/v1/promotion-cases" + query).then().statusCode(200);
        return counted.getPrepareStatementCount();
    }
}
