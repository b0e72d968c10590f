package cn.zhigong.membership.routing;

import java.util.Arrays;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Chooses the union by the first rule that finds one. */
final class RoutingRules {

    private RoutingRules() {}

    static Route route(RoutingFacts facts) {
        return Arrays.stream(RoutingRule.values())
                .flatMap(rule -> Stream.ofNullable(found(rule, facts)).map(union -> new Route(union, rule)))
                .findFirst()
                .orElseThrow();
    }

    private static @Nullable UUID found(RoutingRule rule, RoutingFacts facts) {
        return switch (rule) {
            case JOIN_CODE -> facts.ofCode();
            // A dispatched worker's employer has no first claim: the law leaves the choice to the worker.
            case EMPLOYER_UNION -> facts.dispatched() ? null : facts.ofEmployer();
            case DISPATCH -> facts.dispatched() ? chosenByDispatched(facts) : null;
            case JOINT_UNION -> facts.jointOfEmployer();
            case INDUSTRY_FEDERATION -> facts.industryFederation();
            case ZONE_FEDERATION -> facts.zoneFederation();
            case STREET_SECOND_LEVEL -> facts.streetSecondLevel();
            case STREET_UNION -> facts.streetUnion();
            case FALLBACK_POOL -> Objects.requireNonNullElse(facts.districtFederation(), facts.root());
        };
    }

    /** The one they chose; the other when that has no union. */
    private static @Nullable UUID chosenByDispatched(RoutingFacts facts) {
        var chosen = facts.prefersUsingUnit() ? facts.ofUsingUnit() : facts.ofEmployer();
        var other = facts.prefersUsingUnit() ? facts.ofEmployer() : facts.ofUsingUnit();
        return chosen == null ? other : chosen;
    }
}
