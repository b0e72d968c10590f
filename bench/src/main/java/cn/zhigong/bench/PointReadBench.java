package cn.zhigong.bench;

import java.net.URI;
import java.util.List;
import java.util.Map;

/**
 * An officer reads one organisation: token, grant, row, JSON and entity tag, divided by what pgbench reaches with the
 * same statements. The smallest request that a service answers, so what the chassis costs shows best here.
 */
final class PointReadBench implements SqlBenchmark {

    private static final String OFFICER = "officer-bench";

    private final Kit kit;
    private final int reads;

    PointReadBench(Kit kit) {
        this.kit = kit;
        this.reads = kit.settings().number("READS", 20_000, 500);
    }

    /** Whom to ask for what. */
    private record Scene(URI server, String token, String organisation) {

        Load.Outcome read(int reads, int clients) {
            var path = "/v1/organisations/" + organisation;
            var bytes = HttpConnection.request("GET", server, path, Map.of("Authorization", "Bearer " + token), "");
            return new Load(server, clients, 200).closed(reads, _ -> bytes);
        }
    }

    @Override
    public List<Measure> run() {
        try (var issuer = new TokenIssuer()) {
            var scene = scene(issuer);
            new KnownStatements(kit.root(), "point-read").compare(statements(scene));
            kit.warmUp(kit.settings().number("WARM_UP", 100_000, 500), () -> ours(scene));
            var comparison = kit.compare(processes(), () -> baseline(scene), () -> ours(scene));
            kit.stack().clean();
            return List.of(
                    comparison.rate(
                            "reads", "reads/s", "pgbench, same statements, %d clients".formatted(kit.clients())),
                    comparison.baseline("baseline", "reads/s", "pgbench"),
                    comparison.cpu("cpu-service", Stack.MEMBERSHIP, "us/read", null),
                    comparison.comparedCpu("cpu-postgres", Stack.POSTGRES, "us/read", "pgbench"));
        }
    }

    @Override
    public List<String> statements() {
        try (var issuer = new TokenIssuer()) {
            return statements(scene(issuer));
        }
    }

    private Scene scene(TokenIssuer issuer) {
        kit.stack().clean();
        kit.stack().up(Map.of("ISSUER_URL", issuer.url()));
        var server = URI.create(kit.stack().address("MEMBERSHIP_URL"));
        var admin = new Api(server, issuer.token("admin"));
        var organisation = new City(admin).union("测试", "JOINT_BASIC");
        var _ = admin.post(
                "/v1/organisations/%s/officers".formatted(organisation), Map.of("account", OFFICER, "role", "VIEWER"));
        return new Scene(server, issuer.token(OFFICER), organisation);
    }

    private Leg ours(Scene scene) {
        return Leg.of(processes(), () -> scene.read(reads, kit.clients()).work());
    }

    private Leg baseline(Scene scene) {
        var script = new Pgbench.Script(kit.root().resolve("bench/point-read/read.sql"), 1);
        var row = Map.<String, Object>of("organisation", scene.organisation, "account", OFFICER);
        return Leg.of(processes(), () -> kit.pgbench("public").run(kit.baselineSeconds(), row, List.of(script)));
    }

    private List<String> statements(Scene scene) {
        // The first ones fill caches and prepare statements.
        var _ = scene.read(10, 1);
        return new StatementLog(kit.stack()).during("membership", () -> {
            var _ = scene.read(1, 1);
        });
    }

    private Map<String, ProcessCost> processes() {
        return kit.stack().processes(Stack.MEMBERSHIP, Stack.POSTGRES);
    }
}
