package cn.zhigong.training.promotion;

import cn.zhigong.platform.time.Ids;
import cn.zhigong.training.promotion.PromotionRules.Decision;
import cn.zhigong.training.promotion.PromotionRules.Reason;
import cn.zhigong.training.skill.SkillLevel;
import jakarta.persistence.CollectionTable;
import jakarta.persistence.Column;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.Version;
import java.time.Instant;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.Set;
import java.util.UUID;
import org.hibernate.annotations.BatchSize;
import org.jspecify.annotations.Nullable;

/** A promotion case (晋级): one person's place in one event of a contest, and what came of it. */
@Entity
class PromotionCase {

    @Id
    private UUID id;

    private UUID contestId;
    private UUID eventId;
    private UUID entryId;
    private UUID personId;
    private UUID memberId;
    private String occupation;
    private String contestClass;
    private int rank;
    private LocalDate finalOn;
    private Instant openedAt;

    @Embedded
    private AppliedRule rule;

    @Enumerated(EnumType.STRING)
    private PromotionState state;

    @Enumerated(EnumType.STRING)
    private @Nullable SkillLevel heldLevel;

    @Enumerated(EnumType.STRING)
    private @Nullable SkillLevel proposedLevel;

    @ElementCollection
    @BatchSize(size = 256)
    @CollectionTable(name = "promotion_case_reason", joinColumns = @JoinColumn(name = "case_id"))
    @Enumerated(EnumType.STRING)
    @Column(name = "reason")
    private Set<Reason> reasons;

    private @Nullable String approvalNumber;
    private @Nullable String refusalReason;
    private @Nullable String certificateNumber;

    @Version
    private long version;

    protected PromotionCase() {}

    PromotionCase(ContestResult result, ContestResult.Ranked place, PromotionRule rule, Instant now) {
        this.id = Ids.next();
        this.contestId = result.contestId();
        this.eventId = result.eventId();
        this.entryId = place.entryId();
        this.personId = place.personId();
        this.memberId = place.memberId();
        this.occupation = result.occupation();
        this.contestClass = rule.contestClass();
        this.rank = place.rank();
        this.finalOn = result.finalOn();
        this.openedAt = now;
        this.rule = AppliedRule.of(rule);
        this.state = PromotionState.OPEN;
        this.reasons = EnumSet.noneOf(Reason.class);
    }

    /** Keeps what the eligibility check found. */
    void judged(@Nullable SkillLevel held, Decision decision) {
        heldLevel = held;
        switch (decision) {
            case Decision.Promote promote -> {
                proposedLevel = promote.level();
                become(PromotionState.ELIGIBLE);
            }
            case Decision.Decline decline -> {
                reasons.addAll(decline.reasons());
                become(PromotionState.NOT_ELIGIBLE);
            }
        }
    }

    /** Submits the level that is due now; since the case was opened another one may have been certified or revoked. */
    void submit(@Nullable SkillLevel held, SkillLevel due) {
        become(PromotionState.SUBMITTED);
        heldLevel = held;
        proposedLevel = due;
    }

    void approve(String number) {
        become(PromotionState.APPROVED);
        approvalNumber = number;
    }

    void certify(String number) {
        become(PromotionState.CERTIFIED);
        certificateNumber = number;
    }

    void refuse(String reason) {
        become(PromotionState.REFUSED);
        refusalReason = reason;
    }

    /** The certificate it came to was revoked; its number stays with the case. */
    void revoke() {
        become(PromotionState.REVOKED);
    }

    private void become(PromotionState next) {
        state = state.become(next);
    }

    UUID id() {
        return id;
    }

    UUID contestId() {
        return contestId;
    }

    UUID eventId() {
        return eventId;
    }

    UUID entryId() {
        return entryId;
    }

    UUID personId() {
        return personId;
    }

    UUID memberId() {
        return memberId;
    }

    String occupation() {
        return occupation;
    }

    String contestClass() {
        return contestClass;
    }

    int rank() {
        return rank;
    }

    LocalDate finalOn() {
        return finalOn;
    }

    Instant openedAt() {
        return openedAt;
    }

    AppliedRule rule() {
        return rule;
    }

    PromotionState state() {
        return state;
    }

    @Nullable SkillLevel heldLevel() {
        return heldLevel;
    }

    @Nullable SkillLevel proposedLevel() {
        return proposedLevel;
    }

    Set<Reason> reasons() {
        return Set.copyOf(reasons);
    }

    @Nullable String approvalNumber() {
        return approvalNumber;
    }

    @Nullable String refusalReason() {
        return refusalReason;
    }

    @Nullable String certificateNumber() {
        return certificateNumber;
    }

    long version() {
        return version;
    }
}
