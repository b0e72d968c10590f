package cn.zhigong.membership.importing;

import static cn.zhigong.platform.problem.CommonProblem.NOT_FOUND;

import cn.zhigong.platform.security.Subtrees;
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
                select id from roster_import where state in ('UPLOADED', 'PARSED', 'APPLYING', 'ROLLING_BACK')
                and id <> all (?) order by worked_at limit ?
                """, row -> row.uuid(1), without.toArray(UUID[]::new), most);
    }

    /** Undecided since before one time, or ended before another with rows still kept. */
    List<UUID> old(Instant undecided, Instant ended, Collection<UUID> without, int most) {
        return sql.list("""
                select id from roster_import
                where (state in ('VALIDATED', 'CONFIRMED') and uploaded_at <= ? or ended_at <= ?)
                and rows_kept and id <> all (?) order by id limit ?
                """, row -> row.uuid(1), undecided, ended, without.toArray(UUID[]::new), most);
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

    /** When somebody uploaded files, newest first. */
    List<Instant> uploadsOf(String account, Instant since, int most) {
        return sql.list(
                "select uploaded_at from roster_import where uploaded_by = ? and uploaded_at > ?"
                        + " order by uploaded_at desc limit ?",
                row -> row.instant(1),
                account,
                since,
                most);
    }

    boolean anyUnendedAt(UUID organisation) {
        return sql.first("""
                        select 1 from roster_import where organisation_id = ? and state in
                            ('UPLOADED', 'PARSED', 'VALIDATED', 'CONFIRMED', 'APPLYING', 'ROLLING_BACK') limit 1
                        """, row -> row.integer(1), organisation).isPresent();
    }

    List<RosterImport> pendingAt(UUID organisation) {
        return find(
                        "organisationId = ?1 and state in ?2 order by id",
                        organisation,
                        List.of(ImportState.UPLOADED, ImportState.PARSED, ImportState.VALIDATED, ImportState.CONFIRMED))
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
