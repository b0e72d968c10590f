package cn.zhigong.competition.contest;

import cn.zhigong.platform.state.Steps;

/** Where a contest (赛事) stands; the platform's own. */
public enum ContestState implements Steps<ContestState> {
    DRAFT,
    FILED,
    APPROVED,
    RETURNED,
    PUBLISHED,
    REG_OPEN,
    REG_CLOSED,
    READY,
    RUNNING,
    SCORING,
    RANKED,
    PUBLICITY,
    OBJECTION_HANDLING,
    FINAL,
    AWARDED,
    ARCHIVED,
    CANCELLED,
    POSTPONED;

    /**
     * The whole transition table. Only what has been approved can be postponed, because publishing is the way back from
     * it. A contest has one stage so far: a second would begin where the first was ranked.
     */
    @Override
    public boolean canBecome(ContestState next) {
        return switch (this) {
            case DRAFT, RETURNED -> next == FILED || next == CANCELLED;
            case FILED -> next == APPROVED || next == RETURNED || next == CANCELLED;
            case APPROVED, POSTPONED -> next == PUBLISHED || next == CANCELLED || (next == POSTPONED && this != next);
            case PUBLISHED -> next == REG_OPEN || next == CANCELLED || next == POSTPONED;
            case REG_OPEN -> next == REG_CLOSED || next == CANCELLED || next == POSTPONED;
            case REG_CLOSED -> next == READY || next == CANCELLED || next == POSTPONED;
            case READY -> next == RUNNING || next == CANCELLED || next == POSTPONED;
            case RUNNING -> next == SCORING;
            case SCORING -> next == RANKED;
            case RANKED -> next == PUBLICITY;
            case PUBLICITY -> next == OBJECTION_HANDLING || next == FINAL;
            case OBJECTION_HANDLING -> next == PUBLICITY;
            case FINAL -> next == AWARDED;
            case AWARDED -> next == ARCHIVED;
            case ARCHIVED, CANCELLED -> false;
        };
    }

    /** Whether the rules of the contest may still be edited: not while or after the union above decides on them. */
    boolean isEditable() {
        return this == DRAFT || this == RETURNED;
    }

    /** Whether the ranking is public, first provisional and in the end final. */
    public boolean showsResults() {
        return isOnNotice() || isFinal();
    }

    /** Whether the provisional ranking is shown, so that members can object to it. */
    public boolean isOnNotice() {
        return this == PUBLICITY || this == OBJECTION_HANDLING;
    }

    /** Whether the ranking can no longer change. */
    public boolean isFinal() {
        return this == FINAL || this == AWARDED || this == ARCHIVED;
    }
}
