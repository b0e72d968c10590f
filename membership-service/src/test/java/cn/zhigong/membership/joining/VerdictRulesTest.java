package cn.zhigong.membership.joining;

import static cn.zhigong.membership.joining.RejectionReason.DUPLICATE_APPLICATION;
import static org.assertj.core.api.Assertions.assertThat;

import cn.zhigong.membership.joining.VerdictRules.Found;
import cn.zhigong.membership.joining.VerdictRules.Verdict;
import cn.zhigong.membership.member.Standing;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Everything that can be found of an application whose identity is confirmed, and what becomes of it. */
class VerdictRulesTest {

    private static final Applicant VOUCHED = new Applicant("worker-1", true);
    private static final Standing.Membership MEMBERSHIP = new Standing.Membership(new UUID(1, 1), new UUID(2, 2));

    private static Standing standing(Standing.@Nullable Membership membership, boolean ownAccount) {
        return new Standing(membership, ownAccount, false, false);
    }

    /** Every combination of what concerns other applications: first, rivalled, cleared, waits. */
    static Stream<boolean[]> others() {
        return Stream.of(0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15)
                .map(bits -> new boolean[] {(bits & 1) > 0, (bits & 2) > 0, (bits & 4) > 0, (bits & 8) > 0});
    }

    private static Verdict decide(Standing standing, boolean here, boolean... others) {
        return VerdictRules.decide(new Found(VOUCHED, standing, here, others[0], others[1], others[2], others[3]));
    }

    @ParameterizedTest
    @MethodSource("others")
    void whoIsNoMemberComesUnderReviewUnlessAnotherApplicationStandsInTheWay(boolean[] others) {
        var expected = others[3]
                ? new Verdict.AskLater()
                : others[0] && (!others[1] || others[2])
                        ? new Verdict.Review(Set.of())
                        : new Verdict.Refuse(DUPLICATE_APPLICATION);
        assertThat(decide(standing(null, false), false, others)).isEqualTo(expected);
    }

    @ParameterizedTest
    @MethodSource("others")
    void aMemberOfAnotherUnionIsToMoveAndOnlyTheirOwnLoginIsTold(boolean[] others) {
        for (var own : new boolean[] {true, false}) {
            var expected =
                    others[3] ? new Verdict.AskLater() : new Verdict.Transfer(MEMBERSHIP, own, Set.<Warning>of());
            assertThat(decide(standing(MEMBERSHIP, own), false, others)).isEqualTo(expected);
        }
    }

    @ParameterizedTest
    @MethodSource("others")
    void aMemberOfThisUnionIsToldSoByTheirOwnLogin(boolean[] others) {
        var expected = others[3] ? new Verdict.AskLater() : new Verdict.Refuse(RejectionReason.ALREADY_MEMBER_HERE);
        assertThat(decide(standing(MEMBERSHIP, true), true, others)).isEqualTo(expected);
    }

    @ParameterizedTest
    @MethodSource("others")
    void whoeverElseAppliesForAMemberOfThisUnionIsTreatedLikeAnybody(boolean[] others) {
        var expected = others[3]
                ? new Verdict.AskLater()
                : others[0] && (!others[1] || others[2])
                        ? new Verdict.Review(Set.of(Warning.ALREADY_MEMBER_HERE))
                        : new Verdict.Refuse(DUPLICATE_APPLICATION);
        assertThat(decide(standing(MEMBERSHIP, false), true, others)).isEqualTo(expected);
    }

    private static Set<Warning> warnings(Applicant applicant, Standing standing) {
        var verdict = VerdictRules.decide(new Found(applicant, standing, false, true, false, false, false));
        return verdict instanceof Verdict.Review(var warnings) ? warnings : Set.of();
    }

    @Test
    void theOfficerIsWarnedOfALoginOrAPhoneThatMayBeSomebodyElses() {
        assertThat(warnings(VOUCHED, new Standing(null, false, true, true)))
                .containsExactlyInAnyOrder(Warning.ACCOUNT_OF_ANOTHER_PERSON, Warning.PHONE_OF_ANOTHER_PERSON);
        assertThat(warnings(new Applicant("worker-1", false), standing(null, false)))
                .containsExactly(Warning.ACCOUNT_NOT_CONFIRMED);
        assertThat(warnings(new Applicant("worker-1", false), standing(null, true)))
                .isEmpty();
        assertThat(warnings(new Applicant("applicant:1", false), standing(null, false)))
                .isEmpty();
    }
}
