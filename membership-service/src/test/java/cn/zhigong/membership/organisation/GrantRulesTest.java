package cn.zhigong.membership.organisation;

import static cn.zhigong.platform.directory.GrantRole.CHAIR;
import static cn.zhigong.platform.directory.GrantRole.OFFICER;
import static org.assertj.core.api.Assertions.assertThat;

import cn.zhigong.platform.directory.GrantRole;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class GrantRulesTest {

    private static final Instant MARCH = Instant.parse("2026-03-31T16:00:00Z");
    private static final Instant JUNE = Instant.parse("2026-06-30T16:00:00Z");

    @Test
    void aGrantEndsWithTheGiversLastAtTheLatest() {
        assertThat(GrantRules.outlives(MARCH, List.of(MARCH))).isFalse();
        assertThat(GrantRules.outlives(MARCH.plusNanos(1_000), List.of(MARCH))).isTrue();
        assertThat(GrantRules.outlives(JUNE, List.of(MARCH, JUNE))).isFalse();
        assertThat(GrantRules.outlives(JUNE.plusSeconds(1), List.of(MARCH, JUNE)))
                .isTrue();
    }

    @Test
    void withoutEndGivesOnlyWhoHoldsWithoutEnd() {
        List<@Nullable Instant> oneIsOpen = Arrays.asList(MARCH, null);
        assertThat(GrantRules.outlives(null, List.of(MARCH, JUNE))).isTrue();
        assertThat(GrantRules.outlives(null, oneIsOpen)).isFalse();
        assertThat(GrantRules.outlives(JUNE, oneIsOpen)).isFalse();
    }

    @Test
    void whoHoldsNothingGivesNothing() {
        assertThat(GrantRules.outlives(MARCH, List.of())).isTrue();
        assertThat(GrantRules.outlives(null, List.of())).isTrue();
    }

    @Test
    void aBeginningOfNowMayBeTakenFromASlowClock() {
        assertThat(GrantRules.isBackdated(MARCH, MARCH)).isFalse();
        assertThat(GrantRules.isBackdated(MARCH.minusSeconds(300), MARCH)).isFalse();
        assertThat(GrantRules.isBackdated(MARCH.minusSeconds(301), MARCH)).isTrue();
        assertThat(GrantRules.isBackdated(JUNE, MARCH)).isFalse();
    }

    @ParameterizedTest
    @EnumSource
    void chairsGiveEverythingAndOfficersEverythingElse(GrantRole wanted) {
        assertThat(GrantRules.thatGive(wanted)).isEqualTo(wanted == CHAIR ? List.of(CHAIR) : List.of(CHAIR, OFFICER));
    }
}
