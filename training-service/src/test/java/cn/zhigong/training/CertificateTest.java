package cn.zhigong.training;

import static cn.zhigong.platform.testing.Refusals.refused;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.nullValue;

import cn.zhigong.platform.testing.EventsOnKafka;
import cn.zhigong.platform.testing.Infrastructure;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Certificates: numbered, verified, revoked. */
@QuarkusTest
@QuarkusTestResource(Infrastructure.class)
class CertificateTest extends OverHttp {

    @Test
    void fiftyAtOnceGetFiftyNumbersWithoutAGap() throws Exception {
        var cases = new ArrayList<String>();
        for (int i = 0; i < 5; i++) {
            var winners = join(10);
            say(result("CITY_1", "2026", winners));
            winners.forEach(winner -> cases.add(promotionOf(winner, 1)));
        }
        cases.forEach(id -> submit(officer, id).then().statusCode(200));
        List<Callable<String>> approvals = cases.stream()
                .map(id -> (Callable<String>) () ->
                        approve(bureau(), id).then().statusCode(200).extract().path("certificateNumber"))
                .toList();
        try (var crowd = Executors.newVirtualThreadPerTaskExecutor()) {
            var serials = crowd.invokeAll(approvals).stream()
                    .map(done -> Integer.parseInt(done.resultNow().substring(16)))
                    .sorted()
                    .toList();
            assertThat(serials).doesNotHaveDuplicates().hasSize(50);
            assertThat(serials.getLast() - serials.getFirst()).isEqualTo(49);
        }
    }

    @Test
    void aCertificateIsVerifiedByAnybodyAndNamesNobody() {
        var number = certified(worker, "CITY_1", "2026", 1);
        var answer = given().get("/v1/certificates/" + number)
                .then()
                .statusCode(200)
                .body("state", equalTo("VALID"))
                .body("level", equalTo("TECHNICIAN"))
                .body("occupation", equalTo(WELDER))
                .extract()
                .asString();
        assertThat(answer)
                .doesNotContain(person(worker).toString(), member(worker).toString(), worker);
    }

    @Test
    void anUnknownNumberAndNonsenseLookTheSame() {
        var unknown = given().get("/v1/certificates/S999931999999991999999")
                .then()
                .statusCode(404)
                .extract();
        var nonsense =
                given().get("/v1/certificates/nonsense").then().statusCode(404).extract();
        assertThat(unknown.<Map<String, Object>>path("").keySet())
                .isEqualTo(nonsense.<Map<String, Object>>path("").keySet());
        assertThat(unknown.<String>path("code")).isEqualTo(nonsense.path("code"));
        assertThat(unknown.<String>path("title")).isEqualTo(nonsense.path("title"));
    }

    @Test
    void aRevokedCertificateSaysSoAndTheLevelIsGone() {
        var number = certified(worker, "CITY_1", "2026", 1);
        var revoke = "/v1/certificates/" + number + "/revoke";
        refused(as(officer, "officer").body(Map.of("reason", "Fraud")).post(revoke), 403, "FORBIDDEN");
        bureau().body(Map.of("reason", "Fraud"))
                .post(revoke)
                .then()
                .statusCode(200)
                .body("state", equalTo("REVOKED"));
        refused(bureau().body(Map.of("reason", "Fraud")).post(revoke), 409, "ALREADY_REVOKED");
        given().get("/v1/certificates/" + number).then().statusCode(200).body("state", equalTo("REVOKED"));
        as(worker, "member")
                .get("/v1/skill-records/me")
                .then()
                .body("occupations[0].level", nullValue())
                .body("occupations[0].history", hasSize(1));
        as(worker, "member").get("/v1/promotion-cases/me").then().body("items.state", contains("REVOKED"));
        var said = EventsOnKafka.awaitOne(SKILLS, person(worker), REVOKED).json();
        assertThat(said.path("certificateNumber").asText()).isEqualTo(number);
        assertThat(said.path("level").asText()).isEqualTo("TECHNICIAN");
        assertThat(said.path("remaining").isNull() || said.path("remaining").isMissingNode())
                .isTrue();
        assertThat(said.path("version").asLong()).isEqualTo(2);
        assertThat(sql.list(
                        "select action from audit_entry where object_id in (?, ?) and action like '%.revoke'",
                        row -> row.text(1), number, mine(worker).getFirst()))
                .containsExactlyInAnyOrder("certificate.revoke", "promotion.revoke");
    }

    @Test
    void theLevelBelowARevokedOneCountsAgain() {
        var first = certified(worker, "CITY_2", "2026", 1);
        var second = certified(worker, "CITY_2", "2027", 2);
        bureau().body(Map.of("reason", "Fraud"))
                .post("/v1/certificates/" + second + "/revoke")
                .then()
                .statusCode(200);
        as(worker, "member").get("/v1/skill-records/me").then().body("occupations[0].level", equalTo("SENIOR"));
        var said = EventsOnKafka.awaitOne(SKILLS, person(worker), REVOKED).json();
        assertThat(said.path("remaining").path("level").asText()).isEqualTo("SENIOR");
        assertThat(said.path("remaining").path("certificateNumber").asText()).isEqualTo(first);
        as(worker, "member")
                .get("/v1/promotion-cases/me")
                .then()
                .body("items.state", containsInAnyOrder("CERTIFIED", "REVOKED"));
        // What was taken back does not use up the year.
        as(worker, "member")
                .get("/v1/promotion-cases/" + won(worker, "CITY_1", "2027", 3))
                .then()
                .body("state", equalTo("ELIGIBLE"));
    }

    @Test
    void aCertificateIsRevokedOnceHoweverManyTryAtOnce() throws Exception {
        var number = certified(worker, "CITY_1", "2026", 1);
        var revocation = Map.of("reason", "Fraud");
        List<Callable<Integer>> attempts = IntStream.range(0, 8)
                .mapToObj(i -> (Callable<Integer>) () -> bureau().body(revocation)
                        .post("/v1/certificates/" + number + "/revoke")
                        .statusCode())
                .toList();
        try (var crowd = Executors.newVirtualThreadPerTaskExecutor()) {
            var answers = crowd.invokeAll(attempts).stream()
                    .map(done -> done.resultNow())
                    .toList();
            assertThat(answers).containsOnly(200, 409).containsOnlyOnce(200);
        }
    }
}
