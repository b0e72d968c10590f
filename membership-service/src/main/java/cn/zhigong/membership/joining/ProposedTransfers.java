package cn.zhigong.membership.joining;

import cn.zhigong.membership.joincode.JoinCodes;
import cn.zhigong.membership.member.TransferProposer;
import cn.zhigong.platform.audit.Audit;
import cn.zhigong.platform.event.Outbox;
import jakarta.inject.Singleton;
import java.util.Map;
import java.util.UUID;

/** Applications that became a transfer, when the transfer falls away. */
@Singleton
class ProposedTransfers implements TransferProposer {

    private final JoinApplications applications;
    private final JoinCodes codes;
    private final Outbox outbox;
    private final Audit audit;

    ProposedTransfers(JoinApplications applications, JoinCodes codes, Outbox outbox, Audit audit) {
        this.applications = applications;
        this.codes = codes;
        this.outbox = outbox;
        this.audit = audit;
    }

    /** One that looks like a review goes on looking like it: its end would tell whose member the person was. */
    @Override
    public void unionsMerged(UUID id) {
        var application = applications.locked(id);
        if (application.state() == ApplicationState.CONVERTED_TO_TRANSFER && !application.isHidden()) {
            codes.giveBack(application.joinCodeId());
            outbox.publish(application.closeAsMerged());
            applications.flush();
            audit.record("join-application.close", "join-application", id, Map.of());
        }
    }
}
