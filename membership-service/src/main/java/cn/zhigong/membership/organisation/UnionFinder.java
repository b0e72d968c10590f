package cn.zhigong.membership.organisation;

import static cn.zhigong.membership.organisation.OrganisationProblem.NOT_KEPT_AT_THIS_LEVEL;
import static cn.zhigong.membership.organisation.OrganisationProblem.ORGANISATION_ENDED;

import cn.zhigong.platform.reference.CreditCode;
import cn.zhigong.platform.sql.Row;
import cn.zhigong.platform.sql.Sql;
import jakarta.inject.Singleton;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/**
 * Which union takes somebody in: the questions that the routing of applicants asks, in its order. Only active
 * organisations are found; where several fit, the one that was entered first, so that the same question has the same
 * answer. Reads only, within the caller's transaction when there is one.
 */
@Singleton
public class UnionFinder {

    private static final String OF_EMPLOYER = """
            select o.id from employer e join organisation o on o.id = e.organisation_id
            where e.credit_code = ? and o.state = 'ACTIVE' and o.kind = any (?)
            """;

    private static final String[] OWN = {OrganisationKind.BASIC.name()};

    /** Of several employers; the federations are the level below the street. */
    private static final String[] JOINT = {
        OrganisationKind.JOINT_BASIC.name(),
        OrganisationKind.REGIONAL_FEDERATION.name(),
        OrganisationKind.INDUSTRY_FEDERATION.name()
    };

    private static final String FIRST = " order by serial limit 1";

    private final Sql sql;

    UnionFinder(Sql sql) {
        this.sql = sql;
    }

    /**
     * The union that covers an employer: its own, else a joint one.
     *
     * @param creditCode as typed; one that cannot be a credit code finds nothing
     */
    public Optional<UUID> unionOfEmployer(String creditCode) {
        return ownUnionOf(creditCode).or(() -> jointUnionOf(creditCode));
    }

    /** The employer's own basic union (routing step 2). */
    public Optional<UUID> ownUnionOf(String creditCode) {
        return sql.first(OF_EMPLOYER, UnionFinder::id, normalised(creditCode), OWN);
    }

    /**
     * The joint union that covers the employer: a joint basic union (联合基层工会) or a federation of level 4 (routing step
     * 4).
     */
    public Optional<UUID> jointUnionOf(String creditCode) {
        return sql.first(OF_EMPLOYER, UnionFinder::id, normalised(creditCode), JOINT);
    }

    /**
     * The industry federation (行业工会联合会) of a district that takes in a worker group (routing step 5).
     *
     * @param district six digits of GB/T 2260
     * @param workerGroup the group's code, such as {@code COURIER}, one of those that the federation lists
     */
    public Optional<UUID> industryFederation(String district, String workerGroup) {
        return first(
                "kind = 'INDUSTRY_FEDERATION' and district = ? and ? = any (worker_groups)", district, workerGroup);
    }

    /**
     * The regional federation (区域工会联合会) of a zone, park or business circle (routing step 6).
     *
     * @param zone the zone's code as the federation has it
     */
    public Optional<UUID> regionalFederation(String zone) {
        return first("kind = 'REGIONAL_FEDERATION' and zone = ?", zone);
    }

    /**
     * The small second-level union (小二级工会, level 4) below a street union that catches whom nobody else takes (routing
     * step 7): a regional federation before an industry federation.
     */
    public Optional<UUID> smallSecondLevelOfStreet(UUID streetUnion) {
        return sql.first("""
                select o.id from organisation street join organisation o
                on o.path > street.path and o.path < rtrim(street.path, '/') || '0'
                where street.id = ? and o.level = 4 and o.state = 'ACTIVE'
                order by o.kind = 'REGIONAL_FEDERATION' desc, o.serial limit 1
                """, UnionFinder::id, streetUnion);
    }

    /**
     * The union of a street or town (街道、乡镇总工会), the safety net of last resort (routing step 8).
     *
     * @param street nine digits of the street's code (GB/T 10114), as the organisation has it
     */
    public Optional<UUID> streetUnion(String street) {
        return first("kind = 'SUBDISTRICT' and street = ?", street);
    }

    /**
     * The federation of a district (区总工会), for an applicant of whom nothing better is known.
     *
     * @param district six digits of GB/T 2260
     */
    public Optional<UUID> districtFederation(String district) {
        return first("kind = 'DISTRICT_FEDERATION' and district = ?", district);
    }

    /** Whether members can belong to an organisation directly. False for one that is unknown or has ended. */
    public boolean mayHoldMembers(UUID organisation) {
        return activeLevel(organisation).filter(OrganisationRules::holdsMembers).isPresent();
    }

    /** Refuses an organisation that members cannot belong to directly. */
    public void requireMayHoldMembers(UUID organisation) {
        var level = activeLevel(organisation).orElseThrow(() -> ORGANISATION_ENDED.with("organisation", organisation));
        if (!OrganisationRules.holdsMembers(level)) {
            throw NOT_KEPT_AT_THIS_LEVEL.with("level", level);
        }
    }

    private Optional<Integer> activeLevel(UUID organisation) {
        return sql.first(
                "select level from organisation where id = ? and state = 'ACTIVE'",
                row -> row.integer(1),
                organisation);
    }

    /** The organisation directly above, which an unanswered matter goes to; empty at the root. */
    public Optional<UUID> superiorOf(UUID organisation) {
        return sql.first(
                "select parent_id from organisation where id = ? and parent_id is not null",
                UnionFinder::id,
                organisation);
    }

    /** Whether an active union group (工会小组) belongs to an organisation. */
    public boolean hasGroup(UUID organisation, UUID group) {
        return sql.first(
                        "select id from union_group where id = ? and organisation_id = ? and active",
                        UnionFinder::id,
                        group,
                        organisation)
                .isPresent();
    }

    /** The active union groups of these organisations. */
    public Set<UUID> groupsOf(UUID... organisations) {
        return Set.copyOf(sql.list(
                "select id from union_group where organisation_id = any (?) and active", UnionFinder::id, (Object)
                        organisations));
    }

    private Optional<UUID> first(String condition, Object... parameters) {
        return sql.first(
                "select id from organisation where state = 'ACTIVE' and " + condition + FIRST,
                UnionFinder::id,
                parameters);
    }

    private static String normalised(String creditCode) {
        return CreditCode.parseOverridden(creditCode)
                .toOptional()
                .map(CreditCode::value)
                .orElse("");
    }

    private static UUID id(Row row) {
        return row.uuid(1);
    }
}
