package cn.zhigong.membership.servicepoint;

import static cn.zhigong.membership.servicepoint.ServicePointProblem.POINT_REPORT_ALREADY_OPEN;
import static cn.zhigong.platform.problem.CommonProblem.NOT_FOUND;

import cn.zhigong.platform.background.Forgetting;
import cn.zhigong.platform.security.Subtrees;
import cn.zhigong.platform.sql.Locks;
import cn.zhigong.platform.sql.Sql;
import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.inject.Singleton;
import jakarta.persistence.LockModeType;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Reports of members about places. */
@Singleton
class PointReports implements PanacheRepositoryBase<PointReport, UUID>, Forgetting {

    /** So long a member can see what became of theirs. */
    private static final Duration KEPT = Duration.ofDays(365);

    private final Sql sql;
    private final Locks locks;

    PointReports(Sql sql, Locks locks) {
        this.sql = sql;
        this.locks = locks;
    }

    /** One that is about this place. */
    PointReport get(UUID point, UUID id) {
        return findByIdOptional(id).filter(one -> one.pointId().equals(point)).orElseThrow(NOT_FOUND::problem);
    }

    /** For settling it: whoever comes second waits, and then sees what the first has done. */
    PointReport locked(UUID point, UUID id) {
        return findByIdOptional(id, LockModeType.PESSIMISTIC_WRITE)
                .filter(one -> one.pointId().equals(point))
                .orElseThrow(NOT_FOUND::problem);
    }

    /**
     * When an account filed since a time, newest first; whoever files for the same account at the same time waits here
     * until the running transaction has ended, so that a hundred at once are counted one by one.
     */
    List<Instant> filedBy(String account, Instant since) {
        locks.hold("point-report " + account);
        return sql.list(
                "select filed_at from point_report where account = ? and filed_at > ? order by filed_at desc",
                row -> row.instant(1),
                account,
                since);
    }

    /** Keeps a new one, unless its account has said the same of the place and waits for an answer. */
    void file(PointReport one) {
        var filed = sql.update(
                """
                insert into point_report (id, point_id, account, kind, text, state, filed_at, changed, version)
                values (?, ?, ?, ?, ?, ?, ?, false, 0)
                on conflict (account, point_id, kind) where state = 'OPEN' do nothing
                """, one.id(), one.pointId(), one.account(), one.kind(), one.text(), one.state(), one.filedAt());
        if (filed == 0) {
            throw POINT_REPORT_ALREADY_OPEN.with("reportId", openOf(one));
        }
    }

    private UUID openOf(PointReport one) {
        return sql.first(
                        "select id from point_report where account = ? and point_id = ? and kind = ? and state = 'OPEN'",
                        row -> row.uuid(1),
                        one.account(),
                        one.pointId(),
                        one.kind())
                .orElseThrow();
    }

    /** Reports about one place, or about all in some subtrees, oldest first. */
    List<PointReport> page(
            Subtrees subtrees, @Nullable UUID point, @Nullable ReportState state, @Nullable UUID after, int most) {
        var ids = sql.list(
                """
                select r.id from point_report r join service_point p on p.id = r.point_id
                join directory_organisation o on o.id = p.organisation_id
                where %s
                and (?::uuid is null or r.point_id = ?) and (?::text is null or r.state = ?)
                and (?::uuid is null or r.id > ?) order by r.id limit ?
                """.formatted(Subtrees.within("o.path")),
                row -> row.uuid(1),
                subtrees.parameter(),
                point,
                point,
                state,
                state,
                after,
                after,
                most);
        return list("id in ?1 order by id", ids);
    }

    @Override
    public int forget(Instant now, int most) {
        return sql.update("""
                delete from point_report where id in (
                    select id from point_report where state <> 'OPEN' and settled_at < ? limit ?)
                """, now.minus(KEPT), most);
    }
}
