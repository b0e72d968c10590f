package cn.zhigong.competition;

import static cn.zhigong.competition.City.officer;
import static cn.zhigong.platform.testing.Refusals.refused;
import static cn.zhigong.platform.testing.Refusals.violates;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;
import static org.hamcrest.Matchers.startsWith;

import cn.zhigong.platform.sql.Sql;
import cn.zhigong.platform.testing.Infrastructure;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What a contest's plan has to say, and what cannot be said with it. */
@QuarkusTest
@QuarkusTestResource(Infrastructure.class)
class ContestPlanTest {

    @Inject
    Sql sql;

    City city;

    @BeforeEach
    void found() {
        city = new City(sql);
    }

    @Test
    void stateApprovalAndRevisionCannotBeAssigned() {
        var plan = new HashMap<>(city.plan(5));
        plan.put("state", "FINAL");
        plan.put("id", UUID.randomUUID());
        plan.put("filedBy", "somebody");
        plan.put("publishedAt", "2026-01-01T00:00:00Z");
        plan.put("publicityEndsAt", "2026-01-01T00:00:00Z");
        plan.put("version", 99);
        officer(city.organiser)
                .body(plan)
                .post("/v1/contests")
                .then()
                .statusCode(201)
                .header("ETag", startsWith("\"1-"))
                .body("state", equalTo("DRAFT"))
                .body("id", not(equalTo(plan.get("id").toString())))
                .body("publishedAt", nullValue())
                .body("publicityEndsAt", nullValue());
    }

    @Test
    void aPatchReachesThePlanAndNothingElse() {
        String id = city.draft(5).then().extract().path("id");
        city.patch(id, "\"1\"", Map.of("title", "Better title", "state", "APPROVED", "version", 7))
                .then()
                .statusCode(200)
                .body("title", equalTo("Better title"))
                .header("ETag", startsWith("\"2-"))
                .body("state", equalTo("DRAFT"))
                .body("events", hasSize(1));
        city.patch(id, "\"1\"", Map.of("title", "x")).then().statusCode(412);
        city.patch(id, "\"2\"", Map.of("organiserId", city.otherDistrict))
                .then()
                .statusCode(422)
                .body("violations[0].code", equalTo("FIXED"));
        city.patch(id, "\"2\"", Map.of("contestClass", "NOPE"))
                .then()
                .statusCode(422)
                .body("violations[0].field", equalTo("contestClass"))
                .body("violations[0].code", equalTo("FORMAT"))
                .body("known", hasItem("NATIONAL_1"));
        city.patch(id, "\"2\"", Map.of("contestClass", "NATIONAL_1"))
                .then()
                .statusCode(422)
                .body("violations[0].code", equalTo("CLASS_BEYOND_LEVEL"));
    }

    @Test
    void onlyAContestOfSkillsHasAClassAndItNeedsOne() {
        var drill = new HashMap<>(city.plan(5));
        drill.put("kind", "ANKANG");
        assertThat(violation(city.organiser, drill)).isEqualTo("CLASS_FOR_SKILLS_ONLY");
        drill.remove("contestClass");
        officer(city.organiser).body(drill).post("/v1/contests").then().statusCode(201);
        drill.put("kind", "SKILLS");
        assertThat(violation(city.organiser, drill)).isEqualTo("REQUIRED");
    }

    @Test
    void aJudgeWithoutANameIsRefusedByTheListItStandsIn() {
        var plan = new HashMap<>(city.plan(5));
        plan.put("judges", List.of(""));
        officer(city.organiser)
                .body(plan)
                .post("/v1/contests")
                .then()
                .statusCode(422)
                .body("violations[0].field", equalTo("judges[]"))
                .body("violations[0].code", equalTo("REQUIRED"));
    }

    /** What promotes in a whole city is approved by the city's federation, not by a district for one of its firms. */
    @Test
    void aClassIsForAUnionToApproveThatCanConferIt() {
        city.grant("firm-" + city.tag, city.firm, "OFFICER");
        var plan = new HashMap<>(city.plan(5));
        plan.put("organiserId", city.firm);
        assertThat(violation("firm-" + city.tag, plan)).isEqualTo("CLASS_BEYOND_AUTHORITY");
        plan.put("level", "DISTRICT");
        plan.put("contestClass", "DISTRICT");
        officer("firm-" + city.tag).body(plan).post("/v1/contests").then().statusCode(201);
    }

    private static String violation(String account, Map<String, ?> plan) {
        return officer(account)
                .body(plan)
                .post("/v1/contests")
                .then()
                .statusCode(422)
                .body("violations[0].field", equalTo("contestClass"))
                .extract()
                .path("violations[0].code");
    }

    @Test
    void badPlansAreRefusedFieldByField() {
        var plan = new HashMap<>(city.plan());
        plan.put("title", " ");
        plan.put("year", 1);
        officer(city.organiser)
                .body(plan)
                .post("/v1/contests")
                .then()
                .statusCode(422)
                .body("violations.field", hasItem("title"))
                .body("violations.field", hasItem("year"))
                .body("violations.field", hasItem("events"));
    }

    /** Everybody reads the plan of a published contest. */
    @Test
    void theTitleAndTheTradesHoldNoMarkupAndNobodysNumber() {
        var plan = new HashMap<>(city.plan(5));
        plan.put("title", "<b>焊工</b>");
        plan.put(
                "events",
                List.of(Map.of("trade", "焊工 １３８ 1234 5678", "occupation", "6-18-02-04", "levelBase", 3, "quota", 5)));
        var answer = officer(city.organiser).body(plan).post("/v1/contests");
        violates(answer, "title", "MARKUP");
        violates(answer, "events[0].trade", "PRIVATE_NUMBER");
    }

    @Test
    void theTitleAndTheTradesHideNothing() {
        var plan = new HashMap<>(city.plan(5));
        plan.put("title", "焊工\u202E赛竞");
        plan.put(
                "events", List.of(Map.of("trade", "焊\u200B工", "occupation", "6-18-02-04", "levelBase", 3, "quota", 5)));
        officer(city.organiser)
                .body(plan)
                .post("/v1/contests")
                .then()
                .statusCode(422)
                .body("violations.field", contains("events[0].trade", "title"))
                .body("violations.code", contains("INVISIBLE", "INVISIBLE"));
        String id = city.draft(5).then().extract().path("id");
        refused(city.patch(id, "\"1\"", Map.of("title", "\u00A0")), 422, "INVALID_CONTENT");
        city.patch(id, "\"1\"", Map.of("title", " “海城工匠”（Cafe\u0301）—焊工·决赛 "))
                .then()
                .statusCode(200)
                .body("title", equalTo("“海城工匠”（Café）—焊工·决赛"));
    }

    @Test
    void anEventThatIsNothingIsADefectOfThePlan() {
        var plan = new HashMap<>(city.plan(5));
        plan.put("events", Collections.singletonList(null));
        refused(officer(city.organiser).body(plan).post("/v1/contests"), 422, "INVALID_CONTENT");
        String id = city.draft(5).then().extract().path("id");
        refused(city.patch(id, "\"1\"", plan), 422, "INVALID_CONTENT");
    }
}
