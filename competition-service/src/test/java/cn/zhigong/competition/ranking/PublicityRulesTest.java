package cn.zhigong.competition.ranking;

import static cn.zhigong.competition.ranking.PublicityRules.Obstacle.CORRECTION_DUE;
import static cn.zhigong.competition.ranking.PublicityRules.Obstacle.OBJECTION_OPEN;
import static cn.zhigong.competition.ranking.PublicityRules.Obstacle.PUBLICITY_RUNNING;
import static org.assertj.core.api.Assertions.assertThat;

import cn.zhigong.competition.ranking.PublicityRules.ObjectionCount;
import cn.zhigong.platform.calendar.WorkingCalendar;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PublicityRulesTest {

    private static final Instant END = Instant.parse("2026-04-17T16:00:00Z");

    @ParameterizedTest
    @CsvSource({
        // Friday 10 April, in the afternoon: Monday is the first day, Friday the last.
        "2026-04-10T07:00:00Z, 2026-04-17T16:00:00Z",
        // A quarter past midnight in Shanghai is the next day there.
        "2026-04-12T16:15:00Z, 2026-04-20T16:00:00Z",
        // Wednesday 30 September: the holidays of 1 to 7 October do not count, the make-up Saturday 10 does.
        "2026-09-30T02:00:00Z, 2026-10-13T16:00:00Z"
    })
    void theNoticeEndsWithTheFifthWorkingDay(Instant begin, Instant end) {
        assertThat(PublicityRules.endOfNotice(begin, WorkingCalendar.shipped())).isEqualTo(end);
    }

    @Test
    void nothingStandsInTheWayOnceTheNoticeIsOverAndNobodyObjects() {
        assertThat(PublicityRules.obstacles(END, END, new ObjectionCount(0, 0))).isEmpty();
    }

    @Test
    void theLastMomentOfTheNoticeIsPartOfIt() {
        assertThat(PublicityRules.obstacles(END.minusMillis(1), END, new ObjectionCount(0, 0)))
                .containsExactly(PUBLICITY_RUNNING);
    }

    @Test
    void everyObstacleIsNamed() {
        assertThat(PublicityRules.obstacles(END.minusMillis(1), END, new ObjectionCount(1, 2)))
                .containsExactly(PUBLICITY_RUNNING, OBJECTION_OPEN, CORRECTION_DUE);
    }
}
