package cn.zhigong.competition;

import static cn.zhigong.competition.City.as;
import static cn.zhigong.competition.City.done;
import static cn.zhigong.competition.City.entry;
import static cn.zhigong.competition.City.officer;
import static cn.zhigong.competition.City.rank;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import cn.zhigong.platform.sql.Sql;
import cn.zhigong.platform.testing.Answers;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;

/** A contest of one event in a city of its own, with three entries, run and not ranked yet. */
abstract class RunningContest {

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

    void show() {
        rank(as(city.judge, "judge"), event, entries).then().statusCode(200);
        assertThat(city.state(contest)).isEqualTo("RANKED");
        done(city.organiser, contest, "publicise");
    }

    void waitForTheEndOfTheNotice() {
        time.advanceTo(Instant.parse(
                given().get("/v1/contests/" + contest).then().extract().path("publicityEndsAt")));
    }

    Response object(String account, Map<String, ?> objection) {
        return as(account, "member").body(objection).post("/v1/contests/" + contest + "/objections");
    }

    String objection() {
        return Answers.text(
                object(members.get(2), Map.of("entryId", entries.get(0), "grounds", "The time was taken wrongly")),
                201,
                "id");
    }

    Response decide(String account, String objection, String decision) {
        return officer(account)
                .body(Map.of("decision", decision, "reason", "Checked with the protocol"))
                .post("/v1/objections/" + objection + "/decide");
    }
}
