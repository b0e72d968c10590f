package cn.zhigong.competition;

import static cn.zhigong.competition.City.as;
import static cn.zhigong.competition.City.done;
import static cn.zhigong.competition.City.entry;
import static cn.zhigong.competition.City.error;
import static cn.zhigong.competition.City.officer;
import static cn.zhigong.competition.City.rank;
import static cn.zhigong.competition.City.step;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;

import cn.zhigong.platform.calendar.ChinaTime;
import cn.zhigong.platform.calendar.WorkingCalendar;
import cn.zhigong.platform.sql.Sql;
import cn.zhigong.platform.testing.EventsOnKafka;
import cn.zhigong.platform.testing.Infrastructure;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** From the ranking through public notice and objections to the final result. */
@QuarkusTest
@QuarkusTestResource(Infrastructure.class)
class ResultTest {

    private static final String FINAL = "cn.zhigong.competition.result-final.v1";

    @Inject
    Sql sql;

    @Inject
    BusinessTime time;

    City city;
    List<String> members;
    List<String> entries;
    String contest;
    String event;

    @BeforeEach
    void run() {
        city = new City(sql);
        contest = city.contestAt("REG_OPEN", 5);
        event = city.event(contest, 0);
        members = city.members(3, city.firm, "ACTIVE");
        entries = new ArrayList<>();
        members.forEach(member -> entries.add(entry(member, event)));
        city.advance(contest, "RUNNING");
    }

    private void show() {
        rank(as(city.judge, "judge"), event, entries).then().statusCode(200).body("contestState", equalTo("RANKED"));
        done(city.organiser, contest, "publicise");
    }

    private void waitForTheEndOfTheNotice() {
        time.advanceTo(Instant.parse(
                given().get("/v1/contests/" + contest).then().extract().path("publicityEndsAt")));
    }

    private Response object(String account, Map<String, ?> objection) {
        return as(account, "member").body(objection).post("/v1/contests/" + contest + "/objections");
    }

    private String objection() {
        return object(members.get(2), Map.of("entryId", entries.get(0), "grounds", "The time was taken wrongly"))
                .then()
                .statusCode(201)
                .extract()
                .path("id");
    }

    private Response decide(String account, String objection, String decision) {
        return officer(account)
                .body(Map.of("decision", decision, "reason", "Checked with the protocol"))
                .post("/v1/objections/" + objection + "/decide");
    }

    @Test
    void theResultIsShownForFiveWorkingDaysAndThenFinal() {
        given().get("/v1/contests/" + contest + "/results").then().statusCode(404);
        show();
        var end = ChinaTime.endOf(WorkingCalendar.shipped().plusWorkingDays(ChinaTime.dayOf(time.now()), 5));
        var shown = given().get("/v1/contests/" + contest + "/results")
                .then()
                .statusCode(200)
                .body("provisional", equalTo(true))
                .body("publicityEndsAt", equalTo(end.toString()))
                .body("events[0].results.entryId", equalTo(entries))
                .body("events[0].results.rank", contains(1, 2, 3))
                .extract();
        assertThat(shown.asString()).doesNotContain("member", "person", "account");
        step(city.organiser, contest, "finalise")
                .then()
                .statusCode(409)
                .body("code", equalTo("RESULT_NOT_FINAL"))
                .body("reasons", contains("PUBLICITY_RUNNING"));
        waitForTheEndOfTheNotice();
        done(city.organiser, contest, "finalise");
        given().get("/v1/contests/" + contest + "/results")
                .then()
                .body("provisional", equalTo(false))
                .body("state", equalTo("FINAL"));
    }

    @Test
    void theFinalResultIsToldOnceWithWhoWonWhat() {
        show();
        waitForTheEndOfTheNotice();
        done(city.organiser, contest, "finalise");
        assertThat(error(step(city.organiser, contest, "finalise"), 409)).isEqualTo("ILLEGAL_TRANSITION");
        var result = JsonPath.from(
                EventsOnKafka.awaitOne(City.CONTESTS, contest, FINAL).body());
        assertThat(result.getString("eventId")).isEqualTo(event);
        assertThat(result.getString("contestClass")).isEqualTo("CITY_1");
        assertThat(result.getInt("participants")).isEqualTo(3);
        assertThat(result.getList("results.personId", String.class))
                .isEqualTo(members.stream()
                        .map(member -> City.person(member).toString())
                        .toList());
        assertThat(EventsOnKafka.about(City.CONTESTS, contest, FINAL)).hasSize(1);
    }

    @Test
    void aFinalResultIsFrozenEvenForSql() {
        show();
        waitForTheEndOfTheNotice();
        done(city.organiser, contest, "finalise");
        assertThat(error(rank(officer(city.organiser), event, entries), 409)).isEqualTo("RANKING_NOT_OPEN");
        assertThatThrownBy(() ->
                        sql.update("update event_placing set rank = 9 where event_id = ?", UUID.fromString(event)))
                .hasStackTraceContaining("A final result cannot change");
    }

    @Test
    void whoMayRankIsNarrow() {
        assertThat(error(rank(as(members.get(0), "member"), event, entries), 403))
                .isEqualTo("FORBIDDEN");
        assertThat(error(rank(officer(city.neighbour), event, entries), 404)).isEqualTo("NOT_FOUND");
        assertThat(error(rank(as("judge-elsewhere", "judge"), event, entries), 404))
                .isEqualTo("NOT_FOUND");
        city.grant(members.get(0), city.district, "OFFICER");
        assertThat(error(rank(officer(members.get(0)), event, entries), 403)).isEqualTo("OWN_EVENT");
        // Appointed by name, but without the role.
        assertThat(error(rank(as(city.judge, "member"), event, entries), 403)).isEqualTo("FORBIDDEN");
    }

    @Test
    void onlyRegisteredEntriesAreRankedAndAllOfThem() {
        var stranger = new ArrayList<>(entries);
        stranger.set(0, UUID.randomUUID().toString());
        rank(officer(city.organiser), event, stranger)
                .then()
                .statusCode(422)
                .body("violations.field", contains("results[0].entryId", "results"))
                .body("violations.code", contains("NOT_REGISTERED", "ENTRY_MISSING"));
        rank(officer(city.organiser), event, List.of(entries.get(0), entries.get(0), entries.get(1)))
                .then()
                .statusCode(422);
        assertThat(city.state(contest)).isEqualTo("RUNNING");
    }

    @Test
    void nothingIsShownBeforeEveryEventIsRanked() {
        assertThat(error(step(city.organiser, contest, "publicise"), 409)).isEqualTo("ILLEGAL_TRANSITION");
        assertThat(error(step(city.organiser, contest, "finalise"), 409)).isEqualTo("ILLEGAL_TRANSITION");
    }

    @Test
    void aRefusedObjectionStopsTheResultUntilItIsDecided() {
        show();
        var objection = objection();
        waitForTheEndOfTheNotice();
        step(city.organiser, contest, "finalise").then().statusCode(409).body("reasons", contains("OBJECTION_OPEN"));
        decide(city.organiser, objection, "REFUSED").then().statusCode(200).body("state", equalTo("REFUSED"));
        assertThat(error(decide(city.organiser, objection, "UPHELD"), 409)).isEqualTo("OBJECTION_DECIDED");
        done(city.organiser, contest, "finalise");
    }

    @Test
    void anUpheldObjectionNeedsACorrectedRankingAndANewNotice() {
        show();
        decide(city.organiser, objection(), "UPHELD").then().statusCode(200);
        waitForTheEndOfTheNotice();
        step(city.organiser, contest, "finalise").then().statusCode(409).body("reasons", contains("CORRECTION_DUE"));
        assertThat(error(step(city.organiser, contest, "publicise"), 409)).isEqualTo("ILLEGAL_TRANSITION");
        var corrected = List.of(entries.get(1), entries.get(0), entries.get(2));
        rank(as(city.judge, "judge"), event, corrected)
                .then()
                .statusCode(200)
                .body("contestState", equalTo("PUBLICITY"));
        step(city.organiser, contest, "finalise").then().statusCode(409).body("reasons", contains("PUBLICITY_RUNNING"));
        waitForTheEndOfTheNotice();
        done(city.organiser, contest, "finalise");
        given().get("/v1/contests/" + contest + "/results")
                .then()
                .body("events[0].results.entryId", equalTo(corrected));
    }

    @Test
    void aShownRankingChangesOnlyForAnUpheldObjection() {
        show();
        assertThat(error(rank(officer(city.organiser), event, entries), 409)).isEqualTo("RANKING_NOT_OPEN");
        objection();
        assertThat(error(rank(officer(city.organiser), event, entries), 409)).isEqualTo("RANKING_NOT_OPEN");
    }

    @Test
    void objectionsAreMadeByMembersInTimeAndOneAtATime() {
        assertThat(error(object(members.get(0), Map.of("grounds", "too early")), 409))
                .isEqualTo("NO_PUBLICITY");
        show();
        assertThat(error(object("nobody-" + city.tag, Map.of("grounds", "anonymous")), 403))
                .isEqualTo("REAL_NAME_NEEDED");
        assertThat(error(object(members.get(0), Map.of("grounds", " ")), 422)).isEqualTo("INVALID_CONTENT");
        object(members.get(0), Map.of("entryId", UUID.randomUUID(), "grounds", "a stranger"))
                .then()
                .statusCode(422)
                .body("violations[0].field", equalTo("entryId"));
        object(members.get(0), Map.of("grounds", "one", "state", "UPHELD"))
                .then()
                .statusCode(201)
                .body("state", equalTo("OPEN"));
        assertThat(error(object(members.get(0), Map.of("grounds", "two")), 409)).isEqualTo("OBJECTION_PENDING");
        waitForTheEndOfTheNotice();
        assertThat(error(object(members.get(1), Map.of("grounds", "too late")), 409))
                .isEqualTo("NO_PUBLICITY");
    }

    @Test
    void anObjectionIsBetweenItsAuthorAndTheOrganiser() {
        show();
        var objection = objection();
        as(members.get(2), "member").get("/v1/objections/" + objection).then().statusCode(200);
        officer(city.organiser).get("/v1/objections/" + objection).then().statusCode(200);
        as(members.get(0), "member").get("/v1/objections/" + objection).then().statusCode(404);
        officer(city.neighbour).get("/v1/objections/" + objection).then().statusCode(404);
        assertThat(error(decide(city.neighbour, objection, "REFUSED"), 404)).isEqualTo("NOT_FOUND");
        officer(city.organiser)
                .get("/v1/contests/" + contest + "/objections")
                .then()
                .body("items.id", contains(objection));
        city.grant(members.get(2), city.district, "OFFICER");
        assertThat(error(decide(members.get(2), objection, "UPHELD"), 403)).isEqualTo("OWN_OBJECTION");
    }
}
