package cn.zhigong.bench;

import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.HdrHistogram.Histogram;

/**
 * How long a fact takes from its commit in membership to its effect in competition, and how fast a backlog leaves.
 *
 * <p>Both ends are commit times of the one PostgreSQL cluster that hosts the databases
 * ({@code track_commit_timestamp}), so there is one clock and no guess: an id is made before its commit, and a client
 * hears of it after.
 */
record EventsBench(Stack stack, Settings settings, Machine machine) {

    private static final int CLIENTS = 16;
    private static final int ORGANISATIONS = 20;
    private static final int LONGEST_MICROS = 120_000_000;
    private static final double MILLI = 1_000.0;
    private static final Duration PATIENCE = Duration.ofMinutes(1);

    /** What one measured window gave, in milliseconds. */
    private record Latency(double p50, double p99) {}

    Report run() {
        stack.clean();
        try (var issuer = new TokenIssuer()) {
            stack.up(Map.of("ISSUER_URL", issuer.url()));
            trackCommits();
            var server = URI.create(stack.address("MEMBERSHIP_URL"));
            var api = new Api(server, issuer.token("admin"));
            var grants = grants(api);
            var closed = new Load(server, 8, 201);
            new WarmUp(settings.number("WARM_UP", 20_000, 200), settings.number("WINDOW", 2_000, 100))
                    .run(count -> closed.closed(count, grants::next).rate());
            var open = new Load(server, CLIENTS, 201);
            var rate = settings.number("RATE", 200, 50);
            var _ = open.open(rate, settings.number("SETTLE_SECONDS", 20, 2), grants::next);
            var windows = new ArrayList<Latency>();
            for (int round = 0; round < settings.number("ROUNDS", 5, 1); round++) {
                windows.add(latency(open, rate, grants));
                machine.note();
            }
            var drain = new Drain(stack, settings).run(machine);
            stack.clean();
            return report(rate, windows, drain);
        }
    }

    private static Report report(int rate, List<Latency> windows, List<Measure> drain) {
        var at = " at %d events/s".formatted(rate);
        var measures = new ArrayList<Measure>();
        measures.add(Measure.of(
                "commit-to-effect-p50", "ms", windows.stream().map(Latency::p50).toList(), "goal 30 ms" + at));
        measures.add(Measure.of(
                "commit-to-effect-p99", "ms", windows.stream().map(Latency::p99).toList(), "goal 250 ms" + at));
        measures.addAll(drain);
        return new Report("events", measures);
    }

    /** Lets the server keep commit times, and a trigger note which transaction published which event. */
    private void trackCommits() {
        try (var cluster = Database.at(stack.address("DATABASE_URL"))) {
            cluster.run("alter system set track_commit_timestamp = on");
        }
        stack.restart(Stack.POSTGRES);
        try (var membership = Database.at(stack.address("MEMBERSHIP_DATABASE_URL"))) {
            membership.run("create table bench_commit (event_id uuid primary key, xid xid8 not null)");
            membership.run("""
                    create function bench_commit() returns trigger language plpgsql as $$
                    begin
                        insert into bench_commit values (new.id, pg_current_xact_id());
                        return null;
                    end
                    $$""");
            membership.run("""
                    create trigger bench_commit after insert on outbox for each row
                    when (new.type = 'cn.zhigong.membership.officer-grant-changed.v1')
                    execute function bench_commit()""");
        }
        // The services' connections broke with the restart.
        var membership = URI.create(stack.address("MEMBERSHIP_MANAGEMENT_URL"));
        Waiting.until("membership is ready again", PATIENCE, Duration.ofMillis(200), () -> isReady(membership));
    }

    private static boolean isReady(URI management) {
        try (var connection = new HttpConnection(management)) {
            return connection
                            .send(HttpConnection.request("GET", management, "/q/health/ready", Map.of(), ""))
                            .status()
                    == 200;
        } catch (java.io.IOException | BenchException _) {
            return false;
        }
    }

    /** Each request grants another account a role: one commit with one event. */
    private static final class Grants {

        private final Api api;
        private final List<String> organisations;
        private final AtomicInteger accounts = new AtomicInteger();

        Grants(Api api, List<String> organisations) {
            this.api = api;
            this.organisations = organisations;
        }

        byte[] next(int index) {
            var headers = Map.of("Authorization", "Bearer " + api.token());
            var body = Map.of("account", "officer-bench-" + accounts.getAndIncrement(), "role", "VIEWER");
            var path = "/v1/organisations/%s/officers".formatted(organisations.get(index % organisations.size()));
            return HttpConnection.request("POST", api.server(), path, headers, Api.json(body));
        }
    }

    private static Grants grants(Api api) {
        var city = new City(api);
        var organisations = new ArrayList<String>();
        for (int i = 0; i < ORGANISATIONS; i++) {
            organisations.add(city.union("第%d".formatted(i + 1), "JOINT_BASIC"));
        }
        return new Grants(api, organisations);
    }

    private Latency latency(Load open, int rate, Grants grants) {
        try (var source = Database.at(stack.address("MEMBERSHIP_DATABASE_URL"));
                var target = Database.at(stack.address("COMPETITION_DATABASE_URL"))) {
            awaitQuiet(source);
            source.run("truncate bench_commit");
            var outcome = open.open(rate, settings.number("SECONDS", 30, 5), grants::next);
            awaitQuiet(source);
            var commits = commits(source);
            var effects = new HashMap<String, Long>();
            Waiting.until("every event has its effect", PATIENCE, Duration.ofMillis(500), () -> {
                effects.putAll(effects(target));
                return effects.keySet().containsAll(commits.keySet());
            });
            effects.keySet().retainAll(commits.keySet());
            new EventsCheck(outcome.requests(), commits.size(), effects.size(), outcome.rate(), rate).require();
            var histogram = new Histogram(LONGEST_MICROS, 3);
            commits.forEach((event, committed) ->
                    histogram.recordValue(Math.max(0, effects.getOrDefault(event, 0L) - committed)));
            var latency =
                    new Latency(histogram.getValueAtPercentile(50) / MILLI, histogram.getValueAtPercentile(99) / MILLI);
            System.err.printf(
                    "%d events at %.0f/s: p50 %.1f ms, p99 %.1f ms, longest %.1f ms%n",
                    commits.size(), outcome.rate(), latency.p50, latency.p99, histogram.getMaxValue() / MILLI);
            return latency;
        }
    }

    private static void awaitQuiet(Database source) {
        Waiting.until(
                "the outbox is empty",
                PATIENCE,
                Duration.ofMillis(200),
                () -> source.number("select count(*) from outbox") == 0);
    }

    /** Microseconds of the publishing commits, by event. */
    private static Map<String, Long> commits(Database source) {
        return times(source, """
                select event_id::text, (extract(epoch from pg_xact_commit_timestamp(xid::xid)) * 1000000)::bigint
                from bench_commit""");
    }

    /** Microseconds of the commits in which competition copied what the events say. */
    private static Map<String, Long> effects(Database target) {
        return times(target, """
                select event_id::text, (extract(epoch from pg_xact_commit_timestamp(xmin)) * 1000000)::bigint
                from inbox where received_at > now() - interval '5 minutes'""");
    }

    private static Map<String, Long> times(Database database, String sql) {
        var times = new LinkedHashMap<String, Long>();
        database.list(sql, row -> Map.entry(row.getString(1), row.getLong(2)))
                .forEach(entry -> times.put(entry.getKey(), entry.getValue()));
        return times;
    }
}
