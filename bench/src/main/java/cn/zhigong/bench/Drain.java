package cn.zhigong.bench;

import java.time.Duration;
import java.util.List;
import java.util.Map;

/**
 * How fast the relay empties an outbox that filled while the broker was away. The clock starts when the first rows are
 * gone, so the broker's return is not measured; competition, training and rights copy the events meanwhile, as they
 * would.
 */
record Drain(Kit kit) {

    private static final Duration PATIENCE = Duration.ofMinutes(2);
    private static final Duration STEP = Duration.ofMillis(5);
    private static final double NANOS = 1e9;

    /** Events a second: gone from the outbox, and copied by competition too. */
    private record Rates(double sent, double applied) {}

    List<Measure> run() {
        var settings = kit.settings();
        var backlog = settings.number("BACKLOG", 50_000, 2_000);
        var drains = kit.rounds(settings.number("DRAINS", 3, 1), Map.of(), () -> once(backlog));
        return List.of(
                Measure.of("drain", "events/s", drains.stream().map(Rates::sent).toList(), "goal 5000 events/s"),
                Measure.of(
                        "drain-to-effect",
                        "events/s",
                        drains.stream().map(Rates::applied).toList(),
                        "until competition has copied all"));
    }

    private Rates once(int backlog) {
        var stack = kit.stack();
        try (var source = stack.database("MEMBERSHIP_DATABASE_URL");
                var target = stack.database("COMPETITION_DATABASE_URL")) {
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
            var sent = (backlog - gone) / ((System.nanoTime() - begin) / NANOS);
            Waiting.until(
                    "competition has copied all",
                    PATIENCE,
                    Duration.ofMillis(50),
                    () -> inbox(target) >= copied + backlog);
            var applied = (backlog - gone) / ((System.nanoTime() - begin) / NANOS);
            System.err.printf("drained %d: %.0f/s, applied %.0f/s%n", backlog, sent, applied);
            return new Rates(sent, applied);
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
