package cn.zhigong.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import java.util.Map;

/**
 * Requests a second through the gateway (token check, limit, header hygiene, metrics) divided by those through nginx'
 * proxy_pass to the same static files. The gateway runs alone: no stack, no service.
 */
final class GatewayBench implements Benchmark {

    private static final String PREFIX = "/api/membership/";
    private static final String THINGS = "v1/things";

    /** The name by which nginx' and the gateway's processor time are compared. */
    private static final String PROXY = "proxy";

    /** Of a window of the warm-up: a cold gateway on a busy machine may not answer anything in a second. */
    private static final int WINDOW = 5;

    private final Kit kit;
    private final int connections;
    private final int seconds;
    private int socketErrors;

    GatewayBench(Kit kit) {
        this.kit = kit;
        this.connections = kit.settings().number("CLIENTS", 32, 32);
        this.seconds = kit.settings().number("SECONDS", 8, 1);
    }

    /** What a proxy's median was with one client, in milliseconds. */
    private record Alone(double nginx, double gateway) {}

    @Override
    public List<Measure> run() {
        var work = folder();
        try (var issuer = new TokenIssuer();
                var upstream = Nginx.files(work, work.resolve("www"));
                var nginx = Nginx.proxy(work, PREFIX, upstream.url());
                var gateway = GatewayProgram.start(kit.root(), work, issuer, upstream.url())) {
            var token = issuer.token("worker-1");
            var headers = Map.of("Authorization", "Bearer " + token);
            HttpConnection.awaitOk(
                    gateway.url(), HttpConnection.request("GET", gateway.url(), PREFIX + THINGS, headers, ""));
            var wrk = new Wrk(work, token);
            var generator = generator(wrk, upstream.url());
            kit.warmUp(
                    kit.settings().number("WARM_UP", 400_000, 10_000),
                    () -> leg(wrk, gateway.url(), gateway.program(), WINDOW));
            var comparison = kit.compare(
                    Map.of("gateway", gateway.program().cost()),
                    () -> leg(wrk, nginx.url(), nginx.program(), seconds),
                    () -> leg(wrk, gateway.url(), gateway.program(), seconds));
            var alone = kit.rounds(Map.of(), () -> new Alone(alone(wrk, nginx.url()), alone(wrk, gateway.url())));
            var memory = gateway.program().cost().megabytes();
            return List.of(
                    comparison.rate("requests", "requests/s", "nginx proxy_pass, same upstream, same run; goal 0.35"),
                    comparison.comparedCpu("cpu", PROXY, "us/request", "nginx proxy_pass"),
                    latency(alone),
                    Measure.of("memory", "MiB", List.of((double) memory), null),
                    Measure.of("socket-errors", "connections", List.of((double) socketErrors), "of both proxies"),
                    generator);
        }
    }

    private Leg leg(Wrk wrk, URI proxy, Program program, int time) {
        return Leg.of(
                Map.of(PROXY, program.cost()),
                () -> ask(wrk, proxy, connections, time).work());
    }

    private double alone(Wrk wrk, URI proxy) {
        return ask(wrk, proxy, 1, Math.min(3, seconds)).median();
    }

    private Wrk.Outcome ask(Wrk wrk, URI proxy, int clients, int time) {
        var outcome = wrk.run(proxy.resolve(PREFIX + THINGS), clients, time);
        socketErrors += outcome.socketErrors();
        return outcome;
    }

    private static Measure latency(List<Alone> alone) {
        var nginx = Report.median(alone.stream().map(Alone::nginx).toList());
        return Measure.of(
                "latency-alone-p50",
                "ms",
                alone.stream().map(Alone::gateway).toList(),
                "nginx proxy_pass: %s ms".formatted(Report.text(nginx)));
    }

    /**
     * How much the generators could ask for: straight at the static files. Ours is told beside wrk, which has to be
     * there for it.
     */
    private Measure generator(Wrk wrk, URI upstream) {
        var things = upstream.resolve("/" + THINGS);
        var fastest = wrk.run(things, connections, Math.min(3, seconds));
        var request = HttpConnection.request("GET", upstream, things.getPath(), Map.of(), "");
        var own = new Load(upstream, connections, 200)
                .closed(kit.settings().number("SELF_TEST", 60_000, 5_000), _ -> request);
        return Measure.of(
                "generator",
                "requests/s",
                List.of(fastest.work().rate()),
                "wrk at the static files; our own Load reaches %.0f".formatted(own.rate()));
    }

    /** Open, since nginx' workers are another user's and must get there. */
    private static Path folder() {
        try {
            var work = Kit.openFolder();
            var file = work.resolve("www").resolve(THINGS);
            Files.createDirectories(file.getParent());
            var items = Collections.nCopies(10, Map.of("id", 1, "name", "something"));
            Files.writeString(file, Api.json(Map.of("items", items)));
            return work;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
