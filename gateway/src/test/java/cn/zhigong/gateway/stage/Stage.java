package cn.zhigong.gateway.stage;

import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServer;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;

/** Three services that run, one that does not (rights), and the issuer's key endpoint. */
public final class Stage implements QuarkusTestResourceLifecycleManager {
    public static final Issuer ISSUER = new Issuer();
    public static final AtomicInteger KEY_REQUESTS = new AtomicInteger();
    private static final List<JsonObject> RECEIVED = new CopyOnWriteArrayList<>();
    private static final BlockingQueue<HttpServerResponse> HELD = new LinkedBlockingQueue<>();
    /** What the gateway may open to each service, by event loop. */
    public static final int CONNECTIONS = 16;

    private static final int CHUNK = 64 * 1024;
    private static int rightsPort;

    private final Vertx vertx = Vertx.vertx();

    @Override
    public Map<String, String> start() {
        var config = new HashMap<String, String>();
        for (var service : List.of("membership", "competition", "training")) {
            var url = "http://127.0.0.1:" + listen(service, 0).actualPort();
            config.put("gateway.services." + service + ".url", url);
            config.put("gateway.services." + service + ".management-url", url);
        }
        var closed = listen("rights", 0);
        rightsPort = closed.actualPort();
        await(closed.close());
        config.put("gateway.services.rights.url", "http://127.0.0.1:" + rightsPort);
        config.put("gateway.services.rights.management-url", "http://127.0.0.1:" + rightsPort);
        var keys = vertx.createHttpServer().requestHandler(request -> {
            KEY_REQUESTS.incrementAndGet();
            request.response().end(ISSUER.keys());
        });
        config.put(
                "gateway.identity.keys",
                "http://127.0.0.1:" + await(keys.listen(0, "127.0.0.1")).actualPort());
        config.put("gateway.identity.issuer", Issuer.NAME);
        config.put("quarkus.http.port", "0");
        config.put("quarkus.management.test-port", "0");
        config.put("gateway.proxy.response-timeout", "2s");
        config.put("gateway.proxy.head-deadline", "2s");
        config.put("gateway.proxy.idle", "3s");
        config.put("gateway.proxy.body-grace", "2s");
        config.put("gateway.proxy.connections", Integer.toString(CONNECTIONS));
        config.put("gateway.proxy.trusted-proxies", "127.0.9.0/24");
        config.put("gateway.limits.callers.anonymous.requests", "100000");
        config.put("gateway.limits.callers.member.requests", "50");
        config.put("gateway.limits.callers.member.window", "60s");
        config.put("gateway.limits.operations.page.path", "/j/**");
        config.put("gateway.limits.operations.page.requests", "5");
        config.put("gateway.limits.operations.page.window", "60s");
        config.put("gateway.limits.operations.page.counts", "REFUSED");
        config.put("gateway.limits.operations.bad-token.requests", "20");
        config.put("gateway.limits.operations.certificate.requests", "5");
        config.put("gateway.limits.operations.outage.path", "/api/rights/v1/guesses/*");
        config.put("gateway.limits.operations.outage.requests", "2");
        config.put("gateway.limits.operations.outage.window", "60s");
        config.put("gateway.limits.operations.outage.counts", "REFUSED");
        return config;
    }

    @Override
    public void stop() {
        await(vertx.close());
    }

    /** Starts the service that is down; the caller closes it again. */
    public static AutoCloseable rights() {
        var own = Vertx.vertx();
        var _ = await(own.createHttpServer()
                .requestHandler(request -> answer("rights", request, own))
                .listen(rightsPort, "127.0.0.1"));
        return () -> await(own.close());
    }

    /** Takes the connections of the service that is down and breaks them soon, sooner or later; the caller ends it. */
    public static AutoCloseable breakingRights() throws IOException {
        var socket = new ServerSocket(rightsPort, 50, InetAddress.getLoopbackAddress());
        var _ = Thread.ofVirtual().start(() -> {
            try {
                for (int i = 0; !socket.isClosed(); i++) {
                    var taken = socket.accept();
                    LockSupport.parkNanos(i % 20 * 100_000L);
                    taken.setSoLinger(true, 0); // so that the other side sees a reset
                    taken.close();
                }
            } catch (IOException _) {
                // The caller has ended it.
            }
        });
        return socket;
    }

    /** The answer to the next request for {@code /v1/held}, which ends when the caller ends it. */
    public static HttpServerResponse held() throws InterruptedException {
        return Objects.requireNonNull(HELD.poll(10, TimeUnit.SECONDS), "no request for /v1/held");
    }

    /** The requests that reached a service with {@code marker} in their target. */
    public static List<JsonObject> received(String marker) {
        return RECEIVED.stream()
                .filter(request -> request.getString("target").contains(marker))
                .toList();
    }

    private HttpServer listen(String service, int port) {
        return await(vertx.createHttpServer()
                .requestHandler(request -> answer(service, request, vertx))
                .listen(port, "127.0.0.1"));
    }

    private static <T> T await(io.vertx.core.Future<T> future) {
        return future.toCompletionStage().toCompletableFuture().join();
    }

    private static void answer(String service, HttpServerRequest request, Vertx vertx) {
        var seen = new JsonObject()
                .put("service", service)
                .put("method", request.method().name())
                .put("target", request.uri());
        var headers = new JsonObject();
        request.headers().forEach((name, value) -> headers.put(name.toLowerCase(java.util.Locale.ROOT), value));
        RECEIVED.add(seen.put("headers", headers));
        var response = request.response();
        switch (request.uri()
                .replaceAll("\\?.*", "")
                .replaceAll("/(v1|j)/(guesses/)?", "")
                .replaceAll("/.*", "")) {
            case "silent" -> {}
            case "held" -> HELD.add(response);
            case "failing" -> response.setStatusCode(500).end();
            case "broken" -> request.connection().close();
            case "imports" -> {
                if (request.query() == null) {
                    document(service, request, seen);
                } else {
                    request.connection().close();
                }
            }
            case "half" -> {
                response.putHeader("content-length", "1000").write("half");
                vertx.setTimer(100, _ -> request.connection().close());
            }
            case "flood" -> flood(request);
            case "missing" -> response.setStatusCode(404).end();
            case "located" ->
                response.putHeader("location", request.getParam("to"))
                        .putHeader("link", "</v1/things?after=x>; rel=\"next\"")
                        .putHeader("server", "secret/1.2")
                        .putHeader("x-powered-by", "magic")
                        .setStatusCode(201)
                        .end();
            case "unchanged" ->
                response.putHeader("etag", "\"1\"").setStatusCode(304).end();
            case "empty" -> response.setStatusCode(204).end();
            default -> document(service, request, seen);
        }
    }

    private static void document(String service, HttpServerRequest request, JsonObject seen) {
        var response = request.response();
        switch (request.uri().replaceAll("\\?.*", "")) {
            case "/openapi" -> response.end(Descriptions.openApi(service));
            case "/asyncapi" -> response.end(Descriptions.asyncApi(service));
            case "/problems" -> response.end(Descriptions.problems(service));
            default ->
                request.body()
                        .onSuccess(body -> response.putHeader("content-type", "application/json")
                                .end(seen.put("bytes", body.length())
                                        .put("start", body.getString(0, Math.min(body.length(), 20)))
                                        .encode()));
        }
    }

    /** An answer without end, as fast as the reader takes it. */
    private static void flood(HttpServerRequest request) {
        var response = request.response().setChunked(true);
        response.exceptionHandler(_ -> {});
        pour(response, Buffer.buffer(new byte[CHUNK]));
    }

    private static void pour(HttpServerResponse response, Buffer chunk) {
        while (!response.closed() && !response.writeQueueFull()) {
            var _ = response.write(chunk);
        }
        if (!response.closed()) {
            response.drainHandler(_ -> pour(response, chunk));
        }
    }
}
