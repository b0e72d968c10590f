package cn.zhigong.membership.joining;

import cn.zhigong.membership.organisation.HeldAtOrganisations;
import cn.zhigong.membership.organisation.UnionFinder;
import jakarta.annotation.Priority;
import jakarta.inject.Singleton;
import java.util.UUID;

/** Applications under way to a union that ends go on to its successor. */
@Singleton
// Before the transfers: whoever withdraws an application locks it first.
@Priority(30)
class ApplicationsAtOrganisations implements HeldAtOrganisations {

    private final JoinApplications applications;
    private final UnionFinder unions;

    ApplicationsAtOrganisations(JoinApplications applications, UnionFinder unions) {
        this.applications = applications;
        this.unions = unions;
    }

    @Override
    public String what() {
        return "JOIN_APPLICATIONS";
    }

    @Override
    public boolean heldAt(UUID organisation) {
        return applications.anyOpenAt(organisation);
    }

    @Override
    public void passOn(UUID ended, UUID successor) {
        applications.passOn(ended, successor, unions.groupsOf(ended, successor));
    }
}
