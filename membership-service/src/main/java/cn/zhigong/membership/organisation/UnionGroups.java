package cn.zhigong.membership.organisation;

import static cn.zhigong.membership.organisation.OrganisationProblem.GROUP_NAME_TAKEN;
import static cn.zhigong.platform.problem.CommonProblem.NOT_FOUND;

import cn.zhigong.platform.problem.Constraints;
import cn.zhigong.platform.sql.Sql;
import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import io.quarkus.panache.common.Sort;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Union groups, which pass to the successor of their organisation. */
@Singleton
class UnionGroups implements PanacheRepositoryBase<UnionGroup, UUID>, HeldAtOrganisations {

    private final Organisations organisations;
    private final Sql sql;

    UnionGroups(Organisations organisations, Sql sql) {
        this.organisations = organisations;
        this.sql = sql;
    }

    UnionGroup get(UUID organisation, UUID group) {
        return find("id = ?1 and organisationId = ?2", group, organisation)
                .firstResultOptional()
                .orElseThrow(NOT_FOUND::problem);
    }

    List<UnionGroup> page(UUID organisation, @Nullable UUID after, int most) {
        return find("organisationId = ?1 and (?2 is null or id > ?2)", Sort.by("id"), organisation, after)
                .page(0, most)
                .list();
    }

    void write() {
        Constraints.refusing(Map.of("union_group_name_is_unique", GROUP_NAME_TAKEN), this::flush);
    }

    @Override
    public String what() {
        return "GROUPS";
    }

    @Override
    public boolean heldAt(UUID organisation) {
        return count("organisationId = ?1 and active", organisation) > 0;
    }

    /** A group whose name the successor has already is told apart by the code of the organisation it came from. */
    @Override
    public void passOn(UUID ended, UUID successor) {
        var keeper = organisations.keeperOfUnits(successor);
        sql.update("""
                update union_group g set organisation_id = ?, version = g.version + 1,
                    name = case when exists (select 1 from union_group other
                            where other.organisation_id = ? and other.active and other.name = g.name)
                        then g.name || '（' || ended.code || '）' else g.name end
                from organisation ended where ended.id = ? and g.organisation_id = ended.id and g.active
                """, keeper.id(), keeper.id(), ended);
    }
}
