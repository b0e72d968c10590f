package cn.zhigong.training.promotion;

import java.util.Arrays;
import java.util.List;

/** Where a promotion case (晋级) stands; dossier §2.4.5. */
enum PromotionState {
    OPEN,
    ELIGIBLE,
    NOT_ELIGIBLE,
    SUBMITTED,
    APPROVED,
    REFUSED,
    CERTIFIED;

    boolean canBecome(PromotionState next) {
        return switch (this) {
            case OPEN -> next == ELIGIBLE || next == NOT_ELIGIBLE;
            case ELIGIBLE -> next == SUBMITTED;
            case SUBMITTED -> next == APPROVED || next == REFUSED;
            case APPROVED -> next == CERTIFIED;
            case NOT_ELIGIBLE, REFUSED, CERTIFIED -> false;
        };
    }

    List<PromotionState> following() {
        return Arrays.stream(values()).filter(this::canBecome).toList();
    }

    /** Whether the bureau has been asked, and so may see the case. */
    boolean isBureaus() {
        return switch (this) {
            case OPEN, ELIGIBLE, NOT_ELIGIBLE -> false;
            case SUBMITTED, APPROVED, REFUSED, CERTIFIED -> true;
        };
    }
}
