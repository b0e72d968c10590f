package cn.zhigong.membership.joincode;

import cn.zhigong.platform.startup.BackgroundWork;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.InstantSource;

/** Forgets spent passes once they would have expired anyway. */
@ApplicationScoped
class SpentPasses implements BackgroundWork {

    private static final int PORTION = 5_000;

    private final JoinCodeStore store;
    private final InstantSource clock;

    SpentPasses(JoinCodeStore store, InstantSource clock) {
        this.store = store;
        this.clock = clock;
    }

    @Override
    public String name() {
        return "spent-join-passes";
    }

    @Override
    public Duration pause() {
        return Duration.ofMinutes(10);
    }

    @Override
    public boolean work() {
        return store.forgetSpent(clock.instant(), PORTION) == PORTION;
    }
}
