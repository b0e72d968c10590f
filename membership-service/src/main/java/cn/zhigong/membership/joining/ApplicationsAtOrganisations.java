package cn.zhigong.membership.joining;

import cn.zhigong.membership.organisation.HeldAtOrganisations;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;

/** Applications under way to a union that ends go on to its successor. */
@ApplicationScoped
class ApplicationsAtOrganisations implements HeldAtOrganisations {

    private final JoinApplications applications;

    ApplicationsAtOrganisations(JoinApplications applications) {
        this.applications = applications;
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
        applications.passOn(ended, successor);
    }
}
