package cn.zhigong.membership.transfer;

import static cn.zhigong.membership.joining.JoiningFixtures.asWorker;
import static cn.zhigong.membership.joining.JoiningFixtures.member;
import static cn.zhigong.membership.joining.JoiningFixtures.worker;
import static cn.zhigong.membership.organisation.OrganisationFixtures.as;
import static cn.zhigong.membership.organisation.OrganisationFixtures.asAdmin;
import static cn.zhigong.membership.organisation.OrganisationFixtures.district;
import static cn.zhigong.membership.organisation.OrganisationFixtures.officer;
import static cn.zhigong.membership.organisation.OrganisationFixtures.organisation;
import static cn.zhigong.platform.testing.Refusals.refused;
import static cn.zhigong.platform.testing.Refusals.violates;
import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import cn.zhigong.membership.MovedClock;
import cn.zhigong.membership.joining.People;
import cn.zhigong.platform.testing.Answers;
import cn.zhigong.platform.testing.Infrastructure;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.Test;

/** A membership moves from one union to another. */
@QuarkusTest
@QuarkusTestResource(Infrastructure.class)
@QuarkusTestResource(MovedClock.class)
class TransferTest extends AMemberToMove {

    @Test
    void aMemberMovesWithoutAGapAndKeepsTheDayOfJoining() {
        String joinedOn = asWorker(worker).get("/v1/members/me").path("joinedOn");
        sql.update("update member set joined_on = joined_on - 365 where id = ?", UUID.fromString(memberId));
        ask(target)
                .then()
                .statusCode(201)
                .body("state", equalTo("OPENED"))
                .body("askedByMember", equalTo(true))
                .body("answerBy", notNullValue());
        var id = asWorker(worker).get("/v1/members/me/transfers").<String>path("items[0].id");
        isAt(union, "TRANSFERRING");
        step(officer, id, "confirm")
                .then()
                .statusCode(200)
                .body("state", equalTo("SOURCE_CONFIRMED"))
                .body("answerBy", nullValue());
        isAt(union, "TRANSFERRING");
        step(receiving, id, "accept")
                .then()
                .statusCode(200)
                .body("state", equalTo("COMPLETED"))
                .body("closedAt", notNullValue());
        isAt(target, "ACTIVE");
        assertThat(asWorker(worker).get("/v1/members/me").<String>path("joinedOn"))
                .isLessThan(joinedOn);
        refused(as(officer).get("/v1/members/" + memberId), 404, "NOT_FOUND");
        as(receiving).get("/v1/members/" + memberId).then().statusCode(200);
        // Both unions keep what they decided about.
        as(officer).get("/v1/transfers/" + id).then().statusCode(200);
    }

    @Test
    void theNewUnionPutsTheMemberIntoOneOfItsGroups() {
        var id = asked();
        step(officer, id, "confirm").then().statusCode(200);
        violates(step(receiving, id, "accept", Map.of("groupId", UUID.randomUUID())), "groupId", "NOT_FOUND");
        var group = Answers.text(
                asAdmin().body(Map.of("name", "三班")).post("/v1/organisations/" + target + "/groups"), 201, "id");
        step(receiving, id, "accept", Map.of("groupId", group)).then().statusCode(200);
        asWorker(worker).get("/v1/members/me").then().body("groupId", equalTo(group));
    }

    @Test
    void eachStepIsItsOwnUnionsOnly() {
        var id = asked();
        refused(step(receiving, id, "accept"), 409, "ILLEGAL_TRANSITION");
        refused(step(receiving, id, "reject", Map.of("reason", "OTHER")), 409, "ILLEGAL_TRANSITION");
        refused(step(receiving, id, "confirm"), 403, "FORBIDDEN");
        refused(step(officer(district(), "CHAIR"), id, "confirm"), 404, "NOT_FOUND");
        step(officer, id, "confirm").then().statusCode(200);
        refused(step(officer, id, "confirm"), 409, "ILLEGAL_TRANSITION");
        refused(step(officer, id, "accept"), 403, "FORBIDDEN");
        refused(step(officer, id, "reject", Map.of("reason", "OTHER")), 403, "FORBIDDEN");
        refused(step(receiving, id, "cancel"), 403, "FORBIDDEN");
        // The old union has no veto: a membership follows the work.
        refused(step(officer, id, "cancel"), 403, "FORBIDDEN");
        asWorker(worker()).get("/v1/transfers/" + id).then().statusCode(404);
    }

    @Test
    void whoIsNotTakenInStaysWhereTheyWere() {
        var id = asked();
        step(officer, id, "confirm").then().statusCode(200);
        step(receiving, id, "reject", Map.of("reason", "NOT_OF_THIS_UNION", "note", "非本单位职工"))
                .then()
                .statusCode(200)
                .body("state", equalTo("TARGET_REJECTED"));
        isAt(union, "ACTIVE");
        asWorker(worker)
                .get("/v1/members/me/transfers")
                .then()
                .body("items.refusedFor", contains("NOT_OF_THIS_UNION"))
                .body("items.note", contains("非本单位职工"));
        // The way is free for another try.
        asked();
    }

    @Test
    void aMemberTakesItBackUntilTheyAreTakenIn() {
        var id = asked();
        step(officer, id, "confirm").then().statusCode(200);
        asWorker(worker).post("/v1/transfers/" + id + "/cancel").then().statusCode(200);
        isAt(union, "ACTIVE");
        refused(step(receiving, id, "accept"), 409, "ILLEGAL_TRANSITION");
        refused(asWorker(worker).post("/v1/transfers/" + id + "/cancel"), 409, "ILLEGAL_TRANSITION");
    }

    @Test
    void aRetainedMemberIsRetainedAgainOrBackAtWork() {
        sql.update("update member set state = 'RETAINED' where id = ?", UUID.fromString(memberId));
        var first = asked();
        // Asking gives nobody the rights of a member at work.
        isAt(union, "RETAINED");
        asWorker(worker).post("/v1/transfers/" + first + "/cancel").then().statusCode(200);
        isAt(union, "RETAINED");
        var second = asked();
        step(officer, second, "confirm").then().statusCode(200);
        step(receiving, second, "accept").then().statusCode(200);
        isAt(target, "ACTIVE");
    }

    @Test
    void whatCannotMoveIsRefused() {
        refused(ask(union), 409, "ALREADY_AT_THIS_UNION");
        refused(ask(district()), 422, "NOT_KEPT_AT_THIS_LEVEL");
        violates(ask(UUID.randomUUID()), "organisationId", "NOT_FOUND");
        asked();
        refused(ask(target), 409, "TRANSFER_ALREADY_OPEN");
        refused(asWorker(worker()).body(wanted(null, target)).post("/v1/transfers"), 404, "NOT_A_MEMBER");
        refused(asWorker(worker()).body(wanted(memberId, target)).post("/v1/transfers"), 404, "NOT_FOUND");
        sql.update("update transfer set state = 'CANCELLED' where member_id = ?", UUID.fromString(memberId));
        sql.update("update member set state = 'WITHDRAWN' where id = ?", UUID.fromString(memberId));
        refused(ask(target), 409, "ILLEGAL_TRANSITION");
    }

    @Test
    void aUnionLetsItsMemberGoByAskingItself() {
        var opened = as(officer).body(wanted(memberId, target)).post("/v1/transfers");
        opened.then().statusCode(201).body("state", equalTo("SOURCE_CONFIRMED")).body("askedByMember", equalTo(false));
        refused(as(receiving).body(wanted(memberId, union)).post("/v1/transfers"), 404, "NOT_FOUND");
        asWorker(worker)
                .post("/v1/transfers/" + opened.path("id") + "/cancel")
                .then()
                .statusCode(200);
        isAt(union, "ACTIVE");
    }

    /** One person alone does not move somebody who did not ask. */
    @Test
    void whoLetsAMemberGoDoesNotTakeThemIn() {
        var sister = organisation(district, "BASIC");
        var overBoth = officer(district, "REVIEWER");
        var id = Answers.text(as(overBoth).body(wanted(memberId, sister)).post("/v1/transfers"), 201, "id");
        refused(step(overBoth, id, "accept"), 403, "OWN_TRANSFER");
        refused(step(overBoth, id, "reject", Map.of("reason", "OTHER")), 403, "OWN_TRANSFER");
        step(officer(sister, "REVIEWER"), id, "accept").then().statusCode(200);
        isAt(sister, "ACTIVE");
    }

    @Test
    void whatTheOldUnionOpenedItTakesBack() {
        var opened = as(officer).body(wanted(memberId, target)).post("/v1/transfers");
        step(officer, opened.path("id"), "cancel").then().statusCode(200);
        isAt(union, "ACTIVE");
    }

    @Test
    void nobodyDecidesAboutThemselves() {
        asAdmin()
                .body(Map.of("account", worker, "role", "REVIEWER"))
                .post("/v1/organisations/" + union + "/officers")
                .then()
                .statusCode(201);
        var id = asked();
        refused(step(worker, id, "confirm"), 403, "OWN_TRANSFER");
    }

    @Test
    void aChairInTermMovesWithTheConsentOfTheSuperior() {
        asAdmin()
                .body(Map.of("account", worker, "role", "CHAIR"))
                .post("/v1/organisations/" + union + "/officers")
                .then()
                .statusCode(201);
        ask(target).then().statusCode(201).body("chairInTerm", equalTo(true)).body("answerBy", nullValue());
        var id = asWorker(worker).get("/v1/members/me/transfers").<String>path("items[0].id");
        refused(step(officer, id, "confirm"), 409, "CHAIR_IN_TERM");
        var decided = Map.of("committeeDecidedOn", "2026-09-01");
        refused(step(officer, id, "consent", decided), 403, "FORBIDDEN");
        var superior = officer(district, "REVIEWER");
        violates(
                step(superior, id, "consent", Map.of("committeeDecidedOn", "2199-01-01")),
                "committeeDecidedOn",
                "IN_THE_FUTURE");
        step(superior, id, "consent", decided).then().statusCode(200).body("committeeDecidedOn", equalTo("2026-09-01"));
        refused(step(superior, id, "consent", decided), 409, "ILLEGAL_TRANSITION");
        step(officer, id, "confirm").then().statusCode(200);
    }

    @Test
    void theSilenceOfTheOldUnionLetsTheMemberGo() {
        var chair = worker();
        member(chair, People.believed(), union, clock);
        asAdmin()
                .body(Map.of("account", chair, "role", "CHAIR"))
                .post("/v1/organisations/" + union + "/officers")
                .then()
                .statusCode(201);
        var ofChair = Answers.text(asWorker(chair).body(wanted(null, target)).post("/v1/transfers"), 201, "id");
        var id = asked();
        MovedClock.advance(clock, Duration.ofDays(40));
        await().atMost(20, SECONDS)
                .until(() -> as(officer).get("/v1/transfers/" + id).path("state"), "SOURCE_SILENT"::equals);
        as(officer).get("/v1/transfers/" + ofChair).then().body("state", equalTo("OPENED"));
        step(receiving, id, "accept").then().statusCode(200);
        isAt(target, "ACTIVE");
    }

    @Test
    void aFederationNamesTheUnionThatTakesTheMemberIn() {
        var id = asked();
        step(officer, id, "confirm").then().statusCode(200);
        var federation = district();
        var below = organisation(federation, "BASIC");
        // As it is for one who applied without a code and whom nothing better was found for.
        sql.update("update transfer set to_organisation_id = ? where id = ?", federation, UUID.fromString(id));
        var reviewer = officer(federation, "REVIEWER");
        refused(step(reviewer, id, "accept"), 422, "NOT_KEPT_AT_THIS_LEVEL");
        refused(step(reviewer, id, "accept", Map.of("organisationId", target)), 404, "NOT_FOUND");
        step(reviewer, id, "accept", Map.of("organisationId", below)).then().statusCode(200);
        isAt(below, "ACTIVE");
    }

    @Test
    void ofTwoWhoDecideAtOnceOneIsTooLate() throws Exception {
        var id = asked();
        step(officer, id, "confirm").then().statusCode(200);
        Callable<Integer> accept = () -> step(receiving, id, "accept").statusCode();
        Callable<Integer> cancel =
                () -> asWorker(worker).post("/v1/transfers/" + id + "/cancel").statusCode();
        try (var both = Executors.newFixedThreadPool(4)) {
            var answers = both.invokeAll(List.of(accept, cancel, accept, cancel)).stream()
                    .map(one -> one.resultNow())
                    .sorted()
                    .toList();
            assertThat(answers).containsExactly(200, 409, 409, 409);
        }
        var isHere =
                asWorker(worker).get("/v1/members/me").path("organisationId").equals(target.toString());
        as(officer).get("/v1/transfers/" + id).then().body("state", equalTo(isHere ? "COMPLETED" : "CANCELLED"));
    }
}
