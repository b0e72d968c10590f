package cn.zhigong.membership.collective;

import static cn.zhigong.membership.joining.JoiningFixtures.asWorker;
import static cn.zhigong.membership.joining.JoiningFixtures.awaitState;
import static cn.zhigong.membership.joining.JoiningFixtures.code;
import static cn.zhigong.membership.joining.JoiningFixtures.filed;
import static cn.zhigong.membership.joining.JoiningFixtures.issued;
import static cn.zhigong.membership.joining.JoiningFixtures.member;
import static cn.zhigong.membership.joining.JoiningFixtures.worker;
import static cn.zhigong.membership.organisation.OrganisationFixtures.as;
import static cn.zhigong.membership.organisation.OrganisationFixtures.district;
import static cn.zhigong.membership.organisation.OrganisationFixtures.officer;
import static cn.zhigong.membership.organisation.OrganisationFixtures.organisation;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.hasSize;

import cn.zhigong.membership.MovedClock;
import cn.zhigong.membership.joining.People;
import cn.zhigong.platform.testing.Infrastructure;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.time.InstantSource;
import java.util.Map;
import java.util.UUID;
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
        return as(officer)
                .body(Map.of("organisationId", union, "joinCodeId", joinCode, "title", "某快递网点集中入会", "expected", 4))
                .post("/v1/collective-joinings");
    }

    @Test
    void oneDecisionAdmitsEveryoneWhoAwaitsIt() {
        var issued = issued(union, clock);
        var joinCode = UUID.fromString(issued.path("id"));
        String code = issued.path("code");
        String batch = prepare(joinCode).then().statusCode(201).extract().path("id");
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
        as(officer)
                .body(Map.of("minutes", "经委员会讨论，同意。"))
                .post("/v1/collective-joinings/" + batch + "/approve")
                .then()
                .statusCode(200)
                .body("items", hasSize(3))
                .body("items.state", everyItem(equalTo("MEMBER_CREATED")));
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
        prepare(joinCode).then().statusCode(409).body("code", equalTo("JOIN_CODE_OF_OTHER_BATCH"));
        prepare(UUID.randomUUID()).then().statusCode(422);
        var foreign = organisation(district(), "BASIC");
        prepare(UUID.fromString(issued(foreign, clock).path("id"))).then().statusCode(422);
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
