package cn.zhigong.gateway.proxy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import cn.zhigong.gateway.identity.Tokens;
import cn.zhigong.gateway.limit.Limits;
import cn.zhigong.gateway.portal.Portal;
import cn.zhigong.gateway.problem.Problems;
import cn.zhigong.gateway.service.Services;
import cn.zhigong.gateway.stage.Stage;
import cn.zhigong.gateway.stage.Wire;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.vertx.core.Vertx;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ConnectException;
import java.net.ServerSocket;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** A gateway that stops, next to the one that the other tests use. */
@QuarkusTest
@WithTestResource(Stage.class)
class ShutdownTest {
    private static final String HELD = "GET /api/membership/v1/held HTTP/1.1\r\nHost: h\r\n\r\n";

    @Inject
    Vertx vertx;

    @Inject
    ProxyConfig config;

    @Inject
    Services services;

    @Inject
    Tokens tokens;

    @Inject
    Limits limits;

    @Inject
    Portal portal;

    @Inject
    Problems problems;

    @Inject
    Traffic traffic;

    @Test
    void aRunningRequestIsAnsweredBeforeTheGatewayStops() throws Exception {
        var port = freePort(); // not 0: on one Vert.x that would be the port of the other gateway
        var gateway = new GatewayServer(
                vertx, config, services, tokens, limits, portal, problems, traffic, "127.0.0.1", port);
        gateway.start(new StartupEvent());
        try (var resting = Wire.open(port).send("GET /api/membership/v1/things HTTP/1.1\r\nHost: h\r\n\r\n");
                var running = Wire.open(port).send(HELD)) {
            var held = Stage.held();
            assertThat(resting.read(Duration.ofMillis(500)).status()).isEqualTo(200);
            var stopping = Thread.startVirtualThread(() -> stop(gateway));
            await().until(() -> refuses(port));
            assertThat(gateway.accepts()).isFalse();
            assertThat(resting.closedWithin(Duration.ofSeconds(5))).isTrue();
            assertThat(stopping.isAlive()).isTrue();
            var _ = held.end("late but whole");
            var heard = running.read(Duration.ofSeconds(5));
            assertThat(heard.status()).isEqualTo(200);
            assertThat(heard.text()).endsWith("late but whole");
            assertThat(heard.closed()).isTrue();
            assertThat(stopping.join(Duration.ofSeconds(10))).isTrue();
        }
    }

    private static int freePort() throws IOException {
        try (var socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }

    private static void stop(GatewayServer gateway) {
        try {
            gateway.stop(new ShutdownEvent());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static boolean refuses(int port) {
        try (var _ = Wire.open(port)) {
            return false;
        } catch (UncheckedIOException e) {
            return e.getCause() instanceof ConnectException;
        }
    }
}
