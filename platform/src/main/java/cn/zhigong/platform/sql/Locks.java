package cn.zhigong.platform.sql;

import static jakarta.transaction.Transactional.TxType.MANDATORY;

import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;

/**
 * Locks that stand for a thing with no row of its own: a count, a shape, a round of work. The running transaction holds
 * them until it ends; without one they would be gone before the next statement.
 *
 * <p>The name says what is locked: {@code organisation-tree}, or {@code dead-letter 0190...} for one of many. Two names
 * share a lock once in 2^64, which makes one wait for the other and nothing worse.
 */
@Singleton
public class Locks {

    private final Sql sql;

    Locks(Sql sql) {
        this.sql = sql;
    }

    /** Waits until nobody holds or shares it. */
    @Transactional(MANDATORY)
    public void hold(String name) {
        taken("pg_advisory_xact_lock", name);
    }

    /** Waits until nobody holds it; others may share it. */
    @Transactional(MANDATORY)
    public void share(String name) {
        taken("pg_advisory_xact_lock_shared", name);
    }

    /** Takes it unless somebody holds or shares it; says whether it did. */
    @Transactional(MANDATORY)
    public boolean holdIfFree(String name) {
        return sql.first("select pg_try_advisory_xact_lock(hashtextextended(?, 0))", row -> row.flag(1), name)
                .orElse(false);
    }

    private void taken(String function, String name) {
        var _ = sql.first(
                "select 1 from (select %s(hashtextextended(?, 0))) as locked".formatted(function),
                row -> row.integer(1),
                name);
    }
}
