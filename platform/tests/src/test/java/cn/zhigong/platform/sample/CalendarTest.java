package cn.zhigong.platform.sample;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.notNullValue;

import cn.zhigong.platform.testing.Infrastructure;
import cn.zhigong.platform.testing.Tokens;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.time.LocalDate;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Officers load a year's holidays, and what depends on them is computed again in a job that can be followed. */
@QuarkusTest
@QuarkusTestResource(Infrastructure.class)
class CalendarTest {

    private static final String NOTICE = """
            [{"date": "2199-01-01", "kind": "HOLIDAY", "name": "元旦"},
             {"date": "2199-01-05", "kind": "WORKDAY", "name": "元旦"}]
            """;

    @TestHTTPResource
    URI root;

    @AfterEach
    void runFreely() {
        NoteCalendar.waits = false;
        NoteCalendar.fails = false;
        NoteCalendar.MAY_GO_ON.release(NoteCalendar.STEPS);
        NoteCalendar.MAY_GO_ON.drainPermits();
    }

    private static RequestSpecification admin() {
        return given().auth().oauth2(Tokens.of("admin-x", "admin")).contentType(ContentType.JSON);
    }

    private static Response load(String notice) {
        return admin().body("{\"days\": " + notice + "}").put("/v1/calendar/2199");
    }

    private static void awaitState(String job, String state) {
        await().atMost(Duration.ofSeconds(20))
                .untilAsserted(() -> admin().get(job).then().body("state", equalTo(state)));
    }

    @Test
    void aNoticeIsLoadedAndReadByAnybody() {
        var job = load(NOTICE).then().statusCode(202).extract().header("Location");
        awaitState(job, "DONE");
        assertThat(NoteCalendar.heard.isWorkingDay(LocalDate.of(2199, 1, 5))).isTrue();
        var read = given().get("/v1/calendar/2199")
                .then()
                .statusCode(200)
                .body("days", hasSize(2))
                .body("days[1].kind", equalTo("WORKDAY"))
                .extract();
        assertThat(read.header("Cache-Control")).contains("public");
        given().header("If-None-Match", read.header("ETag"))
                .get("/v1/calendar/2199")
                .then()
                .statusCode(304);
        load("[]").then().statusCode(202);
        given().header("If-None-Match", read.header("ETag"))
                .get("/v1/calendar/2199")
                .then()
                .statusCode(200)
                .body("days", hasSize(0));
    }

    @Test
    void theShippedYearsAreThereAndOthersAreNot() {
        given().get("/v1/calendar/2026").then().statusCode(200).body("days.name", notNullValue());
        given().get("/v1/calendar/2150").then().statusCode(404);
        given().get("/v1/calendar/1000000").then().statusCode(400);
        given().get("/v1/calendar/soon").then().statusCode(404);
    }

    @Test
    void onlyAnAdministratorLoads() {
        for (var role : new String[] {"member", "officer", "auditor"}) {
            given().auth()
                    .oauth2(Tokens.of("x", role))
                    .contentType(ContentType.JSON)
                    .body("{\"days\": " + NOTICE + "}")
                    .put("/v1/calendar/2199")
                    .then()
                    .statusCode(403);
        }
        given().contentType(ContentType.JSON)
                .body("{\"days\": " + NOTICE + "}")
                .put("/v1/calendar/2199")
                .then()
                .statusCode(401);
    }

    @Test
    void defectsAreNamedWhereTheyStand() {
        load("""
                [{"date": "2199-01-01", "kind": "HOLIDAY", "name": "元旦"},
                 {"date": "2198-12-31", "kind": "HOLIDAY", "name": "元旦"},
                 {"date": "2199-01-01", "kind": "HOLIDAY", "name": "元旦"},
                 {"date": "2199-01-03", "kind": "WORKDAY", "name": "元旦"},
                 {"date": "2199-01-06", "kind": "HOLIDAY", "name": " "}]
                """)
                .then()
                .statusCode(422)
                .body("code", equalTo("INVALID_CONTENT"))
                .body(
                        "violations.field",
                        containsInAnyOrder("days[1].date", "days[2].date", "days[3].date", "days[4].date"))
                .body(
                        "violations.code",
                        containsInAnyOrder("OUTSIDE_THE_YEAR", "NAMED_TWICE", "WORKDAY_ON_A_WEEKDAY", "NAME_LENGTH"));
        load("[{\"kind\": \"HOLIDAY\", \"name\": \"x\"}]").then().statusCode(422);
        assertThat(load("[null]").statusCode()).isIn(400, 422);
        load("{}").then().statusCode(400);
    }

    @Test
    void theJobsProgressIsFollowedByPollingAndByEvents() throws Exception {
        NoteCalendar.waits = true;
        var job = load(NOTICE)
                .then()
                .statusCode(202)
                .body("state", equalTo("RUNNING"))
                .body("total", equalTo(NoteCalendar.STEPS))
                .extract()
                .header("Location");
        Queue<String> events = new ConcurrentLinkedQueue<>();
        var stream = follow(job, events);
        await().atMost(Duration.ofSeconds(20)).until(() -> seen(events, "\"done\":0"));
        for (int step = 1; step <= NoteCalendar.STEPS; step++) {
            NoteCalendar.MAY_GO_ON.release();
            var done = step;
            await().atMost(Duration.ofSeconds(20))
                    .untilAsserted(() -> admin().get(job).then().body("done", equalTo(done)));
            await().atMost(Duration.ofSeconds(20)).until(() -> seen(events, "\"done\":" + done));
        }
        // Everything is looked at a second time.
        NoteCalendar.MAY_GO_ON.release(NoteCalendar.STEPS);
        awaitState(job, "DONE");
        stream.get();
        assertThat(events.stream().filter(line -> line.startsWith("data:")).toList())
                .last()
                .asString()
                .contains("\"state\":\"DONE\"");
    }

    private static boolean seen(Queue<String> events, String text) {
        return events.stream().anyMatch(line -> line.contains(text));
    }

    private CompletableFuture<Void> follow(String job, Queue<String> events) {
        return CompletableFuture.runAsync(() -> {
            try (var client =
                    HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build()) {
                var request = HttpRequest.newBuilder(root.resolve(job + "/events"))
                        .header("Authorization", "Bearer " + Tokens.of("admin-x", "admin"))
                        .timeout(Duration.ofSeconds(60))
                        .build();
                client.send(request, BodyHandlers.ofLines()).body().forEach(events::add);
            } catch (java.io.IOException | InterruptedException e) {
                throw new IllegalStateException(e);
            }
        });
    }

    @Test
    void aJobIsItsOwnersAlone() {
        var job = load(NOTICE).then().statusCode(202).extract().header("Location");
        given().auth().oauth2(Tokens.of("other", "admin")).get(job).then().statusCode(404);
        given().auth()
                .oauth2(Tokens.of("other", "admin"))
                .get(job + "/events")
                .then()
                .statusCode(404);
        given().get(job).then().statusCode(401);
    }

    @Test
    void aJobThatFailsSaysSoWithoutTellingOfTheInside() {
        NoteCalendar.fails = true;
        var job = load(NOTICE).then().statusCode(202).extract().header("Location");
        awaitState(job, "FAILED");
        assertThat(admin().get(job).asString()).doesNotContain("on purpose", "Exception");
    }
}
