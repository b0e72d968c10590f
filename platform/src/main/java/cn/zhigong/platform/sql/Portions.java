package cn.zhigong.platform.sql;

import io.quarkus.narayana.jta.QuarkusTransaction;
import java.util.List;
import java.util.function.LongConsumer;
import org.jspecify.annotations.Nullable;

/**
 * Works through many rows a portion at a time, each in a transaction of its own, so that it never locks many at once.
 */
public final class Portions {

    /** What is done in one transaction. */
    public interface Portion<T> {

        /**
         * Does the rows that follow.
         *
         * @param last of the portion before, in the order of the whole; null for the first portion
         * @return what was done, in that order; fewer than the size of a portion are the last
         */
        List<T> after(@Nullable T last);
    }

    private Portions() {}

    /**
     * Does portions until one is not full.
     *
     * @param size of a full portion
     * @param done is told after each portion how many were done in all
     */
    public static <T> void each(int size, Portion<T> portion, LongConsumer done) {
        @Nullable T last = null;
        var count = 0L;
        while (true) {
            var before = last;
            var rows = QuarkusTransaction.requiringNew().call(() -> portion.after(before));
            count += rows.size();
            done.accept(count);
            if (rows.size() < size) {
                return;
            }
            last = rows.getLast();
        }
    }
}
