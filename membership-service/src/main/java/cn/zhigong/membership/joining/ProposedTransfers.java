package cn.zhigong.membership.joining;

import cn.zhigong.membership.joincode.JoinCodes;
import cn.zhigong.membership.transfer.TransferProposer;
import cn.zhigong.membership.transfer.TransferRefusal;
import cn.zhigong.platform.audit.Audit;
import cn.zhigong.platform.event.Outbox;
import jakarta.inject.Singleton;
import java.time.InstantSource;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Applications that became a transfer, when the transfer ends. */
@Singleton
class ProposedTransfers implements TransferProposer {

    private final JoinApplications applications;
    private final JoinCodes codes;
    private final Outbox outbox;
    private final Audit audit;
    private final InstantSource clock;

    ProposedTransfers(JoinApplications applications, JoinCodes codes, Outbox outbox, Audit audit, InstantSource clock) {
        this.applications = applications;
        this.codes = codes;
        this.outbox = outbox;
        this.audit = audit;
        this.clock = clock;
    }

    @Override
    public void lock(UUID id) {
        var _ = applications.locked(id);
    }

    @Override
    public void completed(UUID id, UUID member, String officer) {
        end(id, "complete", application -> application.arrive(member, officer, clock.instant()));
    }

    @Override
    public void refused(UUID id, TransferRefusal why, @Nullable String note, String officer) {
        var reason = switch (why) {
            case NOT_OF_THIS_UNION -> RejectionReason.NOT_OF_THIS_UNION;
            case FALSE_STATEMENT -> RejectionReason.FALSE_STATEMENT;
            case OTHER -> RejectionReason.OTHER;
        };
        end(id, "reject", application -> application.reject(reason, note, officer, clock.instant()));
    }

    /** One that looks like a review goes on looking like it: its end would tell whose member the person was. */
    @Override
    public void ended(UUID id, Ending why) {
        var application = applications.locked(id);
        if (application.state() == ApplicationState.CONVERTED_TO_TRANSFER && !application.isHidden()) {
            codes.giveBack(application.joinCodeId());
            end(
                    id,
                    "close",
                    closed -> closed.close(
                            switch (why) {
                                case CANCELLED -> ClosingReason.TRANSFER_CANCELLED;
                                case UNIONS_MERGED -> ClosingReason.UNIONS_MERGED;
                            }));
        }
    }

    /** Of one that its applicant has withdrawn meanwhile nothing is left to end. */
    private void end(UUID id, String step, Function<JoinApplication, JoinEvent> verb) {
        var application = applications.locked(id);
        if (application.state() == ApplicationState.CONVERTED_TO_TRANSFER) {
            outbox.publish(verb.apply(application));
            applications.flush();
            audit.record("join-application." + step, "join-application", id, Map.of());
        }
    }
}
