package cn.zhigong.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Collection;
import java.util.stream.LongStream;
import java.util.stream.Stream;

/** What a process and the children it has costs: processor time and memory. */
record ProcessCost(long pid) {

    /** USER_HZ, which the kernel fixes at 100 on every platform that we run on. */
    private static final long MICROS_PER_TICK = 10_000;

    private static final long A_TENTH_OF_A_SECOND = 100_000;

    private static final int KILOBYTES = 1024;

    /** Microseconds of processor time so far, of children that ended too. */
    long micros() {
        return MICROS_PER_TICK
                * (ticks(pid, true)
                        + children().map(child -> ticks(child, false)).sum());
    }

    /**
     * Megabytes of memory; what processes share counts once, or each PostgreSQL process would count all shared buffers.
     */
    long megabytes() {
        return Stream.concat(Stream.of(pid), children().boxed())
                        .mapToLong(ProcessCost::kilobytes)
                        .sum()
                / KILOBYTES;
    }

    /** Waits until processes are idle: compiler threads work on for seconds after a run and would slow the next leg. */
    static void awaitCalm(Duration patience, Collection<ProcessCost> processes) {
        var deadline = System.nanoTime() + patience.toNanos();
        while (System.nanoTime() < deadline) {
            var before = together(processes);
            Waiting.pause(Duration.ofSeconds(1));
            if (together(processes) - before < A_TENTH_OF_A_SECOND) {
                return;
            }
        }
    }

    private static long together(Collection<ProcessCost> processes) {
        return processes.stream().mapToLong(ProcessCost::micros).sum();
    }

    private LongStream children() {
        return ProcessHandle.of(pid).stream()
                .flatMap(ProcessHandle::descendants)
                .mapToLong(ProcessHandle::pid);
    }

    private static long ticks(long pid, boolean withEndedChildren) {
        var stat = read(pid, "stat");
        return stat.isEmpty() ? 0 : ticks(stat, withEndedChildren);
    }

    /** Behind the command's name, which may hold anything: state is word 0, utime 11, stime 12, of children 13, 14. */
    static long ticks(String stat, boolean withEndedChildren) {
        var words = stat.substring(stat.lastIndexOf(')') + 2).split(" ", -1);
        var own = Long.parseLong(words[11]) + Long.parseLong(words[12]);
        return withEndedChildren ? own + Long.parseLong(words[13]) + Long.parseLong(words[14]) : own;
    }

    private static long kilobytes(long pid) {
        var shared = field(read(pid, "smaps_rollup"), "Pss:");
        return shared > 0 ? shared : field(read(pid, "status"), "VmRSS:");
    }

    private static long field(String text, String name) {
        return text.lines()
                .filter(line -> line.startsWith(name))
                .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")))
                .findFirst()
                .orElse(0);
    }

    /** Empty when the process has ended or does not show it. */
    private static String read(long pid, String file) {
        try {
            return Files.readString(Path.of("/proc", Long.toString(pid), file));
        } catch (NoSuchFileException | AccessDeniedException _) {
            return "";
        } catch (IOException e) {
            if (ProcessHandle.of(pid).isEmpty()) {
                return "";
            }
            throw new UncheckedIOException(e);
        }
    }
}
