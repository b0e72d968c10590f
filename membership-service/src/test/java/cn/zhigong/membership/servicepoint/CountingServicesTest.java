package cn.zhigong.membership.servicepoint;

import static cn.zhigong.membership.organisation.OrganisationFixtures.as;
import static cn.zhigong.membership.organisation.OrganisationFixtures.district;
import static cn.zhigong.membership.organisation.OrganisationFixtures.officer;
import static cn.zhigong.membership.organisation.OrganisationFixtures.organisation;
import static cn.zhigong.membership.servicepoint.PointFixtures.POINTS;
import static cn.zhigong.membership.servicepoint.PointFixtures.aPoint;
import static cn.zhigong.membership.servicepoint.PointFixtures.anybody;
import static cn.zhigong.membership.servicepoint.PointFixtures.opened;
import static cn.zhigong.membership.servicepoint.PointFixtures.with;
import static cn.zhigong.platform.testing.Refusals.refused;
import static cn.zhigong.platform.testing.Refusals.violates;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;

import cn.zhigong.platform.testing.Infrastructure;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What health service points rendered, month by month. */
@QuarkusTest
@QuarkusTestResource(Infrastructure.class)
class CountingServicesTest {

    private UUID union;
    private String officer;
    private UUID point;

    @BeforeEach
    void aHealthServicePoint() {
        union = organisation(district(), "BASIC");
        officer = officer(union, "OFFICER");
        point = opened(officer, with(aPoint(union), Map.of("type", "HEALTH_SERVICE_POINT")));
    }

    private Response report(String account, String month, int services) {
        return as(account)
                .body(Map.of("month", month, "services", services))
                .post(POINTS + "/" + point + "/service-counts");
    }

    private Response correct(String month, int services, String reason) {
        return as(officer)
                .body(Map.of("services", services, "reason", reason))
                .post(POINTS + "/" + point + "/service-counts/" + month + "/correct");
    }

    @Test
    void aMonthIsReportedOnceAndCorrectedWithAReason() {
        report(officer, "2025-10", 120).then().statusCode(201).body("number", equalTo(1));
        refused(report(officer, "2025-10", 130), 409, "MONTH_ALREADY_REPORTED");
        correct("2025-10", 125, "漏报五人次").then().statusCode(200).body("number", equalTo(2));
        report(officer, "2025-11", 0).then().statusCode(201);
        as(officer)
                .get(POINTS + "/" + point + "/service-counts")
                .then()
                .statusCode(200)
                .body("items.month", contains("2025-10", "2025-10", "2025-11"))
                .body("items.services", contains(120, 125, 0))
                .body("items.reason[1]", equalTo("漏报五人次"));
    }

    @Test
    void whatCannotBeIsRefused() {
        violates(report(officer, "2025-10", -1), "services", "RANGE");
        violates(report(officer, "2025-13", 1), "month", "FORMAT");
        violates(report(officer, "2099-01", 1), "month", "IN_THE_FUTURE");
        refused(correct("2025-09", 1, "x"), 404, "NOT_FOUND");
        report(officer, "2025-10", 120).then().statusCode(201);
        violates(correct("2025-10", -5, "x"), "services", "RANGE");
        violates(correct("2025-10", 5, " "), "reason", "REQUIRED");
    }

    @Test
    void onlyOfficersOfTheUnion() {
        refused(report(officer(district(), "OFFICER"), "2025-10", 1), 404, "NOT_FOUND");
        refused(report(officer(union, "VIEWER"), "2025-10", 1), 403, "FORBIDDEN");
        refused(anybody().get(POINTS + "/" + point + "/service-counts"), 401, "UNAUTHENTICATED");
        as(officer(union, "VIEWER"))
                .get(POINTS + "/" + point + "/service-counts")
                .then()
                .statusCode(200);
    }

    @Test
    void noOtherPlaceCountsServices() {
        point = opened(officer, aPoint(union));
        refused(report(officer, "2025-10", 1), 409, "SERVICES_NOT_COUNTED");
    }
}
