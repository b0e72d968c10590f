package cn.zhigong.membership.transfer;

import static jakarta.transaction.Transactional.TxType.MANDATORY;

import cn.zhigong.membership.member.Moving;
import cn.zhigong.membership.member.Standing;
import cn.zhigong.platform.audit.Audit;
import cn.zhigong.platform.event.Outbox;
import cn.zhigong.platform.problem.Problem;
import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** Transfers in place of applications of people who are members already; always within the caller's transaction. */
@Singleton
@Transactional(value = MANDATORY, dontRollbackOn = Problem.class)
public class Proposals {

    private final Transfers transfers;
    private final Opening opening;
    private final TransferSteps steps;
    private final Moving moving;
    private final Outbox outbox;
    private final Audit audit;

    Proposals(Transfers transfers, Opening opening, TransferSteps steps, Moving moving, Outbox outbox, Audit audit) {
        this.transfers = transfers;
        this.opening = opening;
        this.steps = steps;
        this.moving = moving;
        this.outbox = outbox;
        this.audit = audit;
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
        var wish = new Wish(
                membership.memberId(),
                membership.organisationId(),
                target,
                application,
                null,
                applicant,
                askedByMember);
        var opened = opening.open(wish);
        opened.ifPresent(transfer -> tell(transfer, application));
        return opened.map(Transfer::id);
    }

    /**
     * Proposes to move a membership to another union whose records name the member; the old union, who knows them, has
     * to let them go, and another officer than this one to take them in.
     *
     * @return empty when a transfer of this membership is open already, or was done just now
     * @throws Problem when one of the unions has ended or is being ended
     */
    public Optional<UUID> propose(UUID member, UUID from, UUID target, String officer) {
        var opened = opening.open(new Wish(member, from, target, null, null, officer, false));
        opened.ifPresent(transfer -> {
            outbox.publish(transfer.changed());
            audit.record("transfer.propose", TransferSteps.AUDITED, transfer.id(), Map.of("officer", officer));
        });
        return opened.map(Transfer::id);
    }

    /** How many of these nobody has answered yet. */
    public int countUnanswered(List<UUID> ids) {
        return transfers.countOpened(ids);
    }

    /**
     * Takes a proposal back that nobody has answered.
     *
     * @return whether it is gone
     */
    public boolean takeBackUnanswered(UUID id) {
        var transfer = transfers.locked(id);
        var unanswered = transfer.isUnanswered();
        if (unanswered) {
            steps.takeBack(transfer);
        }
        return unanswered;
    }

    /** Without a flush, which would write the application once more: its version tells what is hidden. */
    private void tell(Transfer proposed, UUID application) {
        outbox.publish(proposed.changed());
        audit.record("transfer.propose", TransferSteps.AUDITED, proposed.id(), Map.of("applicationId", application));
        if (proposed.askedByMember()) {
            moving.leave(proposed.memberId());
        }
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
