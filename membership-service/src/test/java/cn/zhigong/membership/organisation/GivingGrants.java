package cn.zhigong.membership.organisation;

import static cn.zhigong.membership.organisation.OrganisationFixtures.as;
import static cn.zhigong.membership.organisation.OrganisationFixtures.asAdmin;
import static cn.zhigong.membership.organisation.OrganisationFixtures.district;
import static cn.zhigong.membership.organisation.OrganisationFixtures.grant;

import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;

/** A test of a district's officers, in which a newcomer is given roles. */
abstract class GivingGrants {

    @Inject
    InstantSource clock;

    Instant now = Instant.EPOCH;

    final String newcomer = "newcomer-" + UUID.randomUUID();
    UUID district = new UUID(0, 0);

    @BeforeEach
    void aDistrict() {
        district = district();
        now = clock.instant().truncatedTo(ChronoUnit.MICROS);
    }

    Response appoint(String by, String account, String role, Map<String, ?> period) {
        return as(by).body(body(account, role, period)).post("/v1/organisations/" + district + "/officers");
    }

    Response appointByAdmin(String account, String role, Map<String, ?> period) {
        return asAdmin().body(body(account, role, period)).post("/v1/organisations/" + district + "/officers");
    }

    static Map<String, Object> body(String account, String role, Map<String, ?> period) {
        Map<String, Object> body = new HashMap<>(Map.of("account", account, "role", role));
        body.putAll(period);
        return body;
    }

    Response revoke(String by, UUID grant) {
        return as(by).body(Map.of("reason", "调离"))
                .post("/v1/organisations/" + district + "/officers/" + grant + "/revoke");
    }

    int seen(String account) {
        return as(account).get("/v1/organisations/" + district).statusCode();
    }

    String days(int days) {
        return now.plus(days, ChronoUnit.DAYS).toString();
    }
}
