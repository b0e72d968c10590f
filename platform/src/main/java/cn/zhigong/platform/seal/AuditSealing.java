package cn.zhigong.platform.seal;

import cn.zhigong.platform.background.BackgroundWork;
import cn.zhigong.platform.event.Outbox;
import cn.zhigong.platform.sql.Locks;
import cn.zhigong.platform.sql.Sql;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.InstantSource;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * Seals audit entries in batches: each seal's hash covers its entries and the seal before it, and is published, so a
 * copy stands outside the database. Writers never wait for a seal: it takes only entries of transactions that ended
 * before the oldest one still running, in the order of transaction and sequence, which can no longer change.
 */
@Singleton
class AuditSealing implements BackgroundWork {

    private final Sql sql;
    private final Locks locks;
    private final SealedRanges ranges;
    private final Outbox outbox;
    private final InstantSource clock;
    private final Duration pause;
    private final String service;

    AuditSealing(
            Sql sql,
            Locks locks,
            SealedRanges ranges,
            Outbox outbox,
            InstantSource clock,
            @ConfigProperty(name = "zhigong.audit.seal-every", defaultValue = "30s") Duration pause,
            @ConfigProperty(name = "zhigong.events.service") String service) {
        this.sql = sql;
        this.locks = locks;
        this.ranges = ranges;
        this.outbox = outbox;
        this.clock = clock;
        this.pause = pause;
        this.service = service;
    }

    @Override
    public String name() {
        return "audit-sealing";
    }

    @Override
    public Duration pause() {
        return pause;
    }

    @Override
    public boolean work() {
        return QuarkusTransaction.requiringNew().call(this::seal);
    }

    private boolean seal() {
        if (!locks.holdIfFree("audit-sealing")) {
            return false;
        }
        var last = ranges.last();
        var horizon = sql.first("select pg_snapshot_xmin(pg_current_snapshot())::text", row -> row.text(1))
                .orElseThrow();
        var sealed = ranges.read(last.number() + 1, last.throughXid(), horizon, last.hash());
        if (sealed.entries() == 0) {
            return false;
        }
        sql.update("""
                insert into audit_seal (number, from_xid, through_xid, entries, hash, sealed_at)
                values (?, ?::xid8, ?::xid8, ?, ?, ?)
                """, sealed.number(), last.throughXid(), horizon, sealed.entries(), sealed.hash(), clock.instant());
        outbox.publish(AuditSealed.of(service, sealed));
        return false;
    }
}
