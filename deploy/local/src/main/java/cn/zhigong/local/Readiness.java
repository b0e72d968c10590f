package cn.zhigong.local;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;

/** Whether a server answers. */
interface Readiness {

    Duration PROBE_TIMEOUT = Duration.ofSeconds(2);

    boolean ready();

    /** Waits until the server answers; fails when its process ends or the limit passes. */
    default void await(Program program, Child child, Duration limit) {
        var deadline = System.nanoTime() + limit.toNanos();
        while (!ready()) {
            if (!child.alive()) {
                throw Failure.of(program, "ended before it was ready");
            }
            if (System.nanoTime() > deadline) {
                throw Failure.of(program, "was not ready within " + limit.toSeconds() + " s");
            }
            Child.pause();
        }
    }

    static Readiness listening(int port) {
        return () -> {
            try (var socket = new Socket()) {
                var timeout = Math.toIntExact(PROBE_TIMEOUT.toMillis());
                socket.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), timeout);
                return true;
            } catch (IOException _) {
                return false;
            }
        };
    }

    static Readiness answering(HttpClient client, URI uri) {
        var request = HttpRequest.newBuilder(uri).timeout(PROBE_TIMEOUT).build();
        return () -> {
            try {
                return client.send(request, HttpResponse.BodyHandlers.discarding())
                                .statusCode()
                        == 200;
            } catch (IOException _) {
                return false;
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new LocalStackException("Interrupted", e);
            }
        };
    }
}
