package cn.zhigong.competition;

import static cn.zhigong.competition.City.as;
import static cn.zhigong.competition.City.officer;
import static cn.zhigong.competition.City.step;
import static cn.zhigong.platform.testing.Refusals.refused;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.nullValue;
import static org.hamcrest.Matchers.startsWith;

import cn.zhigong.platform.sql.Sql;
import cn.zhigong.platform.testing.Infrastructure;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManagerFactory;
import java.util.Map;
import org.hibernate.SessionFactory;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Drafting, filing, approving and publishing contests. */
@QuarkusTest
@QuarkusTestResource(Infrastructure.class)
class ContestTest {

    @Inject
    Sql sql;

    @Inject
    EntityManagerFactory factory;

    City city;

    @BeforeEach
    void found() {
        city = new City(sql);
    }

    @Test
    void aDraftSaysWhereItIsAndWhatComesNext() {
        var created = city.draft(10).then().statusCode(201).extract();
        officer(city.organiser)
                .get(created.header("Location"))
                .then()
                .statusCode(200)
                .header("ETag", startsWith("\"1-"))
                .body("state", equalTo("DRAFT"))
                .body("allowed", contains("FILED", "CANCELLED"))
                .body("events[0].seatsLeft", equalTo(10))
                .body("entrants", equalTo("OWN_MEMBERS"))
                .body("judges", contains(city.judge));
    }

    @Test
    void aPublishedContestIsPublicAndADraftIsNot() {
        String draft = city.draft(10).then().extract().path("id");
        String published = city.contestAt("PUBLISHED", 10);
        given().get("/v1/contests/" + published).then().statusCode(200).body("judges", nullValue());
        given().get("/v1/contests/" + draft).then().statusCode(404);
        as("anybody", "member").get("/v1/contests/" + draft).then().statusCode(404);
        officer(city.neighbour).get("/v1/contests/" + draft).then().statusCode(404);
        officer(city.above).get("/v1/contests/" + draft).then().statusCode(200);
    }

    @Test
    void theListShowsDraftsToTheirUnionsOnly() {
        String draft = city.draft(10).then().extract().path("id");
        officer(city.organiser)
                .get("/v1/contests?state=DRAFT&limit=200")
                .then()
                .statusCode(200)
                .body("items.id", contains(draft));
        officer(city.neighbour).get("/v1/contests?state=DRAFT").then().body("items", hasSize(0));
        given().get("/v1/contests?state=DRAFT").then().statusCode(200).body("items", hasSize(0));
    }

    @Test
    void aListOfPublishedContestsGoesOnPageByPage() {
        String first = city.contestAt("PUBLISHED", 1);
        String second = city.contestAt("PUBLISHED", 1);
        var seen = new java.util.ArrayList<String>();
        String next = null;
        do {
            var request =
                    officer(city.organiser).queryParam("state", "PUBLISHED").queryParam("limit", 1);
            var page = (next == null ? request : request.queryParam("after", next)).get("/v1/contests");
            seen.addAll(page.then().statusCode(200).extract().path("items.id"));
            next = page.path("next");
        } while (next != null);
        assertThat(seen).contains(first, second).doesNotHaveDuplicates();
    }

    @Test
    void onlyTheOrganisersOfficersDraft() {
        refused(officer(city.neighbour).body(city.plan(1)).post("/v1/contests"), 404, "NOT_FOUND");
        refused(as(city.member(), "member").body(city.plan(1)).post("/v1/contests"), 403, "FORBIDDEN");
        city.grant("viewer-" + city.tag, city.district, "VIEWER");
        refused(officer("viewer-" + city.tag).body(city.plan(1)).post("/v1/contests"), 403, "FORBIDDEN");
    }

    @Test
    void aListOfContestsTakesAsManyStatementsForManyAsForOne() {
        for (int i = 0; i < 4; i++) {
            city.draft(1, 2).then().statusCode(201);
        }
        assertThat(statements(4)).isEqualTo(statements(1));
    }

    private long statements(int limit) {
        var counted = factory.unwrap(SessionFactory.class).getStatistics();
        counted.setStatisticsEnabled(true);
        counted.clear();
        officer(city.organiser)
                .queryParam("state", "DRAFT")
                .queryParam("limit", limit)
                .get("/v1/contests")
                .then()
                .statusCode(200)
                .body("items", hasSize(limit));
        return counted.getPrepareStatementCount();
    }

    @Test
    void whatIsFiledIsNoLongerEdited() {
        String id = city.contestAt("FILED", 5);
        refused(city.patch(id, "\"2\"", Map.of("title", "x")), 409, "CONTEST_NOT_EDITABLE");
    }

    @Test
    void aStepOutOfTurnSaysWhatIsPossible() {
        String id = city.contestAt("APPROVED", 5);
        step(city.organiser, id, "start")
                .then()
                .statusCode(409)
                .body("code", equalTo("ILLEGAL_TRANSITION"))
                .body("state", equalTo("APPROVED"))
                .body("allowed", contains("PUBLISHED", "CANCELLED", "POSTPONED"));
    }

    @Test
    void aPostponedContestGoesOnAfterItIsPublishedAgain() {
        String id = city.contestAt("REG_OPEN", 5);
        officer(city.organiser)
                .body(Map.of("reason", "Typhoon"))
                .post("/v1/contests/" + id + "/postpone")
                .then()
                .body("state", equalTo("POSTPONED"))
                .body("reason", equalTo("Typhoon"));
        City.done(city.organiser, id, "publish");
        officer(city.organiser)
                .body(Map.of("reason", "Typhoon again"))
                .post("/v1/contests/" + id + "/cancel")
                .then()
                .body("state", equalTo("CANCELLED"))
                .body("allowed", hasSize(0));
        var again =
                officer(city.organiser).body(Map.of("reason", "Typhoon again")).post("/v1/contests/" + id + "/cancel");
        refused(again, 409, "ILLEGAL_TRANSITION");
    }

    @Test
    void aStrangersStepsFindNothing() {
        String id = city.contestAt("REG_OPEN", 5);
        for (var verb : new String[] {"file", "publish", "open", "close", "ready", "start", "publicise", "finalise"}) {
            assertThat(step(city.neighbour, id, verb).statusCode()).as(verb).isEqualTo(404);
            assertThat(as("somebody", "member")
                            .post("/v1/contests/" + id + "/" + verb)
                            .statusCode())
                    .as(verb)
                    .isEqualTo(403);
            assertThat(given().post("/v1/contests/" + id + "/" + verb).statusCode())
                    .as(verb)
                    .isEqualTo(401);
        }
    }

    @Test
    void everyWriteIsAudited() {
        String id = city.contestAt("PUBLISHED", 5);
        var actions = sql.list("select action from audit_entry where object_id = ?", row -> row.text(1), id);
        assertThat(actions)
                .containsExactlyInAnyOrder("contest.draft", "contest.file", "contest.approve", "contest.publish");
    }
}
