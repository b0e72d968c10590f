package cn.zhigong.bench;

import java.io.IOException;
import java.net.URI;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import org.HdrHistogram.ConcurrentHistogram;
import org.HdrHistogram.Histogram;

/**
 * Sends prepared requests over some keep-alive connections and insists on one status.
 *
 * @param clients connections, each with one request under way at most
 */
record Load(URI server, int clients, int expectedStatus) {

    private static final double NANOS = 1e9;
    private static final int LONGEST_SECONDS = 60;

    /** @param latency microseconds; in an open run counted from when the request was due */
    record Outcome(int requests, double seconds, Histogram latency) {

        double rate() {
            return requests / seconds;
        }

        Leg.Work work() {
            return new Leg.Work(requests, seconds);
        }
    }

    private interface Moment {
        /** Waits until a request may leave; the time it is counted from. */
        long due(int index);
    }

    /** Each client sends its next request when it has the last answer: how much the server can do. */
    Outcome closed(int requests, IntFunction<byte[]> request) {
        return run(System.nanoTime(), requests, request, _ -> System.nanoTime());
    }

    /** Requests leave at a fixed rate, whatever the server does: how it is to be its client. */
    Outcome open(int perSecond, int seconds, IntFunction<byte[]> request) {
        var begin = System.nanoTime();
        return run(begin, perSecond * seconds, request, index -> {
            var due = begin + index * TimeUnit.SECONDS.toNanos(1) / perSecond;
            for (var early = due - System.nanoTime(); early > 0; early = due - System.nanoTime()) {
                LockSupport.parkNanos(early);
            }
            return due;
        });
    }

    private Outcome run(long begin, int requests, IntFunction<byte[]> request, Moment moment) {
        var latency = new ConcurrentHistogram(TimeUnit.SECONDS.toMicros(LONGEST_SECONDS), 3);
        var next = new AtomicInteger();
        try (var threads = Executors.newFixedThreadPool(clients)) {
            var running = IntStream.range(0, clients)
                    .<Future<?>>mapToObj(_ -> threads.submit(() -> {
                        client(next, requests, request, moment, latency);
                        return null;
                    }))
                    .toList();
            running.forEach(Load::finish);
        }
        return new Outcome(requests, (System.nanoTime() - begin) / NANOS, latency);
    }

    private void client(AtomicInteger next, int requests, IntFunction<byte[]> request, Moment moment, Histogram latency)
            throws IOException {
        try (var connection = new HttpConnection(server)) {
            for (var index = next.getAndIncrement(); index < requests; index = next.getAndIncrement()) {
                var bytes = request.apply(index);
                var due = moment.due(index);
                var answer = connection.send(bytes);
                latency.recordValue(TimeUnit.NANOSECONDS.toMicros(System.nanoTime() - due));
                if (answer.status() != expectedStatus) {
                    // The others end too: a run with refusals measures nothing.
                    next.set(requests);
                    throw new BenchException("Answered %d: %s".formatted(answer.status(), answer.text()));
                }
            }
        }
    }

    private static void finish(Future<?> client) {
        try {
            var _ = client.get();
        } catch (ExecutionException e) {
            throw new BenchException("The load broke off: " + e.getCause(), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new BenchException("Interrupted", e);
        }
    }
}
