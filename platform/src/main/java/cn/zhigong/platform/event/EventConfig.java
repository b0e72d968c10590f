package cn.zhigong.platform.event;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** How events leave and arrive. */
@ConfigMapping(prefix = "zhigong.events")
interface EventConfig {

    /** The CloudEvents source of everything this service says, and the name in its topics: {@code membership}. */
    String service();

    /** Partitions of a new topic. More than any expected number of instances; cannot shrink later. */
    @WithDefault("6")
    int partitions();

    /** Copies of a new topic on different brokers; 3 in production, 1 where there is one broker. */
    @WithDefault("1")
    short replicas();

    /** How many events one round of the relay sends before it waits for the broker. */
    @WithDefault("500")
    int relayBatch();

    /** How long the relay sleeps when nobody wakes it: the delay of events committed by another instance. */
    @WithDefault("1s")
    Duration relayPause();

    /** How often an event that cannot be applied is tried before it is parked. */
    @WithDefault("4")
    int attempts();

    /** The first wait between two attempts; doubles each time. */
    @WithDefault("200ms")
    Duration retryPause();

    /** How long the id of a handled event is remembered; longer than the broker keeps it, plus time to restore. */
    @WithDefault("P35D")
    Duration inboxMemory();
}
