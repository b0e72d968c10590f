package cn.zhigong.membership.joining;

import static cn.zhigong.membership.joining.JoiningFixtures.CHARTER;
import static cn.zhigong.membership.joining.JoiningFixtures.application;
import static cn.zhigong.membership.joining.JoiningFixtures.approve;
import static cn.zhigong.membership.joining.JoiningFixtures.asWorker;
import static cn.zhigong.membership.joining.JoiningFixtures.awaitState;
import static cn.zhigong.membership.joining.JoiningFixtures.file;
import static cn.zhigong.membership.organisation.OrganisationFixtures.asAdmin;
import static cn.zhigong.membership.organisation.OrganisationFixtures.organisation;
import static cn.zhigong.membership.organisation.OrganisationFixtures.root;
import static cn.zhigong.platform.testing.Refusals.refused;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.matchesPattern;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import cn.zhigong.membership.MovedClock;
import cn.zhigong.platform.testing.Answers;
import cn.zhigong.platform.testing.Infrastructure;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.ThreadLocalRandom;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What a worker meets on the way in. */
@QuarkusTest
@QuarkusTestResource(Infrastructure.class)
@QuarkusTestResource(MovedClock.class)
class JoiningTest extends AtAUnion {

    @Test
    void aScannedCodeLeadsToAMembershipAndACard() {
        var number = People.believed();
        var filed = file(worker, number, code)
                .then()
                .statusCode(201)
                .body("state", equalTo("SUBMITTED"))
                .body("identity.number", equalTo("310***********" + number.substring(14)))
                .body("identity.name", equalTo("王**"))
                .body("phone", matchesPattern("137\\*{4}\\d{4}"))
                .extract();
        var id = UUID.fromString(filed.path("id"));
        assertThat(filed.header("Location")).isEqualTo("/v1/join-applications/" + id);
        awaitState(id, "ROUTED");
        my(id).then()
                .body("state", equalTo("ROUTED"))
                .body("routedBy", equalTo("JOIN_CODE"))
                .body("organisationId", equalTo(union.toString()))
                .body("reviewBy", notNullValue())
                .body("review", nullValue());
        approve(officer, id)
                .then()
                .statusCode(200)
                .body("state", equalTo("MEMBER_CREATED"))
                .body("review.decidedBy", equalTo(officer));
        asWorker(worker)
                .get("/v1/members/me")
                .then()
                .statusCode(200)
                .body("state", equalTo("ACTIVE"))
                .body("name", equalTo("王小明"))
                .body("number", matchesPattern("M\\d{10}"))
                .body("organisationId", equalTo(union.toString()));
        asWorker(worker).get("/v1/members/me/card").then().statusCode(200).body("maskedName", equalTo("王**"));
        asWorker(worker)
                .get("/v1/members/me/applications")
                .then()
                .body("items.id", contains(id.toString()))
                .body("items.state", contains("MEMBER_CREATED"));
    }

    @Test
    void whatIsWrongIsNamedByItsField() {
        var wrong = Map.of("type", "RESIDENT_ID", "number", "310115199003077517", "name", "王小明");
        apply(Map.of("identity", wrong))
                .then()
                .statusCode(422)
                .body("code", equalTo("INVALID_CONTENT"))
                .body("violations[0].field", equalTo("identity.number"))
                .body("violations[0].code", equalTo("CHECK_DIGIT"));
        var child = People.born(LocalDate.of(2015, 5, 5), 123);
        refused(
                apply(Map.of("identity", Map.of("type", "RESIDENT_ID", "number", child, "name", "王小明"))),
                422,
                "UNDER_WORKING_AGE");
        apply(Map.of("charterVersion", "2018-10", "consents", List.of()))
                .then()
                .statusCode(422)
                .body("code", equalTo("CHARTER_OUTDATED"))
                .body("current", equalTo(CHARTER));
        apply(Map.of("consents", List.of()))
                .then()
                .statusCode(422)
                .body("violations.code", hasItem("CONSENT_TO_PERSONAL_INFORMATION"));
    }

    @Test
    void nobodyHandsInADecisionWithTheApplication() {
        apply(Map.of(
                        "joinCode",
                        code,
                        "state",
                        "APPROVED",
                        "memberId",
                        UUID.randomUUID(),
                        "routedBy",
                        "JOIN_CODE",
                        "version",
                        7,
                        "organisationId",
                        UUID.randomUUID()))
                .then()
                .statusCode(201)
                .body("state", equalTo("SUBMITTED"))
                .body("memberId", nullValue())
                .body("organisationId", equalTo(union.toString()));
    }

    @Test
    void aBadCodeIsRefusedAndUsesNothing() {
        refused(file(worker, People.believed(), "guessed-" + UUID.randomUUID()), 404, "JOIN_CODE_UNKNOWN");
        asAdmin().post("/v1/join-codes/" + code + "/revoke").then().statusCode(200);
        refused(file(worker, People.believed(), code), 409, "JOIN_CODE_REVOKED");
    }

    @Test
    void twentyAtOnceMakeOneApplication() throws Exception {
        var number = People.believed();
        List<Callable<Response>> crowd = Stream.generate(() -> (Callable<Response>) () -> file(worker, number, code))
                .limit(20)
                .toList();
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var answers = threads.invokeAll(crowd).stream()
                    .map(done -> done.resultNow())
                    .toList();
            var first = answers.stream().filter(one -> one.statusCode() == 201).toList();
            assertThat(first).hasSize(1);
            assertThat(answers.stream().filter(one -> one.statusCode() == 409))
                    .hasSize(19)
                    .allSatisfy(one -> {
                        assertThat(one.<String>path("code")).isEqualTo("APPLICATION_ALREADY_OPEN");
                        assertThat(one.<String>path("applicationId"))
                                .isEqualTo(first.getFirst().path("id"));
                    });
        }
    }

    @Test
    void withoutACodeTheUnionIsFoundByThePlace() {
        var street = "310118%03d".formatted(ThreadLocalRandom.current().nextInt(1_000));
        var subdistrict = organisation(
                organisation(root(), "DISTRICT_FEDERATION"),
                "SUBDISTRICT",
                Map.of("district", "310118", "street", street));
        var id = Answers.id(apply(Map.of("street", street)), 201);
        awaitState(id, "ROUTED");
        my(id).then().body("routedBy", equalTo("STREET_UNION")).body("organisationId", equalTo(subdistrict.toString()));
    }

    @Test
    void aMalformedBodyOrAStrangerIsRefused() {
        asWorker(worker)
                .body("{\"identity\":")
                .post("/v1/join-applications")
                .then()
                .statusCode(400);
        given().contentType("application/json")
                .body(application(People.believed(), Map.of()))
                .post("/v1/join-applications")
                .then()
                .statusCode(401);
        asAdmin().get("/v1/join-applications?identityNumber=1").then().statusCode(400);
    }
}
