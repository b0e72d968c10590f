package cn.zhigong.membership.organisation;

import static cn.zhigong.membership.organisation.OrganisationProblem.TAKES_IN_ELSEWHERE;
import static cn.zhigong.platform.problem.CommonProblem.INVALID_CONTENT;

import cn.zhigong.platform.security.Caller;
import jakarta.inject.Singleton;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Where organisations take in applicants by their place, and who says so. Routing asks nobody else, so a union must not
 * be able to claim the place of another.
 */
@Singleton
class Catchments {

    private final Organisations organisations;
    private final Authority authority;

    Catchments(Organisations organisations, Authority authority) {
        this.organisations = organisations;
        this.authority = authority;
    }

    /**
     * Refuses a place outside the district above. Where no district is known above, as below a bureau, the place is for
     * the officers of the whole tree to give.
     */
    void require(Caller caller, OrganisationKind kind, OrganisationFacts facts, @Nullable Organisation parent) {
        var above = districtOver(parent);
        var district = facts.district() == null ? above : facts.district();
        if (!OrganisationRules.streetFits(facts.street(), district)) {
            throw INVALID_CONTENT.at("street", "OUTSIDE_THE_DISTRICT");
        }
        if (!OrganisationRules.districtFits(kind, facts.district(), above)) {
            throw INVALID_CONTENT.at("district", "OUTSIDE_THE_DISTRICT");
        }
        if (parent != null
                && above == null
                && kind.isFoundByPlace()
                && facts.catchment().hasPlace()) {
            authority.requireOver(caller, top(parent));
        }
    }

    /** Refuses to put a subtree into another district than the ones that its organisations take in. */
    void requireToFit(Organisation moved, Organisation parent) {
        var above = districtOver(parent);
        if (above != null && organisations.takesInOutside(moved.path(), above)) {
            throw TAKES_IN_ELSEWHERE.with("district", above);
        }
    }

    /** The nearest district from {@code organisation} upwards; the seat of the city's own federation binds nobody. */
    private @Nullable String districtOver(@Nullable Organisation organisation) {
        if (organisation == null || organisation.kind().isRoot()) {
            return null;
        }
        var own = organisation.district();
        return own == null ? districtOver(organisations.above(organisation)) : own;
    }

    private UUID top(Organisation organisation) {
        var above = organisations.above(organisation);
        return above == null ? organisation.id() : top(above);
    }
}
