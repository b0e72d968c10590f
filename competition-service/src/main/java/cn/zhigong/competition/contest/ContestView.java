package cn.zhigong.competition.contest;

import cn.zhigong.platform.http.Versioned;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A contest as clients see it.
 *
 * @param contestClass of a contest of skills only
 * @param judges for the organiser's side only
 * @param reason why it was returned, cancelled or postponed
 * @param publicityEndsAt until when objections are heard
 * @param allowed the states it can take next
 */
record ContestView(
        UUID id,
        UUID organiserId,
        String title,
        ContestLevel level,
        @Nullable ContestClass contestClass,
        ContestKind kind,
        int year,
        @Nullable Entrants entrants,
        @Nullable Set<String> judges,
        ContestState state,
        List<ContestState> allowed,
        @Nullable String reason,
        @Nullable Instant publishedAt,
        @Nullable Instant publicityEndsAt,
        List<TradeView> events,
        long version)
        implements Versioned {

    /**
     * One trade.
     *
     * @param seatsLeft how many can still register
     */
    record TradeView(
            UUID id, String trade, String occupation, int levelBase, int quota, int seatsLeft, TieRule tieRule) {

        static TradeView of(EventOfContest event) {
            return new TradeView(
                    event.id(),
                    event.trade(),
                    event.occupation(),
                    event.levelBase(),
                    event.quota(),
                    event.quota() - event.seatsTaken(),
                    event.tieRule());
        }
    }

    static ContestView of(Contest contest, boolean insider) {
        var plan = contest.plan();
        return new ContestView(
                contest.id(),
                contest.organiserId(),
                plan.title(),
                plan.level(),
                plan.contestClass(),
                plan.kind(),
                plan.year(),
                plan.entrants(),
                insider ? plan.judges() : null,
                contest.state(),
                contest.state().next(),
                contest.reason(),
                contest.publishedAt(),
                contest.publicityEndsAt(),
                contest.events().stream().map(TradeView::of).toList(),
                contest.revision());
    }
}
