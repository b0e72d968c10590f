package cn.zhigong.gateway.stage;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;

/** A client that sends exactly the bytes it is given and reads whatever comes back. */
public final class Wire implements AutoCloseable {
    private final Socket socket = new Socket();

    private Wire(int port, String from) throws IOException {
        socket.bind(new InetSocketAddress(InetAddress.ofLiteral(from), 0));
        socket.connect(new InetSocketAddress(InetAddress.ofLiteral("127.0.0.1"), port));
    }

    public static Wire open(int port) {
        return open(port, "127.0.0.1");
    }

    /** Connects from another loopback address, which the gateway takes for another client. */
    public static Wire open(int port, String from) {
        try {
            return new Wire(port, from);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public Wire send(String bytes) {
        try {
            socket.getOutputStream().write(bytes.getBytes(StandardCharsets.ISO_8859_1));
            socket.getOutputStream().flush();
            return this;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Whether the other end closes within {@code patience}; what it says before is dropped. */
    public boolean closedWithin(Duration patience) {
        return read(patience).closed();
    }

    /** Everything that arrives until the other end closes or nothing comes for {@code patience}. */
    public Heard read(Duration patience) {
        var bytes = new ByteArrayOutputStream();
        try {
            socket.setSoTimeout((int) patience.toMillis());
            var buffer = new byte[8192];
            for (int n = socket.getInputStream().read(buffer);
                    n >= 0;
                    n = socket.getInputStream().read(buffer)) {
                bytes.write(buffer, 0, n);
            }
            return new Heard(bytes.toString(StandardCharsets.UTF_8), true);
        } catch (SocketTimeoutException e) {
            return new Heard(bytes.toString(StandardCharsets.UTF_8), false);
        } catch (IOException reset) {
            return new Heard(bytes.toString(StandardCharsets.UTF_8), true);
        }
    }

    /** Reads some bytes only. */
    public void skip(int bytes) {
        try {
            socket.getInputStream().skipNBytes(bytes);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Breaks off with a reset instead of an orderly end. */
    public void abort() {
        try {
            socket.setSoLinger(true, 0);
            socket.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        try {
            socket.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** What came back. */
    public record Heard(String text, boolean closed) {
        public int status() {
            return text.length() < 12 ? 0 : Integer.parseInt(text.substring(9, 12));
        }

        public long answers() {
            return text.split("HTTP/[0-9]\\.[0-9] [0-9]{3} ", -1).length - 1L;
        }
    }
}
