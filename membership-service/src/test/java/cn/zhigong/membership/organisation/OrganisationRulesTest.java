package cn.zhigong.membership.organisation;

import static cn.zhigong.membership.organisation.OrganisationKind.BASIC;
import static cn.zhigong.membership.organisation.OrganisationKind.CITY_FEDERATION;
import static cn.zhigong.membership.organisation.OrganisationKind.DISTRICT_FEDERATION;
import static cn.zhigong.membership.organisation.OrganisationKind.INDUSTRY_BUREAU;
import static cn.zhigong.membership.organisation.OrganisationKind.INDUSTRY_FEDERATION;
import static cn.zhigong.membership.organisation.OrganisationKind.JOINT_BASIC;
import static cn.zhigong.membership.organisation.OrganisationKind.REGIONAL_FEDERATION;
import static cn.zhigong.membership.organisation.OrganisationKind.SUBDISTRICT;
import static org.assertj.core.api.Assertions.assertThat;

import cn.zhigong.platform.testing.StepTable;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

class OrganisationRulesTest {

    /** Written out, not computed: which kinds sit under which is the platform's own. */
    private static final Map<OrganisationKind, Set<OrganisationKind>> CHILDREN = new EnumMap<>(Map.of(
            CITY_FEDERATION,
                    EnumSet.of(
                            DISTRICT_FEDERATION,
                            INDUSTRY_BUREAU,
                            SUBDISTRICT,
                            REGIONAL_FEDERATION,
                            INDUSTRY_FEDERATION,
                            JOINT_BASIC,
                            BASIC),
            DISTRICT_FEDERATION, EnumSet.of(SUBDISTRICT, REGIONAL_FEDERATION, INDUSTRY_FEDERATION, JOINT_BASIC, BASIC),
            INDUSTRY_BUREAU, EnumSet.of(SUBDISTRICT, REGIONAL_FEDERATION, INDUSTRY_FEDERATION, JOINT_BASIC, BASIC),
            SUBDISTRICT, EnumSet.of(REGIONAL_FEDERATION, INDUSTRY_FEDERATION, JOINT_BASIC, BASIC),
            REGIONAL_FEDERATION, EnumSet.of(JOINT_BASIC, BASIC),
            INDUSTRY_FEDERATION, EnumSet.of(JOINT_BASIC, BASIC),
            JOINT_BASIC, EnumSet.of(BASIC),
            BASIC, EnumSet.of(BASIC)));

    static Stream<Arguments> everyPairOfKinds() {
        return Arrays.stream(OrganisationKind.values())
                .flatMap(parent -> Arrays.stream(OrganisationKind.values()).map(child -> Arguments.of(child, parent)));
    }

    @ParameterizedTest
    @MethodSource("everyPairOfKinds")
    void aParentIsAboveOrABasicUnionOfABranch(OrganisationKind child, OrganisationKind parent) {
        assertThat(OrganisationRules.maySitUnder(child, parent))
                .isEqualTo(CHILDREN.getOrDefault(parent, Set.of()).contains(child));
    }

    static Stream<Arguments> everyKindAndLevel() {
        return Arrays.stream(OrganisationKind.values())
                .flatMap(kind -> IntStream.rangeClosed(-1, 7).mapToObj(level -> Arguments.of(kind, level)));
    }

    @ParameterizedTest
    @MethodSource("everyKindAndLevel")
    void aLevelMayBeRepeatedButNotContradictTheKind(OrganisationKind kind, int level) {
        var levels = Map.of(
                CITY_FEDERATION, 1,
                DISTRICT_FEDERATION, 2,
                INDUSTRY_BUREAU, 2,
                SUBDISTRICT, 3,
                REGIONAL_FEDERATION, 4,
                INDUSTRY_FEDERATION, 4,
                JOINT_BASIC, 5,
                BASIC, 5);
        assertThat(OrganisationRules.levelFits(kind, level)).isEqualTo(Objects.equals(levels.get(kind), level));
        assertThat(OrganisationRules.levelFits(kind, null)).isTrue();
    }

    @Test
    void onlyTheCityFederationIsTheRoot() {
        assertThat(OrganisationKind.values())
                .filteredOn(OrganisationKind::isRoot)
                .containsExactly(CITY_FEDERATION);
    }

    @Test
    void anActiveOrganisationCanEndAndAnEndedOneStaysEnded() {
        assertThat(StepTable.of(OrganisationState.class)).isEqualTo("""
                ACTIVE -> DISSOLVED, MERGED
                DISSOLVED -> -
                MERGED -> -
                """);
    }

    @Test
    void aStreetBeginsWithItsDistrict() {
        assertThat(OrganisationRules.streetFits("310115005", "310115")).isTrue();
        assertThat(OrganisationRules.streetFits("310101005", "310115")).isFalse();
        assertThat(OrganisationRules.streetFits("310115005", "310000")).isFalse();
        assertThat(OrganisationRules.streetFits("310115005", null)).isFalse();
        assertThat(OrganisationRules.streetFits(null, "310115")).isTrue();
        assertThat(OrganisationRules.streetFits(null, null)).isTrue();
    }

    @ParameterizedTest
    @EnumSource
    void onlyWhatTakesInByPlaceIsBoundToTheDistrictAbove(OrganisationKind kind) {
        var bound = Set.of(DISTRICT_FEDERATION, SUBDISTRICT, REGIONAL_FEDERATION, INDUSTRY_FEDERATION)
                .contains(kind);
        assertThat(OrganisationRules.districtFits(kind, "310101", "310115")).isEqualTo(!bound);
        assertThat(OrganisationRules.districtFits(kind, "310115", "310115")).isTrue();
        assertThat(OrganisationRules.districtFits(kind, null, "310115")).isTrue();
        assertThat(OrganisationRules.districtFits(kind, "310115", null)).isTrue();
    }

    @Test
    void aSubtreeIsJudgedByWholeLabels() {
        assertThat(OrganisationRules.isWithin("/1/2/", "/1/2/")).isTrue();
        assertThat(OrganisationRules.isWithin("/1/2/3/", "/1/2/")).isTrue();
        assertThat(OrganisationRules.isWithin("/1/23/", "/1/2/")).isFalse();
        assertThat(OrganisationRules.isWithin("/1/", "/1/2/")).isFalse();
        assertThat(OrganisationRules.isWithin("/1/", "/")).isTrue();
    }

    @Test
    void subtreesWithinOthersAreLeftOut() {
        assertThat(OrganisationRules.disjoint(List.of("/1/23/", "/1/2/3/", "/1/2/", "/1/2/", "/1/4/5/")))
                .containsExactly("/1/2/", "/1/23/", "/1/4/5/");
        assertThat(OrganisationRules.disjoint(List.of("/1/", "/"))).containsExactly("/");
        assertThat(OrganisationRules.disjoint(List.of())).isEmpty();
    }

    @Test
    void depthCountsOrganisationsOnAPath() {
        assertThat(OrganisationRules.depth("/1/")).isEqualTo(1);
        assertThat(OrganisationRules.depth("/1/2/3/")).isEqualTo(3);
    }

    @Test
    void onlyLevelsThreeToFiveHoldMembers() {
        for (int level = 0; level <= 6; level++) {
            assertThat(OrganisationRules.holdsMembers(level))
                    .as("level %s", level)
                    .isEqualTo(level >= 3 && level <= 5);
        }
    }
}
