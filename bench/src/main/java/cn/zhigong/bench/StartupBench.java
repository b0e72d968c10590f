package cn.zhigong.bench;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;

/** How long the whole stack takes from built programs to ready, empty and again, and what memory it then has. */
record StartupBench(Kit kit) implements Benchmark {

    private static final int ROUNDS = 3;
    private static final double NANOS = 1e9;

    /** Other benchmarks let the JVMs compile fully, which a start by hand does not. */
    private static final Map<String, String> AS_A_USER = Map.of(Stack.COMPILER, "");

    /** Seconds of both starts, and megabytes by part. */
    private record Start(double fresh, double again, SequencedMap<String, Double> memory) {}

    @Override
    public List<Measure> run() {
        // Builds what changed and unpacks the servers: once for a checkout, and no part of a start.
        kit.stack().clean();
        kit.stack().up(AS_A_USER);
        var starts = kit.rounds(kit.settings().number("ROUNDS", ROUNDS, 1), Map.of(), this::start);
        kit.stack().clean();
        var measures = new ArrayList<Measure>();
        measures.add(Measure.of(
                "up-from-built", "s", starts.stream().map(Start::fresh).toList(), "empty data folder"));
        measures.add(Measure.of(
                "up-again", "s", starts.stream().map(Start::again).toList(), "with the data of the first start"));
        for (var part : starts.getFirst().memory.keySet()) {
            var values = starts.stream()
                    .map(start -> start.memory.getOrDefault(part, 0.0))
                    .toList();
            measures.add(Measure.of("memory-" + part, "MB", values, null));
        }
        measures.add(Measure.of(
                "memory", "MB", starts.stream().map(StartupBench::total).toList(), "all processes"));
        return measures;
    }

    private Start start() {
        kit.stack().clean();
        var fresh = secondsUp();
        kit.stack().down();
        var again = secondsUp();
        var memory = new LinkedHashMap<String, Double>();
        kit.stack().running().forEach((part, process) -> memory.put(part, (double) process.megabytes()));
        return new Start(fresh, again, memory);
    }

    private double secondsUp() {
        var begin = System.nanoTime();
        kit.stack().up(AS_A_USER);
        return (System.nanoTime() - begin) / NANOS;
    }

    private static double total(Start start) {
        return start.memory.values().stream().mapToDouble(Double::doubleValue).sum();
    }
}
