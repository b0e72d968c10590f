package cn.zhigong.bench;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Supplier;

/**
 * One leg: so many requests, joins or events in so many seconds, and what they cost.
 *
 * @param cpu microseconds of processor time for each unit, by the process' name
 */
record Leg(double units, double seconds, Map<String, Double> cpu) {

    /** What was done while the clock ran. A load generator that reports its own time is believed. */
    record Work(double units, double seconds) {

        double rate() {
            return units / seconds;
        }

        /** Of the units only the part that counts. */
        Work share(double part) {
            return new Work(units * part, seconds);
        }
    }

    /** Does the work once and reads from /proc what it cost the processes. */
    static Leg of(Map<String, ProcessCost> processes, Supplier<Work> action) {
        var spent = new LinkedHashMap<String, Long>();
        processes.forEach((name, process) -> spent.put(name, process.micros()));
        var work = action.get();
        var cpu = new LinkedHashMap<String, Double>();
        processes.forEach(
                (name, process) -> cpu.put(name, (process.micros() - spent.getOrDefault(name, 0L)) / work.units));
        return new Leg(work.units, work.seconds, cpu);
    }

    double rate() {
        return units / seconds;
    }

    double cpu(String process) {
        var micros = cpu.get(process);
        if (micros == null) {
            throw new BenchException("The leg did not watch " + process);
        }
        return micros;
    }
}
