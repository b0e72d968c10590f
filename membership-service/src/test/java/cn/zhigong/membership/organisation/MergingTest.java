package cn.zhigong.membership.organisation;

import static cn.zhigong.membership.organisation.OrganisationFixtures.as;
import static cn.zhigong.membership.organisation.OrganisationFixtures.merge;
import static cn.zhigong.membership.organisation.OrganisationFixtures.organisation;
import static cn.zhigong.platform.testing.Refusals.refused;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;

import cn.zhigong.platform.testing.Infrastructure;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.Test;

/** How an organisation is taken over by another of its level. */
@QuarkusTest
@QuarkusTestResource(Infrastructure.class)
class MergingTest extends WithAnOfficer {

    @Test
    void theOtherTakesOverChildrenAndWhatIsHeld() {
        var merged = organisation(district, "REGIONAL_FEDERATION");
        var into = organisation(district, "INDUSTRY_FEDERATION");
        var basic = organisation(merged, "BASIC");
        var branch = organisation(basic, "BASIC");
        CoveringTest.group(officer, merged, "一站").then().statusCode(201);
        merge(officer, merged, into)
                .then()
                .statusCode(200)
                .body("state", equalTo("MERGED"))
                .body("successorId", equalTo(into.toString()));
        assertThat(path(basic)).startsWith(path(into));
        assertThat(path(branch)).startsWith(path(basic));
        as(officer).get("/v1/organisations/" + basic).then().body("parentId", equalTo(into.toString()));
        as(officer).get("/v1/organisations/" + into + "/groups").then().body("items", hasSize(1));
    }

    @Test
    void itStaysWithinALevelAndOutOfItself() {
        var street = organisation(district, "SUBDISTRICT");
        var basic = organisation(district, "BASIC");
        var branch = organisation(basic, "BASIC");
        refused(merge(officer, basic, street), 422, "MERGER_ACROSS_LEVELS");
        refused(merge(officer, basic, branch), 409, "ORGANISATION_CYCLE");
        refused(merge(officer, basic, basic), 409, "ORGANISATION_CYCLE");
        as(officer).get("/v1/organisations/" + basic).then().body("state", equalTo("ACTIVE"));
    }
}
