package cn.zhigong.platform.event;

import cn.zhigong.platform.state.Steps;

/** What became of an event that could not be applied. */
enum DeadLetterState implements Steps<DeadLetterState> {
    PARKED,
    REPLAYED,
    DISCARDED;

    @Override
    public boolean canBecome(DeadLetterState next) {
        return switch (this) {
            case PARKED -> next == REPLAYED || next == DISCARDED;
            case REPLAYED, DISCARDED -> false;
        };
    }
}
