package cn.zhigong.gateway.proxy;

import io.quarkus.runtime.configuration.MemorySize;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Limits and deadlines of the way through. */
@ConfigMapping(prefix = "gateway.proxy")
interface ProxyConfig {
    /**
     * Networks (CIDR) of proxies in front of us whose {@code X-Forwarded-For} and {@code -Proto} are believed; none by
     * default.
     */
    Optional<List<String>> trustedProxies();

    /** How long a client may take to send a request's head; a slower one is cut off. */
    @WithDefault("10s")
    Duration headDeadline();

    /** How long a connection may rest between requests, and an answer may wait for its reader. */
    @WithDefault("30s")
    Duration idle();

    /** After this time a body must have arrived at {@link #slowestBody} on average. */
    @WithDefault("30s")
    Duration bodyGrace();

    /** Bytes per second that a slow but honest mobile connection still reaches. */
    @WithDefault("16K")
    MemorySize slowestBody();

    @WithDefault("16K")
    MemorySize head();

    /** Longest request line. */
    @WithDefault("8K")
    MemorySize uri();

    /** Largest body where {@link #bodies} names no other limit. */
    @WithDefault("1M")
    MemorySize body();

    /** Larger bodies for single paths, by the path as the client sees it and everything below. */
    Map<String, BodyRoute> bodies();

    /** Bodies that may be arriving from one address (IPv6: /64) at a time. */
    @WithDefault("64")
    int unfinished();

    /**
     * Memory for all bodies that are kept until they are complete and their service answers; an address gets a quarter.
     */
    @WithDefault("64M")
    MemorySize unfinishedBytes();

    @WithDefault("1s")
    Duration connectTimeout();

    /** How long a service may be silent, before its answer and within it (event streams send heartbeats). */
    @WithDefault("30s")
    Duration responseTimeout();

    /** Connections to one service and event loop. */
    @WithDefault("128")
    int connections();

    /** Requests that may wait for such a connection; more are answered 503 at once. */
    @WithDefault("512")
    int waiting();

    /** How long to let running requests finish when stopping. */
    @WithDefault("10s")
    Duration drain();

    /** A path and the largest body it takes. */
    interface BodyRoute {
        String path();

        MemorySize limit();
    }
}
