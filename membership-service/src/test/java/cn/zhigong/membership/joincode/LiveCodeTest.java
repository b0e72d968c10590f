package cn.zhigong.membership.joincode;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.notNullValue;

import cn.zhigong.membership.MovedClock;
import cn.zhigong.platform.testing.Infrastructure;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Codes that a screen shows for a minute, and the passes they give. */
@QuarkusTest
@QuarkusTestResource(Infrastructure.class)
@QuarkusTestResource(MovedClock.class)
class LiveCodeTest extends WithCodes {

    @Test
    void aLiveCodeIsGoodForAMinuteAtMostAndGivesAPassForOneApplication() {
        var handle = live();
        refuses(handle, "JOIN_CODE_UNKNOWN");
        var shown = shown(handle);
        String pass = publicly(shown)
                .statusCode(200)
                .body("kind", equalTo("LIVE"))
                .body("passValidUntil", notNullValue())
                .extract()
                .path("pass");
        String other = publicly(shown).extract().path("pass");
        assertThat(use(shown).organisationId()).isEqualTo(union);
        MovedClock.advance(clock, Duration.ofSeconds(61));
        refuses(shown, "JOIN_CODE_EXPIRED");
        publicly(shown).statusCode(409).body("code", equalTo("JOIN_CODE_EXPIRED"));
        publicly(pass).statusCode(200).body("pass", equalTo(pass));
        assertThat(use(pass).organisationId()).isEqualTo(union);
        refuses(pass, "JOIN_CODE_EXHAUSTED");
        publicly(pass).statusCode(409);
        MovedClock.advance(clock, Duration.ofMinutes(30));
        refuses(other, "JOIN_CODE_EXPIRED");
    }

    @Test
    void anEditedLiveCodeOrPassIsRefused() {
        var shown = shown(live());
        var elsewhere = live();
        String pass = publicly(shown).extract().path("pass");
        var parts = pass.split("\\.", -1);
        var later = CodeText.of(clock.instant().plus(Duration.ofDays(9)).getEpochSecond());
        refuses(elsewhere + shown.substring(26), "JOIN_CODE_EXPIRED");
        refuses(shown.substring(0, 27) + CodeText.random(), "JOIN_CODE_EXPIRED");
        refuses(String.join(".", parts[0], later, parts[2], parts[3]), "JOIN_CODE_EXPIRED");
        refuses(String.join(".", parts[0], parts[1], CodeText.random(), parts[3]), "JOIN_CODE_EXPIRED");
        refuses(String.join(".", elsewhere, parts[1], parts[2], parts[3]), "JOIN_CODE_EXPIRED");
        refuses(poster(Map.of()) + shown.substring(26), "JOIN_CODE_UNKNOWN");
    }
}
