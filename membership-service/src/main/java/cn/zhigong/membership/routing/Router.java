package cn.zhigong.membership.routing;

import cn.zhigong.membership.organisation.UnionFinder;
import cn.zhigong.platform.sql.Sql;
import jakarta.inject.Singleton;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Finds the union for an applicant: gathers the facts and lets the rules decide. */
@Singleton
public class Router {

    /**
     * What an applicant tells of where they work.
     *
     * @param codeUnion the union whose join code they used
     * @param employer credit code of the employer; of the dispatch firm for a dispatched worker
     * @param usingUnit credit code of the unit a dispatched worker works at
     * @param district six digits, as the division is called today
     * @param street nine digits
     */
    public record Situation(
            @Nullable UUID codeUnion,
            @Nullable String employer,
            boolean dispatched,
            boolean prefersUsingUnit,
            @Nullable String usingUnit,
            @Nullable String workerGroup,
            @Nullable String district,
            @Nullable String street,
            @Nullable String zone) {}

    private final UnionFinder unions;
    private final Sql sql;

    Router(UnionFinder unions, Sql sql) {
        this.unions = unions;
        this.sql = sql;
    }

    public Route route(Situation situation) {
        var codeUnion = situation.codeUnion();
        // The first rule asks for nothing else, and most applicants come by a code.
        return codeUnion == null ? RoutingRules.route(facts(situation)) : new Route(codeUnion, RoutingRule.JOIN_CODE);
    }

    private RoutingFacts facts(Situation situation) {
        var street = found(situation.street(), unions::streetUnion);
        return new RoutingFacts(
                situation.codeUnion(),
                situation.dispatched(),
                situation.prefersUsingUnit(),
                found(situation.employer(), situation.dispatched() ? unions::unionOfEmployer : unions::ownUnionOf),
                found(situation.usingUnit(), unions::unionOfEmployer),
                found(situation.employer(), unions::jointUnionOf),
                industryFederation(situation),
                found(situation.zone(), unions::regionalFederation),
                street == null ? null : unions.smallSecondLevelOfStreet(street).orElse(null),
                street,
                found(situation.district(), unions::districtFederation),
                root());
    }

    private @Nullable UUID industryFederation(Situation situation) {
        var district = situation.district();
        return found(
                situation.workerGroup(),
                group -> district == null ? Optional.empty() : unions.industryFederation(district, group));
    }

    private UUID root() {
        return sql.first("select id from directory_organisation where parent_id is null", row -> row.uuid(1))
                .orElseThrow(() -> new IllegalStateException("The tree of organisations has no root yet"));
    }

    private static @Nullable UUID found(@Nullable String key, Function<String, Optional<UUID>> find) {
        return Optional.ofNullable(key).flatMap(find).orElse(null);
    }
}
