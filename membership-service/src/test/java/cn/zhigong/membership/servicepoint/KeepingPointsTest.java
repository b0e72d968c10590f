package cn.zhigong.membership.servicepoint;

import static cn.zhigong.membership.organisation.OrganisationFixtures.as;
import static cn.zhigong.membership.organisation.OrganisationFixtures.asAdmin;
import static cn.zhigong.membership.organisation.OrganisationFixtures.district;
import static cn.zhigong.membership.organisation.OrganisationFixtures.officer;
import static cn.zhigong.membership.organisation.OrganisationFixtures.organisation;
import static cn.zhigong.membership.servicepoint.PointFixtures.POINTS;
import static cn.zhigong.membership.servicepoint.PointFixtures.aPoint;
import static cn.zhigong.membership.servicepoint.PointFixtures.anybody;
import static cn.zhigong.membership.servicepoint.PointFixtures.at;
import static cn.zhigong.membership.servicepoint.PointFixtures.correct;
import static cn.zhigong.membership.servicepoint.PointFixtures.enter;
import static cn.zhigong.membership.servicepoint.PointFixtures.entered;
import static cn.zhigong.membership.servicepoint.PointFixtures.opened;
import static cn.zhigong.membership.servicepoint.PointFixtures.step;
import static cn.zhigong.membership.servicepoint.PointFixtures.with;
import static cn.zhigong.platform.testing.Refusals.refused;
import static cn.zhigong.platform.testing.Refusals.violates;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;

import cn.zhigong.platform.sql.Sql;
import cn.zhigong.platform.testing.EventsOnKafka;
import cn.zhigong.platform.testing.Infrastructure;
import cn.zhigong.platform.testing.Tokens;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What officers do with the places of their union, and what is refused. */
@QuarkusTest
@QuarkusTestResource(Infrastructure.class)
class KeepingPointsTest {

    @Inject
    Sql sql;

    private UUID union;
    private String officer;

    @BeforeEach
    void aUnionWithAnOfficer() {
        union = organisation(district(), "BASIC");
        officer = officer(union, "OFFICER");
    }

    @Test
    void aPlaceIsEnteredAsPlannedAndEverybodyReadsIt() {
        var answer = enter(officer, aPoint(union));
        answer.then().statusCode(201).body("state", equalTo("PLANNED"));
        var id = answer.<String>path("id");
        assertThat(answer.header("Location")).isEqualTo(POINTS + "/" + id);
        anybody()
                .get(POINTS + "/" + id)
                .then()
                .statusCode(200)
                .body("name", equalTo("人民广场爱心接力站"))
                .body("type", equalTo("CARE_RELAY_STATION"))
                .body("location.longitude", equalTo(121.4737f))
                .body("facilities", contains("DRINKING_WATER", "MEAL_HEATING"))
                .body("openingHours.weekly.MONDAY[1].opens", equalTo("13:00"))
                .body("phone", equalTo("021-63212810"))
                .body("openNow", equalTo(false))
                .body("distanceMetres", nullValue());
        refused(anybody().get(POINTS + "/" + UUID.randomUUID()), 404, "NOT_FOUND");
    }

    @Test
    void onlyOfficersOfTheUnionOrAboveIt() {
        refused(enter(officer(district(), "OFFICER"), aPoint(union)), 404, "NOT_FOUND");
        refused(enter(officer(union, "REVIEWER"), aPoint(union)), 403, "FORBIDDEN");
        refused(
                RestAssured.given()
                        .contentType("application/json")
                        .body(aPoint(union))
                        .post(POINTS),
                401,
                "UNAUTHENTICATED");
        refused(
                RestAssured.given()
                        .auth()
                        .oauth2(Tokens.of("worker", "member"))
                        .contentType("application/json")
                        .body(aPoint(union))
                        .post(POINTS),
                403,
                "FORBIDDEN");
        var id = entered(officer, aPoint(union));
        var stranger = officer(district(), "OFFICER");
        refused(correct(stranger, id, "*", "{\"name\": \"别处\"}"), 404, "NOT_FOUND");
        refused(step(stranger, id, "open"), 404, "NOT_FOUND");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    name                 | "<img src=x>"                                       | name                               | MARKUP
                    name                 | "老王 138-1234-5678"                                  | name                               | PRIVATE_NUMBER
                    address              | " "                                                 | address                            | REQUIRED
                    phone                | "13812345678"                                       | phone                              | PRIVATE_NUMBER
                    phone                | "ask me"                                            | phone                              | FORMAT
                    district             | "310119"                                            | district                           | NOT_FOUND
                    district             | "310000"                                            | district                           | NOT_FOUND
                    location             | {"longitude": 31.2304, "latitude": 121.4737}        | location.latitude                  | OUTSIDE_THE_CITY
                    starRating           | 5                                                   | starRating                         | CONTRADICTS_TYPE
                    shared               | true                                                | shared                             | CONTRADICTS_TYPE
                    coverage             | {"employers": 3, "workers": 90}                     | coverage                           | CONTRADICTS_TYPE
                    openingHours         | {"weekly": {"MONDAY": [{"opens": "22:00", "closes": "06:00"}]}} | openingHours.weekly.MONDAY[0].closes | CLOSES_NEXT_DAY
                    openingHours         | {"weekly": {"MONDAY": [{"opens": "08:00", "closes": "12:00"}, {"opens": "11:59", "closes": "13:00"}]}} | openingHours.weekly.MONDAY[1] | OVERLAPS
                    """)
    void whatDoesNotFitIsRefusedByItsField(String name, String json, String field, String code) {
        var id = entered(officer, aPoint(union));
        violates(correct(officer, id, "*", "{\"%s\": %s}".formatted(name, json)), field, code);
    }

    @Test
    void tenThousandIntervalsAreRefused() {
        var many = Collections.nCopies(10_000, Map.of("opens", "08:00", "closes", "09:00"));
        var answer =
                enter(officer, with(aPoint(union), Map.of("openingHours", Map.of("weekly", Map.of("MONDAY", many)))));
        answer.then().statusCode(422);
        assertThat(answer.<List<String>>path("violations.code")).contains("LENGTH");
        var days = IntStream.range(0, 200)
                .mapToObj(
                        n -> Map.of("date", LocalDate.of(2026, 1, 1).plusDays(n).toString(), "intervals", List.of()))
                .toList();
        violates(
                enter(officer, with(aPoint(union), Map.of("openingHours", Map.of("exceptions", days)))),
                "openingHours.exceptions",
                "LENGTH");
    }

    @Test
    void whatIsNoTimeOfDayIsRefused() {
        var hours = Map.of("weekly", Map.of("MONDAY", List.of(Map.of("opens", "25:00", "closes", "26:00"))));
        var answer = enter(officer, with(aPoint(union), Map.of("openingHours", hours)));
        answer.then().statusCode(422);
        assertThat(answer.<List<String>>path("violations.code")).containsExactly("FORMAT", "FORMAT");
    }

    @Test
    void aCorrectionNamesTheVersionItBeganWith() {
        var id = entered(officer, aPoint(union));
        var read = anybody().get(POINTS + "/" + id).header("ETag");
        correct(officer, id, read, "{\"openingHours\": {\"weekly\": {\"MONDAY\": null}}, \"phone\": null}")
                .then()
                .statusCode(200)
                .body("openingHours.weekly", equalTo(Map.of()))
                .body("phone", nullValue())
                .body("name", equalTo("人民广场爱心接力站"));
        refused(correct(officer, id, read, "{\"name\": \"新站\"}"), 412, "STALE_VERSION");
        refused(
                as(officer)
                        .contentType("application/merge-patch+json")
                        .body("{\"name\": \"新站\"}")
                        .patch(POINTS + "/" + id),
                428,
                "VERSION_REQUIRED");
        correct(officer, id, "*", "{\"state\": \"OPEN\", \"organisationId\": \"%s\"}".formatted(UUID.randomUUID()));
        anybody()
                .get(POINTS + "/" + id)
                .then()
                .body("state", equalTo("PLANNED"))
                .body("organisationId", equalTo(union.toString()));
    }

    @Test
    void aMothersRoomHasStarsAndAHealthPointCoverage() {
        var room = with(aPoint(union), Map.of("type", "MOTHERS_ROOM", "starRating", 5, "shared", true));
        enter(officer, room)
                .then()
                .statusCode(201)
                .body("starRating", equalTo(5))
                .body("shared", equalTo(true));
        violates(enter(officer, with(room, Map.of("starRating", 6))), "starRating", "RANGE");
        var health = with(
                aPoint(union),
                Map.of("type", "HEALTH_SERVICE_POINT", "coverage", Map.of("employers", 12, "workers", 3400)));
        enter(officer, health).then().statusCode(201).body("coverage.workers", equalTo(3400));
    }

    @Test
    void everyWriteIsAuditedAndToldWithoutThePhone() {
        var id = opened(officer, aPoint(union));
        correct(officer, id, "*", "{\"name\": \"新站\"}").then().statusCode(200);
        var told = EventsOnKafka.await(ServicePointEvent.TOPIC, id, 3);
        var last = told.getLast();
        assertThat(last.type()).isEqualTo("cn.zhigong.membership.service-point-changed.v1");
        assertThat(last.json().path("state").asText()).isEqualTo("OPEN");
        assertThat(last.json().path("name").asText()).isEqualTo("新站");
        assertThat(last.body()).doesNotContain("63212810");
        assertThat(sql.list(
                        "select action from audit_entry where object_id = ? order by sequence",
                        row -> row.text(1),
                        id.toString()))
                .containsExactly("service-point.enter", "service-point.open", "service-point.correct");
    }

    @Test
    void thePlacesOfAUnionThatEndsGoToItsSuccessor() {
        var successor = organisation(district(), "BASIC");
        var id = opened(officer, aPoint(union));
        end(Map.of("reason", "单位终止"))
                .then()
                .statusCode(409)
                .body("code", equalTo("ORGANISATION_IN_USE"))
                .body("holds", contains("SERVICE_POINTS"));
        end(Map.of("reason", "单位终止", "successorId", successor)).then().statusCode(200);
        anybody().get(POINTS + "/" + id).then().body("organisationId", equalTo(successor.toString()));
        var last = EventsOnKafka.await(ServicePointEvent.TOPIC, id, 3).getLast();
        assertThat(last.json().path("organisationId").asText()).isEqualTo(successor.toString());
        refused(asAdmin().body(aPoint(union)).post(POINTS), 409, "ORGANISATION_ENDED");
    }

    private Response end(Map<String, ?> body) {
        return asAdmin().body(body).post("/v1/organisations/" + union + "/dissolve");
    }

    @Test
    void placesAreNotOutsideTheCity() {
        violates(
                enter(officer, with(aPoint(union), Map.of("location", at(116.4, 39.9)))),
                "location.longitude",
                "OUTSIDE_THE_CITY");
        violates(
                enter(officer, with(aPoint(union), Map.of("location", Map.of("longitude", 121.5)))),
                "location.latitude",
                "REQUIRED");
        var id = entered(officer, aPoint(union));
        assertThat(correct(officer, id, "*", "{\"location\": {\"longitude\": 1e400}}")
                        .statusCode())
                .isBetween(400, 422);
        assertThat(correct(officer, id, "*", "{\"location\": {\"longitude\": NaN}}")
                        .statusCode())
                .isEqualTo(400);
    }
}
