package cn.zhigong.platform.background;

import io.quarkus.narayana.jta.QuarkusTransaction;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/** Takes what is due in portions, each thing in a transaction of its own: one that fails is left alone for a while. */
public final class OneByOne {

    private static final Logger LOG = Logger.getLogger(OneByOne.class);
    private static final int PORTION = 100;
    private static final Duration REST = Duration.ofMinutes(10);

    /** Finds what is due, in the order in which it fell due. */
    public interface Due {
        List<UUID> find(Collection<UUID> without, int most);
    }

    private final String what;
    private final InstantSource clock;
    private final @Nullable Duration longest;
    private final Map<UUID, Instant> failed = new ConcurrentHashMap<>();

    /** @param what the name of the work, for the log */
    public OneByOne(String what, InstantSource clock) {
        this(what, clock, null);
    }

    /** @param longest how long a step may take; the usual time limit of a transaction is one minute */
    public OneByOne(String what, InstantSource clock, @Nullable Duration longest) {
        this.what = what;
        this.clock = clock;
        this.longest = longest;
    }

    /**
     * One round.
     *
     * @param step locks its thing and looks again whether it is due: another instance may have been faster
     * @return whether there is more to do at once
     */
    public boolean round(Due due, Consumer<UUID> step) {
        var now = clock.instant();
        failed.values().removeIf(until -> !until.isAfter(now));
        var ids = QuarkusTransaction.requiringNew().call(() -> due.find(failed.keySet(), PORTION));
        ids.forEach(id -> attempt(id, step));
        return ids.size() == PORTION;
    }

    private void attempt(UUID id, Consumer<UUID> step) {
        try {
            var transaction = QuarkusTransaction.requiringNew();
            (longest == null ? transaction : transaction.timeout((int) longest.toSeconds())).run(() -> step.accept(id));
        } catch (RuntimeException e) {
            LOG.errorf(e, "%s of %s failed and is tried again in %s", what, id, REST);
            failed.put(id, clock.instant().plus(REST));
        }
    }
}
