package cn.zhigong.competition;

import static cn.zhigong.competition.City.as;
import static cn.zhigong.competition.City.entry;
import static cn.zhigong.competition.City.officer;
import static cn.zhigong.competition.City.register;
import static cn.zhigong.platform.testing.Refusals.refused;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;

import cn.zhigong.platform.sql.Sql;
import cn.zhigong.platform.testing.ApprovedEvent;
import cn.zhigong.platform.testing.EventsOnKafka;
import cn.zhigong.platform.testing.Infrastructure;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Entering events: who may, how many, and what becomes of those who leave. */
@QuarkusTest
@QuarkusTestResource(Infrastructure.class)
class RegistrationTest {

    @Inject
    Sql sql;

    City city;

    @BeforeEach
    void found() {
        city = new City(sql);
    }

    @Test
    void aMemberEntersAndEverybodyElseHearsOfIt() {
        String contest = city.contestAt("REG_OPEN", 5);
        var member = city.member();
        var event = city.event(contest, 0);
        var answer = register(member, event)
                .then()
                .statusCode(201)
                .body("state", equalTo("REGISTERED"))
                .extract();
        as(member, "member").get(answer.header("Location")).then().statusCode(200);
        officer(city.organiser).get(answer.header("Location")).then().statusCode(200);
        as("somebody", "member").get(answer.header("Location")).then().statusCode(404);
        var said = EventsOnKafka.awaitOne(City.CONTESTS, contest, "cn.zhigong.competition.entry-registered.v1");
        assertThat(said.json().path("eventId").asText()).isEqualTo(event);
    }

    @Test
    void aPersonEntersAnEventOnceAndOtherEventsToo() {
        String contest = city.contestAt("REG_OPEN", 5, 5);
        var member = city.member();
        entry(member, city.event(contest, 0));
        refused(register(member, city.event(contest, 0)), 409, "ALREADY_REGISTERED");
        entry(member, city.event(contest, 1));
    }

    @Test
    void fiftyAtOnceGetAsManySeatsAsThereAre() throws Exception {
        String contest = city.contestAt("REG_OPEN", 7);
        var event = city.event(contest, 0);
        List<Callable<Integer>> asking = city.members(50, city.firm, "ACTIVE").stream()
                .map(member -> (Callable<Integer>) () -> register(member, event).statusCode())
                .toList();
        try (var crowd = Executors.newVirtualThreadPerTaskExecutor()) {
            var statuses = crowd.invokeAll(asking).stream()
                    .collect(Collectors.groupingBy(done -> done.resultNow(), Collectors.counting()));
            assertThat(statuses).isEqualTo(Map.of(201, 7L, 409, 43L));
        }
        officer(city.organiser)
                .get("/v1/events/" + event + "/registrations?limit=200")
                .then()
                .body("items", hasSize(7));
        refused(register(city.member(), event), 409, "SEATS_TAKEN");
    }

    @Test
    void theSamePersonAtOnceGetsOneSeat() throws Exception {
        String contest = city.contestAt("REG_OPEN", 5);
        var event = city.event(contest, 0);
        var member = city.member();
        List<Callable<Integer>> copies = IntStream.range(0, 10)
                .mapToObj(i -> (Callable<Integer>) () -> register(member, event).statusCode())
                .toList();
        try (var crowd = Executors.newVirtualThreadPerTaskExecutor()) {
            var statuses = crowd.invokeAll(copies).stream()
                    .collect(Collectors.groupingBy(done -> done.resultNow(), Collectors.counting()));
            assertThat(statuses).isEqualTo(Map.of(201, 1L, 409, 9L));
        }
        as("anybody", "member").get("/v1/contests/" + contest).then().body("events[0].seatsLeft", equalTo(4));
    }

    @Test
    void everyReasonAgainstIsGiven() {
        String contest = city.contestAt("REG_OPEN", 5);
        var event = city.event(contest, 0);
        var retired = city.members(1, city.otherDistrict, "RETAINED").getFirst();
        register(retired, event)
                .then()
                .statusCode(422)
                .body("code", equalTo("NOT_ELIGIBLE"))
                .body("reasons", contains("MEMBERSHIP_NOT_ACTIVE", "OF_ANOTHER_UNION"));
        register("nobody-" + city.tag, event).then().statusCode(422).body("reasons", contains("NOT_A_MEMBER"));
        city.say(city.judge, city.firm, "ACTIVE", 1);
        city.awaitMember(city.judge, "ACTIVE");
        register(city.judge, event).then().statusCode(422).body("reasons", contains("IS_A_JUDGE"));
    }

    @Test
    void aContestMayBeOpenToMembersOfAnyUnion() {
        var plan = new HashMap<>(city.plan(5));
        plan.put("entrants", "ANY_MEMBER");
        String id = officer(city.organiser)
                .body(plan)
                .post("/v1/contests")
                .then()
                .extract()
                .path("id");
        for (var step : List.of("FILED", "APPROVED", "PUBLISHED", "REG_OPEN")) {
            city.advance(id, step);
        }
        entry(city.members(1, city.otherDistrict, "ACTIVE").getFirst(), city.event(id, 0));
    }

    @Test
    void registrationHasItsTime() {
        String contest = city.contestAt("PUBLISHED", 5);
        var event = city.event(contest, 0);
        var member = city.member();
        refused(register(member, event), 409, "REGISTRATION_CLOSED");
        city.advance(contest, "REG_OPEN");
        City.done(city.organiser, contest, "close");
        refused(register(member, event), 409, "REGISTRATION_CLOSED");
        var draft = city.event(city.contestAt("DRAFT", 5), 0);
        refused(register(member, draft), 404, "NOT_FOUND");
    }

    @Test
    void aContestThatWasCancelledBeforeItWasPublishedDoesNotExistForMembers() {
        String contest = city.contestAt("APPROVED", 5);
        var event = city.event(contest, 0);
        officer(city.organiser)
                .body(Map.of("reason", "No money"))
                .post("/v1/contests/" + contest + "/cancel")
                .then()
                .statusCode(200);
        refused(register(city.member(), event), 404, "NOT_FOUND");
    }

    @Test
    void whoStepsBackGivesTheSeatBackAndMayReturn() {
        String contest = city.contestAt("REG_OPEN", 1);
        var event = city.event(contest, 0);
        var first = city.member();
        var second = city.member();
        var entry = "/v1/events/" + event + "/registrations/" + entry(first, event);
        refused(as(second, "member").post(entry + "/withdraw"), 404, "NOT_FOUND");
        as(first, "member").post(entry + "/withdraw").then().statusCode(200).body("state", equalTo("WITHDRAWN"));
        refused(as(first, "member").post(entry + "/withdraw"), 409, "ILLEGAL_TRANSITION");
        var seconds = entry(second, event);
        refused(register(first, event), 409, "SEATS_TAKEN");
        as(second, "member")
                .post("/v1/events/" + event + "/registrations/" + seconds + "/withdraw")
                .then()
                .statusCode(200);
        entry(first, event);
        var said = EventsOnKafka.awaitOne(City.CONTESTS, contest, "cn.zhigong.competition.entry-withdrawn.v1");
        assertThat(said.json().path("eventId").asText()).isEqualTo(event);
    }

    @Test
    void whoLeftTheUnionIsTakenOffBeforeTheStart() {
        String contest = city.contestAt("REG_OPEN", 5);
        var event = city.event(contest, 0);
        var stays = city.member();
        var leaves = city.member();
        entry(stays, event);
        entry(leaves, event);
        city.say(leaves, city.firm, "WITHDRAWN", 2);
        city.awaitMember(leaves, "WITHDRAWN");
        city.advance(contest, "RUNNING");
        officer(city.organiser)
                .get("/v1/events/" + event + "/registrations")
                .then()
                .body("items.state", contains("REGISTERED", "INELIGIBLE"));
    }

    /**
     * Everything that registering asks is asked again: who moved to a union elsewhere is not the organiser's any more.
     */
    @Test
    void whoMovedToAnotherUnionIsTakenOffBeforeTheStart() {
        String contest = city.contestAt("REG_OPEN", 5);
        var event = city.event(contest, 0);
        var moves = city.member();
        entry(city.member(), event);
        entry(moves, event);
        city.say(moves, city.otherDistrict, "ACTIVE", 2);
        Awaitility.await()
                .atMost(Duration.ofSeconds(20))
                .until(() -> sql.first(
                                "select 1 from member_reference where account = ? and organisation_id = ?",
                                row -> row.integer(1),
                                moves,
                                city.otherDistrict)
                        .isPresent());
        city.advance(contest, "RUNNING");
        officer(city.organiser)
                .get("/v1/events/" + event + "/registrations")
                .then()
                .body("items.state", contains("REGISTERED", "INELIGIBLE"));
    }

    @Test
    void theMembersOfAnEventAreTheOrganisersToSee() {
        String contest = city.contestAt("REG_OPEN", 5);
        var list = "/v1/events/" + city.event(contest, 0) + "/registrations";
        refused(officer(city.neighbour).get(list), 404, "NOT_FOUND");
        refused(as("somebody", "member").get(list), 403, "FORBIDDEN");
    }

    @Test
    void anOlderStateOfAMemberIsDropped() {
        var member = city.member();
        city.say(member, city.firm, "WITHDRAWN", 3);
        city.awaitMember(member, "WITHDRAWN");
        city.say(member, city.firm, "ACTIVE", 2);
        var later = city.member();
        assertThat(city.stateOf(later)).isEqualTo("ACTIVE");
        Awaitility.await()
                .during(Duration.ofMillis(500))
                .atMost(Duration.ofSeconds(5))
                .until(() -> city.stateOf(member).equals("WITHDRAWN"));
    }

    @Test
    void aMembershipThatNeverWasIsNotBroughtBackByWhatIsOlder() {
        var member = city.member();
        city.annul(member, 2);
        city.say(member, city.firm, "ACTIVE", 1);
        city.member();
        Awaitility.await()
                .during(Duration.ofMillis(500))
                .atMost(Duration.ofSeconds(5))
                .until(() -> city.stateOf(member).equals("unknown"));
    }

    @Test
    void theMembershipServicesApprovedEventsAreUnderstood() {
        assertThat(understood("member-changed", understood("member-joined", "unknown")))
                .isEqualTo("ACTIVE");
    }

    private String understood(String event, String before) {
        var account = "approved-" + city.tag;
        assertThat(city.stateOf(account)).isEqualTo(before);
        var body = ApprovedEvent.of("membership-service", event + ".v1")
                .replace("01900000-0000-7000-8000", city.tag + "-0000-7000-8000")
                .replace("worker-1", account);
        EventsOnKafka.put(City.MEMBERS, "cn.zhigong.membership." + event + ".v1", UUID.randomUUID(), body);
        var state = JsonPath.from(body).getString("state");
        city.awaitMember(account, state);
        return state;
    }
}
