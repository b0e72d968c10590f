package cn.zhigong.membership.organisation;

import static cn.zhigong.membership.organisation.OrganisationFixtures.as;
import static cn.zhigong.membership.organisation.OrganisationFixtures.asAdmin;
import static cn.zhigong.membership.organisation.OrganisationFixtures.district;
import static cn.zhigong.membership.organisation.OrganisationFixtures.officer;
import static cn.zhigong.membership.organisation.OrganisationFixtures.organisation;
import static cn.zhigong.platform.testing.Refusals.refused;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;

import cn.zhigong.platform.testing.Infrastructure;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Which organisations an officer sees, and how they are searched. */
@QuarkusTest
@QuarkusTestResource(Infrastructure.class)
class ListingTest extends WithAnOfficer {

    @Test
    void anOfficerSeesTheirSubtreeParentsFirst() {
        var street = organisation(district, "SUBDISTRICT");
        var basic = organisation(street, "BASIC");
        as(officer)
                .get("/v1/organisations")
                .then()
                .statusCode(200)
                .body("items.id", contains(district.toString(), street.toString(), basic.toString()));
        as(officer)
                .get("/v1/organisations?under=" + street)
                .then()
                .body("items.id", contains(street.toString(), basic.toString()));
        as(officer(street, "VIEWER"))
                .get("/v1/organisations")
                .then()
                .body("items.id", contains(street.toString(), basic.toString()));
    }

    @Test
    void overlappingGrantsShowAPlaceOnce() {
        var street = organisation(district, "SUBDISTRICT");
        OrganisationFixtures.grant(street, officer, "VIEWER");
        as(officer).get("/v1/organisations").then().body("items.id", contains(district.toString(), street.toString()));
    }

    @Test
    void theSubtreeOfAnotherIsUnknown() {
        refused(as(officer).get("/v1/organisations?under=" + district()), 404, "NOT_FOUND");
        refused(as(officer).get("/v1/organisations/" + district()), 404, "NOT_FOUND");
        refused(as(officer).get("/v1/organisations/" + UUID.randomUUID()), 404, "NOT_FOUND");
    }

    @Test
    void anAccountWithoutGrantsSeesNothing() {
        as("nobody-" + UUID.randomUUID())
                .get("/v1/organisations")
                .then()
                .statusCode(200)
                .body("items.size()", equalTo(0));
    }

    @Test
    void filtersNarrow() {
        var federation = organisation(district, "INDUSTRY_FEDERATION", Map.of("name", "家政行业工会联合会"));
        var basic = organisation(federation, "BASIC", Map.of("name", "Sunshine Café 家政工会"));
        find("kind=BASIC", basic);
        find("level=4", federation);
        find("q=行业", federation);
        find("q=sunSHINE", basic);
        find("q=Cafe\u0301\u00a0家政", basic);
        find("q=%25");
        find("q=" + asAdmin().get("/v1/organisations/" + basic).path("code"), basic);
        find("state=DISSOLVED");
        find("kind=BASIC&level=4");
    }

    private void find(String query, UUID... expected) {
        List<String> found = as(officer).get("/v1/organisations?" + query).path("items.id");
        assertThat(found)
                .as(query)
                .containsExactly(List.of(expected).stream().map(UUID::toString).toArray(String[]::new));
    }

    @ParameterizedTest
    @ValueSource(strings = {"knid=BASIC", "path=/", "offset=1"})
    void anUnknownParameterIsRefused(String query) {
        refused(as(officer).get("/v1/organisations?" + query), 400, "UNKNOWN_PARAMETER");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "kind=NONSENSE",
                "level=x",
                "under=1",
                "under=1-1-1-1-1",
                "level=٣",
                "level=3&level=4",
                "kind=BASIC&kind=BASIC",
                "state=GONE",
                "limit=0"
            })
    void aValueThatCannotBeIsRefused(String query) {
        var answer = as(officer).get("/v1/organisations?" + query);
        refused(answer, 400, "INVALID_PARAMETER");
        assertThat(answer.<String>path("violations[0].field")).isEqualTo(query.substring(0, query.indexOf('=')));
    }

    @Test
    void pagesFollowEachOtherWithoutGapOrRepetition() {
        for (var i = 0; i < 6; i++) {
            var street = organisation(district, "SUBDISTRICT");
            assertThat(organisation(street, "BASIC")).isNotNull();
        }
        List<String> all = as(officer).get("/v1/organisations?limit=200").path("items.id");
        List<String> paged = new ArrayList<>();
        var after = "";
        do {
            var page = as(officer).get("/v1/organisations?limit=5" + after);
            paged.addAll(page.path("items.id"));
            String next = page.path("next");
            after = next == null ? "" : "&after=" + next;
        } while (!after.isEmpty());
        assertThat(paged).hasSize(13).containsExactlyElementsOf(all);
    }
}
