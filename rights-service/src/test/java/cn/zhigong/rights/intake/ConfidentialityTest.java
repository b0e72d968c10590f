package cn.zhigong.rights.intake;

import static cn.zhigong.platform.testing.Refusals.refused;
import static io.restassured.RestAssured.given;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.nullValue;

import cn.zhigong.platform.testing.EventsOnKafka;
import cn.zhigong.platform.testing.Infrastructure;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Who reads what was told in confidence. */
@QuarkusTest
@QuarkusTestResource(Infrastructure.class)
class ConfidentialityTest extends OverHttp {

    @Test
    void theClaimantAndTheDeskReadTheFactsAndTheDesksReadingIsRecorded() {
        var id = filed();
        asWorker().get("/v1/disputes/" + id).then().statusCode(200).body("confidential.facts", equalTo(SECRET));
        assertThat(readings(id)).isEmpty();
        asOfficer().get("/v1/disputes/" + id).then().body("confidential.facts", equalTo(SECRET));
        as(city.chief(), "mediator").get("/v1/disputes/" + id).then().body("confidential.facts", equalTo(SECRET));
        assertThat(readings(id)).containsExactlyInAnyOrder(city.officer(), city.chief());
    }

    private List<String> readings(String id) {
        return sql.list(
                "select actor from audit_entry where object_id = ? and action = 'dispute.read-confidential'",
                row -> row.text(1),
                id);
    }

    @Test
    void othersSeeTheCaseWithoutThemOrNotAtAll() {
        var id = filed();
        for (var reader : List.of(as("auditor-x", "auditor"), as("admin-x", "admin"), as(city.viewer(), "officer"))) {
            reader.get("/v1/disputes/" + id)
                    .then()
                    .statusCode(200)
                    .body("state", equalTo("REGISTERED"))
                    .body("confidential", nullValue());
        }
        as("worker-other", "member").get("/v1/disputes/" + id).then().statusCode(404);
        as(city.stranger(), "officer").get("/v1/disputes/" + id).then().statusCode(404);
        as(city.officer(), "member").get("/v1/disputes/" + id).then().statusCode(404);
        as("partner", "bureau").get("/v1/disputes/" + id).then().statusCode(403);
        given().get("/v1/disputes/" + id).then().statusCode(401);
    }

    @Test
    void listsHoldNothingConfidentialAndNothingOfOthers() {
        var id = filed();
        for (var list : List.of(asOfficer().get("/v1/disputes"), asWorker().get("/v1/disputes"))) {
            list.then().statusCode(200).body("items.id", hasItem(id));
            assertThat(list.asString()).doesNotContain(SECRET);
        }
        asOfficer()
                .queryParam("under", city.pudong)
                .queryParam("state", "REGISTERED")
                .get("/v1/disputes")
                .then()
                .body("items.id", hasItem(id));
        asOfficer().queryParam("state", "ACCEPTED").get("/v1/disputes").then().body("items", hasSize(0));
        asOfficer().queryParam("mine", true).get("/v1/disputes").then().body("items", hasSize(0));
        asOfficer().queryParam("under", city.huangpu).get("/v1/disputes").then().statusCode(404);
        as(city.stranger(), "officer").get("/v1/disputes").then().body("items", hasSize(0));
        as("worker-other-" + city.mark, "member").get("/v1/disputes").then().body("items", hasSize(0));
    }

    @Test
    void anUnknownParameterOrStateIsRefused() {
        refused(asOfficer().get("/v1/disputes?q=x"), 400, "UNKNOWN_PARAMETER");
        asOfficer().get("/v1/disputes?sort=facts").then().statusCode(400);
        asOfficer().get("/v1/disputes?state=WHATEVER").then().statusCode(400);
        refused(asOfficer().get("/v1/disputes?mine=yes"), 400, "INVALID_PARAMETER");
    }

    @Test
    void whatWasSaidStandsInNoEventLogAuditEntryOrPlainColumn() {
        var log = new CapturedLog();
        Logger.getLogger("").addHandler(log);
        var id = "";
        try {
            id = filed();
            accept(id).then().statusCode(200);
            asOfficer().get("/v1/disputes/" + id).then().statusCode(200);
            file(form().replace("CNY", "USD")).then().statusCode(422);
            file(form().replace("\"knewOn\"", "knewOn")).then().statusCode(400);
        } finally {
            Logger.getLogger("").removeHandler(log);
        }
        assertThat(log.lines.toString()).doesNotContain(SECRET, "快送物流");
        var events = sent(id, 2).stream().map(EventsOnKafka.Sent::body).toList().toString();
        assertThat(events).contains("mediationDueOn").doesNotContain(SECRET, "快送物流", "9135", city.worker());
        assertThat(everything()).doesNotContain(SECRET, hexadecimal(SECRET));
    }

    /** Every row of every table as text; binary columns show as hexadecimal. */
    private String everything() {
        var tables = sql.list(
                "select table_name from information_schema.tables where table_schema = 'public'", row -> row.text(1));
        assertThat(tables).contains("dispute", "outbox", "audit_entry", "idempotency", "clock");
        return tables.stream()
                .flatMap(table -> sql.list("select t::text from \"" + table + "\" t", row -> row.text(1)).stream())
                .toList()
                .toString();
    }

    private static String hexadecimal(String text) {
        var hex = new StringBuilder();
        for (var one : text.getBytes(UTF_8)) {
            hex.append("%02x".formatted(one));
        }
        return hex.toString();
    }

    private static final class CapturedLog extends Handler {

        private final Queue<String> lines = new ConcurrentLinkedQueue<>();

        CapturedLog() {
            setLevel(Level.ALL);
        }

        @Override
        public void publish(LogRecord line) {
            lines.add(line.getMessage() + line.getThrown());
            if (line.getParameters() != null) {
                Stream.of(line.getParameters()).map(String::valueOf).forEach(lines::add);
            }
        }

        @Override
        public void flush() {}

        @Override
        public void close() {}
    }
}
