package cn.zhigong.membership.organisation;

import static cn.zhigong.membership.organisation.OrganisationFixtures.asAdmin;
import static cn.zhigong.membership.organisation.OrganisationFixtures.creditCode;
import static cn.zhigong.membership.organisation.OrganisationFixtures.district;
import static cn.zhigong.membership.organisation.OrganisationFixtures.officer;
import static cn.zhigong.membership.organisation.OrganisationFixtures.organisation;
import static cn.zhigong.membership.organisation.OrganisationFixtures.root;
import static org.assertj.core.api.Assertions.assertThat;

import cn.zhigong.platform.testing.Infrastructure;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The questions that the routing of applicants asks. */
@QuarkusTest
@QuarkusTestResource(Infrastructure.class)
class UnionFinderTest {

    @Inject
    UnionFinder finder;

    /** Codes that no other test run used, because the city is shared. */
    private final String unique = "T" + Long.toString(System.nanoTime(), 36).toUpperCase(Locale.ROOT);

    private UUID district = new UUID(0, 0);

    @BeforeEach
    void aDistrict() {
        district = district();
    }

    private static void dissolve(UUID organisation) {
        asAdmin()
                .body(Map.of("reason", "x"))
                .post("/v1/organisations/" + organisation + "/dissolve")
                .then()
                .statusCode(200);
    }

    private static void cover(UUID union, String code, boolean dispatch) {
        CoveringTest.employer(officer(union, "OFFICER"), union, code, Map.of("dispatch", dispatch))
                .then()
                .statusCode(201);
    }

    @Test
    void anEmployersOwnUnionIsFoundByItsCreditCode() {
        var code = creditCode("91");
        var basic = organisation(district, "BASIC");
        cover(basic, code, false);
        assertThat(finder.unionOfEmployer(code)).contains(basic);
        assertThat(finder.unionOfEmployer(" " + code.toLowerCase(Locale.ROOT))).contains(basic);
        assertThat(finder.ownUnionOf(code)).contains(basic);
        assertThat(finder.jointUnionOf(code)).isEmpty();
    }

    @Test
    void aJointUnionIsFoundWhereThereIsNoOwn() {
        var code = creditCode("91");
        var joint = organisation(district, "JOINT_BASIC");
        cover(joint, code, true);
        assertThat(finder.unionOfEmployer(code)).contains(joint);
        assertThat(finder.ownUnionOf(code)).isEmpty();
    }

    @Test
    void nothingIsFoundForStrangersAndNonsense() {
        assertThat(finder.unionOfEmployer(creditCode("91"))).isEmpty();
        assertThat(finder.unionOfEmployer("'; drop table employer")).isEmpty();
    }

    @Test
    void anIndustryFederationTakesItsGroupsInInItsDistrict() {
        var federation = organisation(
                district,
                "INDUSTRY_FEDERATION",
                Map.of("district", "310115", "workerGroups", List.of("COURIER", unique)));
        assertThat(finder.industryFederation("310115", unique)).contains(federation);
        assertThat(finder.industryFederation("310101", unique)).isEmpty();
        assertThat(finder.industryFederation("310115", unique + "X")).isEmpty();
        dissolve(federation);
        assertThat(finder.industryFederation("310115", unique)).isEmpty();
    }

    @Test
    void theFirstEnteredIsFoundWhereSeveralFit() {
        var couriers = Map.of("district", "310115", "workerGroups", List.of(unique));
        var first = organisation(district, "INDUSTRY_FEDERATION", couriers);
        assertThat(organisation(district, "INDUSTRY_FEDERATION", couriers)).isNotEqualTo(first);
        assertThat(finder.industryFederation("310115", unique)).contains(first);
    }

    @Test
    void aStreetFallsBackOnItsSmallSecondLevel() {
        var code = "310115" + unique.replaceAll("\\D", "").concat("000").substring(0, 3);
        var street = organisation(district, "SUBDISTRICT", Map.of("street", code));
        assertThat(finder.smallSecondLevelOfStreet(street)).isEmpty();
        var industry = organisation(street, "INDUSTRY_FEDERATION");
        assertThat(finder.smallSecondLevelOfStreet(street)).contains(industry);
        var regional = organisation(street, "REGIONAL_FEDERATION");
        assertThat(finder.smallSecondLevelOfStreet(street)).contains(regional);
        assertThat(finder.streetUnion(code)).isPresent();
        assertThat(finder.districtFederation("310115")).isPresent();
        dissolve(regional);
        assertThat(finder.smallSecondLevelOfStreet(street)).contains(industry);
    }

    @Test
    void membersBelongToLevelsFourAndFiveAndStreets() {
        var street = organisation(district, "SUBDISTRICT");
        var federation = organisation(street, "REGIONAL_FEDERATION");
        var basic = organisation(federation, "BASIC");
        assertThat(List.of(root(), district)).noneMatch(finder::mayHoldMembers);
        assertThat(List.of(street, federation, basic)).allMatch(finder::mayHoldMembers);
        assertThat(finder.mayHoldMembers(UUID.randomUUID())).isFalse();
        dissolve(basic);
        assertThat(finder.mayHoldMembers(basic)).isFalse();
    }

    @Test
    void theSuperiorIsOneAbove() {
        assertThat(finder.superiorOf(district)).contains(root());
        assertThat(finder.superiorOf(root())).isEmpty();
        assertThat(finder.superiorOf(UUID.randomUUID())).isEmpty();
    }

    @Test
    void aGroupBelongsToItsOrganisationWhileItIsActive() {
        var federation = organisation(district, "REGIONAL_FEDERATION");
        var leader = officer(federation, "OFFICER");
        var formed = CoveringTest.group(leader, federation, "快递一站");
        var group = UUID.fromString(formed.path("id"));
        assertThat(finder.hasGroup(federation, group)).isTrue();
        assertThat(finder.hasGroup(district, group)).isFalse();
        OrganisationFixtures.as(leader)
                .post(formed.header("Location") + "/close")
                .then()
                .statusCode(200);
        assertThat(finder.hasGroup(federation, group)).isFalse();
    }
}
