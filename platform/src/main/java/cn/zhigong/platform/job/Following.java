package cn.zhigong.platform.job;

import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.infrastructure.Infrastructure;
import java.time.Duration;
import java.util.function.Predicate;
import java.util.function.Supplier;

/** Something that changes by itself, told to somebody who follows it until it is over. */
public final class Following {

    private static final Duration BETWEEN_EVENTS = Duration.ofMillis(500);

    private Following() {}

    /**
     * How it stands, again and again, the last time when it is over.
     *
     * @param now how it stands at the beginning
     * @param read how it stands later; runs on a worker thread
     */
    public static <T> Multi<T> untilOver(T now, Supplier<T> read, Predicate<T> isOver) {
        var changes = Multi.createFrom()
                .ticks()
                .every(BETWEEN_EVENTS)
                .onOverflow()
                .drop()
                .emitOn(Infrastructure.getDefaultWorkerPool())
                .map(tick -> read.get())
                .select()
                .first(state -> !isOver.test(state));
        var last = Multi.createFrom().item(read).runSubscriptionOn(Infrastructure.getDefaultWorkerPool());
        return Multi.createBy().concatenating().streams(Multi.createFrom().item(now), changes, last);
    }
}
