package cn.zhigong.membership.joining;

import static cn.zhigong.membership.joining.JoiningFixtures.approve;
import static cn.zhigong.membership.joining.JoiningFixtures.asWorker;
import static cn.zhigong.membership.joining.JoiningFixtures.awaitState;
import static cn.zhigong.membership.joining.JoiningFixtures.code;
import static cn.zhigong.membership.joining.JoiningFixtures.file;
import static cn.zhigong.membership.joining.JoiningFixtures.filed;
import static cn.zhigong.membership.joining.JoiningFixtures.member;
import static cn.zhigong.membership.joining.JoiningFixtures.state;
import static cn.zhigong.membership.joining.JoiningFixtures.underReview;
import static cn.zhigong.membership.joining.JoiningFixtures.worker;
import static cn.zhigong.membership.organisation.OrganisationFixtures.as;
import static cn.zhigong.membership.organisation.OrganisationFixtures.asAdmin;
import static cn.zhigong.membership.organisation.OrganisationFixtures.district;
import static cn.zhigong.membership.organisation.OrganisationFixtures.organisation;
import static cn.zhigong.platform.testing.Refusals.refused;
import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;

import cn.zhigong.membership.MovedClock;
import cn.zhigong.membership.member.UserinfoStub;
import cn.zhigong.platform.testing.Infrastructure;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** What becomes of applications of people who have applied or are members already, and who learns of it. */
@QuarkusTest
@QuarkusTestResource(Infrastructure.class)
@QuarkusTestResource(MovedClock.class)
class KnownPersonTest extends AtAUnion {

    @Test
    void ofTheSamePersonsTwoApplicationsOneGoesOn() {
        var number = People.believed();
        UserinfoStub.enrol(worker(), number, "王小明");
        var second = code(organisation(district(), "BASIC"), clock);
        var one = filed(worker, number, code);
        var two = filed(worker(), number, second);
        awaitSettled(one);
        awaitSettled(two);
        assertThat(List.of(state(one), state(two))).containsExactlyInAnyOrder("ROUTED", "REJECTED");
        var refused = state(one).equals("REJECTED") ? one : two;
        asAdmin().get("/v1/join-applications/" + refused).then().body("reasons", contains("DUPLICATE_APPLICATION"));
    }

    private static void awaitSettled(UUID application) {
        await().atMost(20, SECONDS).until(() -> !state(application).equals("SUBMITTED"));
    }

    @Test
    void aPersonIsNeverAMemberTwice() {
        var number = People.believed();
        member(worker, number, union, clock);
        var elsewhere = organisation(district(), "BASIC");
        var again = filed(worker, number, code(elsewhere, clock));
        awaitState(again, "CONVERTED_TO_TRANSFER");
        my(again).then().body("state", equalTo("CONVERTED_TO_TRANSFER"));
        asWorker(worker)
                .get("/v1/members/me/transfers")
                .then()
                .body("items.state", contains("OPENED"))
                .body("items.toOrganisationId", contains(elsewhere.toString()));
        asWorker(worker).get("/v1/members/me").then().body("organisationId", equalTo(union.toString()));
    }

    @Test
    void aStrangerDoesNotLearnWhoIsAMember() {
        var known = People.believed();
        member(worker(), known, organisation(district(), "BASIC"), clock);
        var curious = worker();
        var plain = worker();
        var aboutMember = file(curious, known, code);
        var aboutNobody = file(plain, People.believed(), code);
        assertThat(aboutMember.statusCode()).isEqualTo(aboutNobody.statusCode()).isEqualTo(201);
        assertThat(told(aboutMember)).isEqualTo(told(aboutNobody));
        var id = UUID.fromString(aboutMember.path("id"));
        var other = UUID.fromString(aboutNobody.path("id"));
        awaitState(id, "CONVERTED_TO_TRANSFER");
        awaitState(other, "ROUTED");
        var seen = asWorker(curious).get("/v1/join-applications/" + id);
        var usual = asWorker(plain).get("/v1/join-applications/" + other);
        assertThat(told(seen)).isEqualTo(told(usual));
        assertThat(version(seen)).isEqualTo(version(usual));
        assertThat(seen.<String>path("state")).isEqualTo("ROUTED");
        refused(file(curious, known, code), 409, "APPLICATION_ALREADY_OPEN");
        asWorker(curious)
                .post("/v1/join-applications/" + id + "/withdraw")
                .then()
                .statusCode(200)
                .body("state", equalTo("WITHDRAWN"));
    }

    /** The part of the entity tag that tells how often something changed; the rest is of what is shown. */
    private static String version(Response answer) {
        return answer.header("ETag").split("-", -1)[0];
    }

    /** Everything but what each applicant said of themselves and when. */
    private static Map<String, Object> told(Response answer) {
        Map<String, Object> told = new HashMap<>(answer.jsonPath().getMap("$"));
        told.keySet().removeAll(Set.of("id", "identity", "phone", "submittedAt"));
        return told;
    }

    @Test
    void aSecondStrangerAtTheMembersOwnUnionIsADuplicateLikeAnybodyElse() {
        var known = People.believed();
        member(worker(), known, union, clock);
        awaitState(filed(worker(), known, code), "ROUTED");
        awaitState(filed(worker(), known, code), "REJECTED");
    }

    @Test
    void aStrangerAtTheMembersOwnUnionLearnsNoMore() {
        var known = People.believed();
        member(worker(), known, union, clock);
        var curious = worker();
        var plain = worker();
        var id = filed(curious, known, code);
        var other = filed(plain, People.believed(), code);
        awaitState(id, "ROUTED");
        awaitState(other, "ROUTED");
        var seen = asWorker(curious).get("/v1/join-applications/" + id);
        assertThat(told(seen)).isEqualTo(told(asWorker(plain).get("/v1/join-applications/" + other)));
        var reviewed = asAdmin().get("/v1/join-applications/" + id);
        reviewed.then().body("review.warnings", contains("ACCOUNT_NOT_CONFIRMED", "ALREADY_MEMBER_HERE"));
        refused(approve(officer, id), 409, "ALREADY_MEMBER_HERE");
        as(officer)
                .body(Map.of("ids", List.of(id)))
                .post("/v1/join-applications/approve")
                .then()
                .statusCode(200)
                .body("items.code", contains("ALREADY_MEMBER_HERE"));
        assertThat(state(id)).isEqualTo("ROUTED");
    }

    @Test
    void whoAsksTheirOwnUnionAgainIsTold() {
        var number = People.believed();
        member(worker, number, union, clock);
        var again = filed(worker, number, code);
        awaitState(again, "REJECTED");
        my(again).then().body("reasons", contains("ALREADY_MEMBER_HERE"));
        file(worker, number, code).then().statusCode(201);
    }

    @Test
    void aMembershipMovesToOnePlaceAtATime() {
        var number = People.believed();
        UserinfoStub.enrol(worker, number, "王小明");
        var early = underReview(worker(), number, code);
        // As it was for one who became a member while this application lay there.
        sql.update("update join_application set state = 'RETURNED' where id = ?", early);
        member(worker, number, organisation(district(), "BASIC"), clock);
        var first = filed(worker, number, code(organisation(district(), "BASIC"), clock));
        awaitState(first, "CONVERTED_TO_TRANSFER");
        var second = filed(worker(), number, code(organisation(district(), "BASIC"), clock));
        awaitState(second, "REJECTED");
        asAdmin().get("/v1/join-applications/" + second).then().body("reasons", contains("DUPLICATE_APPLICATION"));
        sql.update("update join_application set state = 'ROUTED' where id = ?", early);
        refused(approve(officer, early), 409, "TRANSFER_ALREADY_OPEN");
        asWorker(worker).get("/v1/members/me/transfers").then().body("items.applicationId", contains(first.toString()));
        asWorker(worker)
                .post("/v1/join-applications/" + first + "/withdraw")
                .then()
                .statusCode(200);
        approve(officer, early).then().statusCode(200).body("state", equalTo("CONVERTED_TO_TRANSFER"));
    }
}
