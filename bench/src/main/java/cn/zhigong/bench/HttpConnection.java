package cn.zhigong.bench;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.time.Duration;
import java.util.Arrays;
import java.util.Locale;
import java.util.Map;

/**
 * One keep-alive connection that sends finished bytes and reads what comes back. The JDK's client costs more processor
 * time a request than the servers that are measured with it.
 */
final class HttpConnection implements AutoCloseable {

    private static final int BUFFER = 16_384;
    private static final int PATIENCE_MILLIS = 30_000;

    /** @param text the body */
    record Answer(int status, String text) {}

    private final Socket socket = new Socket();
    private final InputStream in;
    private final byte[] buffer = new byte[BUFFER];
    private int position;
    private int end;

    HttpConnection(URI server) {
        try {
            socket.setTcpNoDelay(true);
            socket.setSoTimeout(PATIENCE_MILLIS);
            socket.connect(new InetSocketAddress(server.getHost(), server.getPort()), PATIENCE_MILLIS);
            in = socket.getInputStream();
        } catch (IOException e) {
            throw new BenchException("No connection to " + server, e);
        }
    }

    /** The bytes of a request with a JSON body, or without one where it is empty. */
    static byte[] request(String method, URI server, String path, Map<String, String> headers, String body) {
        return request(method, server, path, headers, "application/json", body.getBytes(UTF_8));
    }

    /** The bytes of a request with any body. */
    static byte[] request(
            String method, URI server, String path, Map<String, String> headers, String type, byte[] bytes) {
        var head = new StringBuilder("%s %s HTTP/1.1\r\nHost: %s\r\n".formatted(method, path, server.getAuthority()));
        headers.forEach(
                (name, value) -> head.append(name).append(": ").append(value).append("\r\n"));
        if (bytes.length > 0) {
            head.append("Content-Type: ").append(type).append("\r\n");
        }
        head.append("Content-Length: ").append(bytes.length).append("\r\n\r\n");
        var start = head.toString().getBytes(ISO_8859_1);
        var request = Arrays.copyOf(start, start.length + bytes.length);
        System.arraycopy(bytes, 0, request, start.length, bytes.length);
        return request;
    }

    /** Asks until the answer is 200: a server that has just started may lack something for a moment. */
    static void awaitOk(URI server, byte[] request) {
        Waiting.until(server + " answers", Duration.ofMinutes(1), Duration.ofMillis(200), () -> isOk(server, request));
    }

    private static boolean isOk(URI server, byte[] request) {
        try (var connection = new HttpConnection(server)) {
            return connection.send(request).status() == 200;
        } catch (IOException | BenchException _) {
            return false;
        }
    }

    Answer send(byte[] request) throws IOException {
        socket.getOutputStream().write(request);
        var status = Integer.parseInt(line().split(" ", 3)[1]);
        var length = 0;
        var chunked = false;
        for (var header = line(); !header.isEmpty(); header = line()) {
            var lower = header.toLowerCase(Locale.ROOT);
            if (lower.startsWith("content-length:")) {
                length = Integer.parseInt(
                        lower.substring("content-length:".length()).strip());
            } else if (lower.startsWith("transfer-encoding:") && lower.contains("chunked")) {
                chunked = true;
            }
        }
        return new Answer(status, new String(chunked ? chunks() : bytes(length), UTF_8));
    }

    private byte[] chunks() throws IOException {
        var body = new byte[0];
        while (true) {
            var size = Integer.parseInt(line().split(";", 2)[0].strip(), 16);
            var chunk = bytes(size);
            var _ = line();
            if (size == 0) {
                return body;
            }
            var before = body.length;
            body = Arrays.copyOf(body, before + size);
            System.arraycopy(chunk, 0, body, before, size);
        }
    }

    private byte[] bytes(int length) throws IOException {
        var bytes = new byte[length];
        var filled = 0;
        while (filled < length) {
            fill();
            var part = Math.min(length - filled, end - position);
            System.arraycopy(buffer, position, bytes, filled, part);
            position += part;
            filled += part;
        }
        return bytes;
    }

    private String line() throws IOException {
        var line = new StringBuilder();
        while (true) {
            fill();
            var next = buffer[position++];
            if (next == '\n') {
                return line.toString();
            }
            if (next != '\r') {
                line.append((char) (next & 0xff));
            }
        }
    }

    private void fill() throws IOException {
        if (position < end) {
            return;
        }
        position = 0;
        end = in.read(buffer);
        if (end <= 0) {
            end = 0;
            throw new EOFException("The server closed the connection");
        }
    }

    @Override
    public void close() {
        try {
            socket.close();
        } catch (IOException e) {
            throw new BenchException("A connection could not be closed", e);
        }
    }
}
