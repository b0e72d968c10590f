package cn.zhigong.membership.member;

import static cn.zhigong.platform.problem.CommonProblem.NOT_FOUND;

import cn.zhigong.platform.security.Subtrees;
import cn.zhigong.platform.sql.Row;
import cn.zhigong.platform.sql.Sql;
import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.inject.Singleton;
import jakarta.persistence.LockModeType;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Memberships, and the persons and logins they belong to. */
@Singleton
class Members implements PanacheRepositoryBase<Member, UUID> {

    /**
     * Which members are wanted.
     *
     * @param subtrees in which their union stands
     * @param after the last member of the page before
     */
    record Wanted(
            Subtrees subtrees,
            @Nullable String state,
            @Nullable String workerGroup,
            @Nullable String number,
            @Nullable UUID after,
            int limit) {}

    private final Sql sql;

    Members(Sql sql) {
        this.sql = sql;
    }

    Member get(UUID id) {
        return findByIdOptional(id).orElseThrow(NOT_FOUND::problem);
    }

    /** One that nobody else changes until the transaction ends. */
    Member locked(UUID id) {
        return findByIdOptional(id, LockModeType.PESSIMISTIC_WRITE).orElseThrow(NOT_FOUND::problem);
    }

    /** Several that nobody else changes until the transaction ends. */
    List<Member> lockedInOrder(List<UUID> ids) {
        return ids.isEmpty()
                ? List.of()
                : find("id in ?1 order by id", ids)
                        .withLock(LockModeType.PESSIMISTIC_WRITE)
                        .list();
    }

    /** Gives a locked membership its next version, whether a column of it changed or not. */
    void advance(Member member) {
        getEntityManager().lock(member, LockModeType.PESSIMISTIC_FORCE_INCREMENT);
    }

    Map<UUID, Long> versionsOf(List<UUID> ids) {
        return sql
                .list(
                        "select id, version from member where id = any (?)",
                        row -> Map.entry(id(row), row.bigint(2)),
                        (Object) ids.toArray(UUID[]::new))
                .stream()
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    Optional<String> accountOf(UUID id) {
        return sql.first("select account from member where id = ? and account is not null", row -> row.text(1), id);
    }

    /** The newest membership of whoever logs in like this. */
    Optional<Member> ofAccount(String account) {
        return find("account = ?1 order by joinedOn desc, id desc", account).firstResultOptional();
    }

    /** The newest membership of the person with this document. */
    Optional<Member> ofIdentity(byte[] index) {
        return sql.first("""
                        select m.id from person_identity i join member m on m.person_id = i.person_id
                        where i.identity_index = ? order by m.joined_on desc, m.id desc limit 1
                        """, Members::id, index).map(this::get);
    }

    List<Member> ofPhone(byte[] index, Subtrees subtrees, int limit) {
        return entities(
                sql.list("""
                select m.id from person p join member m on m.person_id = p.id
                join directory_organisation o on o.id = m.organisation_id
                where p.phone_index = ? and %s order by m.id limit ?
                """.formatted(Subtrees.within("o.path")), Members::id, index, subtrees.parameter(), limit));
    }

    List<Member> wanted(Wanted wanted) {
        return entities(sql.list(
                """
                select m.id from member m join directory_organisation o on o.id = m.organisation_id
                where %s
                and (?::text is null or m.state = ?) and (?::text is null or m.worker_group = ?)
                and (?::text is null or m.number = ?) and (?::uuid is null or m.id > ?)
                order by m.id limit ?
                """.formatted(Subtrees.within("o.path")),
                Members::id,
                wanted.subtrees().parameter(),
                wanted.state(),
                wanted.state(),
                wanted.workerGroup(),
                wanted.workerGroup(),
                wanted.number(),
                wanted.number(),
                wanted.after(),
                wanted.after(),
                wanted.limit()));
    }

    private List<Member> entities(List<UUID> ids) {
        return ids.isEmpty() ? List.of() : list("id in ?1 order by id", ids);
    }

    boolean anyAt(UUID organisation) {
        return sql.first(
                        "select 1 from member where organisation_id = ? and " + MemberState.IS_MEMBERSHIP + " limit 1",
                        row -> row.integer(1),
                        organisation)
                .isPresent();
    }

    /** Some of the memberships at an organisation that have not ended, locked. */
    List<Member> someAt(UUID organisation, int most) {
        return find("organisationId = ?1 and state in ?2 order by id", organisation, MemberState.MEMBERSHIPS)
                .withLock(LockModeType.PESSIMISTIC_WRITE)
                .page(0, most)
                .list();
    }

    /** Writes changes and forgets who was changed, so that however many there are, few are in memory. */
    void writeAndForget(List<Member> changed) {
        flush();
        changed.forEach(getEntityManager()::detach);
    }

    /** The membership of a person that has not ended. */
    Optional<Standing.Membership> current(UUID person) {
        return sql.first(
                "select id, organisation_id from member where person_id = ? and " + MemberState.IS_MEMBERSHIP,
                row -> new Standing.Membership(id(row), row.uuid(2)),
                person);
    }

    /**
     * Makes a document the given person's unless it is somebody's already; nobody else can admit or link that person
     * until the transaction ends.
     *
     * @return whose document it is
     */
    UUID claimIdentity(byte[] index, UUID person) {
        return sql.first("""
                insert into person_identity (identity_index, person_id) values (?, ?)
                on conflict (identity_index) do update set identity_index = excluded.identity_index
                returning person_id
                """, Members::id, index, person).orElseThrow();
    }

    /** Makes a login the given person's unless it is somebody's already; gives whose it is. */
    UUID claimAccount(String account, UUID person) {
        return sql.first("""
                insert into person_account (account, person_id) values (?, ?)
                on conflict (account) do update set account = excluded.account
                returning person_id
                """, Members::id, account, person).orElseThrow();
    }

    MemberNumber nextNumber() {
        return sql.first("select nextval('member_serial')", row -> MemberNumber.of(row.bigint(1)))
                .orElseThrow();
    }

    private static UUID id(Row row) {
        return row.uuid(1);
    }
}
