package cn.zhigong.rights.intake;

import static cn.zhigong.platform.testing.Refusals.refused;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.nullValue;

import cn.zhigong.platform.testing.ApprovedEvent;
import cn.zhigong.platform.testing.EventsOnKafka;
import cn.zhigong.platform.testing.Infrastructure;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.time.Duration;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** How a dispute comes in. */
@QuarkusTest
@QuarkusTestResource(Infrastructure.class)
class RegisteringTest extends OverHttp {

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
                .body("clocks.ruleId", containsInAnyOrder("ARBITRATION_LIMITATION"))
                .extract();
        assertThat(created.header("Location")).isEqualTo("/v1/disputes/" + created.path("id"));
        assertThat(created.asString()).doesNotContain(SECRET);
    }

    @Test
    void noLimitationRunsAgainstWagesWhileEmployed() {
        var form = form().replace("SEVERANCE", "OVERTIME_PAY").replace(",\n                {\"kind\": \"PAPERS\"}", "");
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
        refused(file(form), 422, "NO_DESK_IN_DISTRICT");
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
        as(city.stranger(), "officer").body(form).post("/v1/disputes").then().statusCode(403);
        as(city.viewer(), "officer").body(form).post("/v1/disputes").then().statusCode(403);
        refused(asWorker().body(form).post("/v1/disputes"), 403, "CHANNEL_NOT_YOURS");
    }

    /** A mistyped login would show what was told in confidence to somebody else. */
    @Test
    void aWorkerHeardInPersonIsNamedByTheLoginOfAMemberOrByNone() {
        var heard = form().replaceFirst(
                        "\\{",
                        "{\"channel\": \"ORAL\", \"claimant\": {\"name\": \"王小明\", \"account\": \"" + city.worker()
                                + "\"},");
        asOfficer()
                .body(heard)
                .post("/v1/disputes")
                .then()
                .statusCode(422)
                .body("violations[0].field", equalTo("claimant.account"));
        var member = UUID.randomUUID();
        EventsOnKafka.put(
                "zhigong.membership.member.v1",
                "cn.zhigong.membership.member-joined.v1",
                member,
                ApprovedEvent.of("membership-service", "member-joined.v1")
                        .replace("01900000-0000-7000-8000-000000000004", member.toString())
                        .replace("worker-1", city.worker()));
        await().atMost(Duration.ofSeconds(20))
                .until(() -> asOfficer().body(heard).post("/v1/disputes").statusCode() == 201);
        asWorker().get("/v1/disputes").then().body("items.channel", contains("ORAL"));
    }

    @Test
    void anOfficerIsNoWorkerByTheWay() {
        refused(asOfficer().body(form()).post("/v1/disputes"), 403, "CHANNEL_NOT_YOURS");
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
    @ValueSource(strings = {"2999-01-01", "1994-12-31"})
    void aDayOfKnowingLiesInThePastButNotBeforeTheLaw(String day) {
        file(form().replace("2026-01-31", day)).then().statusCode(422).body("violations[0].field", equalTo("knewOn"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"2025-02-29", "31.1.2026", "9999999999", "1890-01-01"})
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
                        "\\{", "{\"state\": \"ACCEPTED\", \"claimantAccount\": \"worker-9\", \"scale\": \"MAJOR\",");
        file(form).then().statusCode(201).body("state", equalTo("REGISTERED")).body("scale", equalTo("COLLECTIVE"));
    }

    @Test
    void controlCharactersInANameAreRefusedNotStored() {
        file(form().replace("快送物流", "快\\u0007送")).then().statusCode(422);
        file(form().replace("快送物流", "快\\u0000送")).then().statusCode(400);
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
