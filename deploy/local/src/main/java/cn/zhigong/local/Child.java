package cn.zhigong.local;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.TimeUnit;

/**
 * A process that this launcher, or an earlier one, started.
 *
 * @param started when it started; a process of another start time has merely got the same number
 * @param stopSignal see {@link Program#stopSignal()}
 */
record Child(long pid, Instant started, String stopSignal) {

    /** The kernel tells start times in ticks since boot, and the time of boot moves with clock corrections. */
    private static final Duration START_TOLERANCE = Duration.ofSeconds(2);

    static Child of(Process process, String stopSignal) {
        var started = process.info().startInstant().orElse(Instant.EPOCH);
        return new Child(process.pid(), started, stopSignal);
    }

    boolean alive() {
        return ProcessHandle.of(pid)
                .filter(ProcessHandle::isAlive)
                .flatMap(handle -> handle.info().startInstant())
                .filter(instant -> Duration.between(started, instant).abs().compareTo(START_TOLERANCE) < 0)
                .filter(_ -> !isZombie())
                .isPresent();
    }

    /** Asks the process to end, waits, and ends it by force when its time is over. */
    void stop(Duration patience) {
        if (alive()) {
            signal(stopSignal);
            if (!endsWithin(patience)) {
                kill();
            }
        }
    }

    /** Ends the process at once, as a crash would. */
    void kill() {
        if (alive()) {
            signal("KILL");
            if (!endsWithin(Duration.ofSeconds(10))) {
                throw new LocalStackException("Process %d does not end".formatted(pid));
            }
        }
    }

    private void signal(String name) {
        try {
            var kill = new ProcessBuilder("kill", "-s", name, Long.toString(pid))
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .start();
            kill.onExit().join();
        } catch (IOException e) {
            throw new LocalStackException("Could not signal process " + pid, e);
        }
    }

    private boolean endsWithin(Duration patience) {
        var deadline = System.nanoTime() + patience.toNanos();
        while (alive()) {
            if (System.nanoTime() > deadline) {
                return false;
            }
            pause();
        }
        return true;
    }

    /** Between two looks at a process or a server: seldom enough not to slow its start or fill its log. */
    static void pause() {
        try {
            TimeUnit.MILLISECONDS.sleep(150);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new LocalStackException("Interrupted", e);
        }
    }

    /** A process that has ended but whose new parent has not taken notice. */
    private boolean isZombie() {
        try {
            var stat = Files.readString(Path.of("/proc", Long.toString(pid), "stat"));
            return stat.startsWith("Z", stat.lastIndexOf(')') + 2);
        } catch (IOException _) {
            return true;
        }
    }
}
