package cn.zhigong.membership.organisation;

import static cn.zhigong.membership.organisation.OrganisationFixtures.as;
import static cn.zhigong.membership.organisation.OrganisationFixtures.district;
import static cn.zhigong.membership.organisation.OrganisationFixtures.officer;
import static cn.zhigong.membership.organisation.OrganisationFixtures.organisation;
import static cn.zhigong.platform.testing.Refusals.refused;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import cn.zhigong.platform.testing.Infrastructure;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** From when until when a grant counts, and for how long it can be given. */
@QuarkusTest
@QuarkusTestResource(Infrastructure.class)
class GrantPeriodTest extends GivingGrants {

    @Test
    void aGrantCountsWithinItsPeriodOnly() {
        appointByAdmin(newcomer, "CHAIR", Map.of("from", days(-20), "until", days(-10)))
                .then()
                .statusCode(201);
        assertThat(seen(newcomer)).isEqualTo(404);
        appointByAdmin(newcomer, "CHAIR", Map.of("from", days(10))).then().statusCode(201);
        assertThat(seen(newcomer)).isEqualTo(404);
        appointByAdmin(newcomer, "CHAIR", Map.of("from", days(-1), "until", days(1)))
                .then()
                .statusCode(201);
        assertThat(seen(newcomer)).isEqualTo(200);
    }

    @Test
    void anExpiredOrFutureGrantGivesNoRightToGrant() {
        appointByAdmin(newcomer, "CHAIR", Map.of("from", days(-20), "until", days(-10)))
                .then()
                .statusCode(201);
        appointByAdmin(newcomer, "CHAIR", Map.of("from", days(10))).then().statusCode(201);
        refused(appoint(newcomer, "accomplice", "VIEWER", Map.of()), 404, "NOT_FOUND");
    }

    @Test
    void aGrantEndsWithItsGiversAtTheLatest() {
        var leaving = "leaving-" + UUID.randomUUID();
        appointByAdmin(leaving, "OFFICER", Map.of("until", days(30))).then().statusCode(201);
        refused(appoint(leaving, newcomer, "VIEWER", Map.of("until", days(31))), 403, "GRANT_OUTLIVES_GIVER");
        appoint(leaving, newcomer, "VIEWER", Map.of())
                .then()
                .statusCode(403)
                .body("code", equalTo("GRANT_OUTLIVES_GIVER"))
                .body("latest", equalTo(days(30)));
        appoint(leaving, newcomer, "VIEWER", Map.of("until", days(30))).then().statusCode(201);
    }

    @Test
    void theLastToEndOfTheGrantsThatAllowGivingCounts() {
        var leaving = "leaving-" + UUID.randomUUID();
        appointByAdmin(leaving, "CHAIR", Map.of("until", days(10))).then().statusCode(201);
        appointByAdmin(leaving, "REVIEWER", Map.of()).then().statusCode(201);
        refused(appoint(leaving, newcomer, "REVIEWER", Map.of("until", days(20))), 403, "GRANT_OUTLIVES_GIVER");
        appointByAdmin(leaving, "OFFICER", Map.of("until", days(20))).then().statusCode(201);
        appoint(leaving, newcomer, "REVIEWER", Map.of("until", days(20))).then().statusCode(201);
        refused(appoint(leaving, newcomer, "CHAIR", Map.of("until", days(20))), 403, "GRANT_OUTLIVES_GIVER");
    }

    @Test
    void aGrantFurtherUpLimitsAndPermitsBelow() {
        var leaving = "leaving-" + UUID.randomUUID();
        appointByAdmin(leaving, "OFFICER", Map.of("until", days(30))).then().statusCode(201);
        var below = "/v1/organisations/" + organisation(district, "SUBDISTRICT") + "/officers";
        refused(as(leaving).body(body(newcomer, "VIEWER", Map.of())).post(below), 403, "GRANT_OUTLIVES_GIVER");
        var shorter = body(newcomer, "VIEWER", Map.of("until", days(30)));
        as(leaving).body(shorter).post(below).then().statusCode(201);
    }

    @Test
    void onlyTheAdministratorEntersGrantsOfEarlierDays() {
        var chair = officer(district, "CHAIR");
        appoint(chair, newcomer, "VIEWER", Map.of("from", days(-1)))
                .then()
                .statusCode(422)
                .body("violations[0].field", equalTo("from"))
                .body("violations[0].code", equalTo("IN_THE_PAST"));
        appoint(chair, newcomer, "VIEWER", Map.of("from", days(0))).then().statusCode(201);
        appointByAdmin(newcomer, "OFFICER", Map.of("from", days(-1))).then().statusCode(201);
    }

    @Test
    void aPeriodEndsAfterItBegins() {
        appointByAdmin(newcomer, "VIEWER", Map.of("from", days(1), "until", days(1)))
                .then()
                .statusCode(422)
                .body("violations[0].field", equalTo("until"))
                .body("violations[0].code", equalTo("NOT_AFTER_START"));
    }
}
