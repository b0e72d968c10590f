package cn.zhigong.membership.importing;

import static cn.zhigong.platform.problem.CommonProblem.NOT_FOUND;

import cn.zhigong.platform.security.Subtrees;
import cn.zhigong.platform.sql.Sql;
import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.inject.Singleton;
import jakarta.persistence.LockModeType;
import java.time.Instant;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The imports. */
@Singleton
class RosterImports implements PanacheRepositoryBase<RosterImport, UUID> {

    private final Sql sql;

    RosterImports(Sql sql) {
        this.sql = sql;
    }

    RosterImport get(UUID id) {
        return findByIdOptional(id).orElseThrow(NOT_FOUND::problem);
    }

    /** One that nobody else changes until the transaction ends; empty while somebody else does. */
    Optional<RosterImport> claimed(UUID id) {
        return sql.first("select id from roster_import where id = ? for update skip locked", row -> row.uuid(1), id)
                .map(this::findById);
    }

    /** Those that the platform has something to do on; the one that has waited longest first. */
    List<UUID> inWork(Collection<UUID> without, int most) {
        return sql.list("""
                select id from roster_import where %s and id <> all (?) order by worked_at limit ?
                """.formatted(ImportState.IS_IN_WORK), row -> row.uuid(1), without.toArray(UUID[]::new), most);
    }

    /** Undecided since before one time, ended before another with rows still kept, or taken back before a third. */
    List<UUID> old(Instant undecided, Instant ended, Instant takenBack, Collection<UUID> without, int most) {
        return sql.list(
                """
                select id from roster_import
                where (%s and uploaded_at <= ? or ended_at <= ?
                    or state = 'ROLLED_BACK' and ended_at <= ?)
                and rows_kept and id <> all (?) order by id limit ?
                """.formatted(ImportState.IS_PENDING),
                row -> row.uuid(1),
                undecided,
                ended,
                takenBack,
                without.toArray(UUID[]::new),
                most);
    }

    UUID organisationOf(UUID id) {
        return sql.first("select organisation_id from roster_import where id = ?", row -> row.uuid(1), id)
                .orElseThrow(NOT_FOUND::problem);
    }

    List<RosterImport> within(Subtrees subtrees, @Nullable ImportState state, @Nullable UUID after, int limit) {
        var ids = sql.list(
                """
                select i.id from roster_import i join directory_organisation o on o.id = i.organisation_id
                where %s and (?::text is null or i.state = ?) and (?::uuid is null or i.id > ?) order by i.id limit ?
                """.formatted(Subtrees.within("o.path")),
                row -> row.uuid(1),
                subtrees.parameter(),
                state,
                state,
                after,
                after,
                limit);
        return ids.isEmpty() ? List.of() : list("id in ?1 order by id", ids);
    }

    /** When somebody sent files, newest first, read or not. */
    List<Instant> uploadsOf(String account, Instant since, int most) {
        return sql.list(
                "select at from roster_upload where account = ? and at > ? order by at desc limit ?",
                row -> row.instant(1),
                account,
                since,
                most);
    }

    void noteUpload(String account, Instant now) {
        sql.update("insert into roster_upload (account, at) values (?, ?)", account, now);
    }

    /** Counts an attempt to read a file, in a transaction of its own: a process that dies of it leaves the count. */
    int attempt(UUID importId) {
        return QuarkusTransaction.requiringNew()
                .call(() -> sql.first("""
                        insert into roster_attempt (import_id, times) values (?, 1)
                        on conflict (import_id) do update set times = roster_attempt.times + 1 returning times
                        """, row -> row.integer(1), importId).orElseThrow());
    }

    int forgetUploads(Instant before, int most) {
        return sql.update(
                "delete from roster_upload where ctid = any (array(select ctid from roster_upload where at < ? limit ?))",
                before,
                most);
    }

    /** Whether anything of an import could still be asked of the organisation: its rows are there. */
    boolean anyAt(UUID organisation) {
        return sql.first(
                        "select 1 from roster_import where organisation_id = ? and rows_kept limit 1",
                        row -> row.integer(1),
                        organisation)
                .isPresent();
    }

    List<RosterImport> pendingAt(UUID organisation) {
        return find(
                        "organisationId = ?1 and state in ?2 order by id",
                        organisation,
                        Arrays.stream(ImportState.values())
                                .filter(ImportState::isPending)
                                .toList())
                .withLock(LockModeType.PESSIMISTIC_WRITE)
                .list();
    }

    void passOn(UUID ended, UUID successor) {
        sql.update(
                "update roster_import set version = version + 1, organisation_id = ? where organisation_id = ?",
                successor,
                ended);
    }
}
