package cn.zhigong.competition.ranking;

import cn.zhigong.platform.calendar.ChinaTime;
import cn.zhigong.platform.calendar.WorkingCalendar;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** How long a provisional result is shown, and when it may become final: the platform's own rule. */
final class PublicityRules {

    /** Taken over from the honours of the unions, where five working days are the rule. */
    static final int WORKING_DAYS = 5;

    private PublicityRules() {}

    /** Why a result cannot be final yet. */
    enum Obstacle {
        PUBLICITY_RUNNING,
        OBJECTION_OPEN,
        CORRECTION_DUE,
        /** A ranked entry is not registered any more. */
        ENTRY_LEFT
    }

    /** The end of the last day of public notice; the day on which it begins is not counted. */
    static Instant endOfNotice(Instant begin, WorkingCalendar calendar) {
        return ChinaTime.endOf(calendar.plusWorkingDays(ChinaTime.dayOf(begin), WORKING_DAYS));
    }

    static List<Obstacle> obstacles(Instant now, Instant noticeEnds, ObjectionCount objections) {
        var obstacles = new ArrayList<Obstacle>();
        if (now.isBefore(noticeEnds)) {
            obstacles.add(Obstacle.PUBLICITY_RUNNING);
        }
        if (objections.open() > 0) {
            obstacles.add(Obstacle.OBJECTION_OPEN);
        }
        if (objections.awaitingCorrection() > 0) {
            obstacles.add(Obstacle.CORRECTION_DUE);
        }
        return List.copyOf(obstacles);
    }

    /**
     * What objections still ask for.
     *
     * @param awaitingCorrection upheld, but the ranking has not been changed since
     */
    record ObjectionCount(long open, long awaitingCorrection) {

        boolean isSettled() {
            return open == 0 && awaitingCorrection == 0;
        }
    }
}
