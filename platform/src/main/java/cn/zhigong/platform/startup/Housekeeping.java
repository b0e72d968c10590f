package cn.zhigong.platform.startup;

import cn.zhigong.platform.sql.Sql;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Forgets what need not be remembered any longer, in small portions so that it never holds locks for long. */
@ApplicationScoped
class Housekeeping implements BackgroundWork {

    private static final int PORTION = 5_000;
    /** What the API promises for an idempotency key. */
    private static final Duration KEYS_KEPT = Duration.ofHours(24);

    private final Sql sql;
    private final Instance<Forgetting> others;
    private final InstantSource clock;
    private final Duration inboxMemory;

    Housekeeping(
            Sql sql,
            @Any Instance<Forgetting> others,
            InstantSource clock,
            @ConfigProperty(name = "zhigong.events.inbox-memory", defaultValue = "P35D") Duration inboxMemory) {
        this.sql = sql;
        this.others = others;
        this.clock = clock;
        this.inboxMemory = inboxMemory;
    }

    @Override
    public String name() {
        return "housekeeping";
    }

    @Override
    public Duration pause() {
        return Duration.ofMinutes(10);
    }

    @Override
    public boolean work() {
        var keys = sql.update(
                "delete from idempotency where ctid = any(array(select ctid from idempotency where created_at < ? limit ?))",
                clock.instant().minus(KEYS_KEPT),
                PORTION);
        var events = sql.update(
                "delete from inbox where ctid = any(array(select ctid from inbox where received_at < ? limit ?))",
                clock.instant().minus(inboxMemory),
                PORTION);
        var more = forgetOthers();
        return more || keys == PORTION || events == PORTION;
    }

    /** One store that cannot forget keeps none of the others from it; whether one of them has more. */
    private boolean forgetOthers() {
        var more = false;
        var failures = new ArrayList<RuntimeException>();
        for (var other : others) {
            try {
                more |= other.forget(clock.instant(), PORTION) == PORTION;
            } catch (RuntimeException e) {
                failures.add(e);
            }
        }
        if (!failures.isEmpty()) {
            var all = new IllegalStateException("%d stores could not forget".formatted(failures.size()));
            failures.forEach(all::addSuppressed);
            throw all;
        }
        return more;
    }
}
