package cn.zhigong.platform.event;

import java.util.function.BiConsumer;

/**
 * A feature's interest in events. Handlers run in the transaction that also remembers the event as handled, so an
 * effect happens exactly once; a handler that throws is tried again and then parked.
 */
public interface EventHandlers {

    /** Names the event types this feature handles. */
    void register(Registry registry);

    /** Collects interests. */
    interface Registry {

        /**
         * Handles events of one type.
         *
         * @param facts a record of what this service needs from the body; other fields are ignored
         */
        <T> void on(String type, Class<T> facts, BiConsumer<ReceivedEvent, T> handler);
    }
}
