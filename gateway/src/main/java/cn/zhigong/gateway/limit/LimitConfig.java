package cn.zhigong.gateway.limit;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;

/** The quotas; the values and the reasons for them are in {@code application.properties}. */
@ConfigMapping(prefix = "gateway.limits")
interface LimitConfig {
    /** How many gateways share the traffic evenly: each admits its part of every quota. */
    @WithDefault("1")
    int instances();

    /** How many buckets are kept; the least recently used goes first, about 200 bytes each. */
    @WithDefault("200000")
    int buckets();

    /** One quota per caller class, by its lower-case name. */
    Map<String, Amount> callers();

    /** Tighter quotas for single operations, on top of the caller's. */
    Map<String, Operation> operations();

    /** So many requests in a window. */
    interface Amount {
        long requests();

        Duration window();
    }

    /**
     * An operation by its path as the client sees it, {@code *} standing for one segment and {@code **} for the rest.
     */
    interface Operation extends Amount {
        /** Any method when absent; GET means HEAD as well. */
        Optional<String> method();

        String path();

        /** {@code REFUSED} charges only answers of 400 to 499: guesses count, legitimate use and outages do not. */
        @WithDefault("ALL")
        Counts counts();
    }

    /** Which requests are charged. */
    enum Counts {
        ALL,
        REFUSED
    }
}
