package cn.zhigong.training;

import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;

import cn.zhigong.platform.testing.ApprovedEvent;
import cn.zhigong.platform.testing.EventsOnKafka;
import cn.zhigong.platform.testing.Infrastructure;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.time.Duration;
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
}
