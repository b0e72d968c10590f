package cn.zhigong.membership.organisation;

import static cn.zhigong.membership.organisation.OrganisationProblem.ORGANISATION_ENDED;
import static cn.zhigong.membership.organisation.OrganisationProblem.ORGANISATION_IS_ENDING;
import static jakarta.transaction.Transactional.TxType.MANDATORY;

import cn.zhigong.platform.problem.Problem;
import cn.zhigong.platform.sql.Sql;
import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;
import java.util.Collection;
import java.util.Set;
import java.util.UUID;

/**
 * Keeps organisations from ending while something is being put there: what a merger passes on must not be joined by a
 * member who was admitted meanwhile. Whoever ends an organisation waits for those who hold it; whoever comes to hold
 * one that is being ended is refused at once. Since holding never waits, it does not matter which rows were locked
 * before.
 */
@Singleton
public class OrganisationHolds {

    private static final String KEY = "hashtextextended('organisation ' || id, 0)";

    private final Sql sql;

    OrganisationHolds(Sql sql) {
        this.sql = sql;
    }

    /** Refuses an organisation that has ended; another one cannot end before the caller's transaction does. */
    @Transactional(value = MANDATORY, dontRollbackOn = Problem.class)
    public void hold(UUID organisation) {
        if (held(Set.of(organisation)).isEmpty()) {
            throw ORGANISATION_ENDED.with("organisation", organisation);
        }
    }

    /** The active ones of several, which cannot end before the caller's transaction does. */
    @Transactional(value = MANDATORY, dontRollbackOn = Problem.class)
    public Set<UUID> holdActive(Collection<UUID> organisations) {
        return held(Set.copyOf(organisations));
    }

    private Set<UUID> held(Set<UUID> organisations) {
        if (organisations.isEmpty()) {
            return Set.of();
        }
        var those = organisations.toArray(UUID[]::new);
        var ending = sql
                .list(
                        "select id, pg_try_advisory_xact_lock_shared(" + KEY + ") from unnest(?) as one (id)",
                        row -> row.flag(2) ? Set.<UUID>of() : Set.of(row.uuid(1)),
                        (Object) those)
                .stream()
                .flatMap(Set::stream)
                .findFirst();
        if (ending.isPresent()) {
            throw ORGANISATION_IS_ENDING.with("organisation", ending.get());
        }
        // A statement of its own: the one that locks still sees what was before it.
        return Set.copyOf(sql.list(
                "select id from organisation where id = any (?) and state = 'ACTIVE'", row -> row.uuid(1), (Object)
                        those));
    }

    /** Waits for those who hold an organisation, and lets nobody hold it until the running transaction ends. */
    void end(UUID organisation) {
        sql.list(
                        "select pg_advisory_xact_lock(" + KEY + ") from (select ?::uuid) as one (id)",
                        row -> true,
                        organisation)
                .clear();
    }
}
