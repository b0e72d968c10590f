package cn.zhigong.competition.ranking;

import cn.zhigong.platform.http.Versioned;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/** The ranking of an event as its organiser and judges see it. */
record RankingView(
        UUID contestId, UUID eventId, String enteredBy, Instant enteredAt, List<Placing> results, long version)
        implements Versioned {

    static RankingView of(Ranking ranking) {
        return new RankingView(
                ranking.contestId(),
                ranking.eventId(),
                ranking.enteredBy(),
                ranking.enteredAt(),
                ranking.placings(),
                ranking.version());
    }
}
