package cn.zhigong.membership.member;

import static cn.zhigong.membership.member.MemberState.ACTIVE;
import static cn.zhigong.membership.member.MemberState.RETAINED;
import static cn.zhigong.membership.member.MemberState.TRANSFERRING;
import static org.assertj.core.api.Assertions.assertThat;

import cn.zhigong.platform.testing.StepTable;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

/** Every pair of states, by 中国工会章程 arts. 5 to 8, 工会会员会籍管理办法 (2016) and, for duplicates, the platform's own. */
class MemberStateTest {

    @Test
    void onlyTheStepsOfTheTableExist() {
        assertThat(StepTable.of(MemberState.class)).isEqualTo("""
                ACTIVE -> TRANSFERRING, RETAINED, WITHDRAWN, DEEMED_WITHDRAWN, EXPELLED, DECEASED, MERGED
                TRANSFERRING -> ACTIVE, RETAINED, EXPELLED, DECEASED, MERGED
                RETAINED -> ACTIVE, TRANSFERRING, WITHDRAWN, EXPELLED, DECEASED, MERGED
                WITHDRAWN -> -
                DEEMED_WITHDRAWN -> -
                EXPELLED -> -
                DECEASED -> -
                MERGED -> ACTIVE
                """);
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
