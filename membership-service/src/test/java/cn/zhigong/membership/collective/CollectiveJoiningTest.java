package cn.zhigong.membership.collective;

import static cn.zhigong.membership.joining.JoiningFixtures.asWorker;
import static cn.zhigong.membership.joining.JoiningFixtures.awaitState;
import static cn.zhigong.membership.joining.JoiningFixtures.code;
import static cn.zhigong.membership.joining.JoiningFixtures.filed;
import static cn.zhigong.membership.joining.JoiningFixtures.issued;
import static cn.zhigong.membership.joining.JoiningFixtures.member;
import static cn.zhigong.membership.joining.JoiningFixtures.worker;
import static cn.zhigong.membership.organisation.OrganisationFixtures.as;
import static cn.zhigong.membership.organisation.OrganisationFixtures.asAdmin;
import static cn.zhigong.membership.organisation.OrganisationFixtures.district;
import static cn.zhigong.membership.organisation.OrganisationFixtures.officer;
import static cn.zhigong.membership.organisation.OrganisationFixtures.organisation;
import static cn.zhigong.platform.testing.Refusals.refused;
import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;

import cn.zhigong.membership.MovedClock;
import cn.zhigong.membership.joining.People;
import cn.zhigong.platform.testing.Answers;
import cn.zhigong.platform.testing.Infrastructure;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A station joins: journey J3. */
@QuarkusTest
@QuarkusTestResource(Infrastructure.class)
@QuarkusTestResource(MovedClock.class)
class CollectiveJoiningTest {

    @Inject
    InstantSource clock;

    private UUID union;
    private String officer;

    @BeforeEach
    void aUnionWithAnOfficer() {
        union = organisation(district(), "BASIC");
        officer = officer(union, "REVIEWER");
    }

    private Response prepare(UUID joinCode) {
        return prepare(joinCode, Map.of());
    }

    private Response prepare(UUID joinCode, Map<String, ?> more) {
        Map<String, Object> body = new HashMap<>(
                Map.of("organisationId", union, "joinCodeId", joinCode, "title", "某快递网点集中入会", "expected", 4));
        body.putAll(more);
        return as(officer).body(body).post("/v1/collective-joinings");
    }

    private Response approve(String batch, String key) {
        return as(officer)
                .header("Idempotency-Key", key)
                .body(Map.of("minutes", "经委员会讨论，同意。"))
                .post("/v1/collective-joinings/" + batch + "/approve");
    }

    /** The job of an approval, when it is done. */
    private ValidatableResponse approved(String batch, int waiting) {
        var job = approve(batch, UUID.randomUUID().toString())
                .then()
                .statusCode(202)
                .body("total", equalTo(waiting))
                .extract()
                .header("Location");
        await().atMost(30, SECONDS).until(() -> as(officer).get(job).path("state"), "DONE"::equals);
        return as(officer).get(job).then();
    }

    private UUID group() {
        return Answers.id(
                as(officer(union, "OFFICER"))
                        .body(Map.of("name", "快递一站", "leader", "worker-1", "station", "S-1"))
                        .post("/v1/organisations/" + union + "/groups"),
                201);
    }

    @Test
    void aWholeSiteIsAdmittedInPortions() throws InterruptedException {
        var issued = issued(union, clock);
        String batch = prepare(UUID.fromString(issued.path("id"))).path("id");
        String code = issued.path("code");
        var workers = 105;
        try (var crowd = Executors.newFixedThreadPool(4)) {
            var filings = Stream.generate(() -> (Callable<UUID>) () -> filed(worker(), People.believed(), code))
                    .limit(workers)
                    .toList();
            assertThat(crowd.invokeAll(filings).stream().map(Future::resultNow)).doesNotContainNull();
        }
        await().atMost(60, SECONDS)
                .until(
                        () -> as(officer)
                                .get("/v1/collective-joinings/" + batch)
                                .path("applications.ROUTED"),
                        Integer.valueOf(workers)::equals);
        approved(batch, workers).body("result", equalTo("MEMBER_CREATED " + workers));
        approved(batch, 0).body("result", equalTo(""));
    }

    /** The group of the batch would be the first thing to change. */
    @Test
    void whoIsRefusedInABatchStaysAsTheyAre() {
        var issued = issued(union, clock);
        var joinCode = UUID.fromString(issued.path("id"));
        String batch = prepare(joinCode, Map.of("groupId", group())).path("id");
        var known = People.believed();
        member(worker(), known, union, clock);
        var application = filed(worker(), known, issued.path("code"));
        awaitState(application, "ROUTED");
        var before = as(officer).get("/v1/join-applications/" + application);
        approved(batch, 1).body("result", equalTo("ALREADY_MEMBER_HERE 1"));
        var after = as(officer).get("/v1/join-applications/" + application);
        assertThat(after.asString()).isEqualTo(before.asString());
        assertThat(after.header("ETag")).isEqualTo(before.header("ETag"));
    }

    @Test
    void aRepeatedApprovalIsTheSameJob() {
        var issued = issued(union, clock);
        String batch = prepare(UUID.fromString(issued.path("id"))).path("id");
        var one = filed(worker(), People.believed(), issued.path("code"));
        awaitState(one, "ROUTED");
        var key = UUID.randomUUID().toString();
        var first = approve(batch, key).then().statusCode(202).extract().header("Location");
        approve(batch, key).then().statusCode(202).header("Location", equalTo(first));
        awaitState(one, "MEMBER_CREATED");
    }

    @Test
    void theGroupOfTheBatchTakesThemInWhileItIsOpen() {
        var issued = issued(union, clock);
        var group = group();
        String batch = prepare(UUID.fromString(issued.path("id")), Map.of("groupId", group))
                .path("id");
        var early = filed(worker(), People.believed(), issued.path("code"));
        awaitState(early, "ROUTED");
        approved(batch, 1).body("result", equalTo("MEMBER_CREATED 1"));
        as(officer).get("/v1/join-applications/" + early).then().body("groupId", equalTo(group.toString()));
        close(group);
        var late = filed(worker(), People.believed(), issued.path("code"));
        awaitState(late, "ROUTED");
        approved(batch, 1).body("result", equalTo("MEMBER_CREATED 1"));
        as(officer).get("/v1/join-applications/" + late).then().body("groupId", nullValue());
    }

    @Test
    void aGroupThatWasClosedAfterItsCodeWasUsedTakesNobodyIn() {
        var group = group();
        var until = clock.instant().plus(Duration.ofDays(30)).toString();
        String code = Answers.text(
                as(officer(union, "OFFICER"))
                        .body(Map.of("kind", "POSTER", "validUntil", until, "groupId", group))
                        .post("/v1/organisations/" + union + "/join-codes"),
                201,
                "code");
        var one = filed(worker(), People.believed(), code);
        awaitState(one, "ROUTED");
        as(officer).get("/v1/join-applications/" + one).then().body("groupId", equalTo(group.toString()));
        close(group);
        as(officer)
                .post("/v1/join-applications/" + one + "/approve")
                .then()
                .statusCode(200)
                .body("state", equalTo("MEMBER_CREATED"))
                .body("groupId", nullValue());
    }

    private void close(UUID group) {
        as(officer(union, "OFFICER"))
                .post("/v1/organisations/" + union + "/groups/" + group + "/close")
                .then()
                .statusCode(200);
    }

    @Test
    void oneDecisionAdmitsEveryoneWhoAwaitsIt() {
        var issued = issued(union, clock);
        var joinCode = UUID.fromString(issued.path("id"));
        String code = issued.path("code");
        String batch = Answers.text(prepare(joinCode), 201, "id");
        var couriers = Stream.generate(() -> filed(worker(), People.believed(), code))
                .limit(3)
                .toList();
        var doubted = filed(worker(), People.doubted(), code);
        var known = People.believed();
        var elsewhere = worker();
        member(elsewhere, known, organisation(district(), "BASIC"), clock);
        var moving = filed(elsewhere, known, code);
        couriers.forEach(one -> awaitState(one, "ROUTED"));
        awaitState(doubted, "IDENTITY_FAILED");
        awaitState(moving, "CONVERTED_TO_TRANSFER");
        approved(batch, 3).body("result", equalTo("MEMBER_CREATED 3")).body("done", equalTo(3));
        as(officer)
                .get("/v1/collective-joinings/" + batch)
                .then()
                .body("applications.MEMBER_CREATED", equalTo(3))
                .body("applications.IDENTITY_FAILED", equalTo(1))
                .body("applications.CONVERTED_TO_TRANSFER", equalTo(1))
                .body("approvedBy", equalTo(officer));
    }

    @Test
    void aBatchHasACodeOfItsOwn() {
        var joinCode = UUID.fromString(issued(union, clock).path("id"));
        prepare(joinCode).then().statusCode(201);
        refused(prepare(joinCode), 409, "JOIN_CODE_OF_OTHER_BATCH");
        prepare(UUID.randomUUID()).then().statusCode(422);
        var foreign = organisation(district(), "BASIC");
        prepare(UUID.fromString(issued(foreign, clock).path("id"))).then().statusCode(422);
    }

    @Test
    void aBatchGoesOnAtTheUnionThatItsUnionWasMergedInto() {
        var parent = district();
        union = organisation(parent, "BASIC");
        officer = officer(union, "REVIEWER");
        var into = organisation(parent, "BASIC");
        var issued = issued(union, clock);
        String batch = prepare(UUID.fromString(issued.path("id")), Map.of("groupId", group()))
                .path("id");
        var one = filed(worker(), People.believed(), issued.path("code"));
        awaitState(one, "ROUTED");
        asAdmin()
                .body(Map.of("intoId", into, "reason", "撤二建一"))
                .post("/v1/organisations/" + union + "/merge")
                .then()
                .statusCode(200);
        officer = officer(into, "REVIEWER");
        as(officer)
                .get("/v1/collective-joinings?under=" + into)
                .then()
                .body("items.id", contains(batch))
                .body("items.applications.ROUTED", contains(1));
        approved(batch, 1).body("result", equalTo("MEMBER_CREATED 1"));
        as(officer).get("/v1/join-applications/" + one).then().body("organisationId", equalTo(into.toString()));
    }

    /** Each with the numbers of its own code, also when nobody has come by it. */
    @Test
    void aListTellsHowManyCameToEachBatch() {
        var busy = issued(union, clock);
        prepare(UUID.fromString(busy.path("id"))).then().statusCode(201);
        prepare(UUID.fromString(issued(union, clock).path("id"))).then().statusCode(201);
        awaitState(filed(worker(), People.believed(), busy.path("code")), "ROUTED");
        as(officer)
                .get("/v1/collective-joinings?under=" + union)
                .then()
                .body("items.applications", contains(Map.of("ROUTED", 1), Map.of()));
    }

    @Test
    void anotherUnionsBatchDoesNotExist() {
        String batch = prepare(UUID.fromString(issued(union, clock).path("id"))).path("id");
        var stranger = officer(district(), "CHAIR");
        as(stranger).get("/v1/collective-joinings/" + batch).then().statusCode(404);
        as(stranger)
                .body(Map.of("minutes", "x"))
                .post("/v1/collective-joinings/" + batch + "/approve")
                .then()
                .statusCode(404);
        asWorker(worker()).get("/v1/collective-joinings/" + batch).then().statusCode(403);
        filed(worker(), People.believed(), code(union, clock));
    }
}
