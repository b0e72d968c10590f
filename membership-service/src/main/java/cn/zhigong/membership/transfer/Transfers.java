package cn.zhigong.membership.transfer;

import static cn.zhigong.platform.problem.CommonProblem.NOT_FOUND;

import cn.zhigong.platform.security.Subtrees;
import cn.zhigong.platform.sql.Literals;
import cn.zhigong.platform.sql.Sql;
import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.inject.Singleton;
import jakarta.persistence.LockModeType;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Transfers of memberships. */
@Singleton
class Transfers implements PanacheRepositoryBase<Transfer, UUID> {

    /** As a condition in SQL, in the words of the index that keeps a member's one open transfer. */
    static final String OPEN = "state in " + Literals.list(Transfer.State.open());

    /** A transfer, and the application for which it was proposed. */
    record Proposal(UUID id, @Nullable UUID applicationId) {}

    private final Sql sql;

    Transfers(Sql sql) {
        this.sql = sql;
    }

    /** Stores a new transfer unless its member has an open one. */
    boolean open(Transfer one) {
        return sql.update(
                        """
                        insert into transfer (id, member_id, application_id, from_organisation_id, to_organisation_id,
                            reason, opened_by, asked_by_member, chair_in_term, state, opened_at, version)
                        values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, 0) on conflict (member_id) where\s""" + OPEN + " do nothing",
                        one.id(),
                        one.memberId(),
                        one.applicationId(),
                        one.fromOrganisationId(),
                        one.toOrganisationId(),
                        one.reason(),
                        one.openedBy(),
                        one.askedByMember(),
                        one.chairInTerm(),
                        one.state(),
                        one.openedAt())
                == 1;
    }

    /** One that should not have been opened, in the transaction that did. */
    void discard(UUID id) {
        sql.update("delete from transfer where id = ?", id);
    }

    /** The open transfer of a member; not locked. */
    Optional<UUID> openOf(UUID member) {
        return sql.first("select id from transfer where member_id = ? and " + OPEN, row -> row.uuid(1), member);
    }

    boolean anyOpenAt(UUID organisation) {
        return sql.first(
                        "select 1 from transfer where ? in (from_organisation_id, to_organisation_id) and " + OPEN,
                        row -> row.integer(1),
                        organisation)
                .isPresent();
    }

    /** Open transfers between two unions, in either direction; not locked. */
    List<UUID> openBetween(UUID one, UUID other) {
        return sql.list(
                "select id from transfer where (from_organisation_id, to_organisation_id) in ((?, ?), (?, ?)) and "
                        + OPEN + " order by id",
                row -> row.uuid(1),
                one,
                other,
                other,
                one);
    }

    int countOpened(List<UUID> ids) {
        return Math.toIntExact(count("id in ?1 and state = ?2", ids, Transfer.State.OPENED));
    }

    /** Not locked. */
    Optional<Proposal> proposal(UUID id) {
        return find("id", id).project(Proposal.class).firstResultOptional();
    }

    Transfer get(UUID id) {
        return findByIdOptional(id).orElseThrow(NOT_FOUND::problem);
    }

    /** Asked for by their members and unanswered since before a time, oldest first. */
    List<Transfer> unanswered(Instant openedBy, Collection<UUID> without, int most) {
        var ids = sql.list(
                "select id from transfer where state = 'OPENED' and asked_by_member and not chair_in_term"
                        + " and opened_at <= ? and id <> all (?) order by opened_at limit ?",
                row -> row.uuid(1),
                openedBy,
                without.toArray(UUID[]::new),
                most);
        return ids.isEmpty() ? List.of() : list("id in ?1 order by openedAt", ids);
    }

    Transfer locked(UUID id) {
        return findByIdOptional(id, LockModeType.PESSIMISTIC_WRITE).orElseThrow(NOT_FOUND::problem);
    }

    /** Open transfers go on at the successor. */
    void passOn(UUID ended, UUID successor) {
        sql.update(
                "update transfer set version = version + 1, from_organisation_id = ? where from_organisation_id = ? and "
                        + OPEN,
                successor,
                ended);
        sql.update(
                "update transfer set version = version + 1, to_organisation_id = ? where to_organisation_id = ? and "
                        + OPEN,
                successor,
                ended);
    }

    List<Transfer> ofMember(UUID member) {
        return list("memberId = ?1 order by id", member);
    }

    /**
     * Those that leave or enter a union in one of the subtrees, without what the officer proposed by an application for
     * somebody else: nobody learns whose member a person is by applying for them.
     */
    List<Transfer> touching(Subtrees subtrees, String officer, @Nullable UUID after, int limit) {
        var ids = sql.list(
                """
                select t.id from transfer t
                join directory_organisation source on source.id = t.from_organisation_id
                join directory_organisation target on target.id = t.to_organisation_id
                where (%s or %s) and (t.asked_by_member or t.application_id is null or t.opened_by <> ?)
                and (?::uuid is null or t.id > ?)
                order by t.id limit ?
                """.formatted(Subtrees.within("source.path"), Subtrees.within("target.path")),
                row -> row.uuid(1),
                subtrees.parameter(),
                subtrees.parameter(),
                officer,
                after,
                after,
                limit);
        return ids.isEmpty() ? List.of() : list("id in ?1 order by id", ids);
    }
}
