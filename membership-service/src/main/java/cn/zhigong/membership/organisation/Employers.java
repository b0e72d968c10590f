package cn.zhigong.membership.organisation;

import static cn.zhigong.membership.organisation.OrganisationProblem.EMPLOYER_ALREADY_COVERED;
import static cn.zhigong.platform.problem.CommonProblem.NOT_FOUND;

import cn.zhigong.platform.problem.Constraints;
import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import io.quarkus.panache.common.Sort;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Employers, whose cover passes to the successor of their union. */
@Singleton
class Employers implements PanacheRepositoryBase<Employer, UUID>, HeldAtOrganisations {

    private final Organisations organisations;

    Employers(Organisations organisations) {
        this.organisations = organisations;
    }

    Employer get(UUID organisation, UUID employer) {
        return find("id = ?1 and organisationId = ?2", employer, organisation)
                .firstResultOptional()
                .orElseThrow(NOT_FOUND::problem);
    }

    List<Employer> page(UUID organisation, @Nullable UUID after, int most) {
        return find("organisationId = ?1 and (?2 is null or id > ?2)", Sort.by("id"), organisation, after)
                .page(0, most)
                .list();
    }

    void write() {
        Constraints.refusing(Map.of("employer_credit_code_is_unique", EMPLOYER_ALREADY_COVERED), this::flush);
    }

    @Override
    public String what() {
        return "EMPLOYERS";
    }

    @Override
    public boolean heldAt(UUID organisation) {
        return count("organisationId", organisation) > 0;
    }

    @Override
    public void passOn(UUID ended, UUID successor) {
        var keeper = organisations.keeperOfUnits(successor);
        var _ = update("organisationId = ?1, version = version + 1 where organisationId = ?2", keeper.id(), ended);
    }
}
