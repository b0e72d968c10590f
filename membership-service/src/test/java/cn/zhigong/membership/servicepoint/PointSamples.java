package cn.zhigong.membership.servicepoint;

import static cn.zhigong.membership.servicepoint.PointFixtures.POINTS;
import static cn.zhigong.membership.servicepoint.PointFixtures.aPoint;
import static cn.zhigong.membership.servicepoint.PointFixtures.entered;
import static cn.zhigong.membership.servicepoint.PointFixtures.opened;
import static cn.zhigong.membership.servicepoint.PointFixtures.step;
import static cn.zhigong.membership.servicepoint.PointFixtures.with;
import static io.restassured.RestAssured.given;

import cn.zhigong.platform.testing.Answers;
import cn.zhigong.platform.testing.Tokens;
import cn.zhigong.platform.testing.access.Samples;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Service points for the tests of authorisation: a health service point of a union, its counts, and what is reported.
 */
public final class PointSamples {

    private static final String POINT = POINTS + "/{id}";
    private static final String REPORT = POINT + "/reports/{reportId}";

    private static final AtomicInteger WORLDS = new AtomicInteger();

    private final String officer;
    private final UUID union;
    private final String worker;
    private final UUID point;
    /** Each world has months of its own, so that one is not taken for the other's. */
    private final AtomicInteger month = new AtomicInteger(WORLDS.getAndIncrement() * 60);

    /** @param worker who reported something of the place */
    public PointSamples(String officer, UUID union, String worker) {
        this.officer = officer;
        this.union = union;
        this.worker = worker;
        this.point = opened(officer, place());
    }

    /** What the kit tries on, of two worlds. */
    public static void add(Samples samples, PointSamples home, PointSamples foreign) {
        samples.at(POINT, home.point, foreign.point)
                .body("post " + POINTS, () -> json(home.place()))
                .body("patch " + POINT, "{\"phone\": \"021-63212811\"}")
                .at("post " + POINT + "/open", () -> text(entered(home.officer, home.place())), foreign.point)
                .at("post " + POINT + "/close-temporarily", home::anotherOpen, foreign.point)
                .at("post " + POINT + "/close", home::anotherOpen, foreign.point)
                .at("post " + POINT + "/reopen", home::anotherClosed, foreign.point);
        for (var step : new String[] {"open", "close-temporarily", "reopen", "close"}) {
            samples.body("post " + POINT + "/" + step, "{\"reason\": \"按计划\"}");
        }
        counts(samples, home, foreign);
        reports(samples, home, foreign);
    }

    private static void counts(Samples samples, PointSamples home, PointSamples foreign) {
        samples.at(POINT + "/service-counts/{month}", home.counted(), foreign.counted())
                .body("post " + POINT + "/service-counts", () -> json(Map.of("month", home.nextMonth(), "services", 3)))
                .body(
                        "post " + POINT + "/service-counts/{month}/correct",
                        json(Map.of("services", 4, "reason", "漏报一人次")))
                .nothingListed("get " + POINT + "/service-counts", "A count has a month and no id");
    }

    private static void reports(Samples samples, PointSamples home, PointSamples foreign) {
        samples.at(REPORT, home.reported(home.worker), foreign.reported(foreign.worker))
                .at("post " + POINT + "/reports", home::anotherOpen, foreign.point)
                .body("post " + POINT + "/reports", json(Map.of("kind", "CLOSED", "text", "门锁着，没有人")))
                .at("post " + REPORT + "/accept", home::reportedByAnother, foreign.reportedByAnother())
                .body("post " + REPORT + "/accept", "{}")
                .at("post " + REPORT + "/dismiss", home::reportedByAnother, foreign.reportedByAnother())
                .body("post " + REPORT + "/dismiss", "{\"reason\": \"已核实，正常开放\"}");
    }

    private Map<String, Object> place() {
        return with(aPoint(union), Map.of("type", "HEALTH_SERVICE_POINT"));
    }

    private String anotherOpen() {
        return text(opened(officer, place()));
    }

    private String anotherClosed() {
        var open = opened(officer, place());
        step(officer, open, "close-temporarily").then().statusCode(200);
        return text(open);
    }

    private String nextMonth() {
        var number = month.getAndIncrement();
        return "%d-%02d".formatted(2000 + number / 12, number % 12 + 1);
    }

    private String counted() {
        var next = nextMonth();
        given().auth()
                .oauth2(Tokens.of(officer, "officer"))
                .contentType("application/json")
                .body(Map.of("month", next, "services", 2))
                .post(POINTS + "/" + point + "/service-counts")
                .then()
                .statusCode(201);
        return next;
    }

    private String reportedByAnother() {
        return reported("worker-" + UUID.randomUUID());
    }

    private String reported(String account) {
        return Answers.text(
                given().auth()
                        .oauth2(Tokens.of(account, "member"))
                        .contentType("application/json")
                        .body(Map.of("kind", "WRONG_HOURS", "text", "周一上午没有开门"))
                        .post(POINTS + "/" + point + "/reports"),
                201,
                "id");
    }

    private static String text(UUID id) {
        return id.toString();
    }

    private static String json(Map<String, ?> body) {
        try {
            return new ObjectMapper().writeValueAsString(body);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }
}
