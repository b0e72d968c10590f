package cn.zhigong.systemtests.faults;

import static java.util.stream.Collectors.counting;
import static java.util.stream.Collectors.groupingBy;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import cn.zhigong.systemtests.faults.History.Trouble;
import cn.zhigong.systemtests.faults.Op.Outcome;
import cn.zhigong.systemtests.network.Network;
import cn.zhigong.systemtests.stack.Stack;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A journey under open load while faults come and go; then rest, and the question whether everything that callers were
 * told is true.
 */
final class Campaign implements AutoCloseable {

    /** With -Dzhigong.faults.seed the users of another run do the same things in the same order. */
    static final long SEED = Long.getLong("zhigong.faults.seed", 20_260_101L);

    private static final int PER_SECOND = 6;
    private static final Duration OF_A_FAULT = Duration.ofSeconds(15);
    private static final Duration REST = Duration.ofMinutes(2);
    private static final Duration PATIENCE = Duration.ofSeconds(90);

    private final Stack stack;
    private final Journey journey;
    private final Witness witness;
    private final History history;
    private @Nullable Driver driver;

    private Campaign(Stack stack, Journey journey, Witness witness, History history) {
        this.stack = stack;
        this.journey = journey;
        this.witness = witness;
        this.history = history;
    }

    /** Joining, with competition's copy of the members, not yet under load. */
    static Campaign ofJoining(Stack stack, String name) {
        var file = stack.checkout().resolve("system-tests/target/faults/%s-%d.jsonl".formatted(name, SEED));
        System.out.printf("%s: seed %d (-Dzhigong.faults.seed), history in %s%n", name, SEED, file);
        var witness = new Witness(stack.databases(), "competition", "member_reference");
        var journey = new JoiningJourney(stack, stack.city().factory(), witness);
        var campaign = new Campaign(stack, journey, witness, History.writtenTo(file));
        campaign.rest();
        campaign.countFromHere();
        return campaign;
    }

    Stack stack() {
        return stack;
    }

    Network network() {
        return stack.network();
    }

    Journey journey() {
        return journey;
    }

    /** Begins the count of effects anew, at rest. */
    void countFromHere() {
        witness.begin(
                journey.events().stream().map(Snapshot.Event::id).distinct().count());
    }

    /** Users come from now on, and have work for about so long. */
    void load(Duration about) {
        journey.prepare((int) (PER_SECOND * about.toSeconds()));
        driver = Driver.start(journey, history, SEED, PER_SECOND);
        works("users are served");
    }

    /** More users for the next fault: those of the beginning may have done all they wanted while others lasted. */
    void refill() {
        journey.prepare((int) (PER_SECOND * OF_A_FAULT.toSeconds()));
    }

    /** Fails unless somebody who comes from now on is served. */
    void works(String what) {
        long now = System.nanoTime();
        await(what)
                .atMost(PATIENCE)
                .until(() -> history.ops().stream()
                        .anyMatch(op -> op.invokeNs() > now
                                && op.outcome() == Outcome.OK
                                && !op.op().equals("contests")));
    }

    /** The fault lasts. */
    static void lasts(Duration time) {
        await().pollDelay(time).atMost(time.plusSeconds(30)).until(() -> true);
    }

    List<Trouble> troublesSince(long ns) {
        return history.troublesSince(ns);
    }

    List<Op> ops() {
        return history.ops();
    }

    /** What 99 of 100 users who came between these times waited at most, all tries together. */
    double p99Millis(long fromNs, long untilNs) {
        var waited = ops().stream()
                .filter(op -> op.invokeNs() >= fromNs && op.invokeNs() < untilNs)
                .mapToDouble(op -> (op.completeNs() - op.invokeNs()) / 1e6)
                .sorted()
                .toArray();
        assertThat(waited).as("Operations under load").isNotEmpty();
        return waited[(int) (waited.length * 0.99)];
    }

    /** How often handlers of the subscriber wrote since the count began. */
    long effects() {
        return witness.count();
    }

    long unsent() {
        return stack.databases().count(journey.service(), "select count(*) from outbox");
    }

    /** Ends the load, heals, waits for rest and gives what is wrong. */
    List<Violation> violations() {
        if (driver != null) {
            driver.close();
            driver = null;
        }
        rest();
        System.out.printf(
                "%d operations; tries without an answer that says what became of them: %s%n",
                history.ops().size(),
                history.troublesSince(Long.MIN_VALUE).stream().collect(groupingBy(Trouble::what, counting())));
        return Checker.check(history.ops(), journey.snapshot());
    }

    /** Fails with everything that is wrong. */
    void holds() {
        var violations = violations();
        assertThat(history.broken()).as("What no user may meet").isEmpty();
        assertThat(violations)
                .as(
                        "Invariants after seed %d; %d operations",
                        SEED, history.ops().size())
                .isEmpty();
        assertThat(ops()).as("Operations under load").isNotEmpty();
    }

    /** Nothing is on its way any more: all is sent, and all is taken. */
    void rest() {
        stack.network().heal();
        await("everything sent and taken")
                .atMost(REST)
                .ignoreExceptions()
                .until(() -> isSent(journey.service())
                        && journey.subscribers().stream().allMatch(this::isAtRest));
    }

    private boolean isAtRest(String subscriber) {
        return stack.topics().lag(subscriber) == 0 && isSent(subscriber);
    }

    private boolean isSent(String service) {
        return stack.databases().count(service, "select count(*) from outbox") == 0;
    }

    @Override
    public void close() {
        stack.network().heal();
        if (driver != null) {
            driver.close();
        }
        history.close();
        witness.end();
    }
}
