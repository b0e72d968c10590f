package cn.zhigong.membership.servicepoint;

import cn.zhigong.platform.state.Steps;

/** What became of a report (纠错处理状态). */
enum ReportState implements Steps<ReportState> {
    /** Nobody has looked at it yet. */
    OPEN,
    /** The member was right. */
    ACCEPTED,
    /** All is as the map says. */
    DISMISSED;

    @Override
    public boolean canBecome(ReportState next) {
        return switch (this) {
            case OPEN -> next == ACCEPTED || next == DISMISSED;
            case ACCEPTED, DISMISSED -> false;
        };
    }
}
