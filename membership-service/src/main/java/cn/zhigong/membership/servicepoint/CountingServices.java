package cn.zhigong.membership.servicepoint;

import static cn.zhigong.membership.servicepoint.ServicePointProblem.MONTH_ALREADY_REPORTED;
import static cn.zhigong.membership.servicepoint.ServicePointProblem.SERVICES_NOT_COUNTED;
import static cn.zhigong.platform.problem.CommonProblem.INVALID_CONTENT;
import static cn.zhigong.platform.problem.CommonProblem.NOT_FOUND;

import cn.zhigong.membership.servicepoint.MonthlyServices.MonthlyCount;
import cn.zhigong.platform.audit.Audit;
import cn.zhigong.platform.calendar.ChinaTime;
import cn.zhigong.platform.directory.GrantRole;
import cn.zhigong.platform.reference.VisibleText;
import cn.zhigong.platform.security.Access;
import cn.zhigong.platform.security.Caller;
import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;
import java.time.InstantSource;
import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** Health service points report each month what they rendered. */
@Singleton
class CountingServices {

    private final MonthlyServices months;
    private final ServicePoints points;
    private final KeepingPoints keeping;
    private final Access access;
    private final Audit audit;
    private final InstantSource clock;

    CountingServices(
            MonthlyServices months,
            ServicePoints points,
            KeepingPoints keeping,
            Access access,
            Audit audit,
            InstantSource clock) {
        this.months = months;
        this.points = points;
        this.keeping = keeping;
        this.access = access;
        this.audit = audit;
        this.clock = clock;
    }

    @Transactional
    public MonthlyCount report(Caller officer, UUID pointId, String month, int services) {
        var point = keeping.owned(officer, pointId);
        if (!point.type().countsServices()) {
            throw SERVICES_NOT_COUNTED.with("type", point.type());
        }
        var now = clock.instant();
        if (YearMonth.parse(month).isAfter(YearMonth.from(ChinaTime.dayOf(now)))) {
            throw INVALID_CONTENT.at("month", "IN_THE_FUTURE");
        }
        if (months.latest(pointId, month).isPresent()) {
            throw MONTH_ALREADY_REPORTED.with("month", month);
        }
        var count = new MonthlyCount(month, 1, services, null, now);
        months.add(pointId, count, officer.account());
        audit.record("service-count.report", KeepingPoints.AUDITED, pointId, Map.of("month", month));
        return count;
    }

    /** What was reported stays beside what holds from now on. */
    @Transactional
    public MonthlyCount correct(Caller officer, UUID pointId, String month, int services, String reason) {
        var _ = keeping.owned(officer, pointId);
        var before = months.latest(pointId, month).orElseThrow(NOT_FOUND::problem);
        var count =
                new MonthlyCount(month, before.number() + 1, services, VisibleText.normalised(reason), clock.instant());
        months.add(pointId, count, officer.account());
        audit.record("service-count.correct", KeepingPoints.AUDITED, pointId, Map.of("month", month));
        return count;
    }

    @Transactional
    public List<MonthlyCount> list(Caller officer, UUID pointId) {
        access.require(officer, points.get(pointId).organisationId(), GrantRole.VIEWER);
        return months.all(pointId);
    }
}
