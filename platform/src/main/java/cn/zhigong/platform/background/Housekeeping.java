package cn.zhigong.platform.background;

import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;

/** Forgets what need not be remembered any longer, in small portions so that it never holds locks for long. */
@Singleton
class Housekeeping implements BackgroundWork {

    private static final int PORTION = 5_000;

    private final Instance<Forgetting> stores;
    private final InstantSource clock;

    Housekeeping(@Any Instance<Forgetting> stores, InstantSource clock) {
        this.stores = stores;
        this.clock = clock;
    }

    @Override
    public String name() {
        return "housekeeping";
    }

    @Override
    public Duration pause() {
        return Duration.ofMinutes(10);
    }

    /** One store that cannot forget keeps none of the others from it. */
    @Override
    public boolean work() {
        var more = false;
        var failures = new ArrayList<RuntimeException>();
        for (var store : stores) {
            try {
                more |= store.forget(clock.instant(), PORTION) == PORTION;
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
