package cn.zhigong.membership.joining;

import static cn.zhigong.membership.joining.JoiningFixtures.asWorker;
import static cn.zhigong.membership.joining.JoiningFixtures.awaitState;
import static cn.zhigong.membership.joining.JoiningFixtures.code;
import static cn.zhigong.membership.joining.JoiningFixtures.filed;
import static cn.zhigong.membership.joining.JoiningFixtures.member;
import static cn.zhigong.membership.joining.JoiningFixtures.underReview;
import static cn.zhigong.membership.joining.JoiningFixtures.worker;
import static cn.zhigong.membership.organisation.OrganisationFixtures.as;
import static cn.zhigong.membership.organisation.OrganisationFixtures.district;
import static cn.zhigong.membership.organisation.OrganisationFixtures.officer;
import static cn.zhigong.membership.organisation.OrganisationFixtures.organisation;
import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import cn.zhigong.membership.MovedClock;
import cn.zhigong.membership.member.UserinfoStub;
import cn.zhigong.platform.calendar.ChinaTime;
import cn.zhigong.platform.testing.Infrastructure;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * Whoever applied for a member without being known as that person sees, step by step, what the applicant beside them
 * sees whom nobody has decided about.
 */
@QuarkusTest
@QuarkusTestResource(Infrastructure.class)
@QuarkusTestResource(MovedClock.class)
class HiddenTransferTest extends AtAUnion {

    private final String curious = worker();
    private final String plain = worker();
    private UUID honest;

    @BeforeEach
    void somebodyHonestBesideThem() {
        honest = underReview(plain, People.believed(), code);
    }

    @Test
    void aTransferFoundByTheCheckLooksLikeAReview() {
        var known = People.believed();
        member(worker(), known, organisation(district(), "BASIC"), clock);
        var hidden = filed(curious, known, code);
        awaitState(hidden, "CONVERTED_TO_TRANSFER");
        theSameIsToldFromHereToTheEnd(hidden);
    }

    /** The officer names another union, too; for a member it is where the transfer is to lead. */
    @Test
    void aTransferFoundByAnOfficersApprovalLooksLikeAReview() {
        var known = People.believed();
        UserinfoStub.enrol(worker, known, "王小明");
        var hidden = underReview(curious, known, code);
        // As it was for one who became a member while this application lay there.
        sql.update("update join_application set state = 'RETURNED' where id = ?", hidden);
        member(worker, known, organisation(district(), "BASIC"), clock);
        sql.update("update join_application set state = 'ROUTED' where id = ?", hidden);
        var other = organisation(district, "BASIC");
        as(officer(district, "REVIEWER"))
                .body(Map.of("organisationId", other))
                .post("/v1/join-applications/" + hidden + "/approve")
                .then()
                .statusCode(200);
        awaitState(hidden, "CONVERTED_TO_TRANSFER");
        assertThat(target(hidden)).isEqualTo(other);
        theSameIsToldFromHereToTheEnd(hidden);
    }

    private UUID target(UUID application) {
        return sql.first(
                        "select to_organisation_id from transfer where application_id = ?",
                        row -> row.uuid(1),
                        application)
                .orElseThrow();
    }

    private void theSameIsToldFromHereToTheEnd(UUID hidden) {
        theSameIsTold(hidden);
        theSameIsRefused(hidden);
        // Later than the check wrote them, and both on the same day.
        var day = ChinaTime.dayOf(clock.instant()).minusDays(60);
        sql.update(
                "update join_application set routed_on = ?, review_by = ? where id in (?, ?)",
                day,
                clock.instant(),
                hidden,
                honest);
        await().atMost(20, SECONDS).until(() -> isEscalated(curious, hidden) && isEscalated(plain, honest));
        theSameIsTold(hidden);
        withdraw(curious, hidden);
        withdraw(plain, honest);
        theSameIsTold(hidden);
    }

    private void theSameIsRefused(UUID hidden) {
        assertThat(correction(curious, hidden)).isEqualTo(correction(plain, honest));
    }

    /** With the tag that each of them was last given. */
    private static String correction(String account, UUID application) {
        var path = "/v1/join-applications/" + application;
        var answer = asWorker(account)
                .contentType("application/merge-patch+json; charset=UTF-8")
                .header("If-Match", asWorker(account).get(path).header("ETag"))
                .body("{\"workerGroup\": null}")
                .patch(path);
        return answer.statusCode() + " " + answer.path("code") + " " + answer.path("state") + answer.path("allowed");
    }

    private static boolean isEscalated(String account, UUID application) {
        return asWorker(account)
                .get("/v1/join-applications/" + application)
                .path("state")
                .equals("ESCALATED");
    }

    private static void withdraw(String account, UUID application) {
        asWorker(account)
                .post("/v1/join-applications/" + application + "/withdraw")
                .then()
                .statusCode(200);
    }

    private void theSameIsTold(UUID hidden) {
        assertThat(told(curious, hidden)).isEqualTo(told(plain, honest));
    }

    /** Everything but what each applicant said of themselves and when. */
    private static Map<String, Object> told(String account, UUID application) {
        var answer = asWorker(account).get("/v1/join-applications/" + application);
        Map<String, Object> told = new HashMap<>(answer.jsonPath().getMap("$"));
        told.keySet().removeAll(Set.of("id", "identity", "phone", "submittedAt"));
        told.put("ETag", answer.header("ETag").split("-", -1)[0]);
        return told;
    }
}
