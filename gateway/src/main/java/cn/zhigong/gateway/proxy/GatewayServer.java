package cn.zhigong.gateway.proxy;

import cn.zhigong.gateway.identity.Tokens;
import cn.zhigong.gateway.limit.Limits;
import cn.zhigong.gateway.portal.Portal;
import cn.zhigong.gateway.problem.Problems;
import cn.zhigong.gateway.service.Services;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.vertx.core.AbstractVerticle;
import io.vertx.core.DeploymentOptions;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpClientOptions;
import io.vertx.core.http.HttpServer;
import io.vertx.core.http.HttpServerOptions;
import io.vertx.core.http.HttpVersion;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;

/**
 * Opens the public port, with one server and one client for each event loop. Quarkus' own HTTP server serves the
 * management port only: RATIONALE.md says why.
 */
@Singleton
public class GatewayServer {
    private static final Logger LOG = Logger.getLogger(GatewayServer.class);

    private final List<HttpServer> servers = new CopyOnWriteArrayList<>();
    private final Vertx vertx;
    private final ProxyConfig config;
    private final Services services;
    private final Tokens tokens;
    private final Limits limits;
    private final Portal portal;
    private final Problems problems;
    private final Traffic traffic;
    private final String host;
    private final int port;

    GatewayServer(
            Vertx vertx,
            ProxyConfig config,
            Services services,
            Tokens tokens,
            Limits limits,
            Portal portal,
            Problems problems,
            Traffic traffic,
            @ConfigProperty(name = "quarkus.http.host", defaultValue = "127.0.0.1") String host,
            @ConfigProperty(name = "quarkus.http.port", defaultValue = "8080") int port) {
        this.vertx = vertx;
        this.config = config;
        this.services = services;
        this.tokens = tokens;
        this.limits = limits;
        this.portal = portal;
        this.problems = problems;
        this.traffic = traffic;
        this.host = host;
        this.port = port;
    }

    void start(@Observes StartupEvent event) {
        var loops = new DeploymentOptions().setInstances(Runtime.getRuntime().availableProcessors());
        vertx.deployVerticle(Loop::new, loops)
                .toCompletionStage()
                .toCompletableFuture()
                .join();
        LOG.infof("The gateway listens on http://%s:%d", host, port());
    }

    /** The port in use, which the system chose when the configured one is 0. */
    public int port() {
        return servers.getFirst().actualPort();
    }

    /** Takes no more connections and lets running requests finish. */
    void stop(@Observes ShutdownEvent event) throws InterruptedException {
        var deadline = System.nanoTime() + config.drain().toNanos();
        for (var server : servers) {
            server.close();
        }
        while (traffic.running() > 0 && System.nanoTime() < deadline) {
            TimeUnit.MILLISECONDS.sleep(Duration.ofMillis(20).toMillis());
        }
    }

    private HttpServerOptions serverOptions() {
        return new HttpServerOptions()
                .setHost(host)
                .setPort(port == 0 ? -1 : port) // -1: a free port that all event loops share
                .setAlpnVersions(List.of(HttpVersion.HTTP_1_1))
                .setHttp2ClearTextEnabled(false)
                .setMaxHeaderSize((int) config.head().asLongValue())
                .setMaxInitialLineLength((int) config.uri().asLongValue())
                .setHandle100ContinueAutomatically(true)
                .setTcpNoDelay(true);
    }

    private HttpClientOptions clientOptions() {
        return new HttpClientOptions()
                .setProtocolVersion(HttpVersion.HTTP_1_1)
                .setMaxPoolSize(config.connections())
                .setMaxWaitQueueSize(config.waiting())
                .setKeepAliveTimeout(
                        15) // shorter than the services' own, so that we never use a connection they just closed
                .setDecompressionSupported(false)
                .setTcpNoDelay(true);
    }

    /** The part of the gateway that lives on one event loop. */
    private final class Loop extends AbstractVerticle {
        @Override
        public void start(Promise<Void> started) {
            var options = serverOptions();
            var replies = new Replies(problems, vertx);
            var connections = new Connections(config, options);
            var forwarding = new Forwarding(vertx.createHttpClient(clientOptions()), services, config, replies);
            var peers = new Peers(config.trustedProxies().orElse(List.of()));
            var door = new FrontDoor(tokens, limits, portal, traffic, peers, connections, forwarding, replies, context);
            vertx.setPeriodic(1_000, _ -> connections.tick());
            vertx.createHttpServer(options)
                    .connectionHandler(connections::opened)
                    .invalidRequestHandler(door::handleUnparsed)
                    .requestHandler(door)
                    .listen()
                    .onSuccess(servers::add)
                    .<Void>mapEmpty()
                    .onComplete(started);
        }
    }
}
