package cn.zhigong.competition.contest;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What the other features need to know of a contest. */
public record ContestSnapshot(
        UUID id,
        UUID organiserId,
        ContestState state,
        @Nullable ContestClass contestClass,
        int year,
        Entrants entrants,
        Set<String> judges,
        @Nullable Instant publishedAt,
        @Nullable Instant publicityBeganAt,
        @Nullable Instant publicityEndsAt,
        List<EventSnapshot> events) {

    /** One event of it. */
    public record EventSnapshot(UUID id, String trade, String occupation, TieRule tieRule) {}

    static ContestSnapshot of(Contest contest) {
        var plan = contest.plan();
        return new ContestSnapshot(
                contest.id(),
                contest.organiserId(),
                contest.state(),
                plan.contestClass(),
                plan.year(),
                plan.entrants() == null ? Entrants.OWN_MEMBERS : plan.entrants(),
                plan.judges(),
                contest.publishedAt(),
                contest.publicityBeganAt(),
                contest.publicityEndsAt(),
                contest.events().stream()
                        .map(event -> new EventSnapshot(event.id(), event.trade(), event.occupation(), event.tieRule()))
                        .toList());
    }

    /** All of its events. */
    public List<UUID> eventIds() {
        return events.stream().map(EventSnapshot::id).toList();
    }

    /** One of its events. */
    public EventSnapshot event(UUID wanted) {
        return events.stream()
                .filter(event -> event.id().equals(wanted))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("The event belongs to another contest"));
    }
}
