package cn.zhigong.membership.servicepoint;

import cn.zhigong.platform.state.Steps;

/** Whether a place serves (阵地状态), and every step it can take. */
enum PointState implements Steps<PointState> {
    /** Decided on, not opened yet. */
    PLANNED,
    OPEN,
    /** Shut for a while: works, a cold spell, no staff. */
    CLOSED_TEMPORARILY,
    /** Given up for good. */
    CLOSED;

    @Override
    public boolean canBecome(PointState next) {
        return switch (this) {
            case PLANNED -> next == OPEN;
            case OPEN -> next == CLOSED_TEMPORARILY || next == CLOSED;
            // Not every place that shuts for a while comes back, and a reopening nobody saw would falsify its history.
            case CLOSED_TEMPORARILY -> next == OPEN || next == CLOSED;
            case CLOSED -> false;
        };
    }
}
