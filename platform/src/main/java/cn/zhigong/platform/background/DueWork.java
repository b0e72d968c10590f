package cn.zhigong.platform.background;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Collection;
import java.util.List;
import java.util.UUID;

/** Work on things that fall due by themselves, one after the other, each in a transaction of its own. */
public abstract class DueWork implements BackgroundWork {

    private final String name;
    private final Duration pause;
    private final InstantSource clock;
    private final OneByOne oneByOne;

    /** @param pause after a round that found no full portion */
    protected DueWork(String name, Duration pause, InstantSource clock) {
        this.name = name;
        this.pause = pause;
        this.clock = clock;
        this.oneByOne = new OneByOne(name, clock);
    }

    /**
     * What is due now, in the order in which it fell due.
     *
     * @param without what failed a moment ago
     */
    protected abstract List<UUID> due(Instant now, Collection<UUID> without, int most);

    /** Locks its thing and looks again whether it is due: another instance may have been faster. */
    protected abstract void step(UUID id);

    @Override
    public final String name() {
        return name;
    }

    @Override
    public final Duration pause() {
        return pause;
    }

    @Override
    public final boolean work() {
        var now = clock.instant();
        return oneByOne.round((without, most) -> due(now, without, most), this::step);
    }
}
