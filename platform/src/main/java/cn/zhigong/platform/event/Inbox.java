package cn.zhigong.platform.event;

import cn.zhigong.platform.sql.Sql;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.InstantSource;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;

/** Remembers handled events, so that a second delivery has no second effect. */
@ApplicationScoped
class Inbox {

    private final Sql sql;
    private final InstantSource clock;
    private final Counter duplicates;

    Inbox(Sql sql, InstantSource clock, MeterRegistry metrics) {
        this.sql = sql;
        this.clock = clock;
        this.duplicates = Counter.builder("zhigong.inbox.duplicates")
                .description("Events that were delivered again and dropped")
                .register(metrics);
    }

    /** Remembers these events within the running transaction and gives those that are new. */
    Set<UUID> newAmong(Collection<ReceivedEvent> events) {
        var ids = events.stream().map(ReceivedEvent::id).distinct().toArray(UUID[]::new);
        List<UUID> fresh = sql.list("""
                insert into inbox (event_id, received_at) select unnest(?), ?
                on conflict do nothing returning event_id
                """, row -> row.getObject(1, UUID.class), ids, clock.instant());
        duplicates.increment(events.size() - (double) fresh.size());
        return new HashSet<>(fresh);
    }

    /** Remembers an event that shall have no effect. */
    void remember(UUID event) {
        sql.update(
                "insert into inbox (event_id, received_at) values (?, ?) on conflict do nothing",
                event,
                clock.instant());
    }
}
