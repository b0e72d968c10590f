package cn.zhigong.platform.time;

import java.time.InstantSource;
import java.util.UUID;

/** Ids of everything that the platform creates. */
public final class Ids {
    /**
     * Real time, not business time: a clock set forward and back would tear the order of the ids and of the indexes.
     */
    private static final TimeOrderedIds SHARED = new TimeOrderedIds(InstantSource.system());

    private Ids() {}

    /** A UUID of version 7, later than every one that this process has made. */
    public static UUID next() {
        return SHARED.next();
    }
}
