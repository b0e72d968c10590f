package cn.zhigong.membership.transfer;

import static cn.zhigong.membership.transfer.TransferProblem.ALREADY_AT_THIS_UNION;
import static cn.zhigong.membership.transfer.TransferProblem.CHAIR_IN_TERM;
import static cn.zhigong.membership.transfer.TransferProblem.OWN_TRANSFER;
import static cn.zhigong.membership.transfer.TransferProblem.TRANSFER_ALREADY_OPEN;
import static cn.zhigong.platform.problem.CommonProblem.FORBIDDEN;
import static cn.zhigong.platform.problem.CommonProblem.INVALID_CONTENT;
import static cn.zhigong.platform.problem.CommonProblem.NOT_FOUND;

import cn.zhigong.membership.member.MemberState;
import cn.zhigong.membership.member.Moving;
import cn.zhigong.membership.organisation.OrganisationHolds;
import cn.zhigong.membership.organisation.UnionFinder;
import cn.zhigong.platform.calendar.ChinaTime;
import cn.zhigong.platform.directory.Directory;
import cn.zhigong.platform.directory.GrantRole;
import cn.zhigong.platform.security.Access;
import cn.zhigong.platform.security.Caller;
import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What members and the officers of both unions do with transfers. */
@Singleton
class Transferring {

    private final Transfers transfers;
    private final Opening opening;
    private final TransferSteps steps;
    private final TransferViews views;
    private final Moving moving;
    private final UnionFinder unions;
    private final OrganisationHolds holds;
    private final Directory directory;
    private final Access access;
    private final InstantSource clock;

    Transferring(
            Transfers transfers,
            Opening opening,
            TransferSteps steps,
            TransferViews views,
            Moving moving,
            UnionFinder unions,
            OrganisationHolds holds,
            Directory directory,
            Access access,
            InstantSource clock) {
        this.transfers = transfers;
        this.opening = opening;
        this.steps = steps;
        this.views = views;
        this.moving = moving;
        this.unions = unions;
        this.holds = holds;
        this.directory = directory;
        this.access = access;
        this.clock = clock;
    }

    /**
     * Asks for a membership to be moved: the caller's own, which asks the old union, or one that the old union thereby
     * lets go, a chair only once its superior has consented.
     *
     * @param member null for the caller's own
     */
    @Transactional
    TransferView open(Caller caller, @Nullable UUID member, UUID target, TransferReason reason) {
        var placed = member == null ? moving.requireOf(caller.account()) : moving.of(member);
        return isOf(caller, placed) ? openOwn(caller, placed, target, reason) : letGo(caller, placed, target, reason);
    }

    private TransferView openOwn(Caller member, Moving.Placed placed, UUID target, TransferReason reason) {
        transfers.openOf(placed.memberId()).map(steps::locked).ifPresent(this::makeWay);
        var opened = open(placed, member.account(), target, reason, true);
        moving.leave(opened.memberId());
        steps.tell(opened, "open", Map.of("by", "MEMBER"));
        return views.of(opened);
    }

    /** What somebody's application only claims to be the member's wish gives way to that wish. */
    private void makeWay(Transfer proposed) {
        if (proposed.isUnconfirmedProposal()) {
            steps.cancel(proposed);
        }
    }

    private TransferView letGo(Caller officer, Moving.Placed placed, UUID target, TransferReason reason) {
        access.require(officer, placed.organisationId(), GrantRole.REVIEWER);
        var opened = open(placed, officer.account(), target, reason, false);
        steps.tell(opened, "open", Map.of("by", "SOURCE"));
        if (!opened.lacksConsent()) {
            steps.confirm(opened);
        }
        return views.of(opened);
    }

    private Transfer open(
            Moving.Placed placed, String openedBy, UUID target, TransferReason reason, boolean askedByMember) {
        if (directory.find(target).isEmpty()) {
            throw INVALID_CONTENT.at("organisationId", "NOT_FOUND");
        }
        if (target.equals(placed.organisationId())) {
            throw ALREADY_AT_THIS_UNION.problem();
        }
        if (placed.state() == MemberState.TRANSFERRING) {
            throw TRANSFER_ALREADY_OPEN.problem();
        }
        placed.requireMovable();
        unions.requireMayHoldMembers(target);
        var wish = new Wish(placed.memberId(), placed.organisationId(), target, null, reason, openedBy, askedByMember);
        var opened = opening.open(wish).orElseThrow(TRANSFER_ALREADY_OPEN::problem);
        return transfers.locked(opened.id());
    }

    @Transactional
    TransferView read(Caller caller, UUID id) {
        var transfer = transfers.get(id);
        if (!isOwn(caller, transfer)) {
            requireVisible(caller, transfer);
        }
        return views.of(transfer);
    }

    /** Those that leave or enter the unions one is an officer of. */
    @Transactional
    List<TransferView> list(Caller officer, @Nullable UUID under, @Nullable UUID after, int limit) {
        var subtrees = access.visible(officer, under, GrantRole.VIEWER);
        return transfers.touching(subtrees, officer.account(), after, limit).stream()
                .map(views::of)
                .toList();
    }

    /** The caller's own, oldest first. */
    @Transactional
    List<TransferView> mine(Caller member) {
        return transfers.ofMember(moving.requireOf(member.account()).memberId()).stream()
                .map(views::of)
                .toList();
    }

    @Transactional
    TransferView confirm(Caller officer, UUID id) {
        var transfer = steps.locked(id);
        requireDecidable(officer, transfer, transfer.fromOrganisationId());
        transfer.requireConfirmable();
        if (transfer.lacksConsent()) {
            throw CHAIR_IN_TERM.with("consentOf", superior(transfer));
        }
        steps.confirm(transfer);
        return views.of(transfer);
    }

    @Transactional
    TransferView consent(Caller officer, UUID id, LocalDate committeeDecidedOn) {
        var transfer = steps.locked(id);
        requireDecidable(officer, transfer, superior(transfer));
        if (committeeDecidedOn.isAfter(ChinaTime.dayOf(clock.instant()))) {
            throw INVALID_CONTENT.at("committeeDecidedOn", "IN_THE_FUTURE");
        }
        transfer.consent(new ChairConsent(committeeDecidedOn, officer.account(), clock.instant()));
        steps.tell(transfer, "consent", Map.of("committeeDecidedOn", committeeDecidedOn));
        return views.of(transfer);
    }

    /** The union above the one that the chair leaves; the city's own union has none. */
    private UUID superior(Transfer transfer) {
        return unions.superiorOf(transfer.fromOrganisationId()).orElse(transfer.fromOrganisationId());
    }

    /**
     * @param named where the new union is a federation that holds no members itself, the one of its unions that does
     */
    @Transactional
    TransferView accept(Caller officer, UUID id, @Nullable UUID named, @Nullable UUID group) {
        var transfer = steps.locked(id);
        requireToTakeIn(officer, transfer);
        transfer.requireAcceptable();
        var target = target(officer, transfer, named);
        if (group != null && !unions.hasGroup(target, group)) {
            throw INVALID_CONTENT.at("groupId", "NOT_FOUND");
        }
        transfer.redirect(target);
        steps.complete(transfer, group, officer.account());
        return views.of(transfer);
    }

    private UUID target(Caller officer, Transfer transfer, @Nullable UUID named) {
        var target = named == null ? transfer.toOrganisationId() : named;
        access.require(officer, target, GrantRole.REVIEWER);
        if (target.equals(transfer.fromOrganisationId())) {
            throw ALREADY_AT_THIS_UNION.problem();
        }
        holds.hold(target);
        unions.requireMayHoldMembers(target);
        return target;
    }

    @Transactional
    TransferView reject(Caller officer, UUID id, TransferRefusal why, @Nullable String note) {
        var transfer = steps.locked(id);
        requireToTakeIn(officer, transfer);
        transfer.requireRefusable();
        steps.refuse(transfer, why, note, officer.account());
        return views.of(transfer);
    }

    /** By the member; and what they did not ask for themselves, by the old union, which keeps them. */
    @Transactional
    TransferView cancel(Caller caller, UUID id) {
        var transfer = steps.locked(id);
        if (!isOwn(caller, transfer)) {
            requireVisible(caller, transfer);
            requireReviewer(caller, transfer.fromOrganisationId());
            if (transfer.askedByMember()) {
                throw FORBIDDEN.problem();
            }
        }
        transfer.requireCancellable();
        steps.cancel(transfer);
        return views.of(transfer);
    }

    private boolean isOwn(Caller caller, Transfer transfer) {
        return isOf(caller, moving.of(transfer.memberId()));
    }

    private static boolean isOf(Caller caller, Moving.Placed member) {
        return caller.account().equals(member.account());
    }

    private void requireDecidable(Caller officer, Transfer transfer, UUID decider) {
        requireVisible(officer, transfer);
        requireReviewer(officer, decider);
        if (isOwn(officer, transfer)) {
            throw OWN_TRANSFER.problem();
        }
    }

    /** Of what the member did not ask for, somebody else decides than who opened it. */
    private void requireToTakeIn(Caller officer, Transfer transfer) {
        requireDecidable(officer, transfer, transfer.toOrganisationId());
        if (transfer.isOpenedForAnotherBy(officer.account())) {
            throw OWN_TRANSFER.problem();
        }
    }

    /**
     * What an officer proposed by an application for somebody else is shown to them as little as to other applicants.
     */
    private void requireVisible(Caller officer, Transfer transfer) {
        if (transfer.applicationId() != null && transfer.isOpenedForAnotherBy(officer.account())) {
            throw NOT_FOUND.problem();
        }
        if (!access.allows(officer, transfer.fromOrganisationId(), GrantRole.VIEWER)
                && !access.allows(officer, transfer.toOrganisationId(), GrantRole.VIEWER)) {
            throw NOT_FOUND.problem();
        }
    }

    private void requireReviewer(Caller officer, UUID organisation) {
        if (!access.allows(officer, organisation, GrantRole.REVIEWER)) {
            throw FORBIDDEN.with("needed", GrantRole.REVIEWER).with("over", organisation);
        }
    }
}
