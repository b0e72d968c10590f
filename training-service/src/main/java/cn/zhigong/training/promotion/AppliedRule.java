package cn.zhigong.training.promotion;

import cn.zhigong.training.skill.SkillLevel;
import jakarta.persistence.Embeddable;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import org.jspecify.annotations.Nullable;

/** The rule that a case was opened under, kept with the case whatever becomes of the rules later. */
@Embeddable
record AppliedRule(
        String ruleId,
        @Enumerated(EnumType.STRING) SkillLevel grantedLevel,

        @Enumerated(EnumType.STRING) @Nullable SkillLevel ifAlready,

        int yearlyCap,
        String ruleSource) {

    static AppliedRule of(PromotionRule rule) {
        return new AppliedRule(rule.id(), rule.grantedLevel(), rule.ifAlready(), rule.yearlyCap(), rule.source());
    }
}
