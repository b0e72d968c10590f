package cn.zhigong.membership.joining;

import static cn.zhigong.membership.joining.JoinProblem.OWN_APPLICATION;
import static cn.zhigong.platform.problem.CommonProblem.FORBIDDEN;
import static cn.zhigong.platform.problem.CommonProblem.INVALID_CONTENT;
import static cn.zhigong.platform.problem.CommonProblem.NOT_FOUND;

import cn.zhigong.membership.member.Channel;
import cn.zhigong.membership.member.Memberships;
import cn.zhigong.platform.audit.Audit;
import cn.zhigong.platform.directory.GrantRole;
import cn.zhigong.platform.event.Outbox;
import cn.zhigong.platform.problem.Problem;
import cn.zhigong.platform.security.Access;
import cn.zhigong.platform.security.Caller;
import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** What a union's officers do with applications. */
@Singleton
public class Reviewing {

    /**
     * What became of one of many.
     *
     * @param status as if it had been asked for alone
     * @param state of the application afterwards
     * @param code of the problem, when there was one
     */
    public record Outcome(
            UUID id,
            int status,
            @Nullable ApplicationState state,
            @Nullable String code) {}

    private final JoinApplications applications;
    private final Memberships memberships;
    private final Admitting admitting;
    private final ApplicationViews views;
    private final Access access;
    private final Outbox outbox;
    private final Audit audit;
    private final InstantSource clock;

    Reviewing(
            JoinApplications applications,
            Memberships memberships,
            Admitting admitting,
            ApplicationViews views,
            Access access,
            Outbox outbox,
            Audit audit,
            InstantSource clock) {
        this.applications = applications;
        this.memberships = memberships;
        this.admitting = admitting;
        this.views = views;
        this.access = access;
        this.outbox = outbox;
        this.audit = audit;
        this.clock = clock;
    }

    /** One application, for its applicant or for an officer of the union it is with. */
    @Transactional
    ApplicationView read(Caller caller, UUID id) {
        var application = applications.get(id);
        if (application.isOf(caller.account())) {
            return views.forApplicant(application);
        }
        requireVisible(caller, application);
        return views.forOfficer(application);
    }

    @Transactional
    List<ApplicationView> list(
            Caller officer,
            @Nullable UUID under,
            @Nullable ApplicationState state,
            @Nullable Instant submittedAfter,
            @Nullable UUID after,
            int limit) {
        var subtrees = access.visible(officer, under, GrantRole.VIEWER);
        var wanted = new JoinApplications.Wanted(
                officer.account(), subtrees, state == null ? null : state.name(), submittedAfter, after, limit);
        return applications.wanted(wanted).stream()
                .map(one -> one.isOf(officer.account()) ? views.forApplicant(one) : views.forOfficer(one))
                .toList();
    }

    @Transactional
    ApplicationView approve(Caller officer, UUID id, Place place) {
        var application = toDecide(officer, id);
        admitting.admit(officer, application, place, Channel.FORM);
        return views.afterOfficer(application);
    }

    /** Decides each by itself; what cannot be approved stays as it is and says why. */
    @Transactional
    List<Outcome> approve(Caller officer, List<UUID> ids) {
        return approve(officer, ids, Channel.FORM, _ -> Place.AS_ROUTED);
    }

    /**
     * Approves a portion of the applications that came by a join code and await a decision.
     *
     * @param after the last of the portion before
     * @return what became of each, in the order of their ids
     */
    @Transactional(Transactional.TxType.MANDATORY)
    public List<Outcome> approveCollectively(Caller officer, Together together, UUID after, int most) {
        var ids = applications.underReview(together.joinCode(), after, most);
        return approve(officer, ids, Channel.COLLECTIVE, together::of);
    }

    /** How many applications that came by a join code await a decision. */
    @Transactional(Transactional.TxType.MANDATORY)
    public long countUnderReview(UUID joinCode) {
        return applications.countUnderReview(joinCode);
    }

    /** How many applications came by each join code, by state; drafts are nobody's business. */
    @Transactional(Transactional.TxType.MANDATORY)
    public Map<UUID, Map<String, Integer>> countsOf(List<UUID> joinCodes) {
        return applications.countsOf(joinCodes);
    }

    private List<Outcome> approve(
            Caller officer, List<UUID> ids, Channel channel, Function<JoinApplication, Place> place) {
        var found = new HashMap<UUID, JoinApplication>();
        applications.locked(ids).forEach(one -> found.put(one.id(), one));
        return ids.stream()
                .distinct()
                .map(id -> outcome(officer, id, found.get(id), channel, place))
                .toList();
    }

    private Outcome outcome(
            Caller officer,
            UUID id,
            @Nullable JoinApplication application,
            Channel channel,
            Function<JoinApplication, Place> place) {
        if (application == null) {
            return new Outcome(id, NOT_FOUND.status(), null, NOT_FOUND.name());
        }
        try {
            requireDecidable(officer, application);
            admitting.admit(officer, application, place.apply(application), channel);
            return new Outcome(id, 200, application.state(), null);
        } catch (Problem problem) {
            return new Outcome(id, problem.type().status(), null, problem.type().name());
        }
    }

    @Transactional
    ApplicationView sendBack(Caller officer, UUID id, Set<ReturnReason> reasons, @Nullable String note) {
        var application = toDecide(officer, id);
        outbox.publish(application.sendBack(reasons, note, officer.account(), clock.instant()));
        audit.record("join-application.return", "join-application", id, Map.of("reasons", reasons));
        return views.afterOfficer(application);
    }

    @Transactional
    ApplicationView reject(Caller officer, UUID id, RejectionReason reason, @Nullable String note) {
        if (!reason.isForOfficers()) {
            throw INVALID_CONTENT.at("reason", "INVALID");
        }
        var application = toDecide(officer, id);
        outbox.publish(application.reject(reason, note, officer.account(), clock.instant()));
        audit.record("join-application.reject", "join-application", id, Map.of("reason", reason));
        return views.afterOfficer(application);
    }

    private JoinApplication toDecide(Caller officer, UUID id) {
        var application = applications.locked(id);
        requireDecidable(officer, application);
        return application;
    }

    private void requireDecidable(Caller officer, JoinApplication application) {
        requireVisible(officer, application);
        if (!access.allows(officer, application.requireDecider(), GrantRole.REVIEWER)) {
            throw FORBIDDEN.with("needed", GrantRole.REVIEWER);
        }
        if (application.isOf(officer.account()) || memberships.isLoginOf(officer.account(), application.person())) {
            throw OWN_APPLICATION.problem();
        }
    }

    /** A draft is nobody's but the applicant's; nor is, before it is routed, an application without a code. */
    private void requireVisible(Caller officer, JoinApplication application) {
        if (application.state() == ApplicationState.DRAFT) {
            throw NOT_FOUND.problem();
        }
        var organisation = application.organisationId();
        if (organisation != null) {
            access.require(officer, organisation, GrantRole.VIEWER);
        } else if (!officer.is(Access.ADMIN) && !officer.is(Access.AUDITOR)) {
            throw NOT_FOUND.problem();
        }
    }
}
