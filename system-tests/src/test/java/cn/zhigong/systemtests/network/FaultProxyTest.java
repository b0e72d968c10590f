package cn.zhigong.systemtests.network;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import cn.zhigong.systemtests.network.FaultProxy.Direction;
import java.io.IOException;
import java.net.ConnectException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketException;
import java.net.SocketTimeoutException;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;

/** Each verb between a client and a server that gives back what it gets. */
@Order(0)
class FaultProxyTest {

    /** Long enough for what must not arrive to have arrived. */
    private static final int MOMENT_MILLIS = 200;

    private final ServerSocket server = echo();
    private final FaultProxy proxy = FaultProxy.listen(
            FaultProxy.freePort(), () -> new InetSocketAddress(server.getInetAddress(), server.getLocalPort()));

    @AfterEach
    void close() throws IOException {
        proxy.close();
        server.close();
    }

    @Test
    void aGoodNetworkChangesNothing() throws IOException {
        try (var client = connect()) {
            say(client, "hello");
            assertThat(hear(client, 5)).isEqualTo("hello");
            client.shutdownOutput();
            assertThat(client.getInputStream().read()).isEqualTo(-1);
        }
    }

    @Test
    void delayHoldsEachPieceBack() throws IOException {
        proxy.delay(Duration.ofMillis(150), Duration.ofMillis(20));
        try (var client = connect()) {
            long begin = System.nanoTime();
            say(client, "hello");
            assertThat(hear(client, 5)).isEqualTo("hello");
            // Once each way, less the jitter.
            assertThat(Duration.ofNanos(System.nanoTime() - begin)).isGreaterThan(Duration.ofMillis(250));
        }
    }

    @Test
    void dropAfterDeliversTheFirstBytesOfTheAnswerAndBreaksTheConnection() throws IOException {
        try (var client = connect()) {
            say(client, "before");
            assertThat(hear(client, 6)).isEqualTo("before");
            proxy.dropAfter(3);
            say(client, "hello");
            assertThat(hear(client, 3)).isEqualTo("hel");
            assertThatThrownBy(() -> client.getInputStream().read()).isInstanceOf(SocketException.class);
        }
    }

    @Test
    void blackholeTakesEverythingAndDeliversItWhenHealed() throws IOException {
        try (var before = connect()) {
            say(before, "x");
            assertThat(hear(before, 1)).isEqualTo("x");
            proxy.blackhole();
            say(before, "hello");
            isSilent(before);
            try (var during = connect()) {
                say(during, "anybody?");
                isSilent(during);
                proxy.heal();
                assertThat(hear(during, 8)).isEqualTo("anybody?");
            }
            assertThat(hear(before, 5)).isEqualTo("hello");
        }
    }

    @Test
    void refuseLetsNobodyInAndKeepsWhoIsThere() throws IOException {
        try (var before = connect()) {
            say(before, "x");
            assertThat(hear(before, 1)).isEqualTo("x");
            proxy.refuse();
            assertThatThrownBy(this::connect).isInstanceOf(ConnectException.class);
            say(before, "still here");
            assertThat(hear(before, 10)).isEqualTo("still here");
        }
        proxy.heal();
        try (var after = connect()) {
            say(after, "back");
            assertThat(hear(after, 4)).isEqualTo("back");
        }
    }

    @Test
    void resetBreaksWhatIsOpen() throws IOException {
        try (var client = connect()) {
            say(client, "x");
            assertThat(hear(client, 1)).isEqualTo("x");
            proxy.reset();
            assertThatThrownBy(() -> client.getInputStream().read()).isInstanceOf(SocketException.class);
        }
        await().until(() -> proxy.connections() == 0);
    }

    @Test
    void halfOpenLosesTheAnswersOnly() throws IOException {
        try (var client = connect()) {
            say(client, "x");
            assertThat(hear(client, 1)).isEqualTo("x");
            proxy.halfOpen(Direction.TO_CLIENT);
            say(client, "hello");
            isSilent(client);
            proxy.heal();
            assertThat(hear(client, 5)).isEqualTo("hello");
        }
    }

    @Test
    void slowTrickles() throws IOException {
        proxy.slow(1_000);
        try (var client = connect()) {
            long begin = System.nanoTime();
            say(client, "x".repeat(200));
            assertThat(hear(client, 200)).hasSize(200);
            // A fifth of a second each way, the second way beginning with the first piece.
            assertThat(Duration.ofNanos(System.nanoTime() - begin)).isGreaterThan(Duration.ofMillis(190));
        }
    }

    @Test
    void aServerThatDoesNotListenIsSeenAsABrokenConnection() throws IOException {
        server.close();
        try (var client = connect()) {
            assertThatThrownBy(() -> {
                        say(client, "x");
                        var _ = hear(client, 1);
                        throw new AssertionError("answered");
                    })
                    .isInstanceOf(SocketException.class);
        }
    }

    private Socket connect() throws IOException {
        var port = Integer.parseInt(proxy.address().substring(proxy.address().indexOf(':') + 1));
        var client = new Socket(InetAddress.getLoopbackAddress(), port);
        client.setSoTimeout(10_000);
        return client;
    }

    private static void say(Socket socket, String text) throws IOException {
        socket.getOutputStream().write(text.getBytes(java.nio.charset.StandardCharsets.US_ASCII));
    }

    private static String hear(Socket socket, int bytes) throws IOException {
        var read = socket.getInputStream().readNBytes(bytes);
        return new String(read, java.nio.charset.StandardCharsets.US_ASCII);
    }

    private static void isSilent(Socket socket) throws IOException {
        socket.setSoTimeout(MOMENT_MILLIS);
        assertThatThrownBy(() -> socket.getInputStream().read()).isInstanceOf(SocketTimeoutException.class);
        socket.setSoTimeout(10_000);
    }

    private static ServerSocket echo() {
        try {
            var server = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
            var _ = Thread.ofVirtual().start(() -> {
                while (!server.isClosed()) {
                    try {
                        var socket = server.accept();
                        var _ = Thread.ofVirtual().start(() -> giveBack(socket));
                    } catch (IOException _) {
                        return;
                    }
                }
            });
            return server;
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    private static void giveBack(Socket socket) {
        try (socket) {
            var _ = socket.getInputStream().transferTo(socket.getOutputStream());
        } catch (IOException _) {
            // The client left.
        }
    }
}
