package cn.zhigong.bench;

import cn.zhigong.bench.roster.RosterCommand;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The entry point behind bench/run. */
final class Bench {

    private static final String STATEMENTS = "-statements";

    private Bench() {}

    public static void main(String[] arguments) {
        try {
            if (arguments[0].equals("roster")) {
                RosterCommand.run(List.of(arguments).subList(1, arguments.length));
            } else {
                run(arguments[0], System.getenv());
            }
        } catch (BenchException | IllegalArgumentException e) {
            System.err.println(e.getMessage());
            System.exit(1);
        }
        // Clients and the issuer leave threads behind that nobody waits for.
        System.exit(0);
    }

    private static void run(String name, Map<String, String> environment) {
        var root = Path.of(Optional.ofNullable(environment.get("ZHIGONG_ROOT")).orElse("."))
                .toAbsolutePath();
        var settings = new Settings(environment);
        var profiler = new Profiler(root.resolve("bench/target/profile"), settings.profile());
        try (var stack = new Stack(root)) {
            var kit = new Kit(root, settings, Machine.watched(), stack, profiler);
            if (name.endsWith(STATEMENTS)) {
                writeStatements(name.substring(0, name.length() - STATEMENTS.length()), kit);
            } else {
                new Report(name, named(name, kit).run()).write(kit);
            }
        }
    }

    /** Takes the list of what the service sends again, after the baseline's scripts were mended. */
    private static void writeStatements(String name, Kit kit) {
        if (!(named(name, kit) instanceof SqlBenchmark benchmark)) {
            throw new BenchException("The baseline of '%s' is no SQL".formatted(name));
        }
        new KnownStatements(kit.root(), name).write(benchmark.statements());
        kit.stack().clean();
    }

    private static Benchmark named(String name, Kit kit) {
        return switch (name) {
            case "gateway" -> new GatewayBench(kit);
            case "import" -> new ImportBench(kit);
            case "join" -> new JoinBench(kit);
            case "events" -> new EventsBench(kit);
            case "startup" -> new StartupBench(kit);
            case "point-read" -> new PointReadBench(kit);
            default -> throw new BenchException("There is no benchmark '%s'".formatted(name));
        };
    }
}
