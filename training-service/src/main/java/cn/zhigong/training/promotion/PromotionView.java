package cn.zhigong.training.promotion;

import cn.zhigong.platform.http.Versioned;
import cn.zhigong.training.skill.SkillLevel;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A promotion case as its member, their union and the bureau see it.
 *
 * @param heldLevel the highest certified level in the occupation when it was last judged: at the final result, or when
 *     the union submitted it
 * @param reasons why it is not eligible
 */
record PromotionView(
        UUID id,
        PromotionState state,
        List<PromotionState> allowed,
        UUID personId,
        UUID memberId,
        UUID contestId,
        UUID eventId,
        UUID entryId,
        String contestClass,
        String occupation,
        int rank,
        LocalDate finalOn,
        Instant openedAt,
        @Nullable SkillLevel heldLevel,
        @Nullable SkillLevel proposedLevel,
        Set<PromotionRules.Reason> reasons,
        String ruleId,
        String ruleSource,
        @Nullable String approvalNumber,
        @Nullable String refusalReason,
        @Nullable String certificateNumber,
        long version)
        implements Versioned {

    static PromotionView of(PromotionCase promotion) {
        return new PromotionView(
                promotion.id(),
                promotion.state(),
                promotion.state().next(),
                promotion.personId(),
                promotion.memberId(),
                promotion.contestId(),
                promotion.eventId(),
                promotion.entryId(),
                promotion.contestClass(),
                promotion.occupation(),
                promotion.rank(),
                promotion.finalOn(),
                promotion.openedAt(),
                promotion.heldLevel(),
                promotion.proposedLevel(),
                promotion.reasons(),
                promotion.rule().ruleId(),
                promotion.rule().ruleSource(),
                promotion.approvalNumber(),
                promotion.refusalReason(),
                promotion.certificateNumber(),
                promotion.version());
    }
}
