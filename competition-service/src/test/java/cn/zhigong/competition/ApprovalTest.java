package cn.zhigong.competition;

import static cn.zhigong.competition.City.as;
import static cn.zhigong.competition.City.officer;
import static cn.zhigong.competition.City.step;
import static cn.zhigong.platform.testing.Refusals.refused;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import cn.zhigong.platform.sql.Sql;
import cn.zhigong.platform.testing.Answers;
import cn.zhigong.platform.testing.Infrastructure;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Whether a filed contest is approved or returned, and by whom. */
@QuarkusTest
@QuarkusTestResource(Infrastructure.class)
class ApprovalTest {

    @Inject
    Sql sql;

    City city;

    @BeforeEach
    void found() {
        city = new City(sql);
    }

    @Test
    void nobodyApprovesTheirOwnFiling() {
        var plan = new HashMap<>(city.plan(5));
        String id = Answers.text(officer(city.above).body(plan).post("/v1/contests"), 201, "id");
        City.done(city.organiser, id, "file");
        refused(step(city.above, id, "approve"), 403, "OWN_FILING");
        refused(as(city.above, "officer", "admin").post("/v1/contests/" + id + "/approve"), 403, "OWN_FILING");
        city.grant("second-" + city.tag, city.federation, "OFFICER");
        City.done("second-" + city.tag, id, "approve");
    }

    @Test
    void whoEditedThePlanDoesNotApproveIt() {
        String id = city.draft(5).then().extract().path("id");
        city.patch(officer(city.above), id, "\"1\"", Map.of("title", "Welding, as the federation wants it"))
                .then()
                .statusCode(200);
        City.done(city.organiser, id, "file");
        refused(step(city.above, id, "approve"), 403, "OWN_FILING");
    }

    @Test
    void aUnionThatDoesNotConferTheClassNeitherIsFiledWithNorApproves() {
        String drafted = city.draft(5).then().extract().path("id");
        String filed = city.contestAt("FILED", 5);
        city.moveOrganiserBelowTheNeighbour();
        assertUnfit(step(city.organiser, drafted, "file"));
        assertUnfit(step(city.neighbour, filed, "approve"));
        assertThat(city.state(drafted)).isEqualTo("DRAFT");
        assertThat(city.state(filed)).isEqualTo("FILED");
    }

    private static void assertUnfit(Response answer) {
        answer.then()
                .statusCode(409)
                .body("code", equalTo("CLASS_NO_LONGER_FITS"))
                .body("violations[0].code", equalTo("CLASS_BEYOND_AUTHORITY"));
    }

    @Test
    void theOrganiserCannotApproveAndAStrangerDoesNotKnowOfIt() {
        String id = city.contestAt("FILED", 5);
        refused(step(city.organiser, id, "approve"), 403, "FORBIDDEN");
        refused(step(city.neighbour, id, "approve"), 404, "NOT_FOUND");
    }

    @Test
    void theRootsOwnContestsAreApprovedByAnotherChair() {
        var plan = new HashMap<>(city.plan(5));
        plan.put("organiserId", city.federation);
        String id = officer(city.above)
                .body(plan)
                .post("/v1/contests")
                .then()
                .extract()
                .path("id");
        City.done(city.above, id, "file");
        city.grant("officer-" + city.tag, city.federation, "OFFICER");
        city.grant("chair-" + city.tag, city.federation, "CHAIR");
        refused(step("officer-" + city.tag, id, "approve"), 403, "FORBIDDEN");
        refused(step(city.above, id, "approve"), 403, "OWN_FILING");
        City.done("chair-" + city.tag, id, "approve");
    }

    @Test
    void aReturnedContestIsEditedAndFiledAgain() {
        String id = city.contestAt("FILED", 5);
        officer(city.above)
                .body(Map.of("reason", "The quota is too small"))
                .post("/v1/contests/" + id + "/return")
                .then()
                .statusCode(200)
                .body("state", equalTo("RETURNED"))
                .body("reason", equalTo("The quota is too small"));
        city.patch(id, "\"3\"", city.plan(50)).then().statusCode(200).body("events[0].quota", equalTo(50));
        City.done(city.organiser, id, "file");
        City.done(city.above, id, "approve");
    }
}
