package cn.zhigong.competition.registration;

import cn.zhigong.competition.contest.Entrants;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Who may enter an event. All reasons against are given, so that nobody has to try again and again. */
final class EligibilityRules {

    private EligibilityRules() {}

    /** Why somebody may not enter. */
    enum Reason {
        NOT_A_MEMBER,
        MEMBERSHIP_NOT_ACTIVE,
        OF_ANOTHER_UNION,
        IS_A_JUDGE
    }

    /**
     * All that eligibility depends on.
     *
     * @param isActive whether the membership is active; null for somebody without one
     * @param belongsToOrganiser whether the member's union is the organiser or below it
     */
    record Applicant(@Nullable Boolean isActive, boolean belongsToOrganiser, boolean isJudge) {}

    static List<Reason> reasonsAgainst(Applicant applicant, Entrants entrants) {
        var reasons = new ArrayList<Reason>();
        if (applicant.isActive() == null) {
            reasons.add(Reason.NOT_A_MEMBER);
        } else {
            if (!applicant.isActive()) {
                reasons.add(Reason.MEMBERSHIP_NOT_ACTIVE);
            }
            if (entrants == Entrants.OWN_MEMBERS && !applicant.belongsToOrganiser()) {
                reasons.add(Reason.OF_ANOTHER_UNION);
            }
        }
        if (applicant.isJudge()) {
            reasons.add(Reason.IS_A_JUDGE);
        }
        return List.copyOf(reasons);
    }
}
