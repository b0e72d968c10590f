package cn.zhigong.membership.joincode;

import static cn.zhigong.membership.organisation.OrganisationFixtures.as;
import static cn.zhigong.membership.organisation.OrganisationFixtures.asAdmin;
import static cn.zhigong.membership.organisation.OrganisationFixtures.grant;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;

import cn.zhigong.membership.MovedClock;
import cn.zhigong.platform.problem.Problem;
import cn.zhigong.platform.testing.Infrastructure;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** When a code is good, how often, and what a refusal tells. */
@QuarkusTest
@QuarkusTestResource(Infrastructure.class)
@QuarkusTestResource(MovedClock.class)
class CodeUseTest extends WithCodes {

    @Test
    void aCodeMayBeTypedInSmallLettersAndGroups() {
        var code = poster(Map.of());
        var typed = code.toLowerCase(java.util.Locale.ROOT).replaceAll("(.{5})", "$1-");
        assertThat(use(typed).organisationId()).isEqualTo(union);
    }

    @Test
    void unknownAndMalformedCodesAreRefusedAlike() {
        for (var code :
                new String[] {CodeText.random(), "x", "A".repeat(26) + "." + "B".repeat(26), "码", "%F0%9F%98%80"}) {
            publicly(code)
                    .statusCode(404)
                    .body("code", equalTo("JOIN_CODE_UNKNOWN"))
                    .body("organisationName", nullValue());
        }
        refuses("' or 1=1 --", "JOIN_CODE_UNKNOWN");
    }

    @Test
    void whatARefusedCodeBelongsToIsNotSaid() {
        var until = clock.instant()
                .plus(Duration.ofDays(200))
                .truncatedTo(ChronoUnit.SECONDS)
                .toString();
        var code = poster(Map.of("validUntil", until));
        publicly(code).statusCode(200).body("validUntil", equalTo(until));
        as(officer)
                .post("/v1/join-codes/" + code + "/revoke")
                .then()
                .statusCode(200)
                .body("state", equalTo("REVOKED"));
        var body = publicly(code)
                .statusCode(409)
                .body("code", equalTo("JOIN_CODE_REVOKED"))
                .extract()
                .asString();
        assertThat(body).doesNotContain("工会 ").doesNotContain(union.toString()).doesNotContain(until);
        refuses(code, "JOIN_CODE_REVOKED");
        as(officer).post("/v1/join-codes/" + code + "/revoke").then().statusCode(409);
    }

    @Test
    void aCodeIsGoodInItsWindowOnly() {
        var from = clock.instant().plus(Duration.ofHours(1));
        var code = poster(Map.of(
                "validFrom",
                from.toString(),
                "validUntil",
                from.plus(Duration.ofHours(1)).toString()));
        refuses(code, "JOIN_CODE_NOT_YET_VALID");
        publicly(code).statusCode(409).body("code", equalTo("JOIN_CODE_NOT_YET_VALID"));
        MovedClock.advance(clock, Duration.ofMinutes(61));
        assertThat(use(code).organisationId()).isEqualTo(union);
        MovedClock.advance(clock, Duration.ofHours(1));
        refuses(code, "JOIN_CODE_EXPIRED");
        publicly(code).statusCode(409).body("code", equalTo("JOIN_CODE_EXPIRED"));
    }

    @Test
    void aCodeStopsWithTheGrantOfWhoIssuedIt() {
        var temporary = "officer-" + UUID.randomUUID();
        var id = grant(union, temporary, "OFFICER");
        officer = temporary;
        var code = poster(Map.of());
        assertThat(use(code).organisationId()).isEqualTo(union);
        asAdmin()
                .body(Map.of("reason", "调离"))
                .post("/v1/organisations/" + union + "/officers/" + id + "/revoke")
                .then()
                .statusCode(200);
        refuses(code, "JOIN_CODE_REVOKED");
        publicly(code).statusCode(409).body("code", equalTo("JOIN_CODE_REVOKED"));
    }

    @Test
    void fiftyAtOnceNeverUseMoreThanTheLimit() throws Exception {
        var code = poster(Map.of("maxUses", 7));
        Callable<Boolean> oneUse = () -> {
            try {
                return use(code).organisationId().equals(union);
            } catch (Problem exhausted) {
                return false;
            }
        };
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            long used = 0;
            for (var each : threads.invokeAll(
                    IntStream.range(0, 50).mapToObj(_ -> oneUse).toList())) {
                used += each.get() ? 1 : 0;
            }
            assertThat(used).isEqualTo(7);
        }
        refuses(code, "JOIN_CODE_EXHAUSTED");
        publicly(code).statusCode(409).body("code", equalTo("JOIN_CODE_EXHAUSTED"));
    }

    @Test
    void aUseThatIsRolledBackDoesNotCount() {
        var code = poster(Map.of("maxUses", 1));
        QuarkusTransaction.begin();
        assertThat(codes.use(code).organisationId()).isEqualTo(union);
        QuarkusTransaction.rollback();
        assertThat(use(code).organisationId()).isEqualTo(union);
    }

    @Test
    void tenThousandGuessesFindNothing() {
        var code = poster(Map.of());
        for (int i = 0; i < 10_000; i++) {
            var guess = i % 2 == 0
                    ? CodeText.random()
                    : code.substring(0, 20) + CodeText.random().substring(0, 6);
            assertThatThrownBy(() -> codes.invitation(guess)).hasMessage("JOIN_CODE_UNKNOWN");
        }
    }
}
