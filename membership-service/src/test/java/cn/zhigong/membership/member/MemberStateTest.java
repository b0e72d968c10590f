package cn.zhigong.membership.member;

import static cn.zhigong.membership.member.MemberState.ACTIVE;
import static cn.zhigong.membership.member.MemberState.DECEASED;
import static cn.zhigong.membership.member.MemberState.DEEMED_WITHDRAWN;
import static cn.zhigong.membership.member.MemberState.EXPELLED;
import static cn.zhigong.membership.member.MemberState.MERGED;
import static cn.zhigong.membership.member.MemberState.RETAINED;
import static cn.zhigong.membership.member.MemberState.TRANSFERRING;
import static cn.zhigong.membership.member.MemberState.WITHDRAWN;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Every pair of states, by 中国工会章程 arts. 5 to 8, 工会会员会籍管理办法 (2016) and, for duplicates, the platform's own. */
class MemberStateTest {

    private static final Map<MemberState, Set<MemberState>> STEPS = Map.of(
            ACTIVE, Set.of(TRANSFERRING, RETAINED, WITHDRAWN, DEEMED_WITHDRAWN, EXPELLED, DECEASED, MERGED),
            TRANSFERRING, Set.of(ACTIVE, RETAINED, EXPELLED, DECEASED, MERGED),
            RETAINED, Set.of(ACTIVE, TRANSFERRING, WITHDRAWN, EXPELLED, DECEASED, MERGED),
            MERGED, Set.of(ACTIVE),
            WITHDRAWN, Set.of(),
            DEEMED_WITHDRAWN, Set.of(),
            EXPELLED, Set.of(),
            DECEASED, Set.of());

    static Stream<Arguments> everyPair() {
        return Arrays.stream(MemberState.values())
                .flatMap(from -> Arrays.stream(MemberState.values()).map(to -> Arguments.of(from, to)));
    }

    @ParameterizedTest(name = "{0} to {1}")
    @MethodSource("everyPair")
    void onlyTheStepsOfTheTableAreAllowed(MemberState from, MemberState to) {
        assertThat(from.canBecome(to))
                .isEqualTo(STEPS.getOrDefault(from, Set.of()).contains(to));
    }

    @Test
    void aPersonHasOneOfTheseAtMost() {
        assertThat(Arrays.stream(MemberState.values()).filter(MemberState::isMembership))
                .containsExactly(ACTIVE, TRANSFERRING, RETAINED);
    }

    @Test
    void aNumberCarriesACheckDigit() {
        assertThat(MemberNumber.of(1).value()).isEqualTo("M0000000018");
        // The specimen of a Canadian social insurance number, 046 454 286, which has the same check digit.
        assertThat(MemberNumber.of(4_645_428).value()).isEqualTo("M0046454286");
    }
}
