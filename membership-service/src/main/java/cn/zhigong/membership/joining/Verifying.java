package cn.zhigong.membership.joining;

import static java.util.Objects.requireNonNull;

import cn.zhigong.membership.joining.DuplicateRules.Claim;
import cn.zhigong.membership.joining.IdentityProvider.Answer;
import cn.zhigong.membership.member.Claimant;
import cn.zhigong.membership.member.Memberships;
import cn.zhigong.membership.member.PersonalData;
import cn.zhigong.membership.member.Seals;
import cn.zhigong.membership.member.Standing;
import cn.zhigong.membership.organisation.OrganisationHolds;
import cn.zhigong.membership.routing.Router;
import cn.zhigong.platform.audit.Audit;
import cn.zhigong.platform.calendar.Calendars;
import cn.zhigong.platform.calendar.ChinaTime;
import cn.zhigong.platform.event.Outbox;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jboss.logging.Logger;

/** The two transactions around an identity check: taking a batch, and drawing the consequences of the answers. */
@ApplicationScoped
class Verifying {

    private static final Logger LOG = Logger.getLogger(Verifying.class);
    private static final int MOST_DOUBLINGS = 8;

    /**
     * One identity to be checked.
     *
     * @param version of the application; the answer counts only while it is still the same
     * @param tries how often it was taken, with this time
     */
    record Check(UUID applicationId, long version, int tries, PersonalData person) {}

    /** What the provider said, or nothing. */
    record Answered(Check check, Optional<Answer> answer) {}

    private final JoinApplications applications;
    private final IdentityFailures failures;
    private final Rivals rivals;
    private final Superseding superseding;
    private final Memberships memberships;
    private final Seals seals;
    private final Router router;
    private final OrganisationHolds holds;
    private final Calendars calendars;
    private final Outbox outbox;
    private final Audit audit;
    private final JoiningConfig config;
    private final InstantSource clock;

    Verifying(
            JoinApplications applications,
            IdentityFailures failures,
            Rivals rivals,
            Superseding superseding,
            Memberships memberships,
            Seals seals,
            Router router,
            OrganisationHolds holds,
            Calendars calendars,
            Outbox outbox,
            Audit audit,
            JoiningConfig config,
            InstantSource clock) {
        this.applications = applications;
        this.failures = failures;
        this.rivals = rivals;
        this.superseding = superseding;
        this.memberships = memberships;
        this.seals = seals;
        this.router = router;
        this.holds = holds;
        this.calendars = calendars;
        this.outbox = outbox;
        this.audit = audit;
        this.config = config;
        this.clock = clock;
    }

    @Transactional
    List<Check> claim(int most, Duration lease) {
        var now = clock.instant();
        return applications.claim(now, now.plus(lease), most).stream()
                .flatMap(one -> read(one).stream())
                .toList();
    }

    /** A row that cannot be read would undo every batch it is taken in, and all checks would stand still. */
    private Optional<Check> read(JoinApplications.Claimed one) {
        try {
            var person = seals.open(one.person(), JoinApplication.TABLE, one.id());
            return Optional.of(new Check(one.id(), one.version(), one.checks(), person));
        } catch (RuntimeException e) {
            LOG.errorf(e, "Application %s cannot be read", one.id());
            applications.checkLater(one.id(), one.version(), nextTry(one.checks()));
            return Optional.empty();
        }
    }

    /** In a transaction of its own: what the answer would have changed is undone. */
    @Transactional(Transactional.TxType.REQUIRES_NEW)
    void postpone(Check check) {
        applications.checkLater(check.applicationId(), check.version(), nextTry(check.tries()));
    }

    @Transactional
    void record(List<Answered> answers) {
        var ids = answers.stream().map(one -> one.check().applicationId()).toList();
        var found =
                applications.locked(ids).stream().collect(Collectors.toMap(JoinApplication::id, Function.identity()));
        var matched = new ArrayList<JoinApplication>();
        for (var answered : answers) {
            var application = found.get(answered.check().applicationId());
            if (application != null && isCurrent(application, answered.check())) {
                answered.answer()
                        .ifPresentOrElse(
                                answer -> judge(application, answer, matched), () -> askAgainLater(application));
            }
        }
        proceed(matched);
    }

    /** A worker may have withdrawn, or corrected and submitted again, while the provider was thinking. */
    private static boolean isCurrent(JoinApplication application, Check check) {
        return application.state() == ApplicationState.SUBMITTED && application.version() == check.version();
    }

    private void judge(JoinApplication application, Answer answer, List<JoinApplication> matched) {
        switch (answer) {
            case MATCHED -> matched.add(application);
            case NOT_MATCHED -> {
                outbox.publish(application.failIdentity(clock.instant()));
                failures.add(application);
                audit.record("join-application.identity-failed", "join-application", application.id(), Map.of());
            }
        }
    }

    private void askAgainLater(JoinApplication application) {
        application.checkAgain(nextTry(application.identityCheck().checks()));
    }

    private Instant nextTry(int tries) {
        var doublings = Math.min(Math.max(tries - 1, 0), MOST_DOUBLINGS);
        return clock.instant().plus(config.identityRetry().multipliedBy(1L << doublings));
    }

    private void proceed(List<JoinApplication> verified) {
        if (verified.isEmpty()) {
            return;
        }
        var duplicates =
                rivals.duplicates(verified.stream().map(JoinApplication::id).toList());
        var standings = memberships.standings(verified.stream()
                .map(one -> new Claimant(one.id(), one.person(), one.account()))
                .toList());
        var asked = holds.holdActive(
                verified.stream().flatMap(one -> one.codeUnion().stream()).toList());
        var firsts = DuplicateRules.firsts(verified.stream().map(Claim::of).toList());
        var way = superseding.clear(verified.stream()
                .filter(one -> one.applicant().accountVouched())
                .map(JoinApplication::id)
                .filter(id -> firsts.contains(id) && duplicates.contains(id) && isNoMember(standings, id))
                .toList());
        for (var application : verified) {
            if (way.later().contains(application.id())) {
                askAgainLater(application);
                continue;
            }
            application.verify();
            var standing = standing(standings, application.id());
            var barred = duplicates.contains(application.id()) && !way.cleared().contains(application.id());
            var duplicate = barred || !firsts.contains(application.id());
            if (standing.membership() == null && duplicate) {
                outbox.publish(application.refuse(RejectionReason.DUPLICATE_APPLICATION, clock.instant()));
            } else {
                route(application, standing, asked, duplicate);
            }
            audit.record("join-application.verified", "join-application", application.id(), Map.of());
        }
    }

    private static boolean isNoMember(Map<UUID, Standing> standings, UUID application) {
        return standing(standings, application).membership() == null;
    }

    private static Standing standing(Map<UUID, Standing> standings, UUID application) {
        return requireNonNull(standings.get(application));
    }

    /** @param asked the unions whose codes were scanned and that have not ended; for another the next rules decide */
    private void route(JoinApplication application, Standing standing, Set<UUID> asked, boolean duplicate) {
        var codeUnion = application.codeUnion().filter(asked::contains).orElse(null);
        var route = router.route(application.workplace().situation(codeUnion));
        if (codeUnion == null) {
            holds.hold(route.organisationId());
        }
        var membership = standing.membership();
        var here = membership != null && membership.organisationId().equals(route.organisationId());
        // It goes on under review for a stranger, so it stands in the way of another one as anybody's does.
        if (here && !standing.ownAccount() && duplicate) {
            outbox.publish(application.refuse(RejectionReason.DUPLICATE_APPLICATION, clock.instant()));
            return;
        }
        var today = ChinaTime.dayOf(clock.instant());
        outbox.publish(application.route(
                route, today, ReviewRules.after(today, calendars.current()), warnings(application.applicant(), standing, here)));
        if (here && standing.ownAccount()) {
            outbox.publish(application.refuse(RejectionReason.ALREADY_MEMBER_HERE, clock.instant()));
        } else if (membership != null && !here) {
            convert(application, membership, standing.ownAccount());
        }
    }

    /** Never a second membership: what is proposed is to move the one there is, once. */
    private void convert(JoinApplication application, Standing.Membership membership, boolean ownAccount) {
        var proposed = memberships.proposeTransfer(membership, application.requireOrganisation(), application.id());
        outbox.publish(proposed.map(transfer -> application.convert(transfer, ownAccount))
                .orElseGet(() -> application.refuse(RejectionReason.DUPLICATE_APPLICATION, clock.instant())));
    }

    private static Set<Warning> warnings(Applicant applicant, Standing standing, boolean here) {
        var warnings = EnumSet.noneOf(Warning.class);
        if (here) {
            warnings.add(Warning.ALREADY_MEMBER_HERE);
        }
        if (standing.accountOfAnother()) {
            warnings.add(Warning.ACCOUNT_OF_ANOTHER_PERSON);
        }
        if (applicant.hasUnconfirmedLogin() && !standing.ownAccount()) {
            warnings.add(Warning.ACCOUNT_NOT_CONFIRMED);
        }
        if (standing.phoneOfAnother()) {
            warnings.add(Warning.PHONE_OF_ANOTHER_PERSON);
        }
        return warnings;
    }
}
