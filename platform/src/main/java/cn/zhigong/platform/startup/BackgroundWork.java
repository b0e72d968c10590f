package cn.zhigong.platform.startup;

import java.time.Duration;

/**
 * Something a service does by itself, again and again: sealing, cleaning, escalating. Every bean of this kind is run.
 */
public interface BackgroundWork {

    String name();

    /** How long to wait after a round that found nothing more to do. */
    Duration pause();

    /**
     * One round.
     *
     * @return whether there is more to do at once
     */
    boolean work();
}
