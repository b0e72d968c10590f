package cn.zhigong.membership.servicepoint;

import static cn.zhigong.membership.organisation.OrganisationFixtures.district;
import static cn.zhigong.membership.organisation.OrganisationFixtures.officer;
import static cn.zhigong.membership.organisation.OrganisationFixtures.organisation;
import static cn.zhigong.membership.servicepoint.PointFixtures.POINTS;
import static cn.zhigong.membership.servicepoint.PointFixtures.aPoint;
import static cn.zhigong.membership.servicepoint.PointFixtures.alwaysOpen;
import static cn.zhigong.membership.servicepoint.PointFixtures.anybody;
import static cn.zhigong.membership.servicepoint.PointFixtures.at;
import static cn.zhigong.membership.servicepoint.PointFixtures.entered;
import static cn.zhigong.membership.servicepoint.PointFixtures.opened;
import static cn.zhigong.membership.servicepoint.PointFixtures.step;
import static cn.zhigong.membership.servicepoint.PointFixtures.with;
import static cn.zhigong.platform.testing.Refusals.refused;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;

import cn.zhigong.platform.testing.Infrastructure;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a worker on the street, who has no token, finds on the map. */
@QuarkusTest
@QuarkusTestResource(Infrastructure.class)
class FindingPointsTest {

    private UUID union;
    private String officer;

    @BeforeEach
    void aUnionWithAnOfficer() {
        union = organisation(district(), "BASIC");
        officer = officer(union, "OFFICER");
    }

    private String found(String query) {
        return POINTS + "?under=" + union + "&" + query;
    }

    private List<String> names(String query) {
        return anybody().get(found(query)).then().statusCode(200).extract().path("items.name");
    }

    private UUID named(String name, Map<String, ?> changes) {
        return opened(officer, with(with(aPoint(union), Map.of("name", name)), changes));
    }

    @Test
    void theNearestComesFirstWithItsDistance() {
        named("站一千", Map.of("location", at(121.4842, 31.2304)));
        named("站近", Map.of("location", at(121.4737, 31.2313)));
        named("站远", Map.of("location", at(121.6, 31.2304)));
        var answer = anybody().get(found("near=121.4737,31.2304"));
        answer.then().statusCode(200).body("items.name", contains("站近", "站一千"));
        assertThat(answer.<Integer>path("items[0].distanceMetres")).isBetween(98, 102);
        assertThat(answer.<Integer>path("items[1].distanceMetres")).isBetween(993, 1007);
        assertThat(names("near=121.4737,31.2304&radius=500")).containsExactly("站近");
        assertThat(names("near=121.4737,31.2304&radius=50000")).containsExactly("站近", "站一千", "站远");
        assertThat(names("near=-121.4737,-31.2304&radius=50000")).isEmpty();
    }

    @Test
    void pagesByDistanceFollowEachOtherWhereManyStandAtOneSpot() {
        for (var n = 0; n < 7; n++) {
            named("站" + n, Map.of("location", at(n < 4 ? 121.4737 : 121.4747, 31.2304)));
        }
        assertThat(paged("near=121.4737,31.2304")).hasSize(7).doesNotHaveDuplicates();
        assertThat(paged("type=CARE_RELAY_STATION")).hasSize(7).doesNotHaveDuplicates();
    }

    private List<String> paged(String query) {
        var ids = new ArrayList<String>();
        var after = "";
        do {
            var page = anybody().get(found(query + "&limit=2" + after));
            page.then().statusCode(200);
            ids.addAll(page.path("items.id"));
            String next = page.path("next");
            after = next == null ? "" : "&after=" + next;
        } while (!after.isEmpty());
        return ids;
    }

    @Test
    void filtersNarrow() {
        named("书屋", Map.of("type", "WORKERS_LIBRARY", "facilities", List.of("BOOKS"), "district", "310115"));
        named("全天站", Map.of("openingHours", alwaysOpen()));
        var closed = named("关了的站", Map.of("openingHours", alwaysOpen()));
        step(officer, closed, "close-temporarily").then().statusCode(200);
        assertThat(names("type=WORKERS_LIBRARY")).containsExactly("书屋");
        assertThat(names("district=310115")).containsExactly("书屋");
        assertThat(names("facility=BOOKS")).containsExactly("书屋");
        assertThat(names("q=全天")).containsExactly("全天站");
        assertThat(names("q=人民大道")).hasSize(3);
        assertThat(names("q=%25")).isEmpty();
        assertThat(names("type=WORKERS_LIBRARY&facility=WIFI")).isEmpty();
        assertThat(names("openNow=true&facility=DRINKING_WATER")).containsExactly("全天站");
        assertThat(names("openNow=true&near=121.4737,31.2304&q=全天")).containsExactly("全天站");
        assertThat(names("state=CLOSED_TEMPORARILY")).containsExactly("关了的站");
        step(officer, closed, "close").then().statusCode(200);
        assertThat(names("")).containsExactly("书屋", "全天站");
        assertThat(names("state=CLOSED")).containsExactly("关了的站");
    }

    @Test
    void whatIsAlwaysOpenIsOpenNowAndAPlannedPlaceIsNot() {
        anybody()
                .get(POINTS + "/" + named("全天站", Map.of("openingHours", alwaysOpen())))
                .then()
                .body("openNow", equalTo(true));
        var planned = entered(officer, with(aPoint(union), Map.of("openingHours", alwaysOpen())));
        anybody().get(POINTS + "/" + planned).then().body("openNow", equalTo(false));
    }

    @Test
    void aSubtreeIsFoundFromItsTopAndAnUnknownOneIsEmpty() {
        var top = district();
        var below = organisation(organisation(top, "SUBDISTRICT"), "BASIC");
        var id = opened(officer(below, "OFFICER"), aPoint(below));
        anybody().get(POINTS + "?under=" + top).then().body("items.id", contains(id.toString()));
        anybody()
                .get(POINTS + "?under=" + UUID.randomUUID())
                .then()
                .statusCode(200)
                .body("items", hasSize(0));
    }

    @Test
    void aTagSparesReadingAgain() {
        var id = named("站", Map.of());
        var tag = anybody().get(POINTS + "/" + id).header("ETag");
        anybody().header("If-None-Match", tag).get(POINTS + "/" + id).then().statusCode(304);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "near=NaN,31",
                "near=121.4737",
                "near=181,31",
                "near=121.4737,31.2304,5",
                "near=121.4737,1e9",
                "near=121.4737,31.2304&radius=1000000000",
                "near=121.4737,31.2304&radius=0",
                "near=121,31&radius=1e3",
                "radius=500",
                "type=PUB",
                "facility=BAR",
                "openNow=perhaps",
                "district=31",
                "near=121,31&near=121,31",
                "limit=201",
                "under=1",
                "state=GONE"
            })
    void aValueThatCannotBeIsRefused(String query) {
        refused(anybody().get(POINTS + "?" + query), 400, "INVALID_PARAMETER");
    }

    @ParameterizedTest
    @ValueSource(strings = {"kind=WORKERS_HOME", "sort=distance", "lon=121", "offset=5"})
    void anUnknownParameterIsRefused(String query) {
        refused(anybody().get(POINTS + "?" + query), 400, "UNKNOWN_PARAMETER");
    }

    @Test
    void aCursorOfOneSearchIsNoneOfAnother() {
        named("站甲", Map.of());
        named("站乙", Map.of());
        String next = anybody().get(found("near=121.4737,31.2304&limit=1")).path("next");
        refused(anybody().get(found("near=121.4738,31.2304&limit=1&after=" + next)), 400, "INVALID_CURSOR");
        refused(anybody().get(found("limit=1&after=" + next)), 400, "INVALID_CURSOR");
    }

    @Test
    void totalsCountByTypeAndStateOnADay() {
        var library = with(aPoint(union), Map.of("type", "WORKERS_LIBRARY", "plannedOn", "2020-01-01"));
        var first = entered(officer, library);
        step(officer, first, "open", Map.of("on", "2020-03-01", "reason", "揭牌"))
                .then()
                .statusCode(200);
        step(officer, first, "close", Map.of("on", "2021-03-01", "reason", "拆迁"))
                .then()
                .statusCode(200);
        assertThat(entered(officer, library)).isNotNull();
        var totals = POINTS + "/totals?under=" + union;
        anybody()
                .get(totals)
                .then()
                .statusCode(200)
                .body("items.type", contains("WORKERS_LIBRARY", "WORKERS_LIBRARY"))
                .body("items.state", contains("CLOSED", "PLANNED"))
                .body("items.count", contains(1, 1));
        anybody()
                .get(totals + "&on=2020-02-29")
                .then()
                .body("items.state", contains("PLANNED"))
                .body("items.count", contains(2));
        anybody().get(totals + "&on=2020-03-01").then().body("items.state", contains("OPEN", "PLANNED"));
        anybody().get(totals + "&on=2019-12-31").then().body("items", hasSize(0));
        anybody().get(totals + "&district=310115").then().body("items", hasSize(0));
        refused(anybody().get(totals + "&on=2999-01-01"), 400, "INVALID_PARAMETER");
    }
}
