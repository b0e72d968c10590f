package cn.zhigong.membership.organisation;

import static cn.zhigong.platform.problem.CommonProblem.NOT_FOUND;

import cn.zhigong.platform.directory.GrantRole;
import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import io.quarkus.panache.common.Sort;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Officers' grants. */
@Singleton
class OfficerGrants implements PanacheRepositoryBase<OfficerGrant, UUID> {

    /** Times after and before every grant: HQL wants a value where there is no limit. */
    private static final Instant NEVER = Instant.parse("9999-12-31T00:00:00Z");

    private static final Instant EVER = Instant.EPOCH;

    OfficerGrant get(UUID organisation, UUID grant) {
        return find("id = ?1 and organisationId = ?2", grant, organisation)
                .firstResultOptional()
                .orElseThrow(NOT_FOUND::problem);
    }

    /** Whether the account holds the same role there at any time of a period; a revoked future grant has no time. */
    boolean overlap(UUID organisation, String account, GrantRole role, Instant from, @Nullable Instant until) {
        return count(
                        "organisationId = ?1 and account = ?2 and role = ?3 and validFrom < ?5"
                                + " and (validUntil is null or (validUntil > ?4 and validUntil > validFrom))",
                        organisation,
                        account,
                        role,
                        from,
                        until == null ? NEVER : until)
                > 0;
    }

    /**
     * When the account's grants of these roles that hold over an organisation now will end; null for one without end.
     */
    List<@Nullable Instant> endsOver(UUID organisation, String account, List<GrantRole> roles, Instant now) {
        return find(
                        "select g from OfficerGrant g, Organisation granted, Organisation target"
                                + " where granted.id = g.organisationId and target.id = ?1"
                                + " and target.path like concat(granted.path, '%') and g.account = ?2 and g.role in ?3"
                                + " and g.validFrom <= ?4 and (g.validUntil is null or g.validUntil > ?4)",
                        organisation, account, roles, now)
                .stream()
                .<@Nullable Instant>map(OfficerGrant::validUntil)
                .toList();
    }

    /** In the order they were given, those that hold at {@code at} when that is given. */
    List<OfficerGrant> page(UUID organisation, @Nullable Instant at, @Nullable UUID after, int most) {
        return find(
                        "organisationId = ?1 and (?2 is null or id > ?2)"
                                + " and validFrom <= ?3 and (validUntil is null or validUntil > ?4)",
                        Sort.by("id"),
                        organisation,
                        after,
                        at == null ? NEVER : at,
                        at == null ? EVER : at)
                .page(0, most)
                .list();
    }
}
