package cn.zhigong.membership.routing;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.UUID;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class RoutingRulesTest {

    private static final UUID CODE = UUID.randomUUID();
    private static final UUID EMPLOYER = UUID.randomUUID();
    private static final UUID USING_UNIT = UUID.randomUUID();
    private static final UUID JOINT = UUID.randomUUID();
    private static final UUID INDUSTRY = UUID.randomUUID();
    private static final UUID ZONE = UUID.randomUUID();
    private static final UUID SECOND_LEVEL = UUID.randomUUID();
    private static final UUID STREET = UUID.randomUUID();
    private static final UUID DISTRICT = UUID.randomUUID();
    private static final UUID ROOT = UUID.randomUUID();

    /** Unions everywhere; each test takes away the ones before its rule. */
    private static final class Facts {
        private @Nullable UUID code = CODE;
        private boolean dispatched;
        private boolean prefersUsingUnit;
        private @Nullable UUID employer = EMPLOYER;
        private @Nullable UUID usingUnit = USING_UNIT;
        private @Nullable UUID joint = JOINT;
        private @Nullable UUID industry = INDUSTRY;
        private @Nullable UUID zone = ZONE;
        private @Nullable UUID secondLevel = SECOND_LEVEL;
        private @Nullable UUID street = STREET;
        private @Nullable UUID district = DISTRICT;

        Facts without(int rules) {
            code = rules > 0 ? null : code;
            employer = rules > 1 ? null : employer;
            usingUnit = rules > 1 ? null : usingUnit;
            joint = rules > 2 ? null : joint;
            industry = rules > 3 ? null : industry;
            zone = rules > 4 ? null : zone;
            secondLevel = rules > 5 ? null : secondLevel;
            street = rules > 6 ? null : street;
            district = rules > 7 ? null : district;
            return this;
        }

        Route route() {
            return RoutingRules.route(new RoutingFacts(
                    code,
                    dispatched,
                    prefersUsingUnit,
                    employer,
                    usingUnit,
                    joint,
                    industry,
                    zone,
                    secondLevel,
                    street,
                    district,
                    ROOT));
        }
    }

    private static Route without(int rules) {
        return new Facts().without(rules).route();
    }

    private static Route dispatched(UnaryOperator<Facts> change) {
        var facts = new Facts();
        facts.code = null;
        facts.dispatched = true;
        return change.apply(facts).route();
    }

    @Test
    void aJoinCodeBeatsEverything() {
        assertThat(without(0)).isEqualTo(new Route(CODE, RoutingRule.JOIN_CODE));
    }

    @Test
    void thenTheEmployersOwnUnion() {
        assertThat(without(1)).isEqualTo(new Route(EMPLOYER, RoutingRule.EMPLOYER_UNION));
    }

    @Test
    void aDispatchedWorkerJoinsWhereTheyChoose() {
        assertThat(dispatched(facts -> facts)).isEqualTo(new Route(EMPLOYER, RoutingRule.DISPATCH));
        assertThat(dispatched(facts -> {
                    facts.prefersUsingUnit = true;
                    return facts;
                }))
                .isEqualTo(new Route(USING_UNIT, RoutingRule.DISPATCH));
    }

    @Test
    void aDispatchFirmWithoutUnionLeavesTheUsingUnit() {
        assertThat(dispatched(facts -> {
                    facts.employer = null;
                    return facts;
                }))
                .isEqualTo(new Route(USING_UNIT, RoutingRule.DISPATCH));
    }

    @Test
    void aUsingUnitWithoutUnionLeavesTheDispatchFirm() {
        assertThat(dispatched(facts -> {
                    facts.prefersUsingUnit = true;
                    facts.usingUnit = null;
                    return facts;
                }))
                .isEqualTo(new Route(EMPLOYER, RoutingRule.DISPATCH));
    }

    @Test
    void aDispatchedWorkerWithNeitherGoesOnLikeOthers() {
        assertThat(dispatched(facts -> facts.without(2))).isEqualTo(new Route(JOINT, RoutingRule.JOINT_UNION));
    }

    @Test
    void thenTheJointUnionOfTheEmployer() {
        assertThat(without(2)).isEqualTo(new Route(JOINT, RoutingRule.JOINT_UNION));
    }

    @Test
    void thenTheIndustryFederationOfTheWorkerGroup() {
        assertThat(without(3)).isEqualTo(new Route(INDUSTRY, RoutingRule.INDUSTRY_FEDERATION));
    }

    @Test
    void thenTheFederationOfTheZone() {
        assertThat(without(4)).isEqualTo(new Route(ZONE, RoutingRule.ZONE_FEDERATION));
    }

    @Test
    void thenTheSecondLevelUnionOfTheStreet() {
        assertThat(without(5)).isEqualTo(new Route(SECOND_LEVEL, RoutingRule.STREET_SECOND_LEVEL));
    }

    @Test
    void thenTheStreet() {
        assertThat(without(6)).isEqualTo(new Route(STREET, RoutingRule.STREET_UNION));
    }

    @Test
    void thenThePoolOfTheDistrict() {
        assertThat(without(7)).isEqualTo(new Route(DISTRICT, RoutingRule.FALLBACK_POOL));
    }

    @Test
    void nobodyIsLeftWithoutAUnion() {
        assertThat(without(8)).isEqualTo(new Route(ROOT, RoutingRule.FALLBACK_POOL));
    }
}
