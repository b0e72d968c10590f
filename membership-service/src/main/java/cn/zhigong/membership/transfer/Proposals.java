package cn.zhigong.membership.transfer;

import static jakarta.transaction.Transactional.TxType.MANDATORY;

import cn.zhigong.membership.member.Moving;
import cn.zhigong.membership.member.Standing;
import cn.zhigong.membership.organisation.Chairs;
import cn.zhigong.membership.organisation.OrganisationHolds;
import cn.zhigong.platform.audit.Audit;
import cn.zhigong.platform.event.Outbox;
import cn.zhigong.platform.problem.Problem;
import cn.zhigong.platform.time.Ids;
import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** Transfers in place of applications of people who are members already; always within the caller's transaction. */
@Singleton
@Transactional(value = MANDATORY, dontRollbackOn = Problem.class)
public class Proposals {

    private final Transfers transfers;
    private final TransferSteps steps;
    private final Moving moving;
    private final Chairs chairs;
    private final OrganisationHolds holds;
    private final Outbox outbox;
    private final Audit audit;
    private final InstantSource clock;

    Proposals(
            Transfers transfers,
            TransferSteps steps,
            Moving moving,
            Chairs chairs,
            OrganisationHolds holds,
            Outbox outbox,
            Audit audit,
            InstantSource clock) {
        this.transfers = transfers;
        this.steps = steps;
        this.moving = moving;
        this.chairs = chairs;
        this.holds = holds;
        this.outbox = outbox;
        this.audit = audit;
        this.clock = clock;
    }

    /**
     * Proposes to move a membership to another union. It is on the move from now on when the member asked for it;
     * otherwise nothing changes before the old union, who knows them, has let them go.
     *
     * @param applicant the account that applied
     * @param askedByMember whether the applicant is known to be the member
     * @return empty when a transfer of this membership is open already, or one was done just now
     * @throws Problem when one of the unions has ended or is being ended
     */
    public Optional<UUID> propose(
            Standing.Membership membership, UUID target, UUID application, String applicant, boolean askedByMember) {
        holds.hold(membership.organisationId());
        holds.hold(target);
        var wish = new Wish(
                membership.memberId(),
                membership.organisationId(),
                target,
                application,
                null,
                applicant,
                askedByMember);
        var transfer = new Transfer(Ids.next(), wish, isOfChair(wish), clock.instant());
        if (!transfers.open(transfer)) {
            return Optional.empty();
        }
        // What was known of the membership may be older than a transfer that was completed meanwhile.
        if (!moving.isAt(wish.memberId(), wish.from())) {
            transfers.discard(transfer.id());
            return Optional.empty();
        }
        outbox.publish(transfer.changed());
        audit.record("transfer.propose", TransferSteps.AUDITED, transfer.id(), Map.of("applicationId", application));
        if (askedByMember) {
            steps.leave(transfers.locked(transfer.id()));
        }
        return Optional.of(transfer.id());
    }

    private boolean isOfChair(Wish wish) {
        return moving.accountOf(wish.memberId())
                .filter(account -> chairs.isChairOf(wish.from(), account))
                .isPresent();
    }

    /**
     * Takes a proposal back, unless the member or the old union has: whoever is not to know of the transfer must not
     * learn of it by being refused.
     */
    public void takeBack(UUID id) {
        var transfer = transfers.locked(id);
        if (transfer.canBeCancelled()) {
            steps.takeBack(transfer);
        }
    }
}
