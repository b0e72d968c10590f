package cn.zhigong.systemtests;

import static org.awaitility.Awaitility.await;

import cn.zhigong.systemtests.stack.Answer;
import cn.zhigong.systemtests.stack.Api;
import cn.zhigong.systemtests.stack.Stack;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * A contest of the Pudong federation with one trade, and what its organisers do.
 *
 * @param event the trade
 */
record Contest(Stack stack, String id, String event) {

    static final String WELDER = "6-18-02-04";

    /** Drafted and filed by the district, approved by the city, published, open to register. */
    static Contest open(Stack stack) {
        var district = stack.as("officer-pudong");
        var plan = Map.of(
                "organiserId", stack.city().pudong(),
                "title", "浦东新区焊工技能比武",
                "level", "CITY",
                "contestClass", "CITY_1",
                "kind", "SKILLS",
                "year", 2026,
                "events", List.of(Map.of("trade", "焊工", "occupation", WELDER, "levelBase", 3, "quota", 100)));
        var drafted = district.post("/api/competition/v1/contests", plan).expect(201);
        var contest = new Contest(
                stack, drafted.id(), drafted.json().at("/events/0/id").asText());
        contest.step(district, "file");
        contest.step(stack.as("officer-city"), "approve");
        contest.step(district, "publish");
        contest.step(district, "open");
        return contest;
    }

    private String path() {
        return "/api/competition/v1/contests/" + id;
    }

    private Api organiser() {
        return stack.as("officer-pudong");
    }

    private void step(Api caller, String verb) {
        caller.post(path() + "/" + verb).expect(200);
    }

    Answer tryToRegister(Worker worker) {
        return worker.api().post("/api/competition/v1/events/" + event + "/registrations");
    }

    /** Registers as soon as the contest has heard that they are a member; the entry's id. */
    String register(Worker worker) {
        return await("registered")
                .atMost(Worker.PATIENCE)
                .until(() -> tryToRegister(worker), answer -> answer.status() == 201)
                .id();
    }

    /** Holds the contest and shows the ranking; the first entry comes first. */
    void hold(String... entries) {
        for (var verb : List.of("close", "ready", "start")) {
            step(organiser(), verb);
        }
        var placings = new ArrayList<Map<String, Object>>();
        for (var entry : entries) {
            placings.add(Map.of("entryId", entry, "rank", placings.size() + 1));
        }
        organiser()
                .put("/api/competition/v1/events/" + event + "/ranking", Map.of("results", placings))
                .expect(200);
        step(organiser(), "publicise");
    }

    /** By the city: the district's officer entered the ranking. */
    Answer tryToFinalise() {
        return stack.as("officer-city").post(path() + "/finalise");
    }

    /** Lets the time for objections pass. */
    void waitForTheEndOfPublicity() {
        var end = Instant.parse(
                stack.anybody().get(path() + "/results").expect(200).text("publicityEndsAt"));
        stack.advanceClock(Duration.between(stack.now(), end).plusMinutes(1));
    }

    /** The time for objections over, the result is final. */
    void finish() {
        waitForTheEndOfPublicity();
        // Services look at the clock now and then.
        await("final").atMost(Worker.PATIENCE).until(() -> tryToFinalise().status() == 200);
    }
}
