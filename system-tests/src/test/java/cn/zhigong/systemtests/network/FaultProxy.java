package cn.zhigong.systemtests.network;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Stands between a client and a server on loopback and, when told so, is a bad network. What it holds back it delivers
 * after {@link #heal}, as TCP would after a partition; what it drops is gone, with the connection.
 */
public final class FaultProxy implements AutoCloseable {

    /** Which way bytes go. */
    public enum Direction {
        TO_SERVER,
        TO_CLIENT
    }

    private static final int BACKLOG = 512;

    private final InetSocketAddress address;
    private final Supplier<InetSocketAddress> server;
    private final Set<Relayed> connections = ConcurrentHashMap.newKeySet();
    private final LinkState state = new LinkState();
    private @Nullable ServerSocket listener;
    private Thread accepting = Thread.currentThread();

    private FaultProxy(int port, Supplier<InetSocketAddress> server) {
        this.address = new InetSocketAddress(InetAddress.getLoopbackAddress(), port);
        this.server = server;
    }

    /**
     * Listens on loopback.
     *
     * @param server asked for each connection, since a server may listen only later, or move
     */
    public static FaultProxy listen(int port, Supplier<InetSocketAddress> server) {
        var proxy = new FaultProxy(port, server);
        proxy.accept();
        return proxy;
    }

    /** Host and port of the client's side. */
    public String address() {
        return "127.0.0.1:" + address.getPort();
    }

    /** Each piece of data is late by so much, more or less. */
    public void delay(Duration by, Duration jitter) {
        state.delay(by, jitter);
    }

    /** Delivers so many more bytes of answers of each connection, then breaks it: the server has done its work. */
    public void dropAfter(long bytes) {
        connections.forEach(Relayed::countFromHere);
        state.dropAfter(bytes);
    }

    /** Takes connections and bytes and passes nothing on, either way. */
    public void blackhole() {
        state.hold(Direction.TO_SERVER);
        state.hold(Direction.TO_CLIENT);
    }

    /** Passes nothing on this way; the other way works. */
    public void halfOpen(Direction stopped) {
        state.hold(stopped);
    }

    /** At most so many bytes a second and connection, each way. */
    public void slow(long bytesPerSecond) {
        state.slow(bytesPerSecond);
    }

    /** Nobody listens here; connections that exist go on. */
    public synchronized void refuse() {
        if (listener != null) {
            closeQuietly(listener);
            listener = null;
            // The port is free when nobody waits at it any more.
            awaitEnd(accepting);
        }
    }

    /** Breaks every connection at once, as a firewall that forgot them. New ones are welcome. */
    public void reset() {
        connections.forEach(Relayed::reset);
    }

    /** Is a good network again. */
    public void heal() {
        state.heal();
        accept();
    }

    /** How many clients are connected. */
    public int connections() {
        return connections.size();
    }

    @Override
    public void close() {
        refuse();
        reset();
    }

    private synchronized void accept() {
        if (listener != null) {
            return;
        }
        try {
            var opened = new ServerSocket();
            opened.setReuseAddress(true);
            opened.bind(address, BACKLOG);
            listener = opened;
            accepting = Thread.ofVirtual().start(() -> acceptFrom(opened));
        } catch (IOException e) {
            throw new UncheckedIOException("Port " + address.getPort(), e);
        }
    }

    private void acceptFrom(ServerSocket opened) {
        try {
            while (!opened.isClosed()) {
                var client = opened.accept();
                var _ = Thread.ofVirtual().start(() -> relay(client));
            }
        } catch (IOException _) {
            // Closed by refuse().
        }
    }

    private void relay(Socket client) {
        // A client of a partitioned server does not learn whether that still listens.
        if (!state.letThrough(Direction.TO_SERVER, 0)) {
            closeQuietly(client);
            return;
        }
        var upstream = new Socket();
        var relayed = new Relayed(client, upstream, state);
        connections.add(relayed);
        try {
            upstream.connect(server.get());
            relayed.untilItEnds();
        } catch (IOException | UncheckedIOException _) {
            relayed.reset();
        } finally {
            connections.remove(relayed);
        }
    }

    private static void awaitEnd(Thread thread) {
        try {
            thread.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    static void closeQuietly(AutoCloseable socket) {
        try {
            socket.close();
        } catch (Exception _) {
            // It is gone either way.
        }
    }

    /** A port that no outgoing connection takes: below the range the kernel gives to those. */
    static int freePort() {
        for (int attempt = 0; attempt < 1_000; attempt++) {
            int port = ThreadLocalRandom.current().nextInt(15_000, 20_000);
            try (var probe = new ServerSocket()) {
                probe.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
                return port;
            } catch (IOException _) {
                // Somebody else's.
            }
        }
        throw new IllegalStateException("No free port");
    }
}
