package cn.zhigong.bench;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * Joins a second through membership's HTTP interface, from the first request until every application is checked and
 * with its union, divided by what pgbench reaches with the same statements on tables of the same shape.
 */
final class JoinBench implements SqlBenchmark {

    private static final double NANOS = 1e9;

    private final Kit kit;
    private final int joins;
    private final List<Double> filed = new ArrayList<>();

    JoinBench(Kit kit) {
        this.kit = kit;
        this.joins = kit.settings().number("JOINS", 8_000, 200);
    }

    @Override
    public List<Measure> run() {
        try (var issuer = new TokenIssuer();
                var applications = applications(issuer)) {
            new KnownStatements(kit.root(), "join").compare(captured(applications));
            kit.warmUp(kit.settings().number("WARM_UP", 80_000, 200), () -> ours(applications));
            filed.clear();
            var baseline = JoinBaseline.provide(kit, applications.batch());
            System.err.printf("The service checks identities in batches of %d%n", baseline.batch());
            var comparison =
                    kit.compare(processes(), () -> baseline.leg(applications.nextWorker()), () -> ours(applications));
            kit.stack().clean();
            return List.of(
                    comparison.rate(
                            "joins",
                            "joins/s",
                            "pgbench, same statements, %d clients; goal 0.40".formatted(kit.clients())),
                    Measure.of("filed", "joins/s", filed, "answered, check and routing not awaited"),
                    comparison.baseline("baseline", "joins/s", "pgbench"),
                    comparison.cpu("cpu-service", Stack.MEMBERSHIP, "us/join", null),
                    comparison.comparedCpu("cpu-postgres", Stack.POSTGRES, "us/join", "pgbench"));
        }
    }

    @Override
    public List<String> statements() {
        try (var issuer = new TokenIssuer();
                var applications = applications(issuer)) {
            return captured(applications);
        }
    }

    private Applications applications(TokenIssuer issuer) {
        kit.stack().clean();
        kit.stack().up(Map.of("ISSUER_URL", issuer.url()));
        return new Applications(kit.stack(), issuer);
    }

    private Map<String, ProcessCost> processes() {
        return kit.stack().processes(Stack.MEMBERSHIP, Stack.POSTGRES);
    }

    /** Files applications and waits until all are with their union; the rate of the whole work. */
    private Leg ours(Applications applications) {
        var requests = applications.requests(joins);
        applications.clear();
        kit.stack().checkpoint();
        var leg = Leg.of(processes(), () -> {
            var begin = System.nanoTime();
            var outcome = applications.load(kit.clients()).closed(joins, requests::get);
            filed.add(outcome.rate());
            applications.awaitRouted();
            return new Leg.Work(joins, (System.nanoTime() - begin) / NANOS);
        });
        applications.requireRouted(joins);
        return leg;
    }

    /** The statements of one join, as the server saw them. */
    private List<String> captured(Applications applications) {
        var requests = applications.requests(3);
        var load = applications.load(1);
        // The first ones fill caches and prepare statements.
        var _ = load.closed(2, requests::get);
        applications.awaitRouted();
        return new StatementLog(kit.stack()).during("membership", () -> {
            var _ = load.closed(1, _ -> requests.getLast());
            applications.awaitRouted();
        });
    }
}
