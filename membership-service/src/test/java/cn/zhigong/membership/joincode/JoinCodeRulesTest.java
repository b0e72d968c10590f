package cn.zhigong.membership.joincode;

import static org.assertj.core.api.Assertions.assertThat;

import cn.zhigong.membership.joincode.JoinCodeRules.Facts;
import cn.zhigong.membership.joincode.JoinCodeRules.State;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class JoinCodeRulesTest {

    private static final Instant FROM = Instant.parse("2026-05-01T00:00:00Z");
    private static final Instant UNTIL = Instant.parse("2026-06-01T00:00:00Z");

    private static JoinCode code(@Nullable Integer maxUses, int uses, @Nullable Instant revokedAt) {
        return new JoinCode(
                new UUID(0, 1),
                new UUID(0, 2),
                null,
                JoinCodes.Kind.POSTER,
                FROM,
                UNTIL,
                maxUses,
                uses,
                "officer",
                false,
                FROM,
                revokedAt);
    }

    private static State at(Instant now, JoinCode code) {
        return JoinCodeRules.stateOf(new Facts(code, true, true), now);
    }

    @Test
    void theWindowIncludesItsBeginningAndExcludesItsEnd() {
        assertThat(at(FROM.minusNanos(1), code(null, 0, null))).isEqualTo(State.PENDING);
        assertThat(at(FROM, code(null, 0, null))).isEqualTo(State.USABLE);
        assertThat(at(UNTIL.minusNanos(1), code(null, 0, null))).isEqualTo(State.USABLE);
        assertThat(at(UNTIL, code(null, 0, null))).isEqualTo(State.EXPIRED);
    }

    @Test
    void theLastUseExhaustsACode() {
        assertThat(at(FROM, code(3, 2, null))).isEqualTo(State.USABLE);
        assertThat(at(FROM, code(3, 3, null))).isEqualTo(State.EXHAUSTED);
    }

    @Test
    void whatWasTakenBackStaysSoAfterItsWindow() {
        assertThat(at(UNTIL, code(null, 0, FROM))).isEqualTo(State.REVOKED);
    }

    @Test
    void aCodeEndsWithTheRightOfItsIssuerAndWithItsUnion() {
        assertThat(JoinCodeRules.stateOf(new Facts(code(null, 0, null), false, true), FROM))
                .isEqualTo(State.REVOKED);
        assertThat(JoinCodeRules.stateOf(new Facts(code(null, 0, null), true, false), FROM))
                .isEqualTo(State.REVOKED);
    }

    @Test
    void aWindowLiesAheadAndLastsAYearAtMost() {
        assertThat(JoinCodeRules.isSensibleWindow(FROM, UNTIL, FROM)).isTrue();
        assertThat(JoinCodeRules.isSensibleWindow(FROM, FROM, FROM)).isFalse();
        assertThat(JoinCodeRules.isSensibleWindow(UNTIL, FROM, FROM.minusSeconds(1)))
                .isFalse();
        assertThat(JoinCodeRules.isSensibleWindow(FROM, UNTIL, UNTIL)).isFalse();
        assertThat(JoinCodeRules.isSensibleWindow(FROM, FROM.plus(Duration.ofDays(366)), FROM))
                .isTrue();
        assertThat(JoinCodeRules.isSensibleWindow(
                        FROM, FROM.plus(Duration.ofDays(366)).plusNanos(1), FROM))
                .isFalse();
    }

    @Test
    void aLiveCodeChangesEveryHalfMinute() {
        assertThat(JoinCodeRules.liveStep(FROM)).isEqualTo(JoinCodeRules.liveStep(FROM.plusSeconds(29)));
        assertThat(JoinCodeRules.liveStep(FROM.plusSeconds(30))).isEqualTo(JoinCodeRules.liveStep(FROM) + 1);
        assertThat(JoinCodeRules.liveChangesAt(FROM.plusSeconds(29))).isEqualTo(FROM.plusSeconds(30));
        assertThat(JoinCodeRules.liveChangesAt(FROM.plusSeconds(30))).isEqualTo(FROM.plusSeconds(60));
    }
}
