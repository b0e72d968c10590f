package cn.zhigong.membership.joining;

import static cn.zhigong.membership.joining.JoiningFixtures.approve;
import static cn.zhigong.membership.joining.JoiningFixtures.asWorker;
import static cn.zhigong.membership.joining.JoiningFixtures.awaitState;
import static cn.zhigong.membership.joining.JoiningFixtures.code;
import static cn.zhigong.membership.joining.JoiningFixtures.filed;
import static cn.zhigong.membership.joining.JoiningFixtures.member;
import static cn.zhigong.membership.joining.JoiningFixtures.underReview;
import static cn.zhigong.membership.joining.JoiningFixtures.worker;
import static cn.zhigong.membership.organisation.OrganisationFixtures.as;
import static cn.zhigong.membership.organisation.OrganisationFixtures.asAdmin;
import static cn.zhigong.membership.organisation.OrganisationFixtures.district;
import static cn.zhigong.membership.organisation.OrganisationFixtures.officer;
import static cn.zhigong.membership.organisation.OrganisationFixtures.organisation;
import static cn.zhigong.membership.organisation.OrganisationFixtures.root;
import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.not;

import cn.zhigong.membership.MovedClock;
import cn.zhigong.platform.calendar.ChinaTime;
import cn.zhigong.platform.testing.Infrastructure;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** What becomes of applications that nobody decides in time. */
@QuarkusTest
@QuarkusTestResource(Infrastructure.class)
@QuarkusTestResource(MovedClock.class)
class EscalationTest extends AtAUnion {

    private LocalDate longAgo() {
        return ChinaTime.dayOf(clock.instant()).minusDays(60);
    }

    private void wasRouted(UUID application, LocalDate day) {
        sql.update(
                "update join_application set routed_on = ?, review_by = ? where id = ?",
                day,
                clock.instant(),
                application);
    }

    @Test
    void whatIsLeftLyingGoesToTheSuperior() {
        var id = underReview(worker(), People.believed(), code);
        wasRouted(id, longAgo());
        awaitState(id, "ESCALATED");
        approve(officer, id).then().statusCode(403);
        var superior = officer(district, "REVIEWER");
        approve(superior, id).then().statusCode(200).body("organisationId", equalTo(union.toString()));
    }

    @Test
    void oneThatCannotBeEscalatedHoldsUpNobody() {
        var broken = underReview(worker(), People.believed(), code);
        var sound = underReview(worker(), People.believed(), code);
        sql.update(
                "update join_application set routed_on = null, review_by = ? where id = ?",
                clock.instant().minusSeconds(60),
                broken);
        wasRouted(sound, longAgo());
        awaitState(sound, "ESCALATED");
        asAdmin().get("/v1/join-applications/" + broken).then().body("state", equalTo("ROUTED"));
        as(officer)
                .body(Map.of("reason", "OTHER"))
                .post("/v1/join-applications/" + broken + "/reject")
                .then()
                .statusCode(200);
    }

    /** What a merger of the superior union has passed on must not grow meanwhile. */
    @Test
    void nothingIsLaidBeforeASuperiorThatIsBeingEnded() {
        var waiting = underReview(worker(), People.believed(), code);
        var elsewhere = underReview(worker(), People.believed(), code(organisation(district(), "BASIC"), clock));
        QuarkusTransaction.requiringNew().timeout(300).run(() -> {
            sql.list(
                            "select pg_advisory_xact_lock(hashtextextended('organisation ' || ?::text, 0))",
                            row -> true,
                            district)
                    .clear();
            QuarkusTransaction.requiringNew().run(() -> {
                wasRouted(waiting, longAgo());
                wasRouted(elsewhere, longAgo());
            });
            awaitState(elsewhere, "ESCALATED");
            assertThat(JoiningFixtures.state(waiting)).isEqualTo("ROUTED");
        });
        MovedClock.advance(clock, Duration.ofMinutes(11));
        awaitState(waiting, "ESCALATED");
    }

    @Test
    void theCityHasNoSuperiorAndDecidesLate() {
        var id = UUID.fromString(asWorker(worker())
                .body(JoiningFixtures.application(People.believed(), Map.of()))
                .post("/v1/join-applications")
                .path("id"));
        awaitState(id, "ROUTED");
        wasRouted(id, longAgo());
        awaitState(id, "ESCALATED");
        as(officer(root(), "REVIEWER"))
                .body(Map.of("organisationId", union))
                .post("/v1/join-applications/" + id + "/approve")
                .then()
                .statusCode(200)
                .body("state", equalTo("MEMBER_CREATED"));
    }

    @Test
    void aHolidayNoticeThatComesLaterMovesTheDay() {
        var id = underReview(worker(), People.believed(), code);
        wasRouted(id, ChinaTime.dayOf(clock.instant()));
        await().atMost(20, SECONDS).until(() -> reviewBy(id).isAfter(clock.instant()));
        as(officer).get("/v1/join-applications/" + id).then().body("state", equalTo("ROUTED"));
    }

    @Test
    void aNoticeThatIsLoadedMovesTheDayOfEveryReviewAtOnce() {
        var id = underReview(worker(), People.believed(), code);
        var hidden = hiddenTransfer(worker());
        var before = reviewBy(id);
        var lastDay = ChinaTime.dayOf(before.minusNanos(1));
        var path = "/v1/calendar/" + lastDay.getYear();
        List<Map<String, String>> notice = new ArrayList<>();
        if (asAdmin().get(path).statusCode() == 200) {
            notice.addAll(asAdmin().get(path).jsonPath().getList("days"));
        }
        var longer = new ArrayList<>(notice);
        longer.removeIf(day -> lastDay.toString().equals(day.get("date")));
        longer.add(new HashMap<>(Map.of("date", lastDay.toString(), "kind", "HOLIDAY", "name", "临时放假")));
        load(path, longer);
        try {
            assertThat(reviewBy(id)).isAfter(before);
            assertThat(reviewBy(hidden)).isEqualTo(reviewBy(id));
        } finally {
            load(path, notice);
        }
        assertThat(reviewBy(id)).isEqualTo(before);
    }

    private static void load(String path, List<?> notice) {
        var job = asAdmin()
                .body(Map.of("days", notice))
                .put(path)
                .then()
                .statusCode(202)
                .extract()
                .header("Location");
        await().atMost(20, SECONDS).until(() -> asAdmin().get(job).path("state"), "DONE"::equals);
    }

    private Instant reviewBy(UUID application) {
        return sql.first("select review_by from join_application where id = ?", row -> row.instant(1), application)
                .orElseThrow();
    }

    private UUID hiddenTransfer(String curious) {
        var known = People.believed();
        member(worker(), known, organisation(district(), "BASIC"), clock);
        var id = filed(curious, known, code);
        awaitState(id, "CONVERTED_TO_TRANSFER");
        return id;
    }

    @Test
    void waitingDoesNotTellAStrangerWhoIsAMember() {
        var curious = worker();
        var plain = worker();
        var hidden = hiddenTransfer(curious);
        var usual = underReview(plain, People.believed(), code);
        wasRouted(hidden, longAgo());
        wasRouted(usual, longAgo());
        awaitState(usual, "ESCALATED");
        await().atMost(20, SECONDS)
                .until(
                        () -> asWorker(curious)
                                .get("/v1/join-applications/" + hidden)
                                .path("state"),
                        "ESCALATED"::equals);
        var seen = asWorker(curious).get("/v1/join-applications/" + hidden).jsonPath();
        var other = asWorker(plain).get("/v1/join-applications/" + usual).jsonPath();
        assertThat(seen.getMap("$").keySet()).isEqualTo(other.getMap("$").keySet());
        for (var field : List.of("state", "version", "organisationId", "routedBy", "reasons")) {
            assertThat(seen.<Object>get(field)).as(field).isEqualTo(other.<Object>get(field));
        }
        asAdmin().get("/v1/join-applications/" + hidden).then().body("state", equalTo("CONVERTED_TO_TRANSFER"));
    }

    @Test
    void anOfficerSeesNoMoreOfTheirOwnApplicationThanAnybody() {
        var hidden = hiddenTransfer(officer);
        var mine = "/v1/join-applications?state=";
        as(officer).get(mine + "CONVERTED_TO_TRANSFER").then().body("items", empty());
        as(officer)
                .get(mine + "ROUTED")
                .then()
                .body("items.id", hasItem(hidden.toString()))
                .body("items.state", not(hasItem("CONVERTED_TO_TRANSFER")))
                .body("items.review", hasItem((Object) null));
        as(officer(union, "VIEWER"))
                .get(mine + "CONVERTED_TO_TRANSFER")
                .then()
                .body("items.id", hasItem(hidden.toString()));
    }
}
