package cn.zhigong.competition;

import static cn.zhigong.competition.City.as;
import static cn.zhigong.competition.City.done;
import static cn.zhigong.competition.City.step;
import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;

import cn.zhigong.platform.testing.Infrastructure;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;

/** Until when a provisional result is shown when the calendar changes meanwhile. */
@QuarkusTest
@QuarkusTestResource(Infrastructure.class)
class NoticeTest extends RunningContest {

    @Test
    void aHolidayNoticeMovesTheEndOfWhatIsShown() {
        show();
        showAsIfOnFirstFebruary();
        awaitJob(loadHoliday(), "DONE");
        endsAt(contest, "2027-02-09T16:00:00Z");
        unloadHoliday();
    }

    @Test
    void anEndThatWasShownIsNotTakenBack() {
        show();
        showAsIfOnFirstFebruary();
        awaitJob(loadHoliday(), "DONE");
        awaitJob(load(Map.of("date", "2027-02-11", "kind", "HOLIDAY", "name", "春节")), "DONE");
        endsAt(contest, "2027-02-09T16:00:00Z");
        unloadHoliday();
    }

    @Test
    void aContestThatIsLockedKeepsNoOtherFromItsNewEnd() {
        show();
        showAsIfOnFirstFebruary();
        var locked = contest;
        run();
        show();
        showAsIfOnFirstFebruary();
        QuarkusTransaction.requiringNew().run(() -> {
            var _ = sql.list(
                    "select id from contest where id = ? for update", row -> row.text(1), UUID.fromString(locked));
            awaitJob(loadHoliday(), "FAILED");
        });
        endsAt(locked, "2027-02-08T16:00:00Z");
        endsAt(contest, "2027-02-09T16:00:00Z");
        unloadHoliday();
    }

    /** As a contest is left whose end could not be computed again. */
    @Test
    void aResultIsNotFinalByAnEndThatIsOutOfDate() {
        show();
        String end = given().get("/v1/contests/" + contest).then().extract().path("publicityEndsAt");
        sql.update("update contest set publicity_ends_at = publicity_began_at where id = ?", UUID.fromString(contest));
        step(city.organiser, contest, "finalise")
                .then()
                .statusCode(409)
                .body("reasons", contains("PUBLICITY_RUNNING"))
                .body("publicityEndsAt", equalTo(end));
        var objection = objection();
        endsAt(contest, end);
        decide(city.organiser, objection, "REFUSED").then().statusCode(200);
        waitForTheEndOfTheNotice();
        done(city.organiser, contest, "finalise");
    }

    /** Monday 1 February 2027 begins a week that has no holiday yet. */
    private void showAsIfOnFirstFebruary() {
        sql.update(
                "update contest set publicity_began_at = ?, publicity_ends_at = ? where id = ?",
                Instant.parse("2027-02-01T02:00:00Z"),
                Instant.parse("2027-02-08T16:00:00Z"),
                UUID.fromString(contest));
    }

    /** Gives the job that computes again. */
    private static String loadHoliday() {
        return load(Map.of("date", "2027-02-04", "kind", "HOLIDAY", "name", "春节"));
    }

    private static String load(Map<String, String> day) {
        return as("admin-x", "admin")
                .body(Map.of("days", List.of(day)))
                .put("/v1/calendar/2027")
                .then()
                .statusCode(202)
                .extract()
                .header("Location");
    }

    private void unloadHoliday() {
        sql.update("delete from calendar_day where year = 2027");
        sql.update("delete from calendar_year where year = 2027");
    }

    private static void awaitJob(String job, String state) {
        Awaitility.await()
                .atMost(Duration.ofSeconds(30))
                .untilAsserted(() -> as("admin-x", "admin").get(job).then().body("state", equalTo(state)));
    }

    private static void endsAt(String contest, String end) {
        given().get("/v1/contests/" + contest).then().body("publicityEndsAt", equalTo(end));
    }
}
