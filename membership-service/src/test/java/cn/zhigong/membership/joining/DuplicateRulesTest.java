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

    private long filed;

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

    /** Rows come back in no order of their own. */
    @Test
    void theFirstIsTheOneThatWasFiledFirstInWhateverOrderTheyAreJudged() {
        var person = ByteBuffer.wrap(new byte[] {7});
        var first = new Claim(new UUID(1, 1), person, false);
        var second = new Claim(new UUID(2, 1), person, false);
        assertThat(DuplicateRules.firsts(List.of(second, first))).containsExactly(first.application());
        assertThat(DuplicateRules.firsts(List.of(first, second))).containsExactly(first.application());
    }

    /** Each filed after the one before. */
    private Claim claim(int person, boolean confirmed) {
        filed++;
        return new Claim(new UUID(filed, 1), ByteBuffer.wrap(new byte[] {(byte) person}), confirmed);
    }
}
