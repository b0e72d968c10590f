package cn.zhigong.gateway.proxy;

import io.netty.channel.Channel;
import io.vertx.core.Promise;
import io.vertx.core.http.HttpConnection;
import io.vertx.core.http.HttpServerOptions;
import io.vertx.core.http.impl.Http1xServerConnection;
import java.time.Duration;
import java.util.IdentityHashMap;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The client connections of one event loop. Once a second it closes those whose client is too slow. Vert.x' own idle
 * timeout cannot do that: a byte every few seconds keeps a half-sent head alive for ever, and it would cut a client
 * that patiently waits for a slow service. Confined to its event loop; one pass a second costs a request nothing.
 */
final class Connections {
    private final IdentityHashMap<HttpConnection, Watched> open = new IdentityHashMap<>();
    private final Clock clock = new Clock();
    private final HttpServerOptions options;
    private final long head;
    private final long idle;
    private final long bodyGrace;
    private final long slowestBody;
    private @Nullable Promise<Void> drained;

    Connections(ProxyConfig config, HttpServerOptions options) {
        this.options = options;
        this.head = seconds(config.headDeadline());
        this.idle = seconds(config.idle());
        this.bodyGrace = seconds(config.bodyGrace());
        this.slowestBody = Math.max(1, config.slowestBody().asLongValue());
    }

    private static long seconds(Duration duration) {
        return Math.max(1, duration.toSeconds());
    }

    /** Takes charge of a new connection, before its first byte is read. */
    void opened(HttpConnection connection) {
        var channel = ((Http1xServerConnection) connection).channel();
        var decoder = new RequestDecoder(options, clock);
        var _ = channel.pipeline().replace("httpDecoder", "httpDecoder", decoder);
        var watched = new Watched(channel, decoder, clock.seconds());
        open.put(connection, watched);
        var _ = channel.closeFuture().addListener(_ -> {
            open.remove(connection);
            watched.over(clock.now);
            noteEmpty();
        });
        if (drained != null) {
            leave(connection, watched);
        }
    }

    /**
     * Closes the listening socket and every connection: those that rest at once, the others after their answer.
     * {@code whenEmpty} is completed when the last one is gone.
     */
    void drain(Promise<Void> whenEmpty) {
        drained = whenEmpty;
        for (var entry : List.copyOf(open.entrySet())) {
            leave(entry.getKey(), entry.getValue());
        }
        noteEmpty();
    }

    boolean draining() {
        return drained != null;
    }

    private static void leave(HttpConnection connection, Watched watched) {
        // Vert.x closes the listener together with its connections only; without a connection there is nothing to
        // drain.
        var _ = watched.channel.parent().close();
        if (watched.running == null) {
            var _ = connection.close();
        }
    }

    private void noteEmpty() {
        if (drained != null && open.isEmpty()) {
            var _ = drained.tryComplete();
        }
    }

    /**
     * A request has begun. {@code whenOver} runs once: when it is answered, or when its connection is gone. Vert.x' own
     * end handler is not enough: it stays silent when an answer is reset in the middle.
     */
    void begun(HttpConnection connection, Runnable whenOver) {
        var watched = open.get(connection);
        if (watched == null) {
            whenOver.run();
        } else {
            watched.running = whenOver;
        }
    }

    /** Runs {@code task}, too, when the running request of a connection is over; at once when it is. */
    void whenOver(HttpConnection connection, Runnable task) {
        var watched = open.get(connection);
        if (watched == null || watched.running == null) {
            task.run();
        } else {
            var before = watched.running;
            watched.running = () -> {
                before.run();
                task.run();
            };
        }
    }

    /** The running request of a connection has been answered; there is only one at a time, pipelined ones wait. */
    void ended(HttpConnection connection) {
        var watched = open.get(connection);
        if (watched != null) {
            watched.over(clock.now);
            if (drained != null) {
                var _ = connection.close(); // which waits until the client has the answer
            }
        }
    }

    /** Moves the clock on by a second and closes whoever is too late. */
    void tick() {
        clock.now++;
        for (var watched : open.values().toArray(Watched[]::new)) {
            if (overdue(watched)) {
                // Not through the pipeline: Vert.x' handler would wait there until the client has read what is left.
                watched.channel.unsafe().close(watched.channel.newPromise());
            }
        }
    }

    private boolean overdue(Watched watched) {
        var decoder = watched.decoder;
        var waited = clock.now - decoder.since();
        var tooSlow = switch (decoder.phase()) {
            case REST_OF_HEAD -> waited > head;
            case REST_OF_BODY -> waited > bodyGrace && decoder.bodyBytes() < slowestBody * (waited - bodyGrace);
            case REQUEST -> watched.running == null && clock.now - watched.restingSince > idle;
        };
        return tooSlow || watched.stalled(clock.now) > idle;
    }

    /** Whole seconds since the event loop started; coarse and nearly free. */
    static final class Clock {
        private int now;

        int seconds() {
            return now;
        }
    }

    /** A connection and what it looked like in earlier passes. */
    private static final class Watched {
        private final Channel channel;
        private final RequestDecoder decoder;
        private @Nullable Runnable running;
        private int restingSince;
        private long lastPending;
        private int pendingSince;

        Watched(Channel channel, RequestDecoder decoder, int now) {
            this.channel = channel;
            this.decoder = decoder;
            this.restingSince = now;
        }

        void over(int now) {
            var whenOver = running;
            running = null;
            restingSince = now;
            if (whenOver != null) {
                whenOver.run();
            }
        }

        /** Seconds for which the client has not read anything of what waits for it. */
        int stalled(int now) {
            var buffer = channel.unsafe().outboundBuffer();
            var pending = buffer == null ? 0 : buffer.totalPendingWriteBytes();
            if (pending == 0 || pending != lastPending) {
                lastPending = pending;
                pendingSince = now;
            }
            return now - pendingSince;
        }
    }
}
