package cn.zhigong.membership.organisation;

import static cn.zhigong.membership.organisation.OrganisationProblem.CREDIT_CODE_TAKEN;
import static cn.zhigong.membership.organisation.OrganisationProblem.NOT_KEPT_AT_THIS_LEVEL;
import static cn.zhigong.membership.organisation.OrganisationProblem.ORGANISATION_CODE_TAKEN;
import static cn.zhigong.membership.organisation.OrganisationProblem.ORGANISATION_ENDED;
import static cn.zhigong.membership.organisation.OrganisationProblem.ROOT_EXISTS;
import static cn.zhigong.membership.organisation.OrganisationProblem.ZONE_TAKEN;
import static cn.zhigong.platform.problem.CommonProblem.NOT_FOUND;

import cn.zhigong.platform.problem.Constraints;
import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.inject.Singleton;
import jakarta.persistence.LockModeType;
import java.util.Arrays;
import java.util.Collection;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Organisations by id. */
@Singleton
class Organisations implements PanacheRepositoryBase<Organisation, UUID> {

    private static final Map<String, OrganisationProblem> MEANINGS = Map.of(
            "organisation_code_is_unique", ORGANISATION_CODE_TAKEN,
            "organisation_credit_code_is_unique", CREDIT_CODE_TAKEN,
            "organisation_zone_is_taken_in_once", ZONE_TAKEN,
            "organisation_has_one_root", ROOT_EXISTS);

    Organisation get(UUID id) {
        return findByIdOptional(id).orElseThrow(NOT_FOUND::problem);
    }

    /** One that has not ended, to act on or to refer to. */
    Organisation active(UUID id) {
        var organisation = get(id);
        if (!organisation.isActive()) {
            throw ORGANISATION_ENDED.with("organisation", id);
        }
        return organisation;
    }

    /** An active one of a level that has groups and covers employers. */
    Organisation keeperOfUnits(UUID id) {
        var keeper = active(id);
        if (!keeper.kind().hasUnits()) {
            throw NOT_KEPT_AT_THIS_LEVEL.with("level", keeper.level());
        }
        return keeper;
    }

    /** Refuses an organisation that has ended, and holds off others who lock it until the running transaction ends. */
    void lock(UUID id) {
        if (!locked(id).isActive()) {
            throw ORGANISATION_ENDED.with("organisation", id);
        }
    }

    /** Read for a change that must not run beside another: what is added at an organisation locks it too. */
    Organisation locked(UUID id) {
        return findByIdOptional(id, LockModeType.PESSIMISTIC_WRITE).orElseThrow(NOT_FOUND::problem);
    }

    Map<UUID, Organisation> byId(Collection<UUID> ids) {
        return list("id in ?1", ids).stream().collect(Collectors.toMap(Organisation::id, Function.identity()));
    }

    /** The one directly above; nothing above the root. */
    @Nullable Organisation above(Organisation organisation) {
        return organisation.parentId() == null ? null : get(organisation.parentId());
    }

    /** Whether something at or below {@code path} is found by a district or street that is not of {@code district}. */
    boolean takesInOutside(String path, String district) {
        var kinds = Arrays.stream(OrganisationKind.values())
                .filter(OrganisationKind::isFoundByPlace)
                .toList();
        return count(
                        "path like concat(?1, '%') and state = ?2 and kind in ?3"
                                + " and (district <> ?4 or street not like concat(?4, '%'))",
                        path, OrganisationState.ACTIVE, kinds, district)
                > 0;
    }

    /** Writes what is pending now, so that versions are right and the database's own rules have spoken. */
    void write() {
        Constraints.refusing(MEANINGS, this::flush);
    }
}
