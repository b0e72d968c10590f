package cn.zhigong.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/**
 * A server that the benchmark starts for itself on a port of 127.0.0.1; it ends with the benchmark, Ctrl-C included.
 */
final class Program implements AutoCloseable {

    private static final Duration PATIENCE = Duration.ofMinutes(2);

    private final Process process;
    private final Path log;
    private final Thread onInterrupt;

    private Program(Process process, Path log) {
        this.process = process;
        this.log = log;
        this.onInterrupt = new Thread(process::destroy);
        Runtime.getRuntime().addShutdownHook(onInterrupt);
    }

    /** Returns when the port takes connections. */
    static Program listening(int port, Path log, Map<String, String> environment, List<String> command) {
        try {
            var builder = new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(log.toFile());
            builder.environment().putAll(environment);
            var program = new Program(builder.start(), log);
            Waiting.until(command.getFirst() + " listens", PATIENCE, Duration.ofMillis(50), () -> program.takes(port));
            return program;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static int freePort() {
        try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    ProcessCost cost() {
        return new ProcessCost(process.pid());
    }

    private boolean takes(int port) {
        if (!process.isAlive()) {
            throw new BenchException("A program ended at once:\n" + output());
        }
        try (var socket = new Socket()) {
            socket.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 1_000);
            return true;
        } catch (IOException _) {
            return false;
        }
    }

    private String output() {
        try {
            return Files.readString(log);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        var _ = Runtime.getRuntime().removeShutdownHook(onInterrupt);
        // Not forcibly: nginx ends its workers, which a killed master would leave behind.
        process.destroy();
        var _ = process.onExit().join();
    }
}
