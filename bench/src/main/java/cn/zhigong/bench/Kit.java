package cn.zhigong.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;

/**
 * What every benchmark is given: settings, a stack of its own when it wants one, and the method. A benchmark says what
 * a leg does; the kit warms up, takes turns, waits for calm, watches the machine and, when asked to, profiles ours.
 */
record Kit(Path root, Settings settings, Machine machine, Stack stack, Profiler profiler) {

    private static final int ROUNDS = 5;
    private static final Duration CALM = Duration.ofSeconds(15);

    /** Runs windows of load until the JVM has seen so many requests and is steady. */
    void warmUp(int requests, Supplier<Leg> window) {
        new WarmUp(requests).run(window);
    }

    /**
     * Baseline and ours in turn.
     *
     * @param processes that ours runs in: the next baseline waits for their compiler threads; the JVMs among them are
     *     profiled
     */
    Comparison compare(Map<String, ProcessCost> processes, Supplier<Leg> baseline, Supplier<Leg> ours) {
        ProcessCost.awaitCalm(CALM, processes.values());
        return Comparison.inTurn(
                settings.number("ROUNDS", ROUNDS, 1),
                baseline,
                () -> {
                    var leg = profiler.during(processes, ours);
                    ProcessCost.awaitCalm(CALM, processes.values());
                    return leg;
                },
                machine::note);
    }

    /** The same thing some times, for what has no baseline. */
    <T> List<T> rounds(int rounds, Map<String, ProcessCost> processes, Supplier<T> round) {
        var results = new ArrayList<T>();
        for (int number = 0; number < rounds; number++) {
            results.add(profiler.during(processes, round));
            machine.note();
        }
        return results;
    }

    <T> List<T> rounds(Map<String, ProcessCost> processes, Supplier<T> round) {
        return rounds(settings.number("ROUNDS", ROUNDS, 1), processes, round);
    }

    /** How many clients at once, of baseline and ours alike. */
    int clients() {
        return settings.number("CLIENTS", 8, 8);
    }

    /** How long a leg of the baseline takes. */
    int baselineSeconds() {
        return settings.number("SECONDS", 10, 2);
    }

    /** A folder of its own that servers can read which run as another user, hence not below anybody's home. */
    static Path openFolder() {
        try {
            var open = PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwxr-xr-x"));
            return Files.createTempDirectory("bench", open);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** PostgreSQL's own client at membership's database, with as many clients as ours. */
    Pgbench pgbench(String schema) {
        return new Pgbench(root, stack.address("MEMBERSHIP_DATABASE_URL"), schema, clients());
    }
}
