package cn.zhigong.competition.registration;

import static cn.zhigong.competition.contest.Entrants.ANY_MEMBER;
import static cn.zhigong.competition.contest.Entrants.OWN_MEMBERS;
import static cn.zhigong.competition.registration.EligibilityRules.Reason.IS_A_JUDGE;
import static cn.zhigong.competition.registration.EligibilityRules.Reason.MEMBERSHIP_NOT_ACTIVE;
import static cn.zhigong.competition.registration.EligibilityRules.Reason.NOT_A_MEMBER;
import static cn.zhigong.competition.registration.EligibilityRules.Reason.OF_ANOTHER_UNION;
import static org.assertj.core.api.Assertions.assertThat;

import cn.zhigong.competition.registration.EligibilityRules.Applicant;
import org.junit.jupiter.api.Test;

class EligibilityRulesTest {

    @Test
    void anActiveMemberOfTheOrganiserMayEnter() {
        assertThat(EligibilityRules.reasonsAgainst(new Applicant(true, true, false), OWN_MEMBERS))
                .isEmpty();
    }

    @Test
    void anyMemberMayEnterAContestThatIsOpenToAll() {
        assertThat(EligibilityRules.reasonsAgainst(new Applicant(true, false, false), ANY_MEMBER))
                .isEmpty();
    }

    @Test
    void everyReasonIsGiven() {
        assertThat(EligibilityRules.reasonsAgainst(new Applicant(false, false, true), OWN_MEMBERS))
                .containsExactly(MEMBERSHIP_NOT_ACTIVE, OF_ANOTHER_UNION, IS_A_JUDGE);
        assertThat(EligibilityRules.reasonsAgainst(new Applicant(null, false, true), OWN_MEMBERS))
                .containsExactly(NOT_A_MEMBER, IS_A_JUDGE);
    }
}
