package cn.zhigong.membership.transfer;

import static cn.zhigong.membership.joining.JoiningFixtures.asWorker;
import static cn.zhigong.membership.joining.JoiningFixtures.awaitState;
import static cn.zhigong.membership.joining.JoiningFixtures.code;
import static cn.zhigong.membership.joining.JoiningFixtures.filed;
import static cn.zhigong.membership.joining.JoiningFixtures.member;
import static cn.zhigong.membership.joining.JoiningFixtures.worker;
import static cn.zhigong.membership.organisation.OrganisationFixtures.as;
import static cn.zhigong.membership.organisation.OrganisationFixtures.district;
import static cn.zhigong.membership.organisation.OrganisationFixtures.officer;
import static cn.zhigong.membership.organisation.OrganisationFixtures.organisation;
import static cn.zhigong.platform.testing.Refusals.refused;
import static java.util.concurrent.TimeUnit.SECONDS;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
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
import org.junit.jupiter.api.Test;

/** What becomes of an application of somebody who is a member, and of the transfer in its place. */
@QuarkusTest
@QuarkusTestResource(Infrastructure.class)
@QuarkusTestResource(MovedClock.class)
class ProposedTransferTest extends AMemberToMove {

    /** Whoever knows a name and a number could otherwise move a colleague by waiting. */
    @Test
    void aStrangersApplicationMovesNobodyBySilence() {
        var curious = worker();
        var hidden = filed(curious, number, code(target, clock));
        awaitState(hidden, "CONVERTED_TO_TRANSFER");
        isAt(union, "ACTIVE");
        var id = asWorker(worker).get("/v1/members/me/transfers").<String>path("items[0].id");
        as(officer)
                .get("/v1/transfers/" + id)
                .then()
                .body("askedByMember", equalTo(false))
                .body("answerBy", nullValue());
        var ownAlso = worker();
        member(ownAlso, People.believed(), union, clock);
        var own = Answers.text(asWorker(ownAlso).body(wanted(null, target)).post("/v1/transfers"), 201, "id");
        MovedClock.advance(clock, Duration.ofDays(40));
        await().atMost(20, SECONDS)
                .until(() -> as(officer).get("/v1/transfers/" + own).path("state"), "SOURCE_SILENT"::equals);
        as(officer).get("/v1/transfers/" + id).then().body("state", equalTo("OPENED"));
        // The member sees it and takes it back; the stranger is told nothing.
        asWorker(worker).post("/v1/transfers/" + id + "/cancel").then().statusCode(200);
        asWorker(curious).get("/v1/join-applications/" + hidden).then().body("reasons", equalTo(List.of()));
    }

    /** Otherwise whoever knows a colleague's name and number holds up that colleague's move. */
    @Test
    void aStrangersProposalMakesWayForTheMembersWish() {
        var hidden = filed(worker(), number, code(organisation(district(), "BASIC"), clock));
        awaitState(hidden, "CONVERTED_TO_TRANSFER");
        ask(target).then().statusCode(201);
        asWorker(worker).get("/v1/members/me/transfers").then().body("items.state", contains("CANCELLED", "OPENED"));
    }

    /** As an applicant is told nothing of whose member somebody is, an officer who applies is not either. */
    @Test
    void anOfficerWhoAppliedForSomebodyElseSeesAndDecidesNothing() {
        var hidden = filed(receiving, number, code(target, clock));
        awaitState(hidden, "CONVERTED_TO_TRANSFER");
        var id = asWorker(worker).get("/v1/members/me/transfers").<String>path("items[0].id");
        refused(as(receiving).get("/v1/transfers/" + id), 404, "NOT_FOUND");
        as(receiving).get("/v1/transfers").then().body("items", empty());
        step(officer, id, "confirm").then().statusCode(200);
        refused(step(receiving, id, "accept"), 404, "NOT_FOUND");
        step(officer(target, "REVIEWER"), id, "accept").then().statusCode(200);
        asWorker(receiving).get("/v1/join-applications/" + hidden).then().body("state", equalTo("MEMBER_CREATED"));
    }

    @Test
    void anApplicationEndsWithItsTransfer() {
        var application = filed(worker, number, code(target, clock));
        awaitState(application, "CONVERTED_TO_TRANSFER");
        isAt(union, "TRANSFERRING");
        var id = asWorker(worker).get("/v1/members/me/transfers").<String>path("items[0].id");
        step(officer, id, "confirm").then().statusCode(200);
        step(receiving, id, "accept").then().statusCode(200);
        my(application).then().body("state", equalTo("MEMBER_CREATED")).body("memberId", equalTo(memberId));
        isAt(target, "ACTIVE");
    }

    @Test
    void anApplicationIsRefusedWithItsTransfer() {
        var application = filed(worker, number, code(target, clock));
        awaitState(application, "CONVERTED_TO_TRANSFER");
        var id = asWorker(worker).get("/v1/members/me/transfers").<String>path("items[0].id");
        step(officer, id, "confirm").then().statusCode(200);
        step(receiving, id, "reject", Map.of("reason", "FALSE_STATEMENT"))
                .then()
                .statusCode(200);
        my(application).then().body("state", equalTo("REJECTED")).body("reasons", contains("FALSE_STATEMENT"));
    }

    @Test
    void anApplicationIsClosedWithItsTransfer() {
        var application = filed(worker, number, code(target, clock));
        awaitState(application, "CONVERTED_TO_TRANSFER");
        var id = asWorker(worker).get("/v1/members/me/transfers").<String>path("items[0].id");
        asWorker(worker).post("/v1/transfers/" + id + "/cancel").then().statusCode(200);
        my(application).then().body("state", equalTo("WITHDRAWN")).body("reasons", contains("TRANSFER_CANCELLED"));
        isAt(union, "ACTIVE");
    }
}
