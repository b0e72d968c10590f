package cn.zhigong.membership.transfer;

import static cn.zhigong.platform.problem.CommonProblem.NOT_FOUND;

import cn.zhigong.membership.member.Moving;
import cn.zhigong.membership.transfer.TransferProposer.Ending;
import cn.zhigong.platform.audit.Audit;
import cn.zhigong.platform.event.Outbox;
import io.quarkus.arc.All;
import jakarta.inject.Singleton;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;

/** What a step of a transfer does besides: to the membership, to the application, in the log and for other services. */
@Singleton
class TransferSteps {

    static final String AUDITED = "transfer";

    private final Transfers transfers;
    private final Moving moving;
    private final List<TransferProposer> proposers;
    private final Outbox outbox;
    private final Audit audit;
    private final InstantSource clock;

    TransferSteps(
            Transfers transfers,
            Moving moving,
            @All List<TransferProposer> proposers,
            Outbox outbox,
            Audit audit,
            InstantSource clock) {
        this.transfers = transfers;
        this.moving = moving;
        this.proposers = proposers;
        this.outbox = outbox;
        this.audit = audit;
        this.clock = clock;
    }

    /** A transfer that nobody else changes until the transaction ends; its application is locked before it. */
    Transfer locked(UUID id) {
        var proposal = transfers.proposal(id).orElseThrow(NOT_FOUND::problem);
        tellProposers(proposal.applicationId(), TransferProposer::lock);
        return transfers.locked(id);
    }

    void confirm(Transfer transfer) {
        transfer.confirm();
        moving.leave(transfer.memberId());
        tell(transfer, "confirm", Map.of());
    }

    void fallSilent(Transfer transfer) {
        transfer.fallSilent();
        tell(transfer, "fall-silent", Map.of());
    }

    void complete(Transfer transfer, @Nullable UUID group, String officer) {
        moving.leave(transfer.memberId());
        transfer.accept();
        transfer.complete(clock.instant());
        moving.arrive(transfer.memberId(), transfer.toOrganisationId(), group);
        tellProposers(
                transfer.applicationId(),
                (proposer, application) -> proposer.completed(application, transfer.memberId(), officer));
        tell(transfer, "accept", Map.of("organisationId", transfer.toOrganisationId()));
    }

    void refuse(Transfer transfer, TransferRefusal why, @Nullable String note, String officer) {
        transfer.refuse(why, note, clock.instant());
        moving.stay(transfer.memberId());
        tellProposers(
                transfer.applicationId(), (proposer, application) -> proposer.refused(application, why, note, officer));
        tell(transfer, "reject", Map.of("reason", why));
    }

    /** The member or the old union takes it back. */
    void cancel(Transfer transfer) {
        takeBack(transfer);
        end(transfer, Ending.CANCELLED);
    }

    /** The application in whose place it was proposed was taken back, which its feature knows. */
    void takeBack(Transfer transfer) {
        transfer.cancel(clock.instant());
        moving.stay(transfer.memberId());
        tell(transfer, "cancel", Map.of());
    }

    /** The two unions have become one, so the member is where they were to go. */
    void endByMerger(Transfer transfer) {
        takeBack(transfer);
        end(transfer, Ending.UNIONS_MERGED);
    }

    private void end(Transfer transfer, Ending why) {
        tellProposers(transfer.applicationId(), (proposer, application) -> proposer.ended(application, why));
    }

    private void tellProposers(@Nullable UUID application, BiConsumer<TransferProposer, UUID> what) {
        if (application != null) {
            proposers.forEach(proposer -> what.accept(proposer, application));
        }
    }

    /** Writes the step, so that the transfer has its new version from then on. */
    void tell(Transfer transfer, String step, Map<String, ?> facts) {
        transfers.flush();
        outbox.publish(transfer.changed());
        audit.record(AUDITED + "." + step, AUDITED, transfer.id(), facts);
    }
}
