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
import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpClientOptions;
import io.vertx.core.http.HttpServer;
import io.vertx.core.http.HttpServerOptions;
import io.vertx.core.http.HttpVersion;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
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
    private final List<Loop> loops = new CopyOnWriteArrayList<>();
    private volatile boolean accepts = true;
    private final Vertx vertx;
    private final ProxyConfig config;
    private final UnfinishedBodies unfinished;
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
        this.unfinished = new UnfinishedBodies(config);
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
        var oneForEach =
                new DeploymentOptions().setInstances(Runtime.getRuntime().availableProcessors());
        vertx.deployVerticle(Loop::new, oneForEach)
                .toCompletionStage()
                .toCompletableFuture()
                .join();
        LOG.infof("The gateway listens on http://%s:%d", host, port());
    }

    /** The port in use, which the system chose when the configured one is 0. */
    public int port() {
        return servers.getFirst().actualPort();
    }

    /** Whether new requests are welcome. */
    boolean accepts() {
        return accepts;
    }

    /**
     * Takes no more connections, lets running requests finish and only then closes the servers: Vert.x' close resets
     * whatever still runs.
     */
    void stop(@Observes ShutdownEvent event) throws InterruptedException {
        accepts = false;
        var drained = Future.join(loops.stream().map(Loop::drain).toList());
        try {
            var _ = drained.toCompletionStage()
                    .toCompletableFuture()
                    .get(config.drain().toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException e) {
            LOG.warnf("%d requests are cut off: they took too long to end", traffic.running());
        } catch (ExecutionException e) {
            LOG.error("The connections could not be drained", e);
        }
        Future.join(servers.stream().map(HttpServer::close).toList())
                .toCompletionStage()
                .toCompletableFuture()
                .join();
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
        private final HttpServerOptions options = serverOptions();
        private final Connections connections = new Connections(config, options);

        /** Done when the last connection is closed. */
        Future<Void> drain() {
            var drained = Promise.<Void>promise();
            context.runOnContext(_ -> connections.drain(drained));
            return drained.future();
        }

        @Override
        public void start(Promise<Void> started) {
            var replies = new Replies(problems, vertx);
            // Whoever waits for an answer learns of a break there; without a handler each is logged as an error, too.
            var client = vertx.httpClientBuilder()
                    .with(clientOptions())
                    .withConnectHandler(connection -> connection.exceptionHandler(_ -> {}))
                    .build();
            var forwarding = new Forwarding(client, services, config, replies, unfinished, connections);
            var peers = new Peers(config.trustedProxies().orElse(List.of()));
            var door = new FrontDoor(tokens, limits, portal, traffic, peers, connections, forwarding, replies, context);
            loops.add(this);
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
