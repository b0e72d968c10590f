package cn.zhigong.training.promotion;

import cn.zhigong.training.skill.SkillLevel;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Which rule a place falls under, and what it means for a person. */
final class PromotionRules {

    private PromotionRules() {}

    /** Why a person is not promoted although a rule covers the place. */
    enum Reason {
        ALREADY_AT_OR_ABOVE,
        YEARLY_CAP_REACHED
    }

    /** What a rule means for a person. */
    sealed interface Decision {
        record Promote(SkillLevel level) implements Decision {}

        record Decline(List<Reason> reasons) implements Decision {}
    }

    /**
     * A place in the final result of an event.
     *
     * @param participants how many were ranked
     * @param finalOn the day on which the result became final
     */
    record Place(String contestClass, int rank, int participants, LocalDate finalOn) {}

    /**
     * What promotions a person has already had.
     *
     * @param level the highest held in the occupation, null for none
     * @param promotionsThisYear in any occupation, in the calendar year of the result
     */
    record Standing(@Nullable SkillLevel level, int promotionsThisYear) {}

    /** The rule of a place; at most one, because overlapping rules are refused when they are loaded. */
    static Optional<PromotionRule> ruleFor(Place place, List<PromotionRule> rules) {
        return rules.stream()
                .filter(rule -> rule.contestClass().equals(place.contestClass())
                        && rule.isValidOn(place.finalOn())
                        && rule.covers(place.rank(), place.participants()))
                .findFirst();
    }

    static Decision decide(AppliedRule rule, Standing standing) {
        var reasons = new ArrayList<Reason>();
        var level = target(rule, standing.level());
        if (level == null) {
            reasons.add(Reason.ALREADY_AT_OR_ABOVE);
        }
        if (standing.promotionsThisYear() >= rule.yearlyCap()) {
            reasons.add(Reason.YEARLY_CAP_REACHED);
        }
        return level == null || !reasons.isEmpty()
                ? new Decision.Decline(List.copyOf(reasons))
                : new Decision.Promote(level);
    }

    private static @Nullable SkillLevel target(AppliedRule rule, @Nullable SkillLevel held) {
        if (held == null || !held.isAtLeast(rule.grantedLevel())) {
            return rule.grantedLevel();
        }
        return held == rule.grantedLevel() ? rule.ifAlready() : null;
    }

    /** Pairs of rules that could both cover one place. */
    static List<String> overlaps(List<PromotionRule> rules) {
        var found = new ArrayList<String>();
        for (int i = 0; i < rules.size(); i++) {
            for (var other : rules.subList(i + 1, rules.size())) {
                if (rules.get(i).overlaps(other) || rules.get(i).id().equals(other.id())) {
                    found.add(rules.get(i).id() + " and " + other.id());
                }
            }
        }
        return found;
    }
}
