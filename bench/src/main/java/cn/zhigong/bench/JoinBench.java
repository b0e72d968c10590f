package cn.zhigong.bench;

import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;

/**
 * Joins a second through membership's HTTP interface, from the first request until every application is checked and
 * with its union, divided by what pgbench reaches with the same statements on tables of the same shape.
 */
final class JoinBench {

    private static final double NANOS = 1e9;
    private static final Duration PATIENCE = Duration.ofMinutes(2);
    private static final String SCHEMA = "bench_join";

    private final Stack stack;
    private final Settings settings;
    private final Machine machine;
    private final InstantSource clock = InstantSource.system();
    private final int clients;
    private final int joins;
    private final List<Double> filed = new ArrayList<>();
    private final List<Double> serviceCost = new ArrayList<>();
    private final List<Double> databaseCost = new ArrayList<>();
    private int nextWorker;

    JoinBench(Stack stack, Settings settings, Machine machine) {
        this.stack = stack;
        this.settings = settings;
        this.machine = machine;
        this.clients = settings.number("CLIENTS", 8, 8);
        this.joins = settings.number("JOINS", 8_000, 200);
    }

    /** What a round needs while the stack is up. */
    private record Scene(TokenIssuer issuer, URI server, String joinCode, String charter, Database database) {}

    Report run() {
        try (var issuer = new TokenIssuer()) {
            var scene = set(issuer);
            try (var database = scene.database) {
                new JoinStatements(stack).compare(captured(scene));
                new WarmUp(settings.number("WARM_UP", 80_000, 200), joins).run(_ -> ours(scene));
                filed.clear();
                serviceCost.clear();
                databaseCost.clear();
                var batch = batch(database);
                System.err.printf("The service checks identities in batches of %d%n", batch);
                provideBaseline(database);
                var comparison = Comparison.inTurn(
                        settings.number("ROUNDS", 5, 1),
                        () -> baseline(database, batch),
                        () -> ours(scene),
                        machine::note);
                stack.clean();
                return report(comparison);
            }
        }
    }

    void writeStatements() {
        try (var issuer = new TokenIssuer()) {
            var scene = set(issuer);
            try (var _ = scene.database) {
                new JoinStatements(stack).write(captured(scene));
            }
            stack.clean();
        }
    }

    private Report report(Comparison comparison) {
        return new Report(
                "join",
                List.of(
                        Measure.compared(
                                "joins",
                                "joins/s",
                                comparison.ours(),
                                comparison.ratios(),
                                "pgbench, same statements, %d clients; goal 0.40".formatted(clients)),
                        Measure.of("filed", "joins/s", filed, "answered, check and routing not awaited"),
                        Measure.of("baseline", "joins/s", comparison.baseline(), "pgbench"),
                        Measure.of("cpu-service", "us/join", serviceCost, null),
                        Measure.of("cpu-postgres", "us/join", databaseCost, null)));
    }

    private Scene set(TokenIssuer issuer) {
        stack.clean();
        stack.up(Map.of("ISSUER_URL", issuer.url()));
        var server = URI.create(stack.address("MEMBERSHIP_URL"));
        var api = new Api(server, issuer.token("admin"));
        var union = new City(api).union("测试快递员", "INDUSTRY_FEDERATION");
        var until = Instant.ofEpochSecond(clock.instant().getEpochSecond()).plus(30, ChronoUnit.DAYS);
        var code = api.post(
                        "/v1/organisations/%s/join-codes".formatted(union),
                        Map.of("kind", "POSTER", "validUntil", until.toString()))
                .path("code")
                .asText();
        var charter = api.get("/v1/join-codes/" + code).path("charterVersion").asText();
        return new Scene(issuer, server, code, charter, Database.at(stack.address("MEMBERSHIP_DATABASE_URL")));
    }

    /** Files applications and waits until all are with their union; the rate of the whole work. */
    private double ours(Scene scene) {
        var requests = requests(scene, joins);
        scene.database.run("truncate join_application, join_consent");
        checkpoint();
        var service = stack.process(Stack.MEMBERSHIP);
        var postgres = stack.process(Stack.POSTGRES);
        var before = List.of(service.micros(), postgres.micros());
        var begin = System.nanoTime();
        var outcome = new Load(scene.server, clients, 201).closed(joins, requests::get);
        Waiting.until("every application is routed", PATIENCE, Duration.ofMillis(10), () -> isDone(scene.database));
        var seconds = (System.nanoTime() - begin) / NANOS;
        serviceCost.add((service.micros() - before.get(0)) / (double) joins);
        databaseCost.add((postgres.micros() - before.get(1)) / (double) joins);
        var routed = scene.database.number("select count(*) from join_application where state = 'ROUTED'");
        if (routed != joins) {
            throw new BenchException("Only %d of %d applications reached a union".formatted(routed, joins));
        }
        filed.add(outcome.rate());
        // Or the baseline would pay for the compiler threads.
        ProcessCost.awaitCalm(Duration.ofSeconds(15), service, postgres);
        return joins / seconds;
    }

    /** Cheap while there is work: the index of what is to be checked holds little else. */
    private static boolean isDone(Database database) {
        return database.number(
                                "select count(*) from (select from join_application where state = 'SUBMITTED' limit 1) s")
                        == 0
                && database.number(
                                "select count(*) from (select from join_application where state = 'VERIFIED' limit 1) s")
                        == 0;
    }

    /** Each worker comes once, with a token that the service has never seen. */
    private List<byte[]> requests(Scene scene, int count) {
        var workers = IntStream.range(nextWorker, nextWorker + count)
                .mapToObj(Worker::new)
                .toList();
        nextWorker += count;
        var tokens = scene.issuer.tokens(workers);
        return IntStream.range(0, count)
                .mapToObj(index -> HttpConnection.request(
                        "POST",
                        scene.server,
                        "/v1/join-applications",
                        Map.of(
                                "Authorization",
                                "Bearer " + tokens.get(index),
                                "Idempotency-Key",
                                UUID.randomUUID().toString()),
                        Api.json(workers.get(index).application(scene.joinCode, scene.charter))))
                .toList();
    }

    /** How many applications a transaction of the check handles on average, by the rows' transaction ids. */
    private static int batch(Database database) {
        return Math.max(1, (int) database.number(
                "select round(count(*)::numeric / greatest(1, count(distinct xmin::text))) from join_application"));
    }

    private void provideBaseline(Database database) {
        database.run("drop schema if exists %s cascade".formatted(SCHEMA));
        database.run("create schema " + SCHEMA);
        database.run("set search_path = %s, public".formatted(SCHEMA));
        database.run(JoinStatements.read(stack.root().resolve("bench/join/schema.sql")));
        database.run("set search_path = public");
    }

    /** Transactions of both scripts; the filings among them are the joins. */
    private double baseline(Database database, int batch) {
        database.run(
                "truncate %1$s.join_application, %1$s.join_consent, %1$s.outbox, %1$s.idempotency".formatted(SCHEMA));
        checkpoint();
        var folder = stack.root().resolve("bench/join");
        var scripts = List.of(
                new Pgbench.Script(folder.resolve("file.sql"), batch),
                new Pgbench.Script(folder.resolve("verify.sql"), 1));
        var pgbench = new Pgbench(stack.root(), stack.address("MEMBERSHIP_DATABASE_URL"), SCHEMA + ",public", clients);
        var rate = pgbench.run(
                settings.number("SECONDS", 10, 2), Map.of("batch", batch, "k", 0, "start", nextWorker), scripts);
        return rate * batch / (batch + 1);
    }

    private void checkpoint() {
        try (var cluster = Database.at(stack.address("DATABASE_URL"))) {
            cluster.run("checkpoint");
        }
    }

    /** The statements of one join, as the server saw them. */
    private List<String> captured(Scene scene) {
        var log = new StatementLog(stack);
        var first = requests(scene, 3);
        // The first ones fill caches and prepare statements.
        var load = new Load(scene.server, 1, 201);
        var _ = load.closed(2, first::get);
        Waiting.until("routed", PATIENCE, Duration.ofMillis(50), () -> isDone(scene.database));
        return log.during("membership", () -> {
            var _ = load.closed(1, _ -> first.get(2));
            Waiting.until("routed", PATIENCE, Duration.ofMillis(500), () -> isDone(scene.database));
        });
    }
}
