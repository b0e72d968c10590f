package cn.zhigong.membership.joining;

import static cn.zhigong.membership.joining.ApplicationState.ESCALATED;
import static cn.zhigong.membership.joining.ApplicationState.ROUTED;
import static org.assertj.core.api.Assertions.assertThat;

import cn.zhigong.membership.joining.DuplicateRules.Claim;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class DuplicateRulesTest {

    private static final Set<ApplicationState> TO_BE_DECIDED = Set.of(ROUTED, ESCALATED);

    @ParameterizedTest
    @EnumSource
    void onlyWhatNobodyHasDecidedMakesWayForAConfirmedLogin(ApplicationState earlier) {
        assertThat(DuplicateRules.makesWay(earlier, false, true)).isEqualTo(TO_BE_DECIDED.contains(earlier));
    }

    @ParameterizedTest
    @EnumSource
    void aConfirmedLoginNeverMakesWayAndNothingDoesForAnUnconfirmedOne(ApplicationState earlier) {
        assertThat(DuplicateRules.makesWay(earlier, true, true)).isFalse();
        assertThat(DuplicateRules.makesWay(earlier, true, false)).isFalse();
        assertThat(DuplicateRules.makesWay(earlier, false, false)).isFalse();
    }

    @Test
    void ofApplicationsThatAreJudgedTogetherTheConfirmedOneIsFirst() {
        var stranger = claim(1, false);
        var somebody = claim(2, false);
        var owner = claim(1, true);
        var twin = claim(1, true);
        var later = claim(2, false);
        assertThat(DuplicateRules.firsts(List.of(stranger, somebody, owner, twin, later)))
                .containsExactlyInAnyOrder(owner.application(), somebody.application());
    }

    private static Claim claim(int person, boolean confirmed) {
        return new Claim(UUID.randomUUID(), ByteBuffer.wrap(new byte[] {(byte) person}), confirmed);
    }
}
