package cn.zhigong.rights.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import cn.zhigong.platform.calendar.ChinaTime;
import cn.zhigong.platform.testing.Infrastructure;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The deadlines of a dispute. */
@QuarkusTest
@QuarkusTestResource(Infrastructure.class)
class DeadlinesTest extends OverHttp {

    @Test
    void officersSeeTheOpenDeadlinesBelowThemTheNextOneFirst() {
        var id = filed();
        accept(id).then().statusCode(200);
        asOfficer()
                .get("/v1/clocks")
                .then()
                .statusCode(200)
                .body("items.ruleId", equalTo(List.of("MEDIATION", "ARBITRATION_LIMITATION")))
                .body("items.subjectId", equalTo(List.of(id, id)));
        String next = asOfficer().get("/v1/clocks?limit=1").path("next");
        asOfficer()
                .queryParam("limit", 1)
                .queryParam("after", next)
                .get("/v1/clocks")
                .then()
                .body("items.ruleId", equalTo(List.of("ARBITRATION_LIMITATION")))
                .body("next", nullValue());
        asOfficer().get("/v1/clocks?dueBefore=2000-01-01").then().body("items", hasSize(0));
        asOfficer()
                .queryParam(
                        "dueBefore", LocalDate.now(ChinaTime.ZONE).plusDays(40).toString())
                .queryParam("under", city.pudong)
                .get("/v1/clocks")
                .then()
                .body("items.ruleId", equalTo(List.of("MEDIATION")));
        as(city.stranger(), "officer").get("/v1/clocks").then().body("items", hasSize(0));
        asOfficer().queryParam("under", city.huangpu).get("/v1/clocks").then().statusCode(404);
        asOfficer().get("/v1/clocks?dueBefore=tomorrow").then().statusCode(400);
        asWorker().get("/v1/clocks").then().statusCode(403);
    }

    @Test
    void aDeadlineThatRanOutIsMarked() {
        var id = filed();
        accept(id).then().statusCode(200);
        sql.update(
                "update clock set starts_at = starts_at - interval '60 days', due_at = due_at - interval '60 days',"
                        + " last_day = last_day - 60 where subject_id = ?::uuid and rule_id = 'MEDIATION'",
                id);
        await().atMost(Duration.ofSeconds(20))
                .untilAsserted(() -> asOfficer()
                        .get("/v1/disputes/" + id)
                        .then()
                        .body("clocks.find { it.ruleId == 'MEDIATION' }.breachedAt", notNullValue()));
        assertThat(sql.list(
                        "select detail::text from audit_entry a join clock c on a.object_id = c.id::text"
                                + " where c.subject_id = ?::uuid and action = 'clock.breach' and actor = 'system'",
                        row -> row.text(1),
                        id))
                .containsExactly("{\"rule\": \"MEDIATION\"}");
    }

    @Test
    void aHolidayNoticeMovesTheOpenDeadlines() {
        var id = file(form().replace("2026-01-31", "2026-02-15"))
                .then()
                .body("limitation.lastDay", equalTo("2027-02-15"))
                .extract()
                .<String>path("id");
        var tag = asWorker().get("/v1/disputes/" + id).header("ETag");
        var admin = as("admin-x", "admin");
        var job = admin.body("{\"days\": [{\"date\": \"2027-02-15\", \"kind\": \"HOLIDAY\", \"name\": \"春节\"}]}")
                .put("/v1/calendar/2027")
                .then()
                .statusCode(202)
                .extract()
                .header("Location");
        await().atMost(Duration.ofSeconds(20))
                .untilAsserted(() -> as("admin-x", "admin").get(job).then().body("state", equalTo("DONE")));
        asWorker()
                .header("If-None-Match", tag)
                .get("/v1/disputes/" + id)
                .then()
                .statusCode(200)
                .body("limitation.lastDay", equalTo("2027-02-16"))
                .body("clocks[0].provisional", equalTo(false));
        sql.update("delete from calendar_day where year = 2027");
        sql.update("delete from calendar_year where year = 2027");
    }
}
