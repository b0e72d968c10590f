package cn.zhigong.membership.collective;

import static cn.zhigong.membership.collective.CollectiveProblem.JOIN_CODE_OF_OTHER_BATCH;
import static cn.zhigong.platform.problem.CommonProblem.NOT_FOUND;

import cn.zhigong.platform.problem.Constraints;
import cn.zhigong.platform.security.Subtrees;
import cn.zhigong.platform.sql.Sql;
import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.inject.Singleton;
import jakarta.persistence.LockModeType;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The batches. */
@Singleton
class CollectiveJoinings implements PanacheRepositoryBase<CollectiveJoining, UUID> {

    private final Sql sql;

    CollectiveJoinings(Sql sql) {
        this.sql = sql;
    }

    void file(CollectiveJoining batch) {
        Constraints.refusing(
                Map.of("collective_joining_one_per_code", JOIN_CODE_OF_OTHER_BATCH), () -> persistAndFlush(batch));
    }

    CollectiveJoining get(UUID id) {
        return findByIdOptional(id).orElseThrow(NOT_FOUND::problem);
    }

    CollectiveJoining locked(UUID id) {
        return findByIdOptional(id, LockModeType.PESSIMISTIC_WRITE).orElseThrow(NOT_FOUND::problem);
    }

    List<CollectiveJoining> within(Subtrees subtrees, @Nullable UUID after, int limit) {
        var ids = sql.list(
                """
                select c.id from collective_joining c join directory_organisation o on o.id = c.organisation_id
                where %s and (?::uuid is null or c.id > ?) order by c.id limit ?
                """.formatted(Subtrees.within("o.path")),
                row -> row.uuid(1),
                subtrees.parameter(),
                after,
                after,
                limit);
        return ids.isEmpty() ? List.of() : list("id in ?1 order by id", ids);
    }

    boolean anyAt(UUID organisation) {
        return sql.first(
                        "select 1 from collective_joining where organisation_id = ? limit 1",
                        row -> row.integer(1),
                        organisation)
                .isPresent();
    }

    /** @param groups those that the successor has now; of another the batch is no longer */
    void passOn(UUID ended, UUID successor, Set<UUID> groups) {
        sql.update("""
                update collective_joining set version = version + 1, organisation_id = ?,
                    group_id = case when group_id = any (?) then group_id end
                where organisation_id = ?
                """, successor, groups.toArray(UUID[]::new), ended);
    }
}
