package cn.zhigong.rights.intake;

import static cn.zhigong.platform.problem.CommonProblem.NOT_FOUND;

import cn.zhigong.platform.security.Subtrees;
import cn.zhigong.platform.sql.Sql;
import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** All disputes. */
@Singleton
class Disputes implements PanacheRepositoryBase<Dispute, UUID> {

    private final Sql sql;

    Disputes(Sql sql) {
        this.sql = sql;
    }

    Dispute get(UUID id) {
        return findByIdOptional(id).orElseThrow(NOT_FOUND::problem);
    }

    /**
     * Of several who screen it at once, the others wait here and then find it screened. The lock is a statement of its
     * own: of an entity that is read with a collection, Hibernate locks the rows in a second step, and the list of what
     * that step shall lock is shared by all threads.
     */
    Dispute getLocked(UUID id) {
        var _ = sql.first("select 1 from dispute where id = ? for update", row -> row.integer(1), id)
                .orElseThrow(NOT_FOUND::problem);
        return get(id);
    }

    List<Dispute> ofClaimant(String account, @Nullable DisputeState state, @Nullable UUID after, int limit) {
        var ids = sql.list("""
                select id from dispute where claimant_account = ? and (?::text is null or state = ?::text)
                and (?::uuid is null or id > ?::uuid) order by id limit ?
                """, row -> row.uuid(1), account, state, state, after, after, limit);
        return inOrder(ids);
    }

    /** Those of the organisations in these subtrees. */
    List<Dispute> within(Subtrees subtrees, @Nullable DisputeState state, @Nullable UUID after, int limit) {
        var ids = sql.list(
                """
                select d.id from dispute d join directory_organisation o on o.id = d.organisation_id
                where %s and (?::text is null or d.state = ?::text)
                and (?::uuid is null or d.id > ?::uuid) order by d.id limit ?
                """.formatted(Subtrees.within("o.path")),
                row -> row.uuid(1),
                subtrees.parameter(),
                state,
                state,
                after,
                after,
                limit);
        return inOrder(ids);
    }

    private List<Dispute> inOrder(List<UUID> ids) {
        return ids.isEmpty() ? List.of() : list("id in ?1 order by id", ids);
    }
}
