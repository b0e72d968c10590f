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

import cn.zhigong.platform.testing.Answers;
import cn.zhigong.platform.testing.Infrastructure;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Objections to a provisional result, and what they do to it. */
@QuarkusTest
@QuarkusTestResource(Infrastructure.class)
class ObjectionTest extends RunningContest {

    @Test
    void aRefusedObjectionStopsTheResultUntilItIsDecided() {
        show();
        var objection = objection();
        waitForTheEndOfTheNotice();
        step(city.organiser, contest, "finalise").then().statusCode(409).body("reasons", contains("OBJECTION_OPEN"));
        decide(city.organiser, objection, "REFUSED").then().statusCode(200).body("state", equalTo("REFUSED"));
        refused(decide(city.organiser, objection, "UPHELD"), 409, "OBJECTION_DECIDED");
        done(city.organiser, contest, "finalise");
    }

    @Test
    void anUpheldObjectionNeedsACorrectedRankingAndANewNotice() {
        show();
        decide(city.organiser, objection(), "UPHELD").then().statusCode(200);
        waitForTheEndOfTheNotice();
        step(city.organiser, contest, "finalise").then().statusCode(409).body("reasons", contains("CORRECTION_DUE"));
        refused(step(city.organiser, contest, "publicise"), 409, "ILLEGAL_TRANSITION");
        var corrected = List.of(entries.get(1), entries.get(0), entries.get(2));
        var tag = city.tagOf(event);
        refused(rank(as(city.judge, "judge").header("If-Match", tag), event, entries), 409, "RANKING_UNCHANGED");
        assertThat(city.state(contest)).isEqualTo("OBJECTION_HANDLING");
        rank(as(city.judge, "judge").header("If-Match", tag), event, corrected)
                .then()
                .statusCode(200);
        assertThat(city.state(contest)).isEqualTo("PUBLICITY");
        step(city.organiser, contest, "finalise").then().statusCode(409).body("reasons", contains("PUBLICITY_RUNNING"));
        waitForTheEndOfTheNotice();
        done(city.organiser, contest, "finalise");
        given().get("/v1/events/" + event + "/results").then().body("items.entryId", equalTo(corrected));
    }

    @Test
    void aShownRankingChangesOnlyForAnUpheldObjection() {
        show();
        refused(rank(officer(city.organiser), event, entries), 409, "RANKING_NOT_OPEN");
        objection();
        refused(rank(officer(city.organiser), event, entries), 409, "RANKING_NOT_OPEN");
    }

    @Test
    void whoEnteredTheRankingDoesNotDecideOnAnObjectionToIt() {
        rank(officer(city.organiser), event, entries).then().statusCode(200);
        done(city.organiser, contest, "publicise");
        var objection = objection();
        refused(decide(city.organiser, objection, "REFUSED"), 403, "OWN_RANKING");
        decide(city.above, objection, "REFUSED").then().statusCode(200);
    }

    @Test
    void whoTakesPartInTheEventDoesNotDecideOnAnObjectionToIt() {
        show();
        city.grant(members.get(0), city.district, "OFFICER");
        refused(decide(members.get(0), objection(), "REFUSED"), 403, "OWN_EVENT");
    }

    @Test
    void whoTakesPartDoesNotDecideOnAnObjectionToTheListAsAWhole() {
        show();
        String objection =
                Answers.text(object(members.get(2), Map.of("grounds", "The time was taken wrongly")), 201, "id");
        city.grant(members.get(0), city.district, "OFFICER");
        refused(decide(members.get(0), objection, "REFUSED"), 403, "OWN_EVENT");
    }

    @Test
    void anObjectionIsDecidedOnceHoweverManyDecideAtOnce() throws Exception {
        show();
        var objection = objection();
        List<Callable<String>> attempts = IntStream.range(0, 8)
                .mapToObj(i ->
                        (Callable<String>) () -> decide(i % 2 == 0 ? city.organiser : city.above, objection, "REFUSED")
                                .path("code"))
                .toList();
        try (var crowd = Executors.newVirtualThreadPerTaskExecutor()) {
            var codes = crowd.invokeAll(attempts).stream()
                    .map(done -> done.resultNow())
                    .collect(Collectors.groupingBy(String::valueOf, Collectors.counting()));
            assertThat(codes).isEqualTo(Map.of("null", 1L, "OBJECTION_DECIDED", 7L));
        }
    }

    @Test
    void objectionsAreMadeByMembersInTimeAndOneAtATime() {
        refused(object(members.get(0), Map.of("grounds", "too early")), 409, "NO_PUBLICITY");
        show();
        refused(object("nobody-" + city.tag, Map.of("grounds", "anonymous")), 403, "REAL_NAME_NEEDED");
        refused(object(members.get(0), Map.of("grounds", " ")), 422, "INVALID_CONTENT");
        object(members.get(0), Map.of("entryId", UUID.randomUUID(), "grounds", "a stranger"))
                .then()
                .statusCode(422)
                .body("violations[0].field", equalTo("entryId"));
        object(members.get(0), Map.of("grounds", "one", "state", "UPHELD"))
                .then()
                .statusCode(201)
                .body("state", equalTo("OPEN"));
        refused(object(members.get(0), Map.of("grounds", "two")), 409, "OBJECTION_PENDING");
        waitForTheEndOfTheNotice();
        refused(object(members.get(1), Map.of("grounds", "too late")), 409, "NO_PUBLICITY");
    }

    @Test
    void anObjectionIsBetweenItsAuthorAndTheOrganiser() {
        show();
        var objection = objection();
        as(members.get(2), "member").get("/v1/objections/" + objection).then().statusCode(200);
        officer(city.organiser).get("/v1/objections/" + objection).then().statusCode(200);
        as(members.get(0), "member").get("/v1/objections/" + objection).then().statusCode(404);
        officer(city.neighbour).get("/v1/objections/" + objection).then().statusCode(404);
        refused(decide(city.neighbour, objection, "REFUSED"), 404, "NOT_FOUND");
        officer(city.organiser)
                .get("/v1/contests/" + contest + "/objections")
                .then()
                .body("items.id", contains(objection));
        city.grant(members.get(2), city.district, "OFFICER");
        refused(decide(members.get(2), objection, "UPHELD"), 403, "OWN_OBJECTION");
    }
}
