package cn.zhigong.bench;

import java.util.List;
import java.util.Map;

/**
 * A join's statements as bench/join/*.sql has them, sent by pgbench to tables of the same shape beside membership's
 * own.
 *
 * @param batch how many filings come on one identity check
 */
record JoinBaseline(Kit kit, int batch) {

    private static final String SCHEMA = "bench_join";

    static JoinBaseline provide(Kit kit, int batch) {
        try (var database = kit.stack().database("MEMBERSHIP_DATABASE_URL")) {
            database.run("create schema " + SCHEMA);
            database.run("set search_path = %s, public".formatted(SCHEMA));
            database.run(KnownStatements.read(kit.root().resolve("bench/join/schema.sql")));
        }
        return new JoinBaseline(kit, batch);
    }

    /** @param start from which number on no worker has filed */
    Leg leg(int start) {
        try (var database = kit.stack().database("MEMBERSHIP_DATABASE_URL")) {
            database.run("truncate %1$s.join_application, %1$s.join_consent, %1$s.outbox, %1$s.idempotency"
                    .formatted(SCHEMA));
        }
        kit.stack().checkpoint();
        var folder = kit.root().resolve("bench/join");
        var scripts = List.of(
                new Pgbench.Script(folder.resolve("file.sql"), batch),
                new Pgbench.Script(folder.resolve("verify.sql"), 1));
        // Transactions of both scripts; the filings among them are the joins.
        return Leg.of(
                kit.stack().processes(Stack.POSTGRES),
                () -> kit.pgbench(SCHEMA + ",public")
                        .run(
                                kit.baselineSeconds(),
                                Map.<String, Object>of("batch", batch, "k", 0, "start", start),
                                scripts)
                        .share(batch / (batch + 1.0)));
    }
}
