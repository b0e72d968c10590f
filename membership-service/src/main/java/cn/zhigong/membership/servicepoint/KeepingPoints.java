package cn.zhigong.membership.servicepoint;

import static cn.zhigong.platform.problem.CommonProblem.INVALID_CONTENT;

import cn.zhigong.membership.organisation.OrganisationHolds;
import cn.zhigong.platform.audit.Audit;
import cn.zhigong.platform.calendar.Calendars;
import cn.zhigong.platform.calendar.ChinaTime;
import cn.zhigong.platform.directory.GrantRole;
import cn.zhigong.platform.event.Outbox;
import cn.zhigong.platform.http.EntityTags;
import cn.zhigong.platform.http.MergePatch;
import cn.zhigong.platform.problem.Violation;
import cn.zhigong.platform.security.Access;
import cn.zhigong.platform.security.Caller;
import cn.zhigong.platform.time.Ids;
import com.fasterxml.jackson.databind.JsonNode;
import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What the officers of the union that owns a place do with it. */
@Singleton
class KeepingPoints {

    static final String AUDITED = "service-point";

    /** How a place gets into another state: the entity's verb, with its day and reason. */
    interface Verb {
        ServicePointEvent apply(ServicePoint point, LocalDate on, String reason);
    }

    private final ServicePoints points;
    private final OrganisationHolds holds;
    private final Access access;
    private final MergePatch patches;
    private final Outbox outbox;
    private final Audit audit;
    private final Calendars calendars;
    private final InstantSource clock;

    KeepingPoints(
            ServicePoints points,
            OrganisationHolds holds,
            Access access,
            MergePatch patches,
            Outbox outbox,
            Audit audit,
            Calendars calendars,
            InstantSource clock) {
        this.points = points;
        this.holds = holds;
        this.access = access;
        this.patches = patches;
        this.outbox = outbox;
        this.audit = audit;
        this.calendars = calendars;
        this.clock = clock;
    }

    @Transactional
    public ServicePointView enter(Caller officer, NewServicePoint wanted) {
        access.require(officer, wanted.organisationId(), GrantRole.OFFICER);
        holds.hold(wanted.organisationId());
        requireFit(wanted.type(), wanted.facts());
        var today = today();
        var plannedOn = Objects.requireNonNullElse(wanted.plannedOn(), today);
        if (plannedOn.isAfter(today)) {
            throw INVALID_CONTENT.at("plannedOn", "IN_THE_FUTURE");
        }
        var entered = new ServicePoint(
                Ids.next(), wanted.type(), wanted.organisationId(), wanted.facts(), plannedOn, clock.instant());
        points.persistAndFlush(entered);
        points.recordStep(entered, officer.account(), clock.instant());
        outbox.publish(entered.entered());
        audit.record("service-point.enter", AUDITED, entered.id(), Map.of("type", wanted.type()));
        return view(entered);
    }

    /** Changes what is said of a place; its type, owner and state cannot be reached this way. */
    @Transactional
    public ServicePointView correct(Caller officer, UUID id, @Nullable String ifMatch, @Nullable JsonNode patch) {
        var point = owned(officer, id);
        EntityTags.requireCurrent(ifMatch, point.version());
        var facts = patches.apply(patch, point.facts(), PointFacts.class);
        requireFit(point.type(), facts);
        var event = point.correct(facts);
        points.flush();
        outbox.publish(event);
        var fields = Objects.requireNonNull(patch)
                .propertyStream()
                .map(Map.Entry::getKey)
                .toList();
        audit.record("service-point.correct", AUDITED, id, Map.of("fields", fields));
        return view(point);
    }

    /**
     * Takes a step, today or on an earlier day than today.
     *
     * @param action as the audit calls it
     */
    @Transactional
    public ServicePointView step(
            Caller officer, UUID id, String action, Verb verb, @Nullable LocalDate on, String reason) {
        var point = owned(officer, id);
        var today = today();
        var day = Objects.requireNonNullElse(on, today);
        var lastStep = point.stateSince();
        var event = verb.apply(point, day, reason);
        PointRules.faultOfDay(day, lastStep, today).ifPresent(code -> {
            throw INVALID_CONTENT.at("on", code);
        });
        points.flush();
        points.recordStep(point, officer.account(), clock.instant());
        outbox.publish(event);
        audit.record("service-point." + action, AUDITED, id, Map.of("on", day.toString()));
        return view(point);
    }

    /** A place that the caller may change, held until the transaction ends. */
    ServicePoint owned(Caller officer, UUID id) {
        var point = points.locked(id);
        access.require(officer, point.organisationId(), GrantRole.OFFICER);
        return point;
    }

    private static void requireFit(PointType type, PointFacts facts) {
        var violations = PointRules.faults(type, facts).stream()
                .map(fault -> new Violation(fault.field(), fault.code()))
                .toList();
        if (!violations.isEmpty()) {
            throw INVALID_CONTENT.problem().at(violations);
        }
    }

    private LocalDate today() {
        return ChinaTime.dayOf(clock.instant());
    }

    private ServicePointView view(ServicePoint point) {
        return ServicePointView.of(point, clock.instant(), calendars.current());
    }
}
