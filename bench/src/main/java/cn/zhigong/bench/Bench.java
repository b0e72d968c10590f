package cn.zhigong.bench;

import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;

/** The entry point behind bench/run. */
final class Bench {

    private Bench() {}

    public static void main(String[] arguments) {
        try {
            run(arguments[0], System.getenv());
        } catch (BenchException e) {
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
            if (name.equals("join-statements")) {
                new JoinBench(kit).writeStatements();
            } else {
                new Report(name, named(name, kit).run()).write(kit);
            }
        }
    }

    private static Benchmark named(String name, Kit kit) {
        return switch (name) {
            case "gateway" -> new GatewayBench(kit);
            case "join" -> new JoinBench(kit);
            case "events" -> new EventsBench(kit);
            case "startup" -> new StartupBench(kit);
            default -> throw new BenchException("There is no benchmark '%s'".formatted(name));
        };
    }
}
