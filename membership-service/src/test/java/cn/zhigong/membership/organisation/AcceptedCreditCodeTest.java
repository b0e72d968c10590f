package cn.zhigong.membership.organisation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import cn.zhigong.membership.organisation.AcceptedCreditCode.CheckOverride;
import cn.zhigong.platform.problem.Problem;
import cn.zhigong.platform.problem.Violation;
import cn.zhigong.platform.reference.CreditCode.Verdict;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Codes by GB 32100-2015, and codes of its pilot areas that are in use although they fail the check. */
class AcceptedCreditCodeTest {

    private static final CheckOverride SEEN = new CheckOverride("seen on the certificate");

    @ParameterizedTest
    @ValueSource(strings = {"91350200MA2YJ1XR9G", "123502001549897397", "81310115MC00000128"})
    void aGoodCodeNeedsNobodysWord(String code) {
        assertThat(AcceptedCreditCode.judge(code, null, null, "officer"))
                .isEqualTo(new AcceptedCreditCode(code, Verdict.VALID, null, null));
        assertThat(AcceptedCreditCode.judge(code, SEEN, null, "officer"))
                .isEqualTo(new AcceptedCreditCode(code, Verdict.VALID, null, null));
    }

    @ParameterizedTest
    @ValueSource(strings = {"91350100M0001TGQXM", "91350211M0000XUF46", "91350203M0001FUE2P"})
    void aPilotCodeNeedsAnOfficersWord(String code) {
        var refused = catchThrowableOfType(Problem.class, () -> AcceptedCreditCode.judge(code, null, null, "officer"));
        assertThat(refused.violations()).contains(new Violation("creditCode", "CHECK_DIGIT"));
        assertThat(AcceptedCreditCode.judge(code, SEEN, null, "officer-1"))
                .isEqualTo(new AcceptedCreditCode(
                        code, Verdict.CHECK_FAILED_OVERRIDDEN, "seen on the certificate", "officer-1"));
    }

    @Test
    void noWordMakesACodeOutOfNonsense() {
        var refused =
                catchThrowableOfType(Problem.class, () -> AcceptedCreditCode.judge("NONSENSE", SEEN, null, "officer"));
        assertThat(refused.violations()).extracting(Violation::code).contains("LENGTH");
    }

    @Test
    void aCodeThatWasAcceptedStaysSoWhenItIsRepeated() {
        var current = AcceptedCreditCode.judge("91350100M0001TGQXM", SEEN, null, "officer-1");
        assertThat(AcceptedCreditCode.judge("91350100M0001TGQXM", null, current, "officer-2"))
                .isEqualTo(current);
    }

    @Test
    void aCodeCanBeTakenAway() {
        assertThat(AcceptedCreditCode.judge(null, SEEN, null, "officer")).isNull();
    }
}
