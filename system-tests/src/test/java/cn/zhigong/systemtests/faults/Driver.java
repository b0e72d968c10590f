package cn.zhigong.systemtests.faults;

import cn.zhigong.systemtests.faults.History.Trouble;
import cn.zhigong.systemtests.faults.Op.Outcome;
import cn.zhigong.systemtests.stack.Answer;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/**
 * Users who come when they come, however long others have to wait: an open load. What changes something bears an
 * idempotency key, and is tried again with it as long as nobody knows what became of it.
 */
final class Driver implements AutoCloseable {

    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final long LONGEST_PAUSE_MILLIS = 1_000;
    private static final int REQUEST_IN_PROGRESS = 409;
    private static final int TOO_MANY = 429;

    private final Journey journey;
    private final History history;
    private final RandomGenerator random;
    private final long intervalNs;
    private final Set<Thread> users = ConcurrentHashMap.newKeySet();
    private final Thread arrivals;
    private volatile boolean running = true;

    private Driver(Journey journey, History history, long seed, int perSecond) {
        this.journey = journey;
        this.history = history;
        this.random = new Random(seed);
        this.intervalNs = TimeUnit.SECONDS.toNanos(1) / perSecond;
        this.arrivals = Thread.ofPlatform().name("arrivals").start(this::arrive);
    }

    static Driver start(Journey journey, History history, long seed, int perSecond) {
        return new Driver(journey, history, seed, perSecond);
    }

    /** Nobody comes any more; those who are there get their answers or give up. */
    @Override
    public void close() {
        running = false;
        join(arrivals);
        users.forEach(Driver::join);
    }

    private static void join(Thread thread) {
        try {
            thread.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private void arrive() {
        for (long due = System.nanoTime(); running; due += intervalNs) {
            pause(due - System.nanoTime());
            long intended = due;
            journey.next(random).ifPresent(step -> {
                var user = Thread.ofVirtual().unstarted(() -> perform(step, intended));
                users.add(user);
                user.start();
            });
        }
    }

    private void perform(Step step, long intendedNs) {
        var invoked = System.nanoTime();
        try {
            history.add(untilKnown(step, intendedNs, invoked));
        } catch (RuntimeException | AssertionError e) {
            // Such as an answer that no document promises: its user is nobody's caller, so the campaign has to say it.
            history.broken(e);
            history.add(op(step, null, false, 1, intendedNs, invoked));
        } finally {
            users.remove(Thread.currentThread());
        }
    }

    private Op untilKnown(Step step, long intendedNs, long invokeNs) {
        for (int tries = 1; ; tries++) {
            var answer = attempt(step);
            boolean known = answer != null && isKnown(answer);
            boolean patient = running || System.nanoTime() - invokeNs < PATIENCE.toNanos();
            if (known || !step.changesSomething() || !patient) {
                return op(step, answer, known, tries, intendedNs, invokeNs);
            }
            long longest = Math.min(LONGEST_PAUSE_MILLIS, 50L << Math.min(tries, 10));
            pause(TimeUnit.MILLISECONDS.toNanos(ThreadLocalRandom.current().nextLong(longest / 2, longest)));
        }
    }

    /** Null when nobody answered. */
    private @Nullable Answer attempt(Step step) {
        long begin = System.nanoTime();
        try {
            var answer = step.send();
            if (!isKnown(answer)) {
                trouble(step, begin, Integer.toString(answer.status()));
            }
            return answer;
        } catch (UncheckedIOException e) {
            trouble(step, begin, Objects.requireNonNullElse(e.getCause(), e).toString());
            return null;
        }
    }

    private void trouble(Step step, long begin, String what) {
        long now = System.nanoTime();
        history.trouble(new Trouble(Instant.now().toString(), now, step.op(), what, (now - begin) / 1e9));
    }

    /** Whether the answer says what became of the request. */
    private static boolean isKnown(Answer answer) {
        boolean stillRunning =
                answer.status() == REQUEST_IN_PROGRESS && answer.body().contains("REQUEST_IN_PROGRESS");
        return answer.status() < 500 && answer.status() != TOO_MANY && !stillRunning;
    }

    private static Op op(Step step, @Nullable Answer answer, boolean known, int tries, long intendedNs, long invokeNs) {
        var outcome = !known ? Outcome.UNKNOWN : success(answer) ? Outcome.OK : Outcome.FAIL;
        var key = step.key();
        if (answer != null && outcome == Outcome.OK) {
            key = key.isEmpty() && step.changesSomething() ? answer.id() : key;
            step.afterwards().accept(answer);
        }
        var body = answer == null ? "" : answer.body();
        int status = answer == null ? 0 : answer.status();
        long now = System.nanoTime();
        return new Op(step.op(), key, step.idemKey(), intendedNs, invokeNs, now, outcome, status, tries, hash(body));
    }

    private static boolean success(@Nullable Answer answer) {
        return answer != null && answer.status() / 100 == 2;
    }

    private static String hash(String body) {
        try {
            var digest = MessageDigest.getInstance("SHA-256").digest(body.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest, 0, 8);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    private static void pause(long nanos) {
        try {
            TimeUnit.NANOSECONDS.sleep(Math.max(0, nanos));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
