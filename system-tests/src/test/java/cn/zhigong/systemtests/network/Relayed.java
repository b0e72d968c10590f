package cn.zhigong.systemtests.network;

import cn.zhigong.systemtests.network.FaultProxy.Direction;
import java.io.IOException;
import java.net.Socket;
import java.net.SocketException;
import java.util.concurrent.atomic.AtomicLong;

/** One client's connection and its continuation to the server. */
final class Relayed {

    private static final int BUFFER = 64 * 1024;

    private final Socket client;
    private final Socket server;
    private final LinkState state;
    private final AtomicLong answered = new AtomicLong();

    Relayed(Socket client, Socket server, LinkState state) {
        this.client = client;
        this.server = server;
        this.state = state;
    }

    void untilItEnds() throws IOException {
        client.setTcpNoDelay(true);
        server.setTcpNoDelay(true);
        var answers = Thread.ofVirtual().start(() -> pump(server, client, Direction.TO_CLIENT));
        pump(client, server, Direction.TO_SERVER);
        try {
            answers.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        close();
    }

    /** Answers that came before do not count. */
    void countFromHere() {
        answered.set(0);
    }

    private void pump(Socket from, Socket to, Direction direction) {
        var buffer = new byte[BUFFER];
        try {
            var in = from.getInputStream();
            var out = to.getOutputStream();
            for (int read; (read = in.read(buffer, 0, state.portion(BUFFER))) >= 0; ) {
                if (!state.letThrough(direction, read)) {
                    return;
                }
                int allowed = direction == Direction.TO_SERVER ? read : allowed(read);
                out.write(buffer, 0, allowed);
                if (allowed < read) {
                    reset();
                    return;
                }
            }
            // The end of one way is passed on, and the other way stays open for the rest.
            if (state.letThrough(direction, 0)) {
                to.shutdownOutput();
            }
        } catch (IOException _) {
            reset();
        }
    }

    private int allowed(int read) {
        long before = answered.getAndAdd(read);
        return Math.clamp(state.answerBytes() - before, 0, read);
    }

    /** Both sides see a reset, not an end. */
    void reset() {
        for (var socket : new Socket[] {client, server}) {
            try {
                socket.setSoLinger(true, 0);
            } catch (SocketException _) {
                // Closed already.
            }
        }
        close();
    }

    private void close() {
        FaultProxy.closeQuietly(client);
        FaultProxy.closeQuietly(server);
    }
}
