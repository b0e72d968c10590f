package cn.zhigong.rights.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.not;

import cn.zhigong.platform.calendar.ChinaTime;
import cn.zhigong.platform.calendar.Deadline;
import cn.zhigong.platform.calendar.StatutoryClock;
import cn.zhigong.platform.testing.Infrastructure;
import cn.zhigong.rights.clock.DisputeLaw;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a desk decides on a dispute, and what others hear of it. */
@QuarkusTest
@QuarkusTestResource(Infrastructure.class)
class ScreeningTest extends OverHttp {

    @Test
    void acceptanceStartsTheFifteenDaysOfMediation() {
        var id = filed();
        var today = ChinaTime.dayOf(clock.instant());
        var due = (Deadline.Due) StatutoryClock.dueAt(today, DisputeLaw.MEDIATION, List.of(), calendars.current());
        accept(id)
                .then()
                .statusCode(200)
                .body("state", equalTo("ACCEPTED"))
                .body("clocks.ruleId", containsInAnyOrder("D1", "D8"))
                .body(
                        "clocks.find { it.ruleId == 'D1' }.lastDay",
                        equalTo(due.lastDay().toString()))
                .body(
                        "clocks.find { it.ruleId == 'D1' }.dueAt",
                        equalTo(due.endsAt().toString()))
                .body("clocks.find { it.ruleId == 'D1' }.sourceLaw", equalTo("劳动争议调解仲裁法 §14"));
    }

    @Test
    void ofFiftyWhoAcceptAtOnceOneDoes() throws Exception {
        var id = filed();
        List<Callable<Integer>> attempts = Stream.generate(
                        () -> (Callable<Integer>) () -> accept(id).statusCode())
                .limit(50)
                .toList();
        try (var crowd = Executors.newVirtualThreadPerTaskExecutor()) {
            var answers = crowd.invokeAll(attempts).stream()
                    .map(done -> done.resultNow())
                    .toList();
            assertThat(answers).filteredOn(code -> code == 200).hasSize(1);
            assertThat(answers).filteredOn(code -> code == 409).hasSize(49);
        }
        assertThat(sql.list("select 1 from clock where subject_id = ?::uuid and rule_id = 'D1'", row -> 1, id))
                .hasSize(1);
        accept(id).then().statusCode(409).body("allowed", containsInAnyOrder("MEDIATING", "FAILED"));
    }

    @Test
    void aRefusalSaysWhy() {
        var id = filed();
        asOfficer()
                .body("{\"reason\": \"OTHER_FORUM\", \"forum\": \"COURT\"}")
                .post("/v1/disputes/" + id + "/refuse")
                .then()
                .statusCode(200)
                .body("state", equalTo("NOT_ACCEPTED"))
                .body("refusalReason", equalTo("OTHER_FORUM"))
                .body("forum", equalTo("COURT"));
        accept(id).then().statusCode(409);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"{}", "{\"reason\": \"OTHER_FORUM\"}", "{\"reason\": \"NOT_LABOUR\", \"forum\": \"COURT\"}"})
    void aHalfReasonedRefusalIsRefused(String body) {
        asOfficer()
                .body(body)
                .post("/v1/disputes/" + filed() + "/refuse")
                .then()
                .statusCode(422);
    }

    @Test
    void aTransferGivesTheCaseToTheOtherDeskAndTakesItFromThisOne() {
        var id = filed();
        asOfficer()
                .body("{\"organisationId\": \"" + city.huangpu + "\"}")
                .post("/v1/disputes/" + id + "/transfer")
                .then()
                .statusCode(200)
                .body("state", equalTo("REFERRED"));
        accept(id).then().statusCode(404);
        as(city.stranger(), "mediator")
                .post("/v1/disputes/" + id + "/accept")
                .then()
                .statusCode(200)
                .body("organisationId", equalTo(city.huangpu.toString()))
                .body("clocks.organisationId", not(hasItem(city.pudong.toString())));
    }

    @Test
    void aTransferGoesToAnotherDeskThatExists() {
        var id = filed();
        for (var to : List.of(UUID.randomUUID(), city.pudong)) {
            asOfficer()
                    .body("{\"organisationId\": \"" + to + "\"}")
                    .post("/v1/disputes/" + id + "/transfer")
                    .then()
                    .statusCode(422);
        }
    }

    @Test
    void onlyWhoHasTheGrantScreens() {
        var id = filed();
        asWorker().post("/v1/disputes/" + id + "/accept").then().statusCode(403);
        as(city.stranger(), "officer")
                .post("/v1/disputes/" + id + "/accept")
                .then()
                .statusCode(404);
        as(city.viewer(), "officer")
                .post("/v1/disputes/" + id + "/accept")
                .then()
                .statusCode(403);
        as("auditor-x", "auditor").post("/v1/disputes/" + id + "/accept").then().statusCode(403);
        as(city.chief(), "officer")
                .post("/v1/disputes/" + id + "/accept")
                .then()
                .statusCode(200);
    }

    @Test
    void aPartyDoesNotDecideOnItsOwnCase() {
        var id = as(city.officer(), "member").body(form()).post("/v1/disputes").path("id");
        as(city.officer(), "member", "officer")
                .post("/v1/disputes/" + id + "/accept")
                .then()
                .statusCode(403)
                .body("code", equalTo("PARTY_CANNOT_SCREEN"));
    }

    @Test
    void eachStepIsTold() {
        var id = filed();
        accept(id).then().statusCode(200);
        var events = sent(id, 2);
        assertThat(events.stream().map(one -> one.header("ce_type")))
                .containsExactly("cn.zhigong.rights.dispute-registered.v1", "cn.zhigong.rights.dispute-accepted.v1");
        assertThat(events.getLast().body())
                .contains("\"version\": 1", "\"state\": \"ACCEPTED\"", "\"disputeId\": \"" + id + "\"");
        var version = sql.first("select version from dispute where id = ?::uuid", row -> row.getLong(1), id);
        assertThat(version).contains(1L);
    }
}
