package cn.zhigong.training.promotion;

import cn.zhigong.platform.state.Steps;

/** Where a promotion case (晋级) stands; a contest promotes nobody before the human resources bureau approved it. */
enum PromotionState implements Steps<PromotionState> {
    OPEN,
    ELIGIBLE,
    NOT_ELIGIBLE,
    SUBMITTED,
    APPROVED,
    REFUSED,
    CERTIFIED,
    /** Its certificate was revoked: the promotion is taken back. */
    REVOKED;

    @Override
    public boolean canBecome(PromotionState next) {
        return switch (this) {
            case OPEN -> next == ELIGIBLE || next == NOT_ELIGIBLE;
            // What has changed in the meantime shows when the union submits it.
            case ELIGIBLE -> next == SUBMITTED || next == NOT_ELIGIBLE;
            case SUBMITTED -> next == APPROVED || next == REFUSED;
            case APPROVED -> next == CERTIFIED;
            case CERTIFIED -> next == REVOKED;
            case NOT_ELIGIBLE, REFUSED, REVOKED -> false;
        };
    }

    /** Whether the bureau has been asked, and so may see the case. */
    boolean isBureaus() {
        return switch (this) {
            case OPEN, ELIGIBLE, NOT_ELIGIBLE -> false;
            case SUBMITTED, APPROVED, REFUSED, CERTIFIED, REVOKED -> true;
        };
    }
}
