package cn.zhigong.membership.servicepoint;

import static cn.zhigong.platform.problem.CommonProblem.NOT_FOUND;

import cn.zhigong.platform.sql.CommitRows;
import cn.zhigong.platform.sql.Sql;
import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.inject.Singleton;
import jakarta.persistence.LockModeType;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Service points by id, and the steps they took. */
@Singleton
class ServicePoints implements PanacheRepositoryBase<ServicePoint, UUID> {

    /** A step that a place took, as everybody may read it. */
    record TakenStep(
            PointState state, LocalDate since, @Nullable String reason) {}

    private final Sql sql;
    private final CommitRows rows;

    ServicePoints(Sql sql, CommitRows rows) {
        this.sql = sql;
        this.rows = rows;
    }

    ServicePoint get(UUID id) {
        return findByIdOptional(id).orElseThrow(NOT_FOUND::problem);
    }

    /** For a change: whoever comes second waits, and then sees what the first has done. */
    ServicePoint locked(UUID id) {
        return findByIdOptional(id, LockModeType.PESSIMISTIC_WRITE).orElseThrow(NOT_FOUND::problem);
    }

    Map<UUID, ServicePoint> byId(Collection<UUID> ids) {
        return list("id in ?1", ids).stream().collect(Collectors.toMap(ServicePoint::id, Function.identity()));
    }

    /** Keeps the step that a place has just taken. */
    void recordStep(ServicePoint point, String officer, Instant now) {
        rows.add("""
                insert into service_point_step (point_id, number, state, since, reason, recorded_at, recorded_by)
                select ?, coalesce(max(number), 0) + 1, ?, ?, ?, ?, ? from service_point_step where point_id = ?
                """, point.id(), point.state(), point.stateSince(), point.stateReason(), now, officer, point.id());
    }

    /** Every step, the first one first. */
    List<TakenStep> steps(UUID id) {
        return sql.list(
                "select state, since, reason from service_point_step where point_id = ? order by number",
                row -> new TakenStep(row.constant(1, PointState.class), row.day(2), row.textOrNull(3)),
                id);
    }

    boolean anyAt(UUID organisation) {
        return count("organisationId = ?1 and state <> ?2", organisation, PointState.CLOSED) > 0;
    }

    /** Some that an organisation owns and that are not closed, locked. */
    List<ServicePoint> someAt(UUID organisation, int most) {
        return find("organisationId = ?1 and state <> ?2 order by id", organisation, PointState.CLOSED)
                .withLock(LockModeType.PESSIMISTIC_WRITE)
                .page(0, most)
                .list();
    }
}
