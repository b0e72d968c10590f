package cn.zhigong.training;

import static cn.zhigong.platform.testing.Refusals.refused;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;

import cn.zhigong.platform.testing.ApprovedEvent;
import cn.zhigong.platform.testing.EventsOnKafka;
import cn.zhigong.platform.testing.Infrastructure;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;

/** Which places of a final result open a case, and for what. */
@QuarkusTest
@QuarkusTestResource(Infrastructure.class)
class ResultIntakeTest extends OverHttp {

    @Test
    void theSameResultTwiceOpensOneCase() {
        var result = result("CITY_1", "2026", List.of(worker));
        say(result);
        promotionOf(worker, 1);
        // Another event id: not the inbox but the case itself has to notice.
        say(result);
        var later = join();
        won(later, "CITY_1", "2026", 1);
        assertThat(mine(worker)).hasSize(1);
    }

    @Test
    void theApprovedResultOfTheCompetitionServiceOpensItsCases() {
        var result = ApprovedEvent.of("competition-service", "result-final.v1")
                .replace("01900000-0000-7000-8000", tag + "-0000-7000-8000");
        say(result);
        Awaitility.await()
                .atMost(Duration.ofSeconds(20))
                .until(() -> sql.first(
                                        "select count(*) from promotion_case where event_id = ?",
                                        row -> row.integer(1),
                                        UUID.fromString(JsonPath.from(result).getString("eventId")))
                                .orElseThrow()
                        == 3);
    }

    @Test
    void aContestThatIsNoneOfSkillsPromotesNobody() {
        var result = result("CITY_1", "2026", List.of(worker)).replace("\"CITY_1\"", "null");
        var event = EventsOnKafka.put(CONTESTS, "cn.zhigong.competition.result-final.v1", UUID.randomUUID(), result);
        Awaitility.await()
                .atMost(Duration.ofSeconds(20))
                .until(() -> sql.first("select 1 from inbox where event_id = ?", row -> row.integer(1), event)
                        .isPresent());
        assertThat(mine(worker)).isEmpty();
    }

    @Test
    void onlyPlacesUnderARuleOpenACase() {
        var colleagues = List.of(worker, join(), join(), join());
        // 30 % of four are one.
        say(result("ENTERPRISE", "2026", colleagues));
        promotionOf(worker, 1);
        assertThat(mine(colleagues.get(1))).isEmpty();
    }

    @Test
    void onePromotionInAYear() {
        certified(worker, "CITY_2", "2026", 1);
        as(worker, "member")
                .get("/v1/promotion-cases/" + won(worker, "CITY_1", "2026", 2))
                .then()
                .body("state", equalTo("NOT_ELIGIBLE"))
                .body("reasons", contains("YEARLY_CAP_REACHED"));
        as(worker, "member")
                .get("/v1/promotion-cases/" + won(worker, "CITY_2", "2027", 3))
                .then()
                .body("state", equalTo("ELIGIBLE"))
                .body("heldLevel", equalTo("SENIOR"))
                .body("proposedLevel", equalTo("TECHNICIAN"));
    }

    @Test
    void whoIsAboveGetsNothing() {
        certified(worker, "CITY_1", "2026", 1);
        as(worker, "member")
                .get("/v1/promotion-cases/" + won(worker, "CITY_2", "2027", 2))
                .then()
                .body("reasons", contains("ALREADY_AT_OR_ABOVE"));
        refused(submit(officer, mine(worker).getFirst()), 409, "ILLEGAL_TRANSITION");
    }
}
