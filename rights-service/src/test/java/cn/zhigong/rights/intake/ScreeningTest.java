package cn.zhigong.rights.intake;

import static cn.zhigong.platform.testing.Refusals.refused;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;

import cn.zhigong.platform.calendar.ChinaTime;
import cn.zhigong.platform.testing.Infrastructure;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What a desk decides on a dispute, and what others hear of it. */
@QuarkusTest
@QuarkusTestResource(Infrastructure.class)
class ScreeningTest extends OverHttp {

    @ParameterizedTest(name = "received {0}, last day {1}")
    @CsvSource({
        "2026-03-02, 2026-03-17",
        "2026-01-31, 2026-02-24", // the fifteenth day is the first of the Spring Festival, the 23rd its last
        "2026-09-20, 2026-10-08" // the National Day week
    })
    void theFifteenDaysOfMediationCountFromReceiptNotFromAcceptance(LocalDate received, LocalDate last) {
        var id = filed();
        // Received long before today, on which it is accepted: counted from today the day would be another one.
        sql.update(
                "update dispute set received_at = ? where id = ?::uuid",
                received.atTime(9, 0).atZone(ChinaTime.ZONE).toInstant(),
                id);
        accept(id)
                .then()
                .statusCode(200)
                .body("state", equalTo("ACCEPTED"))
                .body("clocks.ruleId", containsInAnyOrder("MEDIATION", "ARBITRATION_LIMITATION"))
                .body("clocks.find { it.ruleId == 'MEDIATION' }.lastDay", equalTo(last.toString()))
                .body(
                        "clocks.find { it.ruleId == 'MEDIATION' }.dueAt",
                        equalTo(ChinaTime.endOf(last).toString()))
                .body("clocks.find { it.ruleId == 'MEDIATION' }.sourceLaw", equalTo("劳动争议调解仲裁法 §14"));
        assertThat(sent(id, 2).getLast().json().path("mediationDueOn").asText()).isEqualTo(last.toString());
    }

    @Test
    void afterATransferTheDaysCountFromTheNewDesksReceipt() {
        var id = filed();
        sql.update("update dispute set received_at = ? where id = ?::uuid", Instant.parse("2026-03-02T01:00:00Z"), id);
        asOfficer()
                .body("{\"organisationId\": \"" + city.huangpu + "\"}")
                .post("/v1/disputes/" + id + "/transfer")
                .then()
                .statusCode(200);
        var receivedAgain = Instant.parse(asWorker().get("/v1/disputes/" + id).<String>path("receivedAt"));
        assertThat(receivedAgain).isAfter(Instant.parse("2026-03-03T00:00:00Z"));
        as(city.stranger(), "mediator")
                .post("/v1/disputes/" + id + "/accept")
                .then()
                .statusCode(200)
                .body("clocks.find { it.ruleId == 'MEDIATION' }.startsAt", equalTo(receivedAgain.toString()));
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
        assertThat(sql.list("select 1 from clock where subject_id = ?::uuid and rule_id = 'MEDIATION'", row -> 1, id))
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
                .body("forum", equalTo("COURT"))
                .body("clocks[0].closedAt", notNullValue())
                .body("limitation.lastDay", equalTo("2027-02-01"));
        asOfficer().get("/v1/clocks").then().body("items.subjectId", not(hasItem(id)));
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

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {"refuse | {\"reason\": \"NOT_LABOUR\"}", "transfer | {\"organisationId\": \"%s\"}"})
    void whatIsAcceptedIsNeitherRefusedNorPassedOn(String step, String body) {
        var id = filed();
        accept(id).then().statusCode(200);
        asOfficer()
                .body(body.formatted(city.huangpu))
                .post("/v1/disputes/" + id + "/" + step)
                .then()
                .statusCode(409)
                .body("code", equalTo("ILLEGAL_TRANSITION"))
                .body("state", equalTo("ACCEPTED"))
                .body("allowed", containsInAnyOrder("MEDIATING", "FAILED"));
        asOfficer().get("/v1/disputes/" + id).then().body("state", equalTo("ACCEPTED"));
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
        refused(
                as(city.officer(), "member", "officer").post("/v1/disputes/" + id + "/accept"),
                403,
                "PARTY_CANNOT_SCREEN");
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
        var version = sql.first("select version from dispute where id = ?::uuid", row -> row.bigint(1), id);
        assertThat(version).contains(1L);
    }
}
