package cn.zhigong.membership.joining;

import cn.zhigong.platform.sql.Sql;
import jakarta.inject.Singleton;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Applications that are under review and stand in the way of others of the same person: of each one goes on. */
@Singleton
class Rivals {

    /**
     * The application under review that stands in the way of another one of its person.
     *
     * @param of the other one
     * @param confirmed whether its applicant's login is
     */
    record Rival(
            UUID of,
            UUID id,
            ApplicationState state,
            boolean confirmed,
            @Nullable UUID joinCodeId) {}

    private final Sql sql;

    Rivals(Sql sql) {
        this.sql = sql;
    }

    /**
     * Of these applications the ones whose person has another application under review. Until the transaction ends
     * nobody else can bring one of the persons under review.
     */
    Set<UUID> duplicates(List<UUID> ids) {
        var those = ids.toArray(UUID[]::new);
        sql.run("""
                with persons as materialized (
                    select distinct hashtextextended(encode(identity_index, 'hex'), 0) as lock
                    from join_application where id = any (?) order by 1)
                select pg_advisory_xact_lock(lock) from persons
                """, Collections.singletonList(those));
        return Set.copyOf(sql.list("""
                select a.id from join_application a where a.id = any (?) and exists (
                    select from join_application b where b.identity_index = a.identity_index and b.id <> a.id
                    and b.%s)
                """.formatted(States.UNDER_REVIEW), row -> row.uuid(1), (Object) those));
    }

    /**
     * What stands in the way of these applications, locked. One that somebody else is at work on is left out: we hold
     * the ids given here, and waiting for others after them could be waiting in a circle.
     */
    List<Rival> lock(List<UUID> ids) {
        return sql.list(
                """
                select a.id as of, b.id, b.state, b.account_vouched, b.join_code_id
                from join_application a join join_application b
                on b.identity_index = a.identity_index and b.id <> a.id
                and b.%s
                where a.id = any (?) for no key update of b skip locked
                """.formatted(States.UNDER_REVIEW),
                row -> new Rival(
                        row.uuid(1),
                        row.uuid(2),
                        row.constant(3, ApplicationState.class),
                        row.flag(4),
                        row.uuidOrNull(5)),
                (Object) ids.toArray(UUID[]::new));
    }
}
