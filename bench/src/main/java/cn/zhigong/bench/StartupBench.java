package cn.zhigong.bench;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** How long the whole stack takes from built programs to ready, empty and again, and what memory it then has. */
record StartupBench(Stack stack, Settings settings, Machine machine) {

    private static final double NANOS = 1e9;

    /** Other benchmarks let the JVMs compile fully, which a start by hand does not. */
    private static final Map<String, String> AS_A_USER = Map.of(Stack.COMPILER, "");

    Report run() {
        // Builds what changed and unpacks the servers: once for a checkout, and no part of a start.
        stack.clean();
        stack.up(AS_A_USER);
        var fresh = new ArrayList<Double>();
        var again = new ArrayList<Double>();
        var memory = new LinkedHashMap<String, List<Double>>();
        for (int round = 0; round < settings.number("ROUNDS", 3, 1); round++) {
            stack.clean();
            fresh.add(secondsUp());
            stack.down();
            again.add(secondsUp());
            stack.processes()
                    .forEach((part, process) ->
                            memory.computeIfAbsent(part, _ -> new ArrayList<>()).add((double) process.megabytes()));
            machine.note();
        }
        stack.clean();
        var measures = new ArrayList<Measure>();
        measures.add(Measure.of("up-from-built", "s", fresh, "empty data folder"));
        measures.add(Measure.of("up-again", "s", again, "with the data of the first start"));
        memory.forEach((part, values) -> measures.add(Measure.of("memory-" + part, "MB", values, null)));
        measures.add(Measure.of("memory", "MB", totals(memory), "all processes"));
        return new Report("startup", measures);
    }

    private double secondsUp() {
        var begin = System.nanoTime();
        stack.up(AS_A_USER);
        return (System.nanoTime() - begin) / NANOS;
    }

    private static List<Double> totals(Map<String, List<Double>> memory) {
        var totals = new ArrayList<Double>();
        var rounds = memory.values().stream().mapToInt(List::size).min().orElse(0);
        for (int round = 0; round < rounds; round++) {
            var one = round;
            totals.add(memory.values().stream()
                    .mapToDouble(values -> values.get(one))
                    .sum());
        }
        return totals;
    }
}
