package cn.zhigong.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * The machine under the measurement: what else it does. A busy one is told of and recorded instead of refused, since
 * ratios of legs in turn still say something there; absolute values do not.
 */
final class Machine {

    /** More than this before the start, and others are at work. */
    private static final double QUIET = 0.5;

    /** Percent of the processors' time that the hypervisor gave to others. */
    private static final double STEAL = 1.0;

    private static final int STEAL_COLUMN = 7;
    private static final int COLUMNS = 8;

    /** Jiffies since the machine started. */
    record Times(long all, long stolen) {

        /** The first line of /proc/stat: user nice system idle iowait irq softirq steal, then parts of those. */
        static Times parse(String line) {
            var columns = Arrays.stream(line.replaceFirst("cpu\\s+", "").split(" ", -1))
                    .limit(COLUMNS)
                    .mapToLong(Long::parseLong)
                    .toArray();
            return new Times(Arrays.stream(columns).sum(), columns[STEAL_COLUMN]);
        }

        double stealSince(Times before) {
            var passed = all - before.all;
            return passed == 0 ? 0 : 100.0 * (stolen - before.stolen) / passed;
        }
    }

    private final List<Double> loads = new ArrayList<>();
    private final List<Double> steals = new ArrayList<>();
    private Times last = times();

    private Machine() {}

    static Machine watched() {
        var machine = new Machine();
        var load = load();
        machine.loads.add(load);
        if (load > QUIET) {
            System.err.printf(
                    "Warning: the load is %.2f before the start; a quiet machine has below %.1f%n", load, QUIET);
        }
        return machine;
    }

    /** Notes how things were since the last note; after each round. */
    void note() {
        var now = times();
        var steal = now.stealSince(last);
        last = now;
        loads.add(load());
        steals.add(Report.rounded(steal));
        if (steal > STEAL) {
            System.err.printf("Warning: %.1f %% of the processors' time went to other machines%n", steal);
        }
    }

    /** One-minute loads: before the start, then after each round. */
    List<Double> loads() {
        return List.copyOf(loads);
    }

    List<Double> steals() {
        return List.copyOf(steals);
    }

    static String description() {
        return "%s %s, %d cores, Java %s"
                .formatted(
                        System.getProperty("os.name"),
                        System.getProperty("os.version"),
                        Runtime.getRuntime().availableProcessors(),
                        Runtime.version());
    }

    private static double load() {
        return Double.parseDouble(read("/proc/loadavg").split(" ", -1)[0]);
    }

    private static Times times() {
        return Times.parse(read("/proc/stat").lines().findFirst().orElseThrow());
    }

    private static String read(String file) {
        try {
            return Files.readString(Path.of(file));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
