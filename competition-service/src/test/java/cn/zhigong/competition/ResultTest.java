package cn.zhigong.competition;

import static cn.zhigong.competition.City.as;
import static cn.zhigong.competition.City.done;
import static cn.zhigong.competition.City.officer;
import static cn.zhigong.competition.City.rank;
import static cn.zhigong.competition.City.step;
import static cn.zhigong.platform.testing.Refusals.refused;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;

import cn.zhigong.platform.calendar.ChinaTime;
import cn.zhigong.platform.calendar.WorkingCalendar;
import cn.zhigong.platform.testing.EventsOnKafka;
import cn.zhigong.platform.testing.Infrastructure;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** From the ranking through public notice to the final result. */
@QuarkusTest
@QuarkusTestResource(Infrastructure.class)
class ResultTest extends RunningContest {

    private static final String FINAL = "cn.zhigong.competition.result-final.v1";

    @Test
    void theResultIsShownForFiveWorkingDaysAndThenFinal() {
        given().get("/v1/contests/" + contest + "/results").then().statusCode(404);
        given().get("/v1/events/" + event + "/results").then().statusCode(404);
        show();
        var end = ChinaTime.endOf(WorkingCalendar.shipped().plusWorkingDays(ChinaTime.dayOf(time.now()), 5));
        var shown = given().get("/v1/contests/" + contest + "/results")
                .then()
                .statusCode(200)
                .body("provisional", equalTo(true))
                .body("publicityEndsAt", equalTo(end.toString()))
                .body("events[0].placed", equalTo(3))
                .extract();
        var places = given().get("/v1/events/" + event + "/results")
                .then()
                .statusCode(200)
                .body("items.entryId", equalTo(entries))
                .body("items.rank", contains(1, 2, 3))
                .extract();
        assertThat(shown.asString() + places.asString()).doesNotContain("member", "person", "account");
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
        refused(step(city.organiser, contest, "finalise"), 409, "ILLEGAL_TRANSITION");
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
    void aFinalResultIsNotRankedAgain() {
        show();
        waitForTheEndOfTheNotice();
        done(city.organiser, contest, "finalise");
        refused(rank(officer(city.organiser), event, entries), 409, "RANKING_NOT_OPEN");
    }

    @Test
    void whoMayRankIsNarrow() {
        refused(rank(as(members.get(0), "member"), event, entries), 403, "FORBIDDEN");
        refused(rank(officer(city.neighbour), event, entries), 404, "NOT_FOUND");
        refused(rank(as("judge-elsewhere", "judge"), event, entries), 404, "NOT_FOUND");
        city.grant(members.get(0), city.district, "OFFICER");
        refused(rank(officer(members.get(0)), event, entries), 403, "OWN_EVENT");
        // Appointed by name, but without the role.
        refused(rank(as(city.judge, "member"), event, entries), 403, "FORBIDDEN");
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
        refused(step(city.organiser, contest, "publicise"), 409, "ILLEGAL_TRANSITION");
        refused(step(city.organiser, contest, "finalise"), 409, "ILLEGAL_TRANSITION");
    }

    @Test
    void aResultIsReadPageByPageBestFirst() {
        show();
        var seen = new ArrayList<String>();
        String next = null;
        do {
            var request = given().queryParam("limit", 1);
            var page = (next == null ? request : request.queryParam("after", next))
                    .get("/v1/events/" + event + "/results");
            seen.addAll(page.then().statusCode(200).extract().<List<String>>path("items.entryId"));
            next = page.path("next");
        } while (next != null);
        assertThat(seen).isEqualTo(entries);
        given().get("/v1/events/" + UUID.randomUUID() + "/results").then().statusCode(404);
    }

    /** Two judges who both think that theirs is the first list. */
    @Test
    void nobodyOverwritesARankingThatTheyHaveNotSeen() {
        rank(as(city.judge, "judge").header("If-Match", "\"0\""), event, entries)
                .then()
                .statusCode(412);
        var first = rank(as(city.judge, "judge"), event, entries).then().statusCode(200);
        var tag = first.extract().header("ETag");
        var other = List.of(entries.get(1), entries.get(0), entries.get(2));
        refused(rank(officer(city.organiser), event, other), 428, "VERSION_REQUIRED");
        var second = rank(officer(city.organiser).header("If-Match", tag), event, other)
                .then()
                .statusCode(200)
                .extract()
                .header("ETag");
        assertThat(second).isNotEqualTo(tag);
        rank(as(city.judge, "judge").header("If-Match", tag), event, entries)
                .then()
                .statusCode(412);
        assertThat(city.tagOf(event)).startsWith(second.substring(0, second.indexOf('-')));
    }

    @Test
    void whoEnteredTheRankingDoesNotMakeItFinal() {
        rank(officer(city.organiser), event, entries).then().statusCode(200);
        done(city.organiser, contest, "publicise");
        waitForTheEndOfTheNotice();
        refused(step(city.organiser, contest, "finalise"), 403, "OWN_RANKING");
        done(city.above, contest, "finalise");
    }

    @Test
    void whoTakesPartDoesNotMakeTheResultFinal() {
        show();
        waitForTheEndOfTheNotice();
        city.grant(members.get(1), city.district, "OFFICER");
        refused(step(members.get(1), contest, "finalise"), 403, "OWN_EVENT");
        done(city.organiser, contest, "finalise");
    }

    /**
     * Nobody can leave any more when there is a ranking; should it happen all the same, no place is left out silently.
     */
    @Test
    void aPlaceThatNobodyTakesIsNotLeftOutOfTheResult() {
        show();
        waitForTheEndOfTheNotice();
        sql.update("update registration set state = 'WITHDRAWN' where id = ?", UUID.fromString(entries.get(1)));
        step(city.organiser, contest, "finalise").then().statusCode(409).body("reasons", contains("ENTRY_LEFT"));
        assertThat(city.state(contest)).isEqualTo("PUBLICITY");
    }
}
