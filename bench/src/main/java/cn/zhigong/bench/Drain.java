package cn.zhigong.bench;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/**
 * How fast the relay empties an outbox that filled while the broker was away. The clock starts when the first rows are
 * gone, so the broker's return is not measured; competition, training and rights copy the events meanwhile, as they
 * would.
 */
record Drain(Stack stack, Settings settings) {

    private static final Duration PATIENCE = Duration.ofMinutes(2);
    private static final Duration STEP = Duration.ofMillis(5);
    private static final double NANOS = 1e9;

    List<Measure> run(Machine machine) {
        var sent = new ArrayList<Double>();
        var applied = new ArrayList<Double>();
        for (int round = 0; round < settings.number("DRAINS", 3, 1); round++) {
            once(settings.number("BACKLOG", 50_000, 2_000), sent, applied);
            machine.note();
        }
        return List.of(
                Measure.of("drain", "events/s", sent, "goal 5000 events/s"),
                Measure.of("drain-to-effect", "events/s", applied, "until competition has copied all"));
    }

    private void once(int backlog, List<Double> sent, List<Double> applied) {
        try (var source = Database.at(stack.address("MEMBERSHIP_DATABASE_URL"));
                var target = Database.at(stack.address("COMPETITION_DATABASE_URL"))) {
            stack.kill(Stack.KAFKA);
            var copied = inbox(target);
            fill(source, backlog);
            // Old versions of rows that the relay deleted would make it wade through them.
            source.run("vacuum analyze outbox");
            var first = oldest(source);
            stack.start(Stack.KAFKA);
            Waiting.until("the relay sends again", PATIENCE, STEP, () -> oldest(source) > first);
            var begin = System.nanoTime();
            var gone = oldest(source) - first;
            Waiting.until("the outbox is empty", PATIENCE, STEP, () -> oldest(source) == Long.MAX_VALUE);
            sent.add((backlog - gone) / ((System.nanoTime() - begin) / NANOS));
            Waiting.until(
                    "competition has copied all",
                    PATIENCE,
                    Duration.ofMillis(50),
                    () -> inbox(target) >= copied + backlog);
            applied.add((backlog - gone) / ((System.nanoTime() - begin) / NANOS));
            System.err.printf("drained %d: %.0f/s, applied %.0f/s%n", backlog, sent.getLast(), applied.getLast());
        }
    }

    /** In the form the service writes: a grant at an organisation that nobody has is copied like any other. */
    private static void fill(Database source, int backlog) {
        source.run("""
                insert into outbox (id, aggregatetype, aggregateid, type, payload, occurred_at)
                select uuidv7(), 'zhigong.membership.officer-grant.v1', id, 'cn.zhigong.membership.officer-grant-changed.v1',
                    jsonb_build_object('id', id, 'account', 'officer-drain-' || n, 'organisationId', gen_random_uuid(),
                        'role', 'VIEWER', 'from', '2026-01-01T00:00:00Z', 'version', 1), now()
                from (select n, gen_random_uuid() as id from generate_series(1, %d) n) grants
                """.formatted(backlog));
    }

    /** The sequence of the oldest row; beyond all when there is none. */
    private static long oldest(Database source) {
        var rows = source.list("select sequence from outbox order by sequence limit 1", row -> row.getLong(1));
        return rows.isEmpty() ? Long.MAX_VALUE : rows.getFirst();
    }

    private static long inbox(Database target) {
        return target.number("select count(*) from inbox");
    }
}
