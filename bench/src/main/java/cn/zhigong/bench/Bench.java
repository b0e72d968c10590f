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
        var machine = Machine.watched(settings);
        try (var stack = new Stack(root)) {
            switch (name) {
                case "startup" ->
                    new StartupBench(stack, settings, machine).run().write(root, machine);
                case "events" -> new EventsBench(stack, settings, machine).run().write(root, machine);
                case "join" -> new JoinBench(stack, settings, machine).run().write(root, machine);
                case "join-statements" -> new JoinBench(stack, settings, machine).writeStatements();
                default -> throw new BenchException("There is no benchmark '%s'".formatted(name));
            }
        }
    }
}
