package cn.zhigong.bench;

import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.HdrHistogram.Histogram;

/** How long a fact takes from its commit in membership to its effect in competition, and how fast a backlog leaves. */
record EventsBench(Kit kit) implements Benchmark {

    private static final int CLIENTS = 16;
    private static final int LONGEST_MICROS = 120_000_000;
    private static final double MILLI = 1_000.0;
    private static final Duration PATIENCE = Duration.ofMinutes(1);

    /** What one measured window gave, in milliseconds. */
    private record Latency(double p50, double p99) {}

    @Override
    public List<Measure> run() {
        var stack = kit.stack();
        var settings = kit.settings();
        stack.clean();
        try (var issuer = new TokenIssuer()) {
            stack.up(Map.of("ISSUER_URL", issuer.url()));
            trackCommits();
            var server = URI.create(stack.address("MEMBERSHIP_URL"));
            var grants = new Grants(new Api(server, issuer.token("admin")));
            var closed = new Load(server, kit.clients(), 201);
            var window = settings.number("WINDOW", 2_000, 100);
            kit.warmUp(
                    settings.number("WARM_UP", 20_000, 200),
                    () -> Leg.of(
                            Map.of(), () -> closed.closed(window, grants::next).work()));
            var open = new Load(server, CLIENTS, 201);
            var rate = settings.number("RATE", 200, 50);
            var _ = open.open(rate, settings.number("SETTLE_SECONDS", 20, 2), grants::next);
            var services = stack.processes(Stack.MEMBERSHIP, Stack.COMPETITION);
            var windows = kit.rounds(services, () -> latency(open, rate, grants));
            var measures = new ArrayList<Measure>();
            measures.add(measure("p50", windows.stream().map(Latency::p50).toList(), "goal 30 ms", rate));
            measures.add(measure("p99", windows.stream().map(Latency::p99).toList(), "goal 250 ms", rate));
            measures.addAll(new Drain(kit).run());
            stack.clean();
            return measures;
        }
    }

    private static Measure measure(String percentile, List<Double> values, String goal, int rate) {
        return Measure.of("commit-to-effect-" + percentile, "ms", values, "%s at %d events/s".formatted(goal, rate));
    }

    private void trackCommits() {
        CommitTimes.keep(kit.stack());
        try (var times = CommitTimes.of(kit.stack())) {
            times.note(Grants.EVENT);
        }
        // The services' connections broke with the restart.
        var membership = URI.create(kit.stack().address("MEMBERSHIP_MANAGEMENT_URL"));
        HttpConnection.awaitOk(membership, HttpConnection.request("GET", membership, "/q/health/ready", Map.of(), ""));
    }

    private Latency latency(Load open, int rate, Grants grants) {
        try (var times = CommitTimes.of(kit.stack())) {
            awaitQuiet(times);
            times.forget();
            var outcome = open.open(rate, kit.settings().number("SECONDS", 30, 5), grants::next);
            awaitQuiet(times);
            var commits = times.commits();
            var effects = new HashMap<String, Long>();
            Waiting.until("every event has its effect", PATIENCE, Duration.ofMillis(500), () -> {
                effects.putAll(times.effects());
                return effects.keySet().containsAll(commits.keySet());
            });
            effects.keySet().retainAll(commits.keySet());
            new EventsCheck(outcome.requests(), commits.size(), effects.size(), outcome.rate(), rate).require();
            var histogram = new Histogram(LONGEST_MICROS, 3);
            commits.forEach((event, committed) ->
                    histogram.recordValue(Math.max(0, effects.getOrDefault(event, 0L) - committed)));
            return latency(histogram);
        }
    }

    private static Latency latency(Histogram histogram) {
        var latency =
                new Latency(histogram.getValueAtPercentile(50) / MILLI, histogram.getValueAtPercentile(99) / MILLI);
        System.err.printf(
                "%d events: p50 %.1f ms, p99 %.1f ms, longest %.1f ms%n",
                histogram.getTotalCount(), latency.p50, latency.p99, histogram.getMaxValue() / MILLI);
        return latency;
    }

    private static void awaitQuiet(CommitTimes times) {
        Waiting.until("the outbox is empty", PATIENCE, Duration.ofMillis(200), times::everythingIsSent);
    }
}
