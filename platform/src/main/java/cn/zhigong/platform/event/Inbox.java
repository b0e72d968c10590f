package cn.zhigong.platform.event;

import cn.zhigong.platform.background.Forgetting;
import cn.zhigong.platform.sql.Sql;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;

/**
 * Remembers handled events, so that a second delivery has no second effect; for as long as the database's clock says,
 * since the broker keeps its events in real time too.
 */
@Singleton
class Inbox implements Forgetting {

    private final Sql sql;
    private final EventConfig config;
    private final Counter duplicates;

    Inbox(Sql sql, EventConfig config, MeterRegistry metrics) {
        this.sql = sql;
        this.config = config;
        this.duplicates = Counter.builder("zhigong.inbox.duplicates")
                .description("Events that were delivered again and dropped")
                .register(metrics);
    }

    /** Remembers these events within the running transaction and gives those that are new. */
    Set<UUID> newAmong(Collection<ReceivedEvent> events) {
        var ids = events.stream().map(ReceivedEvent::id).distinct().toArray(UUID[]::new);
        List<UUID> fresh = sql.list("""
                insert into inbox (event_id, received_at) select unnest(?), now()
                on conflict do nothing returning event_id
                """, row -> row.uuid(1), (Object) ids);
        duplicates.increment(events.size() - (double) fresh.size());
        return new HashSet<>(fresh);
    }

    /** Remembers an event that shall have no effect. */
    void remember(UUID event) {
        sql.update("insert into inbox (event_id, received_at) values (?, now()) on conflict do nothing", event);
    }

    @Override
    public int forget(Instant now, int most) {
        return sql.update("""
                delete from inbox where ctid = any(array(select ctid from inbox
                    where received_at < now() - make_interval(secs => ?) limit ?))""", config.inboxMemory().toSeconds(), most);
    }
}
