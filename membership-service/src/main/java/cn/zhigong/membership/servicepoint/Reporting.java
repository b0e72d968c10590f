package cn.zhigong.membership.servicepoint;

import static cn.zhigong.platform.problem.CommonProblem.NOT_FOUND;
import static cn.zhigong.platform.problem.CommonProblem.TOO_MANY_REQUESTS;

import cn.zhigong.platform.audit.Audit;
import cn.zhigong.platform.directory.GrantRole;
import cn.zhigong.platform.security.Access;
import cn.zhigong.platform.security.Caller;
import cn.zhigong.platform.time.Ids;
import com.fasterxml.jackson.databind.JsonNode;
import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What members say is wrong with places, and what officers make of it. */
@Singleton
class Reporting {

    private static final String AUDITED = "point-report";

    private final PointReports reports;
    private final ServicePoints points;
    private final KeepingPoints keeping;
    private final Access access;
    private final Audit audit;
    private final InstantSource clock;

    Reporting(
            PointReports reports,
            ServicePoints points,
            KeepingPoints keeping,
            Access access,
            Audit audit,
            InstantSource clock) {
        this.reports = reports;
        this.points = points;
        this.keeping = keeping;
        this.access = access;
        this.audit = audit;
        this.clock = clock;
    }

    /**
     * Files a report.
     *
     * @throws cn.zhigong.platform.problem.Problem SERVICE_POINT_CLOSED, POINT_REPORT_ALREADY_OPEN, TOO_MANY_REQUESTS
     */
    @Transactional
    public PointReportView file(Caller member, UUID pointId, ReportKind kind, String text) {
        points.get(pointId).requireNotClosed();
        var now = clock.instant();
        ReportRules.THROTTLE.require(
                reports.filedBy(member.account(), ReportRules.THROTTLE.since(now)), now, TOO_MANY_REQUESTS);
        var report = new PointReport(Ids.next(), pointId, member.account(), kind, text, now);
        reports.file(report);
        audit.record("point-report.file", AUDITED, report.id(), Map.of("kind", kind));
        return PointReportView.of(report);
    }

    /** One's own, or one about a place of one's unions. */
    @Transactional
    public PointReportView read(Caller caller, UUID pointId, UUID id) {
        var report = reports.get(pointId, id);
        if (!report.isOf(caller.account())
                && !access.allows(caller, points.get(pointId).organisationId(), GrantRole.VIEWER)) {
            throw NOT_FOUND.problem();
        }
        return PointReportView.of(report);
    }

    /** Up to {@code most} about places of the unions that the caller may see, or about one of these places. */
    @Transactional
    public List<PointReportView> list(
            Caller officer,
            @Nullable UUID under,
            @Nullable UUID pointId,
            @Nullable ReportState state,
            @Nullable UUID after,
            int most) {
        var owner = pointId == null ? under : points.get(pointId).organisationId();
        var subtrees = access.visible(officer, owner, GrantRole.VIEWER);
        return reports.page(subtrees, pointId, state, after, most).stream()
                .map(PointReportView::of)
                .toList();
    }

    /**
     * The member was right.
     *
     * @param change a merge patch of the place, made against the version of {@code ifMatch}; none when there is nothing
     *     to correct, or it was corrected before
     */
    @Transactional
    public PointReportView accept(
            Caller officer,
            UUID pointId,
            UUID id,
            @Nullable String note,
            @Nullable JsonNode change,
            @Nullable String ifMatch) {
        var _ = keeping.owned(officer, pointId);
        var report = reports.locked(pointId, id);
        var withChange = change != null && !change.isNull();
        report.accept(withChange, note, officer.account(), clock.instant());
        if (withChange) {
            var _ = keeping.correct(officer, pointId, ifMatch, change);
        }
        reports.flush();
        audit.record("point-report.accept", AUDITED, id, Map.of("changed", withChange));
        return PointReportView.of(report);
    }

    @Transactional
    public PointReportView dismiss(Caller officer, UUID pointId, UUID id, String reason) {
        var _ = keeping.owned(officer, pointId);
        var report = reports.locked(pointId, id);
        report.dismiss(reason, officer.account(), clock.instant());
        reports.flush();
        audit.record("point-report.dismiss", AUDITED, id, Map.of());
        return PointReportView.of(report);
    }
}
