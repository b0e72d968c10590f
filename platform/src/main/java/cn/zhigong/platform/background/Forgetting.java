package cn.zhigong.platform.background;

import java.time.Instant;

/** Rows that need not be remembered for ever. {@link Housekeeping} asks every bean of this kind, every ten minutes. */
public interface Forgetting {

    /**
     * Deletes what is old, in a transaction of its own.
     *
     * @param most rows to delete at once, so that no lock is held for long
     * @return how many were deleted; as many as {@code most} means that there may be more
     */
    int forget(Instant now, int most);
}
