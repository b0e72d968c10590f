package cn.zhigong.competition.ranking;

import cn.zhigong.competition.contest.ContestState;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The results of a contest for everybody: entries and ranks, no names.
 *
 * @param provisional whether objections can still change them
 */
record ResultsView(
        UUID contestId,
        ContestState state,
        boolean provisional,
        @Nullable Instant publicityEndsAt,
        List<EventResults> events) {

    /** The ranked entries of one event, best first. */
    record EventResults(UUID eventId, String trade, String occupation, List<Placing> results) {}
}
