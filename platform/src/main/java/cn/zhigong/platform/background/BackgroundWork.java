package cn.zhigong.platform.background;

import java.time.Duration;

/**
 * Something a service does by itself, again and again: sealing, cleaning, escalating. Every bean of this kind is run,
 * on <b>every instance of the service at the same time</b>: what must not happen twice is claimed in the database (rows
 * {@code for update skip locked}, an advisory lock), not hoped for.
 */
public interface BackgroundWork {

    /** The name of its thread, and in logs; no two works of a service share one. */
    String name();

    /** How long to wait after a round that found nothing more to do. */
    Duration pause();

    /**
     * One round. What it throws is logged and the round tried again after a second.
     *
     * @return whether there is more to do at once
     */
    boolean work();
}
