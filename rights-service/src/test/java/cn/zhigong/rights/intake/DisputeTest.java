package cn.zhigong.rights.intake;

import static io.restassured.RestAssured.given;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import cn.zhigong.platform.calendar.Calendars;
import cn.zhigong.platform.calendar.ChinaTime;
import cn.zhigong.platform.calendar.Deadline;
import cn.zhigong.platform.calendar.StatutoryClock;
import cn.zhigong.platform.sql.Sql;
import cn.zhigong.platform.testing.EventsOnKafka;
import cn.zhigong.platform.testing.Infrastructure;
import cn.zhigong.platform.testing.Tokens;
import cn.zhigong.rights.clock.DisputeLaw;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.List;
import java.util.Queue;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executors;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
@QuarkusTestResource(Infrastructure.class)
class DisputeTest {

    private static final String SECRET = "老板扣了我三个月工资还打了我";

    @Inject
    Sql sql;

    @Inject
    Calendars calendars;

    @Inject
    InstantSource clock;

    private City city;

    @BeforeEach
    void build() {
        city = new City(sql);
    }

    private static RequestSpecification as(String account, String... roles) {
        return given().auth().oauth2(Tokens.of(account, roles)).contentType(ContentType.JSON);
    }

    private RequestSpecification asWorker() {
        return as(city.worker(), "member");
    }

    private RequestSpecification asOfficer() {
        return as(city.officer(), "officer");
    }

    private String form() {
        return """
            {"kind": "PAY_OR_COMPENSATION",
             "claimItems": [{"kind": "UNPAID_WAGES", "amount": {"fen": 2400001, "currency": "CNY"}},
                            {"kind": "SEVERANCE", "amount": {"fen": 999999, "currency": "CNY"}},
                            {"kind": "PAPERS"}],
             "respondent": {"creditCode": "91350200MA2YJ1XR9G", "name": "快送物流有限公司"},
             "facts": "%s", "organisationId": "%s", "knewOn": "2026-01-31", "workers": 12}
            """.formatted(SECRET, city.pudong);
    }

    private Response file(String form) {
        return asWorker().body(form).post("/v1/disputes");
    }

    private String filed() {
        return file(form()).then().statusCode(201).extract().path("id");
    }

    private Response accept(String id) {
        return asOfficer().post("/v1/disputes/" + id + "/accept");
    }

    private List<EventsOnKafka.Sent> sent(String id, int atLeast) {
        return await().atMost(Duration.ofSeconds(20))
                .until(() -> EventsOnKafka.about(DisputeEvent.TOPIC, id), events -> events.size() >= atLeast);
    }

    @Nested
    class Registering {

        @Test
        void aWorkersDisputeIsRegisteredWithItsLimitationAndItsSum() {
            var created = file(form())
                    .then()
                    .statusCode(201)
                    .body("state", equalTo("REGISTERED"))
                    .body("channel", equalTo("ONLINE"))
                    .body("article", equalTo("劳动争议调解仲裁法 §2(5)"))
                    .body("claimed.fen", equalTo(3_400_000))
                    .body("claimed.currency", equalTo("CNY"))
                    .body("claimItems[2].amount", nullValue())
                    .body("scale", equalTo("COLLECTIVE"))
                    .body("limitation.sourceLaw", equalTo("劳动争议调解仲裁法 §27"))
                    .body("limitation.lastDay", equalTo("2027-02-01"))
                    .body("clocks.ruleId", containsInAnyOrder("D8"))
                    .extract();
            assertThat(created.header("Location")).isEqualTo("/v1/disputes/" + created.path("id"));
            assertThat(created.asString()).doesNotContain(SECRET);
        }

        @Test
        void noLimitationRunsAgainstWagesWhileEmployed() {
            var form = form().replace("SEVERANCE", "OVERTIME_PAY")
                    .replace(",\n                {\"kind\": \"PAPERS\"}", "");
            form = form.replaceAll(",\\s*\\{\"kind\": \"PAPERS\"}", "");
            file(form).then().statusCode(201).body("limitation", nullValue()).body("clocks", hasSize(0));
        }

        @Test
        void aDistrictIsRoutedToItsFederation() {
            var form = form().replace("\"organisationId\": \"" + city.pudong, "\"district\": \"" + city.district);
            file(form).then().statusCode(201).body("organisationId", equalTo(city.pudong.toString()));
        }

        @Test
        void aDistrictWithoutFederationIsRefused() {
            var form = form().replace("\"organisationId\": \"" + city.pudong, "\"district\": \"999999");
            file(form).then().statusCode(422).body("code", equalTo("NO_DESK_IN_DISTRICT"));
        }

        @Test
        void anUnknownUnionIsRefused() {
            file(form().replace(city.pudong.toString(), UUID.randomUUID().toString()))
                    .then()
                    .statusCode(422)
                    .body("violations[0].field", equalTo("organisationId"));
        }

        @Test
        void anOfficerWritesDownWhatAWorkerWithoutLoginTells() {
            var form = form().replaceFirst(
                            "\\{",
                            "{\"channel\": \"ORAL\", \"claimant\": {\"name\": \"王小明\", \"phone\": \"13800138000\"},");
            var id = asOfficer()
                    .body(form)
                    .post("/v1/disputes")
                    .then()
                    .statusCode(201)
                    .extract()
                    .path("id");
            asOfficer()
                    .get("/v1/disputes/" + id)
                    .then()
                    .body("channel", equalTo("ORAL"))
                    .body("confidential.claimantName", equalTo("王小明"))
                    .body("confidential.claimantPhone", equalTo("13800138000"));
            as(city.stranger(), "officer")
                    .body(form)
                    .post("/v1/disputes")
                    .then()
                    .statusCode(403);
            as(city.viewer(), "officer").body(form).post("/v1/disputes").then().statusCode(403);
            asWorker()
                    .body(form)
                    .post("/v1/disputes")
                    .then()
                    .statusCode(403)
                    .body("code", equalTo("CHANNEL_NOT_YOURS"));
        }

        @Test
        void anOfficerIsNoWorkerByTheWay() {
            asOfficer()
                    .body(form())
                    .post("/v1/disputes")
                    .then()
                    .statusCode(403)
                    .body("code", equalTo("CHANNEL_NOT_YOURS"));
        }

        @ParameterizedTest
        @ValueSource(strings = {"0", "-5", "1000000000001", "1.5", "1e99999", "9223372036854775808"})
        void anImpossibleAmountIsRefused(String fen) {
            assertThat(file(form().replace("2400001", fen)).statusCode()).isIn(400, 422);
        }

        @Test
        void anotherCurrencyIsRefused() {
            file(form().replaceFirst("CNY", "USD"))
                    .then()
                    .statusCode(422)
                    .body("violations[0].field", equalTo("claimItems[0].amount.currency"));
        }

        @Test
        void factsHaveABound() {
            file(form().replace(SECRET, "长".repeat(10_001))).then().statusCode(422);
            file(form().replace(SECRET, "长".repeat(10_000))).then().statusCode(201);
            file(form().replace(SECRET, "x".repeat(1_100_000))).then().statusCode(413);
        }

        @ParameterizedTest
        @ValueSource(strings = {"2999-01-01", "1890-01-01"})
        void aDayOfKnowingLiesInThePastButNotBeforeTheLaw(String day) {
            file(form().replace("2026-01-31", day))
                    .then()
                    .statusCode(422)
                    .body("violations[0].field", equalTo("knewOn"));
        }

        @ParameterizedTest
        @ValueSource(strings = {"2025-02-29", "31.1.2026", "9999999999"})
        void aDayThatIsNoneIsRefused(String day) {
            file(form().replace("2026-01-31", day)).then().statusCode(400);
        }

        @Test
        void everythingWrongIsNamedAtOnce() {
            var form = form().replace("91350200MA2YJ1XR9G", "nonsense")
                    .replaceFirst("\\{", "{\"district\": \"310115\", \"claimant\": {\"name\": \"1\"},");
            file(form)
                    .then()
                    .statusCode(422)
                    .body("violations.field", hasItems("claimant", "organisationId", "respondent.creditCode"));
        }

        @Test
        void whatOnlyTheDeskMaySetCannotBeSetOnRegistration() {
            var form = form().replaceFirst(
                            "\\{",
                            "{\"state\": \"ACCEPTED\", \"claimantAccount\": \"worker-9\", \"scale\": \"MAJOR\",");
            file(form)
                    .then()
                    .statusCode(201)
                    .body("state", equalTo("REGISTERED"))
                    .body("scale", equalTo("COLLECTIVE"));
        }

        @Test
        void controlCharactersInANameAreRefusedNotStored() {
            file(form().replace("快送物流", "快\\u0000送")).then().statusCode(422);
        }

        @Test
        void aRepetitionWithTheSameKeyHasOneEffect() {
            var key = UUID.randomUUID().toString();
            var first = asWorker().header("Idempotency-Key", key).body(form()).post("/v1/disputes");
            var second = asWorker().header("Idempotency-Key", key).body(form()).post("/v1/disputes");
            assertThat(second.asString()).isEqualTo(first.asString());
            asWorker().get("/v1/disputes").then().body("items", hasSize(1));
        }
    }

    @Nested
    class Screening {

        @Test
        void acceptanceStartsTheFifteenDaysOfMediation() {
            var id = filed();
            var today = ChinaTime.dayOf(clock.instant());
            var due = (Deadline.Due) StatutoryClock.dueAt(today, DisputeLaw.MEDIATION, List.of(), calendars.current());
            accept(id)
                    .then()
                    .statusCode(200)
                    .body("state", equalTo("ACCEPTED"))
                    .body("clocks.ruleId", containsInAnyOrder("D1", "D8"))
                    .body(
                            "clocks.find { it.ruleId == 'D1' }.lastDay",
                            equalTo(due.lastDay().toString()))
                    .body(
                            "clocks.find { it.ruleId == 'D1' }.dueAt",
                            equalTo(due.endsAt().toString()))
                    .body("clocks.find { it.ruleId == 'D1' }.sourceLaw", equalTo("劳动争议调解仲裁法 §14"));
        }

        @Test
        void ofFiftyWhoAcceptAtOnceOneDoes() throws Exception {
            var id = filed();
            List<Callable<Integer>> attempts = Stream.generate(
                            () -> (Callable<Integer>) () -> accept(id).statusCode())
                    .limit(50)
                    .toList();
            try (var crowd = Executors.newVirtualThreadPerTaskExecutor()) {
                var answers = crowd.invokeAll(attempts).stream()
                        .map(done -> done.resultNow())
                        .toList();
                assertThat(answers).filteredOn(code -> code == 200).hasSize(1);
                assertThat(answers).filteredOn(code -> code == 409).hasSize(49);
            }
            assertThat(sql.list("select 1 from clock where subject_id = ?::uuid and rule_id = 'D1'", row -> 1, id))
                    .hasSize(1);
            accept(id).then().statusCode(409).body("allowed", containsInAnyOrder("MEDIATING", "FAILED"));
        }

        @Test
        void aRefusalSaysWhy() {
            var id = filed();
            asOfficer()
                    .body("{\"reason\": \"OTHER_FORUM\", \"forum\": \"COURT\"}")
                    .post("/v1/disputes/" + id + "/refuse")
                    .then()
                    .statusCode(200)
                    .body("state", equalTo("NOT_ACCEPTED"))
                    .body("refusalReason", equalTo("OTHER_FORUM"))
                    .body("forum", equalTo("COURT"));
            accept(id).then().statusCode(409);
        }

        @ParameterizedTest
        @ValueSource(
                strings = {"{}", "{\"reason\": \"OTHER_FORUM\"}", "{\"reason\": \"NOT_LABOUR\", \"forum\": \"COURT\"}"})
        void aHalfReasonedRefusalIsRefused(String body) {
            asOfficer()
                    .body(body)
                    .post("/v1/disputes/" + filed() + "/refuse")
                    .then()
                    .statusCode(422);
        }

        @Test
        void aTransferGivesTheCaseToTheOtherDeskAndTakesItFromThisOne() {
            var id = filed();
            asOfficer()
                    .body("{\"organisationId\": \"" + city.huangpu + "\"}")
                    .post("/v1/disputes/" + id + "/transfer")
                    .then()
                    .statusCode(200)
                    .body("state", equalTo("REFERRED"));
            accept(id).then().statusCode(404);
            as(city.stranger(), "mediator")
                    .post("/v1/disputes/" + id + "/accept")
                    .then()
                    .statusCode(200)
                    .body("organisationId", equalTo(city.huangpu.toString()))
                    .body("clocks.organisationId", not(hasItem(city.pudong.toString())));
        }

        @Test
        void aTransferGoesToAnotherDeskThatExists() {
            var id = filed();
            for (var to : List.of(UUID.randomUUID(), city.pudong)) {
                asOfficer()
                        .body("{\"organisationId\": \"" + to + "\"}")
                        .post("/v1/disputes/" + id + "/transfer")
                        .then()
                        .statusCode(422);
            }
        }

        @Test
        void onlyWhoHasTheGrantScreens() {
            var id = filed();
            asWorker().post("/v1/disputes/" + id + "/accept").then().statusCode(403);
            as(city.stranger(), "officer")
                    .post("/v1/disputes/" + id + "/accept")
                    .then()
                    .statusCode(404);
            as(city.viewer(), "officer")
                    .post("/v1/disputes/" + id + "/accept")
                    .then()
                    .statusCode(403);
            as("auditor-x", "auditor")
                    .post("/v1/disputes/" + id + "/accept")
                    .then()
                    .statusCode(403);
            as(city.chief(), "officer")
                    .post("/v1/disputes/" + id + "/accept")
                    .then()
                    .statusCode(200);
        }

        @Test
        void aPartyDoesNotDecideOnItsOwnCase() {
            var id = as(city.officer(), "member")
                    .body(form())
                    .post("/v1/disputes")
                    .path("id");
            as(city.officer(), "member", "officer")
                    .post("/v1/disputes/" + id + "/accept")
                    .then()
                    .statusCode(403)
                    .body("code", equalTo("PARTY_CANNOT_SCREEN"));
        }
    }

    @Nested
    class Confidentiality {

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
                    row -> row.getString(1),
                    id);
        }

        @Test
        void othersSeeTheCaseWithoutThemOrNotAtAll() {
            var id = filed();
            for (var reader :
                    List.of(as("auditor-x", "auditor"), as("admin-x", "admin"), as(city.viewer(), "officer"))) {
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
            asOfficer()
                    .queryParam("state", "ACCEPTED")
                    .get("/v1/disputes")
                    .then()
                    .body("items", hasSize(0));
            asOfficer().queryParam("mine", true).get("/v1/disputes").then().body("items", hasSize(0));
            asOfficer()
                    .queryParam("under", city.huangpu)
                    .get("/v1/disputes")
                    .then()
                    .statusCode(404);
            as(city.stranger(), "officer").get("/v1/disputes").then().body("items", hasSize(0));
            as("worker-other-" + city.mark, "member").get("/v1/disputes").then().body("items", hasSize(0));
        }

        @Test
        void anUnknownParameterOrStateIsRefused() {
            asOfficer().get("/v1/disputes?q=x").then().statusCode(400).body("code", equalTo("UNKNOWN_PARAMETER"));
            asOfficer().get("/v1/disputes?sort=facts").then().statusCode(400);
            asOfficer().get("/v1/disputes?state=WHATEVER").then().statusCode(400);
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
            var events =
                    sent(id, 2).stream().map(EventsOnKafka.Sent::body).toList().toString();
            assertThat(events).contains("mediationDueOn").doesNotContain(SECRET, "快送物流", "9135", city.worker());
            assertThat(everything()).doesNotContain(SECRET, hexadecimal(SECRET));
        }

        /** Every row of every table as text; binary columns show as hexadecimal. */
        private String everything() {
            var tables = sql.list(
                    "select table_name from information_schema.tables where table_schema = 'public'",
                    row -> row.getString(1));
            assertThat(tables).contains("dispute", "outbox", "audit_entry", "idempotency", "clock");
            return tables.stream()
                    .flatMap(table ->
                            sql.list("select t::text from \"" + table + "\" t", row -> row.getString(1)).stream())
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

    @Nested
    class Events {

        @Test
        void eachStepIsTold() {
            var id = filed();
            accept(id).then().statusCode(200);
            var events = sent(id, 2);
            assertThat(events.stream().map(one -> one.header("ce_type")))
                    .containsExactly(
                            "cn.zhigong.rights.dispute-registered.v1", "cn.zhigong.rights.dispute-accepted.v1");
            assertThat(events.getLast().body())
                    .contains("\"version\": 1", "\"state\": \"ACCEPTED\"", "\"disputeId\": \"" + id + "\"");
            var version = sql.first("select version from dispute where id = ?::uuid", row -> row.getLong(1), id);
            assertThat(version).contains(1L);
        }
    }

    @Nested
    class Clocks {

        @Test
        void officersSeeTheOpenDeadlinesBelowThemTheNextOneFirst() {
            var id = filed();
            accept(id).then().statusCode(200);
            asOfficer()
                    .get("/v1/clocks")
                    .then()
                    .statusCode(200)
                    .body("items.ruleId", equalTo(List.of("D1", "D8")))
                    .body("items.subjectId", equalTo(List.of(id, id)));
            String next = asOfficer().get("/v1/clocks?limit=1").path("next");
            asOfficer()
                    .queryParam("limit", 1)
                    .queryParam("after", next)
                    .get("/v1/clocks")
                    .then()
                    .body("items.ruleId", equalTo(List.of("D8")))
                    .body("next", nullValue());
            asOfficer().get("/v1/clocks?dueBefore=2000-01-01").then().body("items", hasSize(0));
            asOfficer()
                    .queryParam(
                            "dueBefore",
                            LocalDate.now(ChinaTime.ZONE).plusDays(40).toString())
                    .queryParam("under", city.pudong)
                    .get("/v1/clocks")
                    .then()
                    .body("items.ruleId", equalTo(List.of("D1")));
            as(city.stranger(), "officer").get("/v1/clocks").then().body("items", hasSize(0));
            asOfficer()
                    .queryParam("under", city.huangpu)
                    .get("/v1/clocks")
                    .then()
                    .statusCode(404);
            asOfficer().get("/v1/clocks?dueBefore=tomorrow").then().statusCode(400);
            asWorker().get("/v1/clocks").then().statusCode(403);
        }

        @Test
        void aDeadlineThatRanOutIsMarked() {
            var id = filed();
            accept(id).then().statusCode(200);
            sql.update(
                    "update clock set starts_at = starts_at - interval '60 days', due_at = due_at - interval '60 days',"
                            + " last_day = last_day - 60 where subject_id = ?::uuid and rule_id = 'D1'",
                    id);
            await().atMost(Duration.ofSeconds(20))
                    .untilAsserted(() -> asOfficer()
                            .get("/v1/disputes/" + id)
                            .then()
                            .body("clocks.find { it.ruleId == 'D1' }.breachedAt", notNullValue()));
            assertThat(sql.list(
                            "select detail::text from audit_entry a join clock c on a.object_id = c.id::text"
                                    + " where c.subject_id = ?::uuid and action = 'clock.breach' and actor = 'system'",
                            row -> row.getString(1),
                            id))
                    .containsExactly("{\"rule\": \"D1\"}");
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
            var job = admin.body("[{\"date\": \"2027-02-15\", \"kind\": \"HOLIDAY\", \"name\": \"春节\"}]")
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
}
