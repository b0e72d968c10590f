package cn.zhigong.training.promotion;

import cn.zhigong.training.skill.SkillLevel;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * What a place in a contest is worth, as the notice named in {@code source} has it. Either a range of ranks or a share
 * of the participants.
 *
 * @param id of this version of the rule; a changed rule is a new row
 * @param rankFrom first rank, null for a share
 * @param rankTo last rank
 * @param percent of the participants, the best first; null for a range
 * @param grantedLevel for whoever is below it
 * @param ifAlready for whoever has exactly the granted level; null for nothing
 * @param yearlyCap promotions of one person in a calendar year
 * @param validFrom first day on which results can be final to fall under the rule
 * @param validTo last day, null while it holds
 * @param source where the rule is written
 */
record PromotionRule(
        String id,
        String contestClass,
        @Nullable Integer rankFrom,
        @Nullable Integer rankTo,
        @Nullable Integer percent,
        SkillLevel grantedLevel,
        @Nullable SkillLevel ifAlready,
        int yearlyCap,
        LocalDate validFrom,
        @Nullable LocalDate validTo,
        String source) {

    PromotionRule {
        var range = rankFrom != null && rankTo != null && rankFrom >= 1 && rankFrom <= rankTo;
        var share = rankFrom == null && rankTo == null && percent != null && percent >= 1 && percent <= 100;
        if (range ? percent != null : !share) {
            throw new IllegalArgumentException(id + " needs a range of ranks or a share");
        }
        if (!grantedLevel.isCertified()
                || (ifAlready != null && (!ifAlready.isCertified() || grantedLevel.isAtLeast(ifAlready)))) {
            throw new IllegalArgumentException(id + " grants a level that cannot be certified, or no higher one");
        }
        if (yearlyCap < 1 || (validTo != null && validTo.isBefore(validFrom))) {
            throw new IllegalArgumentException(id + " can never apply");
        }
    }

    boolean isValidOn(LocalDate day) {
        return !day.isBefore(validFrom) && (validTo == null || !day.isAfter(validTo));
    }

    /** Whether a place falls under the rule. A share is never rounded up. */
    boolean covers(int rank, int participants) {
        if (rankFrom != null && rankTo != null) {
            return rank >= rankFrom && rank <= rankTo;
        }
        return percent != null && rank * 100L <= (long) percent * participants;
    }

    /** Whether some place on some day could fall under both. */
    boolean overlaps(PromotionRule other) {
        var sameTime = (validTo == null || !other.validFrom.isAfter(validTo))
                && (other.validTo == null || !validFrom.isAfter(other.validTo));
        return contestClass.equals(other.contestClass) && sameTime && sharesPlaces(other);
    }

    private boolean sharesPlaces(PromotionRule other) {
        if (rankFrom == null || rankTo == null || other.rankFrom == null || other.rankTo == null) {
            // The first rank of a large enough contest falls under any share.
            return true;
        }
        return rankFrom <= other.rankTo && other.rankFrom <= rankTo;
    }
}
