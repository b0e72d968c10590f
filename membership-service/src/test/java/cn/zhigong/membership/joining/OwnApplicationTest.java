package cn.zhigong.membership.joining;

import static cn.zhigong.membership.joining.JoiningFixtures.CHARTER;
import static cn.zhigong.membership.joining.JoiningFixtures.asWorker;
import static cn.zhigong.membership.joining.JoiningFixtures.awaitState;
import static cn.zhigong.membership.joining.JoiningFixtures.file;
import static cn.zhigong.membership.joining.JoiningFixtures.filed;
import static cn.zhigong.membership.joining.JoiningFixtures.state;
import static cn.zhigong.membership.joining.JoiningFixtures.worker;
import static cn.zhigong.membership.organisation.OrganisationFixtures.as;
import static cn.zhigong.membership.organisation.OrganisationFixtures.asAdmin;
import static cn.zhigong.platform.testing.Refusals.refused;
import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import cn.zhigong.membership.MovedClock;
import cn.zhigong.platform.testing.Answers;
import cn.zhigong.platform.testing.Infrastructure;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What workers do with applications of their own before a union looks at them. */
@QuarkusTest
@QuarkusTestResource(Infrastructure.class)
@QuarkusTestResource(MovedClock.class)
class OwnApplicationTest extends AtAUnion {

    private Response patch(UUID application, String tag, String body) {
        return asWorker(worker)
                .contentType("application/merge-patch+json; charset=UTF-8")
                .header("If-Match", tag)
                .body(body)
                .patch("/v1/join-applications/" + application);
    }

    @Test
    void aCorrectionAgreesToTheCharterAsItIsNow() {
        var draft = Answers.id(apply(Map.of("draft", true, "joinCode", code)), 201);
        sql.update("update join_application set charter_version = '2018-10' where id = ?", draft);
        sql.update("update join_consent set version = '2018-10' where application_id = ?", draft);
        refused(asWorker(worker).post("/v1/join-applications/" + draft + "/submit"), 422, "CHARTER_OUTDATED");
        var tag = my(draft).header("ETag");
        patch(draft, tag, "{\"charterVersion\": \"2023-10\"}")
                .then()
                .statusCode(422)
                .body("violations.code", hasItem("CONSENT_TO_OTHER_VERSION"));
        patch(draft, tag, """
                {"charterVersion": "2023-10", "consents": [{"purpose": "CHARTER", "version": "2023-10"},
                {"purpose": "PERSONAL_INFORMATION", "version": "2023-10"}]}""").then().statusCode(200).body("charterVersion", equalTo(CHARTER));
        asWorker(worker)
                .post("/v1/join-applications/" + draft + "/submit")
                .then()
                .statusCode(200);
        var kept = sql.list(
                "select purpose || ' ' || version from join_consent where application_id = ? order by 1",
                row -> row.text(1),
                draft);
        assertThat(kept)
                .containsExactly(
                        "CHARTER 2018-10",
                        "CHARTER 2023-10",
                        "PERSONAL_INFORMATION 2018-10",
                        "PERSONAL_INFORMATION 2023-10");
    }

    @Test
    void anIdentityMayFailThreeTimes() {
        var id = filed(worker, People.doubted(), code);
        for (var tries = 1; tries < IdentityCheck.MOST_FAILURES; tries++) {
            awaitState(id, "IDENTITY_FAILED");
            var tag = my(id).header("ETag");
            patch(id, tag, "{\"identity\": {\"number\": \"%s\"}}".formatted(People.doubted()))
                    .then()
                    .statusCode(200);
            asWorker(worker)
                    .post("/v1/join-applications/" + id + "/submit")
                    .then()
                    .statusCode(200)
                    .body("state", equalTo("SUBMITTED"));
        }
        awaitState(id, "REJECTED");
        my(id).then().body("reasons", contains("IDENTITY_NOT_CONFIRMED"));
        file(worker, People.believed(), code).then().statusCode(201);
    }

    @Test
    void whoChangesTheirMindUsesUpNobodysPlace() throws Exception {
        var limited = JoiningFixtures.limited(union, clock, 2);
        for (var times = 0; times < 4; times++) {
            withdraw(filed(worker, People.believed(), limited)).then().statusCode(200);
        }
        var last = filed(worker, People.believed(), limited);
        filed(worker(), People.believed(), limited);
        refused(file(worker(), People.believed(), limited), 409, "JOIN_CODE_EXHAUSTED");
        List<Callable<Response>> crowd = Stream.generate(() -> (Callable<Response>) () -> withdraw(last))
                .limit(10)
                .toList();
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            assertThat(threads.invokeAll(crowd).stream()
                            .map(done -> done.resultNow().statusCode()))
                    .containsOnlyOnce(200)
                    .containsOnly(200, 409);
        }
        List<Callable<Response>> others = Stream.generate(
                        () -> (Callable<Response>) () -> file(worker(), People.believed(), limited))
                .limit(10)
                .toList();
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            assertThat(threads.invokeAll(others).stream()
                            .map(done -> done.resultNow().statusCode()))
                    .containsOnlyOnce(201)
                    .containsOnly(201, 409);
        }
    }

    private Response withdraw(UUID application) {
        return asWorker(worker).post("/v1/join-applications/" + application + "/withdraw");
    }

    @Test
    void fiveIdentitiesOfOneLoginMayFailADay() {
        for (var failures = 0; failures < IdentityFailures.THROTTLE.most(); failures++) {
            var id = filed(worker, People.doubted(), code);
            awaitState(id, "IDENTITY_FAILED");
            asWorker(worker)
                    .post("/v1/join-applications/" + id + "/withdraw")
                    .then()
                    .statusCode(200);
        }
        file(worker, People.doubted(), code)
                .then()
                .statusCode(429)
                .body("code", equalTo("IDENTITY_FAILED_TOO_OFTEN"))
                .header("Retry-After", notNullValue());
        String draft = Answers.text(apply(Map.of("draft", true)), 201, "id");
        var handedIn = "/v1/join-applications/" + draft + "/submit";
        asWorker(worker).post(handedIn).then().statusCode(429);
        file(worker(), People.believed(), code).then().statusCode(201);
        MovedClock.advance(clock, Duration.ofDays(1));
        asWorker(worker).post(handedIn).then().statusCode(200);
    }

    @Test
    void aProviderThatDoesNotAnswerIsAskedAgain() {
        var id = filed(worker, People.unanswered(), code);
        await().atMost(20, SECONDS)
                .until(() -> sql.first("select checks from join_application where id = ?", row -> row.integer(1), id)
                                .orElse(0)
                        > 1);
        assertThat(state(id)).isEqualTo("SUBMITTED");
        asWorker(worker)
                .post("/v1/join-applications/" + id + "/withdraw")
                .then()
                .statusCode(200);
    }

    @Test
    void aDraftWaitsForItsWorker() {
        var draft = UUID.fromString(apply(Map.of("draft", true, "joinCode", code))
                .then()
                .statusCode(201)
                .body("state", equalTo("DRAFT"))
                .extract()
                .path("id"));
        as(officer).get("/v1/join-applications/" + draft).then().statusCode(404);
        asAdmin().get("/v1/join-applications/" + draft).then().statusCode(404);
        var tag = my(draft).header("ETag");
        patch(draft, "\"99\"", "{\"workerGroup\": null}").then().statusCode(412);
        patch(draft, tag, "{\"workerGroup\": null, \"state\": \"APPROVED\"}")
                .then()
                .statusCode(200)
                .body("workerGroup", nullValue())
                .body("state", equalTo("DRAFT"));
        asWorker(worker)
                .post("/v1/join-applications/" + draft + "/submit")
                .then()
                .statusCode(200);
        awaitState(draft, "ROUTED");
        patch(draft, my(draft).header("ETag"), "{\"workerGroup\": null}")
                .then()
                .statusCode(409)
                .body("code", equalTo("ILLEGAL_TRANSITION"))
                .body("state", equalTo("ROUTED"));
    }

    @Test
    void anotherWorkersApplicationDoesNotExist() {
        var id = filed(worker, People.believed(), code);
        var other = worker();
        refused(asWorker(other).get("/v1/join-applications/" + id), 404, "NOT_FOUND");
        asWorker(other).post("/v1/join-applications/" + id + "/withdraw").then().statusCode(404);
        asWorker(other).post("/v1/join-applications/" + id + "/submit").then().statusCode(404);
    }
}
