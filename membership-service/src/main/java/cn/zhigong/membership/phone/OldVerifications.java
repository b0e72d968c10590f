package cn.zhigong.membership.phone;

import cn.zhigong.platform.startup.BackgroundWork;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.InstantSource;

/** Forgets verifications, and the phones in them, once neither a limit nor a token needs them. */
@ApplicationScoped
class OldVerifications implements BackgroundWork {

    private static final int PORTION = 5_000;
    /** The longest limit looks back a day. */
    private static final Duration KEPT = Duration.ofHours(25);

    private final VerificationStore store;
    private final InstantSource clock;

    OldVerifications(VerificationStore store, InstantSource clock) {
        this.store = store;
        this.clock = clock;
    }

    @Override
    public String name() {
        return "old-phone-verifications";
    }

    @Override
    public Duration pause() {
        return Duration.ofMinutes(10);
    }

    @Override
    public boolean work() {
        return store.forget(clock.instant().minus(KEPT), PORTION) == PORTION;
    }
}
