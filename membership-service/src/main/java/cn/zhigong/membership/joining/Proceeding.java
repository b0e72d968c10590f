package cn.zhigong.membership.joining;

import static java.util.Objects.requireNonNull;

import cn.zhigong.membership.joining.DuplicateRules.Claim;
import cn.zhigong.membership.joining.VerdictRules.Found;
import cn.zhigong.membership.joining.VerdictRules.Verdict;
import cn.zhigong.membership.member.Claimant;
import cn.zhigong.membership.member.Memberships;
import cn.zhigong.membership.member.Standing;
import cn.zhigong.membership.organisation.OrganisationHolds;
import cn.zhigong.membership.routing.Route;
import cn.zhigong.membership.routing.Router;
import cn.zhigong.membership.transfer.Proposals;
import cn.zhigong.platform.audit.Audit;
import cn.zhigong.platform.calendar.Calendars;
import cn.zhigong.platform.calendar.ChinaTime;
import cn.zhigong.platform.event.Outbox;
import jakarta.inject.Singleton;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/**
 * Brings applications whose identity is confirmed to the union that decides about them, within the recording
 * transaction.
 */
@Singleton
class Proceeding {

    /**
     * What is known of applications that are judged together.
     *
     * @param asked the unions whose codes were scanned and that have not ended; for another the next rules decide
     */
    private record Known(
            Set<UUID> rivalled, Map<UUID, Standing> standings, Set<UUID> asked, Set<UUID> firsts, Superseding.Way way) {

        Found of(JoinApplication application, Route route) {
            var id = application.id();
            var standing = requireNonNull(standings.get(id));
            var membership = standing.membership();
            return new Found(
                    application.applicant(),
                    standing,
                    membership != null && membership.organisationId().equals(route.organisationId()),
                    firsts.contains(id),
                    rivalled.contains(id),
                    way.cleared().contains(id),
                    way.later().contains(id));
        }
    }

    private final Rivals rivals;
    private final Superseding superseding;
    private final Memberships memberships;
    private final Proposals proposals;
    private final Router router;
    private final OrganisationHolds holds;
    private final Calendars calendars;
    private final Outbox outbox;
    private final Audit audit;
    private final InstantSource clock;

    Proceeding(
            Rivals rivals,
            Superseding superseding,
            Memberships memberships,
            Proposals proposals,
            Router router,
            OrganisationHolds holds,
            Calendars calendars,
            Outbox outbox,
            Audit audit,
            InstantSource clock) {
        this.rivals = rivals;
        this.superseding = superseding;
        this.memberships = memberships;
        this.proposals = proposals;
        this.router = router;
        this.holds = holds;
        this.calendars = calendars;
        this.outbox = outbox;
        this.audit = audit;
        this.clock = clock;
    }

    /**
     * Judges them together.
     *
     * @return those that cannot be judged now
     */
    List<JoinApplication> proceed(List<JoinApplication> confirmed) {
        var later = new ArrayList<JoinApplication>();
        if (confirmed.isEmpty()) {
            return later;
        }
        var known = known(confirmed);
        for (var application : confirmed) {
            var route = route(application, known.asked());
            switch (VerdictRules.decide(known.of(application, route))) {
                case Verdict.AskLater _ -> later.add(application);
                case Verdict.Refuse(var reason) -> {
                    verify(application);
                    refuse(application, reason);
                }
                case Verdict.Review(var warnings) -> {
                    verify(application);
                    layBefore(application, route, warnings);
                }
                case Verdict.Transfer transfer -> {
                    verify(application);
                    propose(application, route, transfer);
                }
            }
        }
        return later;
    }

    private Known known(List<JoinApplication> confirmed) {
        var rivalled =
                rivals.duplicates(confirmed.stream().map(JoinApplication::id).toList());
        var standings = memberships.standings(confirmed.stream()
                .map(one -> new Claimant(one.id(), one.person(), one.account()))
                .toList());
        var asked = holds.holdActive(
                confirmed.stream().flatMap(one -> one.codeUnion().stream()).toList());
        var firsts = DuplicateRules.firsts(confirmed.stream().map(Claim::of).toList());
        var way = superseding.clear(confirmed.stream()
                .filter(one -> one.applicant().accountVouched())
                .map(JoinApplication::id)
                .filter(id -> firsts.contains(id)
                        && rivalled.contains(id)
                        && requireNonNull(standings.get(id)).membership() == null)
                .toList());
        return new Known(rivalled, standings, asked, firsts, way);
    }

    private Route route(JoinApplication application, Set<UUID> asked) {
        var codeUnion = application.codeUnion().filter(asked::contains).orElse(null);
        var route = router.route(application.workplace().situation(codeUnion));
        if (codeUnion == null) {
            holds.hold(route.organisationId());
        }
        return route;
    }

    private void verify(JoinApplication application) {
        application.verify();
        audit.record("join-application.verified", "join-application", application.id(), Map.of());
    }

    private void refuse(JoinApplication application, RejectionReason reason) {
        outbox.publish(application.refuse(reason, clock.instant()));
    }

    private void layBefore(JoinApplication application, Route route, Set<Warning> warnings) {
        var today = ChinaTime.dayOf(clock.instant());
        outbox.publish(application.route(route, today, ReviewRules.after(today, calendars.current()), warnings));
    }

    private void propose(JoinApplication application, Route route, Verdict.Transfer verdict) {
        proposals
                .propose(
                        verdict.membership(),
                        route.organisationId(),
                        application.id(),
                        application.account(),
                        verdict.disclosed())
                .ifPresentOrElse(
                        transfer -> {
                            layBefore(application, route, verdict.warnings());
                            outbox.publish(application.convert(transfer, verdict.disclosed()));
                        },
                        () -> refuse(application, RejectionReason.DUPLICATE_APPLICATION));
    }
}
