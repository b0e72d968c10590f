package cn.zhigong.membership.joining;

import static cn.zhigong.platform.problem.CommonProblem.NOT_FOUND;
import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toMap;

import cn.zhigong.platform.security.Subtrees;
import cn.zhigong.platform.sql.Sql;
import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.inject.Singleton;
import jakarta.persistence.LockModeType;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Applications. */
@Singleton
class JoinApplications implements PanacheRepositoryBase<JoinApplication, UUID> {

    /**
     * Which applications are wanted.
     *
     * @param account of the officer, who sees of their own applications no more than any applicant
     * @param subtrees in which the union stands that could take the worker
     * @param after the last application of the page before
     */
    record Wanted(
            String account,
            Subtrees subtrees,
            @Nullable String state,
            @Nullable Instant submittedAfter,
            @Nullable UUID after,
            int limit) {}

    private record Count(UUID joinCode, String state, int number) {}

    private final Sql sql;

    JoinApplications(Sql sql) {
        this.sql = sql;
    }

    /**
     * The open application that somebody without account filed with this phone for this document, locked; somebody's
     * with a login is theirs alone.
     */
    Optional<JoinApplication> openOf(byte[] phone, byte[] identity) {
        return sql.first(
                        "select id from join_application where identity_index = ? and phone_index = ?"
                                + " and account like 'applicant:%' and " + States.OPEN
                                + " order by id desc limit 1 for update",
                        row -> row.uuid(1),
                        identity,
                        phone)
                .map(this::locked);
    }

    JoinApplication get(UUID id) {
        return findByIdOptional(id).orElseThrow(NOT_FOUND::problem);
    }

    /** For a step: whoever comes second waits, and then sees what the first has done. */
    JoinApplication locked(UUID id) {
        return findByIdOptional(id, LockModeType.PESSIMISTIC_WRITE).orElseThrow(NOT_FOUND::problem);
    }

    /** For steps of several; always in the order of their ids, so that nobody waits in a circle. */
    List<JoinApplication> locked(List<UUID> ids) {
        return ids.isEmpty()
                ? List.of()
                : find("id in ?1 order by id", ids)
                        .withLock(LockModeType.PESSIMISTIC_WRITE)
                        .list();
    }

    List<JoinApplication> ofAccount(String account, @Nullable UUID after, int limit) {
        var first = after == null ? new UUID(0, 0) : after;
        return find("applicant.account = ?1 and id > ?2 order by id", account, first)
                .page(0, limit)
                .list();
    }

    List<JoinApplication> wanted(Wanted wanted) {
        var ids = sql.list(
                """
                select a.id from join_application a join directory_organisation o on o.id = a.organisation_id
                where %s and a.state <> 'DRAFT' and (?::text is null or ? = case
                    when a.state = 'CONVERTED_TO_TRANSFER' and not a.disclosed and a.account = ?
                    then case when a.review_by is null then 'ESCALATED' else 'ROUTED' end else a.state end)
                and (?::timestamptz is null or a.submitted_at > ?) and (?::uuid is null or a.id > ?)
                order by a.id limit ?
                """.formatted(Subtrees.within("o.path")),
                row -> row.uuid(1),
                wanted.subtrees().parameter(),
                wanted.state(),
                wanted.state(),
                wanted.account(),
                wanted.submittedAfter(),
                wanted.submittedAfter(),
                wanted.after(),
                wanted.after(),
                wanted.limit());
        return ids.isEmpty() ? List.of() : list("id in ?1 order by id", ids);
    }

    /** The ids of the applications that came by a code and await a decision, after one of them. */
    List<UUID> underReview(UUID joinCode, UUID after, int most) {
        return sql.list(
                "select id from join_application where join_code_id = ? and " + States.UNDER_REVIEW
                        + " and id > ? order by id limit ?",
                row -> row.uuid(1),
                joinCode,
                after,
                most);
    }

    long countUnderReview(UUID joinCode) {
        return sql.first(
                        "select count(*) from join_application where join_code_id = ? and " + States.UNDER_REVIEW,
                        row -> row.bigint(1),
                        joinCode)
                .orElse(0L);
    }

    /** By join code and state. */
    Map<UUID, Map<String, Integer>> countsOf(Collection<UUID> joinCodes) {
        return sql
                .list("""
                        select join_code_id, state, count(*) from join_application
                        where join_code_id = any (?) and state <> 'DRAFT' group by join_code_id, state
                        """, row -> new Count(row.uuid(1), row.text(2), row.integer(3)), (Object)
                        joinCodes.toArray(UUID[]::new))
                .stream()
                .collect(groupingBy(Count::joinCode, toMap(Count::state, Count::number, Integer::sum, TreeMap::new)));
    }

    boolean anyOpenAt(UUID organisation) {
        return sql.first(
                        "select 1 from join_application where (organisation_id = ? or decider_id = ?) and "
                                + States.OPEN + " limit 1",
                        row -> row.integer(1),
                        organisation,
                        organisation)
                .isPresent();
    }

    /**
     * Hands over what is open. The rows are locked in the order of their ids, as everybody locks several: else this and
     * a review of many could wait for each other.
     *
     * @param groups those that the successor has now
     */
    void passOn(UUID ended, UUID successor, Set<UUID> groups) {
        var kept = groups.toArray(UUID[]::new);
        sql.update(
                """
                with held as materialized (
                    select id from join_application where (organisation_id = ? or decider_id = ?) and %s
                    order by id for update)
                update join_application one set version = version + 1,
                    organisation_id = case when organisation_id = ? then ? else organisation_id end,
                    group_id = case when organisation_id = ? and not group_id = any (?) then null else group_id end,
                    code_union_id = case when code_union_id = ? then ? else code_union_id end,
                    code_group_id = case when code_union_id = ? and not code_group_id = any (?)
                        then null else code_group_id end,
                    decider_id = case when decider_id = ? then ? else decider_id end
                from held where one.id = held.id
                """.formatted(States.OPEN),
                ended,
                ended,
                ended,
                successor,
                ended,
                kept,
                ended,
                successor,
                ended,
                kept,
                ended,
                successor);
    }
}
