package cn.zhigong.competition.ranking;

import cn.zhigong.competition.contest.ContestState;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/** The ranking of an event as its organiser and judges see it. */
record RankingView(
        UUID contestId,
        UUID eventId,
        ContestState contestState,
        String enteredBy,
        Instant enteredAt,
        List<Placing> results) {

    static RankingView of(Ranking ranking, ContestState state) {
        return new RankingView(
                ranking.contestId(),
                ranking.eventId(),
                state,
                ranking.enteredBy(),
                ranking.enteredAt(),
                ranking.placings());
    }
}
