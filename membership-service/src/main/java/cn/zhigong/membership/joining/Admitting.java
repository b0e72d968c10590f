package cn.zhigong.membership.joining;

import static cn.zhigong.membership.joining.JoinProblem.ALREADY_MEMBER_HERE;
import static cn.zhigong.membership.joining.JoinProblem.UNION_NOT_CHOSEN;
import static cn.zhigong.membership.transfer.TransferProblem.TRANSFER_ALREADY_OPEN;
import static cn.zhigong.platform.problem.CommonProblem.INVALID_CONTENT;

import cn.zhigong.membership.member.Admission;
import cn.zhigong.membership.member.Admittance;
import cn.zhigong.membership.member.Channel;
import cn.zhigong.membership.member.Memberships;
import cn.zhigong.membership.member.Seals;
import cn.zhigong.membership.member.Standing;
import cn.zhigong.membership.organisation.OrganisationHolds;
import cn.zhigong.membership.organisation.UnionFinder;
import cn.zhigong.membership.transfer.Proposals;
import cn.zhigong.platform.audit.Audit;
import cn.zhigong.platform.directory.GrantRole;
import cn.zhigong.platform.event.Outbox;
import cn.zhigong.platform.security.Access;
import cn.zhigong.platform.security.Caller;
import jakarta.inject.Singleton;
import java.time.InstantSource;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Makes a member of an applicant whom an officer approved, or proposes to move the membership they have. Of several
 * that are approved together, one that is refused stays as it is: everything that can refuse comes before its first
 * change.
 */
@Singleton
class Admitting {

    private final Memberships memberships;
    private final Proposals proposals;
    private final UnionFinder unions;
    private final OrganisationHolds holds;
    private final Seals seals;
    private final Access access;
    private final Outbox outbox;
    private final Audit audit;
    private final InstantSource clock;

    Admitting(
            Memberships memberships,
            Proposals proposals,
            UnionFinder unions,
            OrganisationHolds holds,
            Seals seals,
            Access access,
            Outbox outbox,
            Audit audit,
            InstantSource clock) {
        this.memberships = memberships;
        this.proposals = proposals;
        this.unions = unions;
        this.holds = holds;
        this.seals = seals;
        this.access = access;
        this.outbox = outbox;
        this.audit = audit;
        this.clock = clock;
    }

    /** @param named what the officer says of where the applicant belongs */
    void admit(Caller officer, JoinApplication application, Place named, Channel channel) {
        application.requireAwaitingDecision();
        var target = target(officer, application, named);
        var place = new Place(target, group(target, application, named));
        switch (memberships.admit(admittance(application, target, place.groupId(), channel))) {
            case Admission.Admitted(var member) -> {
                application.approve(place, officer.account(), clock.instant());
                outbox.publish(application.becomeMember(member));
            }
            case Admission.AlreadyMember(var membership) -> {
                var transfer = transfer(application, membership, target);
                outbox.publish(application.approveAsTransfer(transfer, officer.account(), clock.instant()));
            }
        }
        audit.record("join-application.approve", "join-application", application.id(), Map.of("channel", channel));
    }

    /** A federation that holds no members itself must say which of its unions does. */
    private UUID target(Caller officer, JoinApplication application, Place named) {
        var chosen = named.organisationId();
        if (chosen != null) {
            access.require(officer, chosen, GrantRole.REVIEWER);
        }
        var target = chosen == null ? application.requireOrganisation() : chosen;
        holds.hold(target);
        if (!unions.mayHoldMembers(target)) {
            throw UNION_NOT_CHOSEN.problem();
        }
        return target;
    }

    private @Nullable UUID group(UUID target, JoinApplication application, Place named) {
        var chosen = named.groupId();
        if (chosen != null && !unions.hasGroup(target, chosen)) {
            throw INVALID_CONTENT.at("groupId", "NOT_FOUND");
        }
        if (chosen != null || named.organisationId() != null) {
            return chosen;
        }
        // The group that handed out the code may be closed by now; the union takes the worker in all the same.
        var former = application.groupId();
        return former != null && unions.hasGroup(target, former) ? former : null;
    }

    private Admittance admittance(JoinApplication application, UUID target, @Nullable UUID group, Channel channel) {
        var work = application.workplace();
        return new Admittance(
                application.openedBy(seals),
                login(application),
                target,
                group,
                work.employmentForm(),
                work.workerGroup(),
                channel == Channel.FORM && application.joinCodeId() != null ? Channel.CODE : channel);
    }

    /**
     * The login that becomes the member's: only on the OpenID provider's word, or where it is known as theirs already.
     * Who is admitted without one links their login later.
     */
    private @Nullable String login(JoinApplication application) {
        var applicant = application.applicant();
        var isTheirs = applicant.accountVouched()
                || (applicant.hasUnconfirmedLogin()
                        && memberships.isLoginOf(applicant.account(), application.person()));
        return isTheirs ? applicant.account() : null;
    }

    private UUID transfer(JoinApplication application, Standing.Membership membership, UUID target) {
        if (membership.organisationId().equals(target)) {
            throw ALREADY_MEMBER_HERE.problem();
        }
        return proposals
                .propose(membership, target, application.id(), application.account(), false)
                .orElseThrow(TRANSFER_ALREADY_OPEN::problem);
    }
}
