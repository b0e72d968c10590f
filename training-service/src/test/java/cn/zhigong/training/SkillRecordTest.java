package cn.zhigong.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;

import cn.zhigong.platform.testing.ApprovedEvent;
import cn.zhigong.platform.testing.EventsOnKafka;
import cn.zhigong.platform.testing.Infrastructure;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;

/** What a person's skill record shows, in whatever order the news of them come in. */
@QuarkusTest
@QuarkusTestResource(Infrastructure.class)
class SkillRecordTest extends OverHttp {

    @Test
    void joiningOpensAnEmptySkillRecord() {
        as(worker, "member")
                .get("/v1/skill-records/me")
                .then()
                .statusCode(200)
                .body("personId", equalTo(person(worker).toString()))
                .body("occupations", hasSize(0));
        as("nobody-" + tag, "member").get("/v1/skill-records/me").then().statusCode(404);
    }

    @Test
    void theApprovedEventOfTheMembershipServiceOpensARecord() {
        var account = "approved-" + tag;
        var body = ApprovedEvent.of("membership-service", "member-joined.v1")
                .replace("01900000-0000-7000-8000", tag + "-0000-7000-8000")
                .replace("worker-1", account);
        EventsOnKafka.put(MEMBERS, "cn.zhigong.membership.member-joined.v1", UUID.randomUUID(), body);
        Awaitility.await()
                .atMost(Duration.ofSeconds(20))
                .until(() -> as(account, "member").get("/v1/skill-records/me").statusCode() == 200);
    }

    @Test
    void aResultThatComesBeforeTheWordOfJoiningIsNotLost() {
        var newcomer = "newcomer-" + UUID.randomUUID();
        var result = result("CITY_1", "2026", List.of(newcomer));
        say(result);
        Awaitility.await()
                .atMost(Duration.ofSeconds(20))
                .until(() -> sql.first(
                                "select state from promotion_case where person_id = ?",
                                row -> row.text(1),
                                person(newcomer))
                        .isPresent());
        join(newcomer, member(newcomer));
        var id = promotionOf(newcomer, 1);
        as(newcomer, "member").get("/v1/skill-records/me").then().statusCode(200);
        submit(officer, id).then().statusCode(200);
        approve(bureau(), id).then().statusCode(200);
        as(newcomer, "member").get("/v1/skill-records/me").then().body("occupations[0].level", equalTo("TECHNICIAN"));
    }

    @Test
    void whoJoinsAgainHasTheLevelsAndCasesOfBefore() {
        certified(worker, "CITY_1", "2026", 1);
        var again = UUID.randomUUID();
        EventsOnKafka.put(MEMBERS, "cn.zhigong.membership.member-changed.v1", member(worker), """
                {"memberId": "%s", "personId": "%s", "account": null, "organisationId": "%s", "state": "LEFT",
                 "joinedOn": "2026-01-05", "version": 2}""".formatted(
                        member(worker), person(worker), union));
        Awaitility.await()
                .atMost(Duration.ofSeconds(20))
                .until(() -> as(worker, "member").get("/v1/skill-records/me").statusCode() == 404);
        join(worker, again);
        Awaitility.await()
                .atMost(Duration.ofSeconds(20))
                .until(() -> as(worker, "member").get("/v1/skill-records/me").statusCode() == 200);
        as(worker, "member").get("/v1/skill-records/me").then().body("occupations[0].level", equalTo("TECHNICIAN"));
        assertThat(mine(worker)).hasSize(1);
        as(worker, "member")
                .get("/v1/promotion-cases/" + won(worker, "CITY_2", "2027", 2))
                .then()
                .body("reasons", contains("ALREADY_AT_OR_ABOVE"));
    }

    /** The first this service hears of somebody may be a change, when the word of joining is older than the topic. */
    @Test
    void aRecordIsOpenedByAChangeAsWell() {
        var account = "changed-" + UUID.randomUUID();
        EventsOnKafka.put(MEMBERS, "cn.zhigong.membership.member-changed.v1", member(account), """
                {"memberId": "%s", "personId": "%s", "account": "%s", "organisationId": "%s", "state": "ACTIVE",
                 "joinedOn": "2026-01-05", "version": 3}""".formatted(
                        member(account), person(account), account, union));
        Awaitility.await()
                .atMost(Duration.ofSeconds(20))
                .until(() -> as(account, "member").get("/v1/skill-records/me").statusCode() == 200);
    }
}
