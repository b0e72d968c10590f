package cn.zhigong.membership.collective;

import cn.zhigong.membership.organisation.HeldAtOrganisations;
import cn.zhigong.membership.organisation.UnionFinder;
import jakarta.inject.Singleton;
import java.util.UUID;

/** The batches of a union that ends are its successor's, with the minutes of those that were decided. */
@Singleton
class BatchesAtOrganisations implements HeldAtOrganisations {

    private final CollectiveJoinings batches;
    private final UnionFinder unions;

    BatchesAtOrganisations(CollectiveJoinings batches, UnionFinder unions) {
        this.batches = batches;
        this.unions = unions;
    }

    @Override
    public String what() {
        return "COLLECTIVE_JOININGS";
    }

    @Override
    public boolean heldAt(UUID organisation) {
        return batches.anyAt(organisation);
    }

    @Override
    public void passOn(UUID ended, UUID successor) {
        batches.passOn(ended, successor, unions.groupsOf(ended, successor));
    }
}
