package cn.zhigong.membership.servicepoint;

import java.util.Arrays;
import java.util.List;

/** What became of a report (纠错处理状态). */
enum ReportState {
    /** Nobody has looked at it yet. */
    OPEN,
    /** The member was right. */
    ACCEPTED,
    /** All is as the map says. */
    DISMISSED;

    boolean canBecome(ReportState next) {
        return switch (this) {
            case OPEN -> next == ACCEPTED || next == DISMISSED;
            case ACCEPTED, DISMISSED -> false;
        };
    }

    /** The states that can come next. */
    List<ReportState> next() {
        return Arrays.stream(values()).filter(this::canBecome).toList();
    }
}
