package cn.zhigong.competition.ranking;

import cn.zhigong.competition.contest.ContestState;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The results of a contest for everybody.
 *
 * @param provisional whether objections can still change them
 */
record ResultsView(
        UUID contestId,
        ContestState state,
        boolean provisional,
        @Nullable Instant publicityEndsAt,
        List<EventResults> events) {

    /**
     * One event; who has which place stands page by page under {@code /v1/events/{eventId}/results}.
     *
     * @param placed how many have a place
     */
    record EventResults(UUID eventId, String trade, String occupation, int placed) {}
}
