package cn.zhigong.membership.servicepoint;

import static cn.zhigong.membership.organisation.OrganisationFixtures.as;
import static cn.zhigong.membership.organisation.OrganisationFixtures.district;
import static cn.zhigong.membership.organisation.OrganisationFixtures.officer;
import static cn.zhigong.membership.organisation.OrganisationFixtures.organisation;
import static cn.zhigong.membership.servicepoint.PointFixtures.POINTS;
import static cn.zhigong.membership.servicepoint.PointFixtures.aPoint;
import static cn.zhigong.membership.servicepoint.PointFixtures.anybody;
import static cn.zhigong.membership.servicepoint.PointFixtures.opened;
import static cn.zhigong.membership.servicepoint.PointFixtures.step;
import static cn.zhigong.platform.testing.Refusals.refused;
import static cn.zhigong.platform.testing.Refusals.violates;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;

import cn.zhigong.platform.sql.Sql;
import cn.zhigong.platform.testing.Answers;
import cn.zhigong.platform.testing.Infrastructure;
import cn.zhigong.platform.testing.Tokens;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Collections;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Members put the map right, and officers settle what they say. */
@QuarkusTest
@QuarkusTestResource(Infrastructure.class)
class ReportingTest {

    @Inject
    Sql sql;

    @Inject
    InstantSource clock;

    @Inject
    PointReports reports;

    private UUID union;
    private String officer;
    private UUID point;
    private final String member = "worker-" + UUID.randomUUID();

    @BeforeEach
    void aPlace() {
        union = organisation(district(), "BASIC");
        officer = officer(union, "OFFICER");
        point = opened(officer, aPoint(union));
    }

    private static RequestSpecification worker(String account) {
        return given().auth().oauth2(Tokens.of(account, "member")).contentType("application/json");
    }

    private Response report(String account, String kind) {
        return worker(account)
                .body(Map.of("kind", kind, "text", "门锁着，周一上午没有人"))
                .post(POINTS + "/" + point + "/reports");
    }

    private String reported(String kind) {
        return Answers.text(report(member, kind), 201, "id");
    }

    private Response settle(String id, String verb, Map<String, ?> body) {
        return as(officer).body(body).post(POINTS + "/" + point + "/reports/" + id + "/" + verb);
    }

    @Test
    void aMemberReportsAndNobodyIsShownWho() {
        var answer = report(member, "WRONG_HOURS");
        answer.then().statusCode(201).body("state", equalTo("OPEN")).body(not(containsString(member)));
        worker(member).get(answer.header("Location")).then().statusCode(200).body("kind", equalTo("WRONG_HOURS"));
        refused(worker("worker-" + UUID.randomUUID()).get(answer.header("Location")), 404, "NOT_FOUND");
        refused(anybody().get(answer.header("Location")), 401, "UNAUTHENTICATED");
        as(officer)
                .get(POINTS + "/" + point + "/reports")
                .then()
                .statusCode(200)
                .body("items.kind", contains("WRONG_HOURS"))
                .body(not(containsString(member)));
        anybody().get(POINTS + "/" + point).then().body(not(containsString("门锁着")));
    }

    @Test
    void officersSeeThoseOfTheirUnionsOnly() {
        var id = reported("CLOSED");
        as(officer)
                .get(POINTS + "/reports?state=OPEN&under=" + union)
                .then()
                .statusCode(200)
                .body("items.id", contains(id));
        as(officer).get(POINTS + "/reports?state=DISMISSED").then().body("items", hasSize(0));
        var stranger = officer(district(), "OFFICER");
        as(stranger).get(POINTS + "/reports").then().statusCode(200).body("items", hasSize(0));
        refused(as(stranger).get(POINTS + "/" + point + "/reports"), 404, "NOT_FOUND");
        refused(as(stranger).get(POINTS + "/reports?under=" + union), 404, "NOT_FOUND");
        refused(as(stranger).get(POINTS + "/" + point + "/reports/" + id), 404, "NOT_FOUND");
        refused(
                as(stranger).body(Map.of()).post(POINTS + "/" + point + "/reports/" + id + "/accept"),
                404,
                "NOT_FOUND");
        refused(worker(member).get(POINTS + "/" + point + "/reports"), 403, "FORBIDDEN");
        refused(
                as(officer(union, "VIEWER"))
                        .body(Map.of("reason", "x"))
                        .post(POINTS + "/" + point + "/reports/" + id + "/dismiss"),
                403,
                "FORBIDDEN");
    }

    @Test
    void theSameIsReportedOnceUntilItIsSettled() {
        var id = reported("WRONG_PLACE");
        report(member, "WRONG_PLACE")
                .then()
                .statusCode(409)
                .body("code", equalTo("POINT_REPORT_ALREADY_OPEN"))
                .body("reportId", equalTo(id));
        report(member, "CLOSED").then().statusCode(201);
        report("worker-" + UUID.randomUUID(), "WRONG_PLACE").then().statusCode(201);
        settle(id, "dismiss", Map.of("reason", "已到现场核对，位置无误"))
                .then()
                .statusCode(200)
                .body("state", equalTo("DISMISSED"))
                .body("note", equalTo("已到现场核对，位置无误"));
        report(member, "WRONG_PLACE").then().statusCode(201);
    }

    @Test
    void acceptingCanCorrectThePlaceInOneStep() {
        var id = reported("WRONG_HOURS");
        var change = Map.of("change", Map.of("name", "人民广场新站"), "note", "谢谢");
        refused(settle(id, "accept", change), 428, "VERSION_REQUIRED");
        refused(
                as(officer)
                        .header("If-Match", "\"999\"")
                        .body(change)
                        .post(POINTS + "/" + point + "/reports/" + id + "/accept"),
                412,
                "STALE_VERSION");
        worker(member).get(POINTS + "/" + point + "/reports/" + id).then().body("state", equalTo("OPEN"));
        as(officer)
                .header("If-Match", anybody().get(POINTS + "/" + point).header("ETag"))
                .body(change)
                .post(POINTS + "/" + point + "/reports/" + id + "/accept")
                .then()
                .statusCode(200)
                .body("state", equalTo("ACCEPTED"))
                .body("changed", equalTo(true));
        anybody().get(POINTS + "/" + point).then().body("name", equalTo("人民广场新站"));
        refused(settle(id, "accept", Map.of()), 409, "ILLEGAL_TRANSITION");
        settle(id, "dismiss", Map.of("reason", "x"))
                .then()
                .statusCode(409)
                .body("code", equalTo("ILLEGAL_TRANSITION"))
                .body("allowed", equalTo(Collections.emptyList()));
        settle(reported("FACILITY_BROKEN"), "accept", Map.of())
                .then()
                .statusCode(200)
                .body("changed", equalTo(false));
    }

    @Test
    void aFloodIsHeldBack() {
        for (var n = 0; n < ReportRules.MOST_AN_HOUR; n++) {
            settle(reported("CLOSED"), "dismiss", Map.of("reason", "开着")).then().statusCode(200);
        }
        var tooMany = report(member, "CLOSED");
        refused(tooMany, 429, "TOO_MANY_REQUESTS");
        assertThat(Integer.parseInt(tooMany.header("Retry-After"))).isBetween(1, 3600);
        report("worker-" + UUID.randomUUID(), "CLOSED").then().statusCode(201);
    }

    @Test
    void whatIsNoReportIsRefused() {
        var reports = POINTS + "/" + point + "/reports";
        violates(
                worker(member)
                        .body(Map.of("kind", "CLOSED", "text", "x".repeat(501)))
                        .post(reports),
                "text",
                "LENGTH");
        violates(worker(member).body(Map.of("kind", "CLOSED", "text", "<a>")).post(reports), "text", "MARKUP");
        violates(
                worker(member)
                        .body(Map.of("kind", "CLOSED", "text", "打我电话 138 1234 5678"))
                        .post(reports),
                "text",
                "PRIVATE_NUMBER");
        violates(worker(member).body(Map.of("text", "关了")).post(reports), "kind", "REQUIRED");
        refused(
                anybody()
                        .contentType("application/json")
                        .body(Map.of("kind", "CLOSED", "text", "x"))
                        .post(reports),
                401,
                "UNAUTHENTICATED");
        refused(
                worker(member)
                        .body(Map.of("kind", "CLOSED", "text", "关了"))
                        .post(POINTS + "/" + UUID.randomUUID() + "/reports"),
                404,
                "NOT_FOUND");
        step(officer, point, "close").then().statusCode(200);
        refused(report(member, "CLOSED"), 409, "SERVICE_POINT_CLOSED");
    }

    @Test
    void aSettledReportIsForgottenAfterAYearAndAnOpenOneIsNot() {
        var settled = reported("CLOSED");
        settle(settled, "dismiss", Map.of("reason", "开着")).then().statusCode(200);
        var open = reported("WRONG_PLACE");
        sql.update(
                "update point_report set settled_at = ? where id = ?::uuid",
                clock.instant().minus(Duration.ofDays(366)),
                settled);
        assertThat(reports.forget(clock.instant(), 5_000)).isBetween(1, 4_999);
        refused(worker(member).get(POINTS + "/" + point + "/reports/" + settled), 404, "NOT_FOUND");
        worker(member).get(POINTS + "/" + point + "/reports/" + open).then().statusCode(200);
    }
}
