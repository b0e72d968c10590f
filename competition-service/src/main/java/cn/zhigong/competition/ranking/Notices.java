package cn.zhigong.competition.ranking;

import static jakarta.transaction.Transactional.TxType.MANDATORY;

import cn.zhigong.competition.contest.ContestCourse;
import cn.zhigong.competition.contest.ContestSnapshot;
import cn.zhigong.platform.calendar.WorkingCalendar;
import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;

/**
 * Until when a provisional result is shown, by the calendar as it is now and not as it was when the notice began. Who
 * has read an end may rely on it: a correction of the calendar moves it later, never earlier.
 */
@Singleton
@Transactional(MANDATORY)
class Notices {

    private final ContestCourse contests;

    Notices(ContestCourse contests) {
        this.contests = contests;
    }

    /**
     * A locked contest, with the end of its notice moved if the calendar asks for a later one and nobody moved it yet.
     */
    ContestSnapshot upToDate(ContestSnapshot contest, WorkingCalendar calendar) {
        var began = contest.publicityBeganAt();
        if (began == null || !contest.state().isOnNotice()) {
            return contest;
        }
        var end = PublicityRules.endOfNotice(began, calendar);
        var shown = contest.publicityEndsAt();
        return shown == null || end.isAfter(shown) ? contests.moveEndOfNotice(contest.id(), end) : contest;
    }
}
