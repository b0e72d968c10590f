package cn.zhigong.membership.servicepoint;

import static cn.zhigong.membership.organisation.OrganisationFixtures.district;
import static cn.zhigong.membership.organisation.OrganisationFixtures.officer;
import static cn.zhigong.membership.organisation.OrganisationFixtures.organisation;
import static cn.zhigong.membership.servicepoint.PointFixtures.POINTS;
import static cn.zhigong.membership.servicepoint.PointFixtures.aPoint;
import static cn.zhigong.membership.servicepoint.PointFixtures.anybody;
import static cn.zhigong.membership.servicepoint.PointFixtures.correct;
import static cn.zhigong.membership.servicepoint.PointFixtures.entered;
import static cn.zhigong.membership.servicepoint.PointFixtures.opened;
import static cn.zhigong.membership.servicepoint.PointFixtures.step;
import static cn.zhigong.membership.servicepoint.PointFixtures.with;
import static cn.zhigong.platform.testing.Refusals.refused;
import static cn.zhigong.platform.testing.Refusals.violates;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;

import cn.zhigong.platform.calendar.ChinaTime;
import cn.zhigong.platform.testing.Infrastructure;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** How places open and close, and that nobody closes what is closed. */
@QuarkusTest
@QuarkusTestResource(Infrastructure.class)
class PointStepsTest {

    @Inject
    InstantSource clock;

    private String officer;
    private UUID union;

    @BeforeEach
    void aUnionWithAnOfficer() {
        union = organisation(district(), "BASIC");
        officer = officer(union, "OFFICER");
    }

    private LocalDate today() {
        return ChinaTime.dayOf(clock.instant());
    }

    @Test
    void everyStepIsKeptWithItsDayAndReason() {
        var id = entered(officer, with(aPoint(union), Map.of("plannedOn", "2020-01-01")));
        step(officer, id, "open", Map.of("on", "2020-05-01", "reason", "揭牌"))
                .then()
                .statusCode(200);
        step(officer, id, "close-temporarily", Map.of("on", "2021-07-01", "reason", "装修"))
                .then()
                .statusCode(200);
        step(officer, id, "reopen", Map.of("on", "2021-09-01", "reason", "完工"))
                .then()
                .statusCode(200)
                .body("state", equalTo("OPEN"))
                .body("stateSince", equalTo("2021-09-01"));
        violates(step(officer, id, "close", Map.of("on", "2021-08-31", "reason", "x")), "on", "BEFORE_THE_LAST_STEP");
        violates(
                step(officer, id, "close", Map.of("on", today().plusDays(1).toString(), "reason", "x")),
                "on",
                "IN_THE_FUTURE");
        step(officer, id, "close").then().statusCode(200);
        anybody()
                .get(POINTS + "/" + id + "/steps")
                .then()
                .statusCode(200)
                .body("items.state", contains("PLANNED", "OPEN", "CLOSED_TEMPORARILY", "OPEN", "CLOSED"))
                .body("items.since[1]", equalTo("2020-05-01"))
                .body("items.reason[2]", equalTo("装修"));
        refused(correct(officer, id, "*", "{\"name\": \"新站\"}"), 409, "SERVICE_POINT_CLOSED");
    }

    @Test
    void aStepThatTheTableDoesNotKnowIsRefusedWithTheOnesItDoes() {
        var id = entered(officer, aPoint(union));
        step(officer, id, "close")
                .then()
                .statusCode(409)
                .body("code", equalTo("ILLEGAL_TRANSITION"))
                .body("state", equalTo("PLANNED"))
                .body("allowed", contains("OPEN"));
        refused(step(officer, id, "reopen"), 409, "ILLEGAL_TRANSITION");
        refused(step(officer, id, "close-temporarily"), 409, "ILLEGAL_TRANSITION");
        step(officer, id, "open").then().statusCode(200);
        step(officer, id, "open").then().statusCode(409).body("allowed", contains("CLOSED_TEMPORARILY", "CLOSED"));
        step(officer, id, "close").then().statusCode(200);
        step(officer, id, "reopen").then().statusCode(409).body("allowed", equalTo(List.of()));
        violates(step(officer, id, "open", Map.of("reason", " ")), "reason", "REQUIRED");
    }

    @Test
    void ofTwoOfficersWhoCloseAtOnceOneIsTooLate() throws Exception {
        var id = opened(officer, aPoint(union));
        try (var both = Executors.newFixedThreadPool(2)) {
            var statuses = both
                    .invokeAll(Collections.<Callable<Integer>>nCopies(
                            2, () -> step(officer, id, "close").statusCode()))
                    .stream()
                    .map(PointStepsTest::result)
                    .toList();
            assertThat(statuses).containsExactlyInAnyOrder(200, 409);
        }
        anybody().get(POINTS + "/" + id + "/steps").then().body("items.state", contains("PLANNED", "OPEN", "CLOSED"));
    }

    private static int result(Future<Integer> one) {
        try {
            return one.get();
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }
}
