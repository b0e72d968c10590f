package cn.zhigong.membership.joining;

import static cn.zhigong.membership.joining.JoinProblem.APPLICATION_ALREADY_OPEN;
import static cn.zhigong.platform.problem.CommonProblem.NOT_FOUND;
import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toMap;

import cn.zhigong.membership.member.SealedPerson;
import cn.zhigong.platform.sql.CommitRows;
import cn.zhigong.platform.sql.Sql;
import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import io.quarkus.hibernate.orm.panache.common.ProjectedFieldName;
import jakarta.enterprise.context.ApplicationScoped;
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

/** Applications, and the consents that came with them. */
@ApplicationScoped
class JoinApplications implements PanacheRepositoryBase<JoinApplication, UUID> {

    private static final String OPEN = "state not in ('MEMBER_CREATED', 'REJECTED', 'WITHDRAWN')";

    /** Under review, or a transfer that must not be told from it. */
    private static final String AWAITED = "state = 'ROUTED' or (state = 'CONVERTED_TO_TRANSFER' and not disclosed)";

    private static final String INSERT = """
            insert into join_application (id, account, state, join_code_id,
                identity_type, identity, identity_index, name, phone, phone_index,
                employer_code, employer_name, employment_form, worker_group, district, street, zone,
                dispatch_choice, using_unit_code, using_unit_name, charter_version, filed_at, submitted_at, rests_since,
                identity_failures, checks, check_after, organisation_id, group_id, reasons, warnings, disclosed, version,
                account_vouched, code_union_id, code_group_id)
            values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, 0, 0, ?, ?, ?, '{}', '{}', false, 0, ?, ?, ?)
            on conflict (account) where %s do nothing
            """.formatted(OPEN);

    /**
     * Which applications are wanted.
     *
     * @param account of the officer, who sees of their own applications no more than any applicant
     * @param paths below which the union stands that could take the worker
     * @param after the last application of the page before
     */
    record Wanted(
            String account,
            List<String> paths,
            @Nullable String state,
            @Nullable Instant submittedAfter,
            @Nullable UUID after,
            int limit) {}

    /** What the check of an identity needs of an application. */
    record Claimed(
            UUID id, long version, @ProjectedFieldName("identityCheck.checks") int checks, SealedPerson person) {}

    private record Count(UUID joinCode, String state, int number) {}

    private final Sql sql;
    private final CommitRows rows;

    JoinApplications(Sql sql, CommitRows rows) {
        this.sql = sql;
        this.rows = rows;
    }

    /**
     * Stores a new application unless its account has one on its way: one round trip that neither looks before it leaps
     * nor breaks the transaction. Twenty at once wait for the first and then find it.
     */
    void file(JoinApplication one, List<NewApplication.Consent> consents) {
        while (insert(one) == 0) {
            openOf(one.account()).ifPresent(other -> {
                throw APPLICATION_ALREADY_OPEN.with("applicationId", other);
            });
            // It was closed between the two statements, so there is room now.
        }
        agreed(one.id(), consents, one.filedAt());
    }

    /** Keeps consents beside those that were given before. */
    void agreed(UUID application, List<NewApplication.Consent> consents, Instant at) {
        for (var consent : consents) {
            rows.add("""
                    insert into join_consent (application_id, purpose, version, reading_seconds, given_at)
                    values (?, ?, ?, ?, ?) on conflict do nothing""", application, consent.purpose(), consent.version(), consent.readingSeconds(), at);
        }
    }

    private int insert(JoinApplication one) {
        var person = one.person();
        var place = one.workplace();
        var origin = one.origin();
        return sql.update(
                INSERT,
                one.id(),
                one.account(),
                one.state(),
                one.joinCodeId(),
                person.identityType(),
                person.identity(),
                person.identityIndex(),
                person.name(),
                person.phone(),
                person.phoneIndex(),
                place.employerCode(),
                place.employerName(),
                place.employmentForm(),
                place.workerGroup(),
                place.district(),
                place.street(),
                place.zone(),
                place.dispatchChoice(),
                place.usingUnitCode(),
                place.usingUnitName(),
                one.charterVersion(),
                one.filedAt(),
                one.submittedAt(),
                one.restsSince(),
                one.identityCheck().checkAfter(),
                one.organisationId(),
                one.groupId(),
                one.applicant().accountVouched(),
                origin == null ? null : origin.codeUnionId(),
                origin == null ? null : origin.codeGroupId());
    }

    private Optional<UUID> openOf(String account) {
        return sql.first(
                "select id from join_application where account = ? and " + OPEN,
                row -> row.getObject(1, UUID.class),
                account);
    }

    /**
     * The open application that somebody without account filed with this phone for this document, locked; somebody's
     * with a login is theirs alone.
     */
    Optional<JoinApplication> openOf(byte[] phone, byte[] identity) {
        return sql.first(
                        "select id from join_application where identity_index = ? and phone_index = ?"
                                + " and account like 'applicant:%' and " + OPEN
                                + " order by id desc limit 1 for update",
                        row -> row.getObject(1, UUID.class),
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
        var patterns = wanted.paths().stream().map(path -> path + "%").toArray(String[]::new);
        var ids = sql.list(
                """
                select a.id from join_application a join directory_organisation o on o.id = a.organisation_id
                where o.path like any (?) and a.state <> 'DRAFT' and (?::text is null or ? = case
                    when a.state = 'CONVERTED_TO_TRANSFER' and not a.disclosed and a.account = ?
                    then case when a.review_by is null then 'ESCALATED' else 'ROUTED' end else a.state end)
                and (?::timestamptz is null or a.submitted_at > ?) and (?::uuid is null or a.id > ?)
                order by a.id limit ?
                """,
                row -> row.getObject(1, UUID.class),
                patterns,
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

    /**
     * Takes applications whose identity is to be checked, oldest first; nobody else takes them before the lease ends,
     * so a check that dies with its process is made again.
     */
    List<Claimed> claim(Instant now, Instant leaseEnds, int most) {
        var ids = sql.list("""
                update join_application set checks = checks + 1, check_after = ?
                where id in (select id from join_application where state = 'SUBMITTED' and check_after <= ?
                    order by check_after limit ? for update skip locked)
                returning id
                """, row -> row.getObject(1, UUID.class), leaseEnds, now, most);
        return ids.isEmpty()
                ? List.of()
                : find("id in ?1 order by id", ids).project(Claimed.class).list();
    }

    /** A check that came to nothing; not when the application was changed meanwhile. */
    void checkLater(UUID id, long version, Instant at) {
        sql.update(
                "update join_application set check_after = ? where id = ? and version = ? and state = 'SUBMITTED'",
                at,
                id,
                version);
    }

    /** Applications whose time of review is over, of any age, and those that are to look like them. */
    List<UUID> overdue(Instant now, Collection<UUID> without, int most) {
        return sql.list(
                "select id from join_application where (" + AWAITED
                        + ") and review_by <= ? and id <> all (?) order by review_by limit ?",
                row -> row.getObject(1, UUID.class),
                now,
                without.toArray(UUID[]::new),
                most);
    }

    long countAwaited() {
        return sql.first(
                        "select count(*) from join_application where (" + AWAITED + ") and review_by is not null",
                        row -> row.getLong(1))
                .orElse(0L);
    }

    /** Applications with a time of review, locked, in the order of their ids. */
    List<JoinApplication> awaitedAfter(UUID after, int most) {
        return locked(sql.list(
                "select id from join_application where (" + AWAITED
                        + ") and review_by is not null and id > ? order by id limit ?",
                row -> row.getObject(1, UUID.class),
                after,
                most));
    }

    /** Applications that have rested with their applicants since before a time. */
    List<UUID> atRest(Instant since, Collection<UUID> without, int most) {
        return sql.list("""
                select id from join_application where state in ('DRAFT', 'IDENTITY_FAILED', 'RETURNED')
                and rests_since <= ? and id <> all (?) order by rests_since limit ?
                """, row -> row.getObject(1, UUID.class), since, without.toArray(UUID[]::new), most);
    }

    /** The ids of the applications that came by a code and await a decision, after one of them. */
    List<UUID> underReview(UUID joinCode, UUID after, int most) {
        return sql.list("""
                select id from join_application where join_code_id = ? and state in ('VERIFIED', 'ROUTED', 'ESCALATED')
                and id > ? order by id limit ?
                """, row -> row.getObject(1, UUID.class), joinCode, after, most);
    }

    long countUnderReview(UUID joinCode) {
        return sql.first(
                        "select count(*) from join_application where join_code_id = ?"
                                + " and state in ('VERIFIED', 'ROUTED', 'ESCALATED')",
                        row -> row.getLong(1),
                        joinCode)
                .orElse(0L);
    }

    /** By join code and state. */
    Map<UUID, Map<String, Integer>> countsOf(Collection<UUID> joinCodes) {
        return sql
                .list(
                        """
                        select join_code_id, state, count(*) from join_application
                        where join_code_id = any (?) and state <> 'DRAFT' group by join_code_id, state
                        """,
                        row -> new Count(row.getObject(1, UUID.class), row.getString(2), row.getInt(3)),
                        (Object) joinCodes.toArray(UUID[]::new))
                .stream()
                .collect(groupingBy(Count::joinCode, toMap(Count::state, Count::number, Integer::sum, TreeMap::new)));
    }

    boolean anyOpenAt(UUID organisation) {
        return sql.first(
                        "select 1 from join_application where (organisation_id = ? or decider_id = ?) and " + OPEN
                                + " limit 1",
                        row -> row.getInt(1),
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
                """.formatted(OPEN),
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
