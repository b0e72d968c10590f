package cn.zhigong.membership.transfer;

import cn.zhigong.membership.organisation.HeldAtOrganisations;
import jakarta.annotation.Priority;
import jakarta.inject.Singleton;
import java.util.UUID;

/**
 * Open transfers of a union that ends go on at its successor. After the applications and before the members, which is
 * the order in which every step of a transfer locks them.
 */
@Singleton
@Priority(20)
class TransfersAtOrganisations implements HeldAtOrganisations {

    private final Transfers transfers;
    private final TransferSteps steps;

    TransfersAtOrganisations(Transfers transfers, TransferSteps steps) {
        this.transfers = transfers;
        this.steps = steps;
    }

    @Override
    public String what() {
        return "TRANSFERS";
    }

    @Override
    public boolean heldAt(UUID organisation) {
        return transfers.anyOpenAt(organisation);
    }

    @Override
    public void passOn(UUID ended, UUID successor) {
        transfers.openBetween(ended, successor).forEach(id -> steps.endByMerger(steps.locked(id)));
        transfers.flush();
        transfers.passOn(ended, successor);
    }
}
