package cn.zhigong.membership.joining;

import cn.zhigong.membership.member.Standing;
import java.util.EnumSet;
import java.util.Set;

/** What becomes of an application whose identity is confirmed. */
final class VerdictRules {

    /**
     * Everything it depends on.
     *
     * @param applicant who sent it
     * @param standing what the register knows of its person
     * @param here whether the union it goes to is the one that the person belongs to
     * @param first whether it goes before the others of its person that are judged together with it
     * @param rivalled whether its person has another application under review
     * @param cleared whether the other one has made way
     * @param waits whether somebody is at work on the other one
     */
    record Found(
            Applicant applicant,
            Standing standing,
            boolean here,
            boolean first,
            boolean rivalled,
            boolean cleared,
            boolean waits) {

        private boolean isDuplicate() {
            return !first || (rivalled && !cleared);
        }
    }

    /** What becomes of it. */
    sealed interface Verdict {

        /** It cannot be judged now. */
        record AskLater() implements Verdict {}

        record Refuse(RejectionReason reason) implements Verdict {}

        /** A union decides. */
        record Review(Set<Warning> warnings) implements Verdict {}

        /**
         * Never a second membership: what is proposed is to move the one there is, once.
         *
         * @param disclosed whether the applicant is known to be that member and may be told
         */
        record Transfer(Standing.Membership membership, boolean disclosed, Set<Warning> warnings) implements Verdict {}
    }

    private VerdictRules() {}

    static Verdict decide(Found found) {
        if (found.waits()) {
            return new Verdict.AskLater();
        }
        var membership = found.standing().membership();
        if (membership == null) {
            return reviewUnlessDuplicate(found);
        }
        if (!found.here()) {
            return new Verdict.Transfer(membership, found.standing().ownAccount(), warnings(found));
        }
        // For a stranger it goes on under review, so it stands in the way of another one as anybody's does.
        return found.standing().ownAccount()
                ? new Verdict.Refuse(RejectionReason.ALREADY_MEMBER_HERE)
                : reviewUnlessDuplicate(found);
    }

    private static Verdict reviewUnlessDuplicate(Found found) {
        return found.isDuplicate()
                ? new Verdict.Refuse(RejectionReason.DUPLICATE_APPLICATION)
                : new Verdict.Review(warnings(found));
    }

    private static Set<Warning> warnings(Found found) {
        var standing = found.standing();
        var warnings = EnumSet.noneOf(Warning.class);
        if (standing.membership() != null && found.here()) {
            warnings.add(Warning.ALREADY_MEMBER_HERE);
        }
        if (standing.accountOfAnother()) {
            warnings.add(Warning.ACCOUNT_OF_ANOTHER_PERSON);
        }
        if (found.applicant().hasUnconfirmedLogin() && !standing.ownAccount()) {
            warnings.add(Warning.ACCOUNT_NOT_CONFIRMED);
        }
        if (standing.phoneOfAnother()) {
            warnings.add(Warning.PHONE_OF_ANOTHER_PERSON);
        }
        return warnings;
    }
}
