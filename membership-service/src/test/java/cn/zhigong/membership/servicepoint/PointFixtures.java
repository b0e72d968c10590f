package cn.zhigong.membership.servicepoint;

import static cn.zhigong.membership.organisation.OrganisationFixtures.as;
import static io.restassured.RestAssured.given;
import static java.nio.charset.StandardCharsets.UTF_8;

import cn.zhigong.platform.testing.Answers;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** Service points for tests, made through the API. */
final class PointFixtures {

    static final String POINTS = "/v1/service-points";

    private static final Map<String, Object> HOURS = Map.of(
            "weekly",
            Map.of(
                    "MONDAY",
                    List.of(Map.of("opens", "08:00", "closes", "11:30"), Map.of("opens", "13:00", "closes", "17:30"))));

    private PointFixtures() {}

    /** A relay station at People's Square. */
    static Map<String, Object> aPoint(UUID organisation) {
        Map<String, Object> body = new HashMap<>();
        body.put("type", "CARE_RELAY_STATION");
        body.put("organisationId", organisation);
        body.put("name", "人民广场爱心接力站");
        body.put("address", "黄浦区人民大道 200 号");
        body.put("district", "310101");
        body.put("location", at(121.4737, 31.2304));
        body.put("facilities", List.of("DRINKING_WATER", "MEAL_HEATING"));
        body.put("openingHours", HOURS);
        body.put("phone", "021-63212810");
        return body;
    }

    static Map<String, Object> with(Map<String, Object> body, Map<String, ?> changes) {
        var changed = new HashMap<>(body);
        changed.putAll(changes);
        return changed;
    }

    static Map<String, Object> at(double longitude, double latitude) {
        return Map.of("longitude", longitude, "latitude", latitude);
    }

    static Map<String, Object> alwaysOpen() {
        var day = List.of(Map.of("opens", "00:00", "closes", "24:00"));
        return Map.of(
                "weekly",
                Map.of(
                        "MONDAY",
                        day,
                        "TUESDAY",
                        day,
                        "WEDNESDAY",
                        day,
                        "THURSDAY",
                        day,
                        "FRIDAY",
                        day,
                        "SATURDAY",
                        day,
                        "SUNDAY",
                        day));
    }

    /** A request without a token. */
    static RequestSpecification anybody() {
        return given().accept("application/json");
    }

    static Response enter(String officer, Map<String, ?> body) {
        return as(officer).body(body).post(POINTS);
    }

    static UUID entered(String officer, Map<String, ?> body) {
        return Answers.id(enter(officer, body), 201);
    }

    /** Open since today. */
    static UUID opened(String officer, Map<String, ?> body) {
        var id = entered(officer, body);
        Answers.requireStatus(step(officer, id, "open"), 200);
        return id;
    }

    static Response step(String officer, UUID id, String verb) {
        return step(officer, id, verb, Map.of("reason", "按计划"));
    }

    static Response step(String officer, UUID id, String verb, Map<String, ?> body) {
        return as(officer).body(body).post(POINTS + "/" + id + "/" + verb);
    }

    static Response correct(String officer, UUID id, String version, String patch) {
        return as(officer)
                .contentType("application/merge-patch+json")
                .header("If-Match", version)
                // A text would be sent in Latin letters: this media type is not known to be JSON.
                .body(patch.getBytes(UTF_8))
                .patch(POINTS + "/" + id);
    }
}
