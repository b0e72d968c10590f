package cn.zhigong.training;

import static io.restassured.RestAssured.given;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.nullValue;

import cn.zhigong.platform.sql.Sql;
import cn.zhigong.platform.testing.ApprovedEvent;
import cn.zhigong.platform.testing.EventsOnKafka;
import cn.zhigong.platform.testing.Infrastructure;
import cn.zhigong.platform.testing.Tokens;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.ArrayList;
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

/** From the final result of a contest to the certificate. */
@QuarkusTest
@QuarkusTestResource(Infrastructure.class)
class PromotionTest {

    private static final String MEMBERS = "zhigong.membership.member.v1";
    private static final String CONTESTS = "zhigong.competition.contest.v1";
    private static final String SKILLS = "zhigong.training.skill-record.v1";
    private static final String PROMOTED = "cn.zhigong.training.skill-level-promoted.v1";
    private static final String WELDER = "6-18-02-04";

    @Inject
    Sql sql;

    String tag;
    UUID union;
    String officer;
    String neighbour;
    String worker;

    @BeforeEach
    void found() {
        tag = UUID.randomUUID().toString().substring(0, 8);
        union = UUID.randomUUID();
        var other = UUID.randomUUID();
        officer = "officer-" + tag;
        neighbour = "neighbour-" + tag;
        organisation(union, "/" + tag + "u/");
        organisation(other, "/" + tag + "o/");
        grant(officer, union);
        grant(neighbour, other);
        worker = join();
    }

    private void organisation(UUID id, String path) {
        sql.update(
                "insert into directory_organisation values (?, ?, 'union', 'BASIC', 1, null, null, ?, ?, true, 1)",
                id,
                "U" + id,
                path,
                path);
    }

    private void grant(String account, UUID organisation) {
        sql.update(
                "insert into directory_grant values (?, ?, ?, 'OFFICER', now() - interval '1 day', null, 1)",
                UUID.randomUUID(),
                account,
                organisation);
    }

    private String join() {
        var account = "worker-" + UUID.randomUUID();
        EventsOnKafka.put(MEMBERS, "cn.zhigong.membership.member-joined.v1", member(account), """
                {"memberId": "%s", "personId": "%s", "account": "%s", "organisationId": "%s", "state": "ACTIVE",
                 "joinedOn": "2026-01-05", "version": 1}""".formatted(
                        member(account), person(account), account, union));
        Awaitility.await()
                .atMost(Duration.ofSeconds(20))
                .until(() -> as(account, "member").get("/v1/skill-records/me").statusCode() == 200);
        return account;
    }

    private static UUID member(String account) {
        return UUID.nameUUIDFromBytes(account.getBytes(UTF_8));
    }

    private static UUID person(String account) {
        return UUID.nameUUIDFromBytes(("person of " + account).getBytes(UTF_8));
    }

    private static RequestSpecification as(String account, String... roles) {
        return given().auth().oauth2(Tokens.of(account, roles)).contentType(ContentType.JSON);
    }

    private static RequestSpecification bureau() {
        return as("bureau-1", "bureau");
    }

    private static String result(String contestClass, String year, List<String> inOrder) {
        var places = IntStream.range(0, inOrder.size())
                .mapToObj(i -> """
                        {"entryId": "%s", "memberId": "%s", "personId": "%s", "rank": %d}""".formatted(UUID.randomUUID(), member(inOrder.get(i)), person(inOrder.get(i)), i + 1))
                .collect(Collectors.joining(","));
        return """
                {"contestId": "%s", "eventId": "%s", "contestClass": "%s", "occupation": "%s", "year": %s,
                 "finalOn": "%s-05-01", "participants": %d, "results": [%s]}""".formatted(
                        UUID.randomUUID(), UUID.randomUUID(), contestClass, WELDER, year, year, inOrder.size(), places);
    }

    private static void say(String result) {
        EventsOnKafka.put(
                CONTESTS,
                "cn.zhigong.competition.result-final.v1",
                UUID.fromString(JsonPath.from(result).getString("contestId")),
                result);
    }

    /** The one case of the newest result of a worker. */
    private String promotionOf(String account, int cases) {
        return Awaitility.await()
                .atMost(Duration.ofSeconds(20))
                .until(() -> mine(account), mine -> mine.size() == cases)
                .getFirst();
    }

    private static List<String> mine(String account) {
        return as(account, "member")
                .get("/v1/promotion-cases/me")
                .then()
                .extract()
                .path("items.id");
    }

    private String won(String account, String contestClass, String year, int cases) {
        say(result(contestClass, year, List.of(account)));
        return promotionOf(account, cases);
    }

    private Response submit(String who, String id) {
        return as(who, "officer").post("/v1/promotion-cases/" + id + "/submit");
    }

    private static Response approve(RequestSpecification who, String id) {
        return who.body(Map.of("approvalNumber", "沪人社 2026-1")).post("/v1/promotion-cases/" + id + "/approve");
    }

    private String certified(String account, String contestClass, String year, int cases) {
        var id = won(account, contestClass, year, cases);
        submit(officer, id).then().statusCode(200);
        return approve(bureau(), id).then().statusCode(200).extract().path("certificateNumber");
    }

    private static String error(Response answer, int status) {
        return answer.then().statusCode(status).extract().path("code");
    }

    @Test
    void joiningOpensAnEmptySkillRecord() {
        as(worker, "member")
                .get("/v1/skill-records/me")
                .then()
                .statusCode(200)
                .body("personId", equalTo(person(worker).toString()))
                .body("occupations", hasSize(0));
        as("nobody-" + tag, "member").get("/v1/skill-records/me").then().statusCode(404);
    }

    @Test
    void theApprovedEventOfTheMembershipServiceOpensARecord() {
        var account = "approved-" + tag;
        var body = ApprovedEvent.of("membership-service", "member-joined.v1")
                .replace("01900000-0000-7000-8000", tag + "-0000-7000-8000")
                .replace("worker-1", account);
        EventsOnKafka.put(MEMBERS, "cn.zhigong.membership.member-joined.v1", UUID.randomUUID(), body);
        Awaitility.await()
                .atMost(Duration.ofSeconds(20))
                .until(() -> as(account, "member").get("/v1/skill-records/me").statusCode() == 200);
    }

    @Test
    void aWinnerIsPromotedAndCertified() {
        var id = won(worker, "CITY_1", "2026", 1);
        as(worker, "member")
                .get("/v1/promotion-cases/" + id)
                .then()
                .statusCode(200)
                .body("state", equalTo("ELIGIBLE"))
                .body("proposedLevel", equalTo("TECHNICIAN"))
                .body("heldLevel", nullValue())
                .body("ruleId", equalTo("city-1-2024"));
        submit(officer, id).then().statusCode(200).body("state", equalTo("SUBMITTED"));
        String number = approve(bureau(), id)
                .then()
                .statusCode(200)
                .body("state", equalTo("CERTIFIED"))
                .extract()
                .path("certificateNumber");
        assertThat(number).matches("^Y000031000001\\d{2}2\\d{6}$");
        as(worker, "member")
                .get("/v1/skill-records/me")
                .then()
                .body("occupations[0].occupation", equalTo(WELDER))
                .body("occupations[0].level", equalTo("TECHNICIAN"))
                .body("occupations[0].history.certificateNumber", contains(number));
        var said = EventsOnKafka.awaitOne(SKILLS, person(worker), PROMOTED);
        assertThat(said.json().path("certificateNumber").asText()).isEqualTo(number);
    }

    @Test
    void theSameResultTwiceOpensOneCase() {
        var result = result("CITY_1", "2026", List.of(worker));
        say(result);
        promotionOf(worker, 1);
        // Another event id: not the inbox but the case itself has to notice.
        say(result);
        var later = join();
        won(later, "CITY_1", "2026", 1);
        assertThat(mine(worker)).hasSize(1);
    }

    @Test
    void theApprovedResultOfTheCompetitionServiceOpensItsCases() {
        var result = ApprovedEvent.of("competition-service", "result-final.v1")
                .replace("01900000-0000-7000-8000", tag + "-0000-7000-8000");
        say(result);
        Awaitility.await()
                .atMost(Duration.ofSeconds(20))
                .until(() -> sql.first(
                                        "select count(*) from promotion_case where event_id = ?",
                                        row -> row.getInt(1),
                                        UUID.fromString(JsonPath.from(result).getString("eventId")))
                                .orElseThrow()
                        == 3);
    }

    @Test
    void onlyPlacesUnderARuleOpenACase() {
        var colleagues = List.of(worker, join(), join(), join());
        // 30 % of four are one.
        say(result("ENTERPRISE", "2026", colleagues));
        promotionOf(worker, 1);
        assertThat(mine(colleagues.get(1))).isEmpty();
    }

    @Test
    void onePromotionInAYear() {
        certified(worker, "CITY_2", "2026", 1);
        as(worker, "member")
                .get("/v1/promotion-cases/" + won(worker, "CITY_1", "2026", 2))
                .then()
                .body("state", equalTo("NOT_ELIGIBLE"))
                .body("reasons", contains("YEARLY_CAP_REACHED"));
        as(worker, "member")
                .get("/v1/promotion-cases/" + won(worker, "CITY_2", "2027", 3))
                .then()
                .body("state", equalTo("ELIGIBLE"))
                .body("heldLevel", equalTo("SENIOR"))
                .body("proposedLevel", equalTo("TECHNICIAN"));
    }

    @Test
    void twoWinsOfAYearGiveOnePromotionHoweverTheyAreApproved() throws Exception {
        var first = won(worker, "CITY_2", "2026", 1);
        var second = won(worker, "CITY_1", "2026", 2);
        submit(officer, first).then().statusCode(200);
        submit(officer, second).then().statusCode(200);
        List<Callable<Integer>> both = List.of(
                () -> approve(bureau(), first).statusCode(),
                () -> approve(bureau(), second).statusCode());
        try (var crowd = Executors.newVirtualThreadPerTaskExecutor()) {
            assertThat(crowd.invokeAll(both).stream().map(done -> done.resultNow()))
                    .containsExactlyInAnyOrder(200, 409);
        }
        as(worker, "member")
                .get("/v1/promotion-cases/me")
                .then()
                .body("items.state", containsInAnyOrder("CERTIFIED", "SUBMITTED"));
    }

    @Test
    void whoIsAboveGetsNothing() {
        certified(worker, "CITY_1", "2026", 1);
        as(worker, "member")
                .get("/v1/promotion-cases/" + won(worker, "CITY_2", "2027", 2))
                .then()
                .body("reasons", contains("ALREADY_AT_OR_ABOVE"));
        assertThat(error(submit(officer, mine(worker).getFirst()), 409)).isEqualTo("ILLEGAL_TRANSITION");
    }

    @Test
    void onlyTheMembersUnionSubmits() {
        var id = won(worker, "CITY_1", "2026", 1);
        assertThat(error(submit(neighbour, id), 404)).isEqualTo("NOT_FOUND");
        assertThat(error(as(worker, "member").post("/v1/promotion-cases/" + id + "/submit"), 403))
                .isEqualTo("FORBIDDEN");
        assertThat(error(bureau().post("/v1/promotion-cases/" + id + "/submit"), 403))
                .isEqualTo("FORBIDDEN");
        submit(officer, id).then().statusCode(200);
        assertThat(error(submit(officer, id), 409)).isEqualTo("ILLEGAL_TRANSITION");
    }

    @Test
    void onlyTheBureauDecidesAndOnlyOnceAndOnlyOnWhatWasSubmitted() {
        var id = won(worker, "CITY_1", "2026", 1);
        assertThat(error(approve(bureau(), id), 404)).isEqualTo("NOT_FOUND");
        submit(officer, id).then().statusCode(200);
        assertThat(error(approve(as(officer, "officer"), id), 403)).isEqualTo("FORBIDDEN");
        assertThat(error(approve(as("admin", "admin"), id), 403)).isEqualTo("FORBIDDEN");
        assertThat(error(approve(partner("training:promotions:read"), id), 403)).isEqualTo("FORBIDDEN");
        assertThat(error(bureau().body("{}").post("/v1/promotion-cases/" + id + "/approve"), 422))
                .isEqualTo("INVALID_CONTENT");
        approve(partner("training:promotions:write"), id).then().statusCode(200);
        assertThat(error(approve(bureau(), id), 409)).isEqualTo("ILLEGAL_TRANSITION");
        assertThat(error(refuse(id), 409)).isEqualTo("ILLEGAL_TRANSITION");
        var said = EventsOnKafka.awaitOne(SKILLS, person(worker), PROMOTED);
        assertThat(EventsOnKafka.about(SKILLS, person(worker), PROMOTED)).containsExactly(said);
    }

    private static RequestSpecification partner(String scope) {
        return given().auth().oauth2(Tokens.ofPartner("hr-bureau", scope)).contentType(ContentType.JSON);
    }

    private static Response refuse(String id) {
        return bureau().body(Map.of("reason", "No proof")).post("/v1/promotion-cases/" + id + "/refuse");
    }

    @Test
    void whatTheBureauRefusesIsOver() {
        var id = won(worker, "CITY_1", "2026", 1);
        submit(officer, id).then().statusCode(200);
        refuse(id).then().statusCode(200).body("state", equalTo("REFUSED")).body("refusalReason", equalTo("No proof"));
        assertThat(error(approve(bureau(), id), 409)).isEqualTo("ILLEGAL_TRANSITION");
        // A refusal is no promotion: the next result of the year counts.
        as(worker, "member")
                .get("/v1/promotion-cases/" + won(worker, "CITY_1", "2026", 2))
                .then()
                .body("state", equalTo("ELIGIBLE"));
    }

    @Test
    void theBureauSeesWhatWasSubmittedAndAUnionItsMembers() {
        var id = won(worker, "CITY_1", "2026", 1);
        as(officer, "officer").get("/v1/promotion-cases?state=ELIGIBLE").then().body("items.id", contains(id));
        as(neighbour, "officer").get("/v1/promotion-cases").then().body("items", hasSize(0));
        as(officer, "officer").get("/v1/promotion-cases?under=" + union).then().body("items.id", contains(id));
        as(neighbour, "officer")
                .get("/v1/promotion-cases?under=" + union)
                .then()
                .statusCode(404);
        bureau().get("/v1/promotion-cases/" + id).then().statusCode(404);
        as(neighbour, "officer").get("/v1/promotion-cases/" + id).then().statusCode(404);
        as("nobody-" + tag, "member").get("/v1/promotion-cases/" + id).then().statusCode(404);
        bureau().get("/v1/promotion-cases?state=ELIGIBLE").then().body("items", hasSize(0));
        submit(officer, id).then().statusCode(200);
        partner("training:promotions:read")
                .get("/v1/promotion-cases/" + id)
                .then()
                .statusCode(200);
        assertThat(bureau().get("/v1/promotion-cases?state=SUBMITTED&limit=200")
                        .then()
                        .extract()
                        .<List<String>>path("items.id"))
                .contains(id);
        as(worker, "member").get("/v1/promotion-cases").then().statusCode(403);
    }

    @Test
    void fiftyAtOnceGetFiftyNumbersWithoutAGap() throws Exception {
        var cases = new ArrayList<String>();
        for (int i = 0; i < 5; i++) {
            var winners = IntStream.range(0, 10).mapToObj(w -> join()).toList();
            say(result("CITY_1", "2026", winners));
            winners.forEach(winner -> cases.add(promotionOf(winner, 1)));
        }
        cases.forEach(id -> submit(officer, id).then().statusCode(200));
        List<Callable<String>> approvals = cases.stream()
                .map(id -> (Callable<String>) () ->
                        approve(bureau(), id).then().statusCode(200).extract().path("certificateNumber"))
                .toList();
        try (var crowd = Executors.newVirtualThreadPerTaskExecutor()) {
            var serials = crowd.invokeAll(approvals).stream()
                    .map(done -> Integer.parseInt(done.resultNow().substring(16)))
                    .sorted()
                    .toList();
            assertThat(serials).doesNotHaveDuplicates().hasSize(50);
            assertThat(serials.getLast() - serials.getFirst()).isEqualTo(49);
        }
    }

    @Test
    void aCertificateIsVerifiedByAnybodyAndNamesNobody() {
        var number = certified(worker, "CITY_1", "2026", 1);
        var answer = given().get("/v1/certificates/" + number)
                .then()
                .statusCode(200)
                .body("state", equalTo("VALID"))
                .body("level", equalTo("TECHNICIAN"))
                .body("occupation", equalTo(WELDER))
                .extract()
                .asString();
        assertThat(answer)
                .doesNotContain(person(worker).toString(), member(worker).toString(), worker);
    }

    @Test
    void anUnknownNumberAndNonsenseLookTheSame() {
        var unknown = given().get("/v1/certificates/S999931999999991999999")
                .then()
                .statusCode(404)
                .extract();
        var nonsense =
                given().get("/v1/certificates/nonsense").then().statusCode(404).extract();
        assertThat(unknown.<Map<String, Object>>path("").keySet())
                .isEqualTo(nonsense.<Map<String, Object>>path("").keySet());
        assertThat(unknown.<String>path("code")).isEqualTo(nonsense.path("code"));
        assertThat(unknown.<String>path("title")).isEqualTo(nonsense.path("title"));
    }

    @Test
    void aRevokedCertificateSaysSoAndTheLevelIsGone() {
        var number = certified(worker, "CITY_1", "2026", 1);
        var revoke = "/v1/certificates/" + number + "/revoke";
        assertThat(error(as(officer, "officer").body(Map.of("reason", "Fraud")).post(revoke), 403))
                .isEqualTo("FORBIDDEN");
        bureau().body(Map.of("reason", "Fraud"))
                .post(revoke)
                .then()
                .statusCode(200)
                .body("state", equalTo("REVOKED"));
        assertThat(error(bureau().body(Map.of("reason", "Fraud")).post(revoke), 409))
                .isEqualTo("ALREADY_REVOKED");
        given().get("/v1/certificates/" + number).then().statusCode(200).body("state", equalTo("REVOKED"));
        as(worker, "member")
                .get("/v1/skill-records/me")
                .then()
                .body("occupations[0].level", nullValue())
                .body("occupations[0].history", hasSize(1));
    }

    @Test
    void theLevelCannotBeAssigned() {
        var id = won(worker, "CITY_2", "2026", 1);
        submit(officer, id).then().statusCode(200);
        bureau().body(Map.of(
                        "approvalNumber", "1",
                        "proposedLevel", "SENIOR_TECHNICIAN",
                        "certificateNumber", "Y000031000001261999999",
                        "level", "CHIEF_TECHNICIAN"))
                .post("/v1/promotion-cases/" + id + "/approve")
                .then()
                .statusCode(200)
                .body("proposedLevel", equalTo("SENIOR"));
        as(worker, "member").get("/v1/skill-records/me").then().body("occupations[0].level", equalTo("SENIOR"));
    }

    @Test
    void everyStepIsAudited() {
        var id = won(worker, "CITY_1", "2026", 1);
        submit(officer, id).then().statusCode(200);
        approve(bureau(), id).then().statusCode(200);
        var actions = sql.list("select action from audit_entry where object_id = ?", row -> row.getString(1), id);
        assertThat(actions).containsExactlyInAnyOrder("promotion.open", "promotion.submit", "promotion.approve");
    }
}
