package cn.zhigong.training;

import static io.restassured.RestAssured.given;
import static java.nio.charset.StandardCharsets.UTF_8;

import cn.zhigong.platform.sql.Sql;
import cn.zhigong.platform.testing.Answers;
import cn.zhigong.platform.testing.EventsOnKafka;
import cn.zhigong.platform.testing.Tokens;
import io.restassured.http.ContentType;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.BeforeEach;

/** What tests of training do over HTTP and Kafka, each with a union, an officer and a worker of its own. */
abstract class OverHttp {

    static final String MEMBERS = "zhigong.membership.member.v1";
    static final String CONTESTS = "zhigong.competition.contest.v1";
    static final String SKILLS = "zhigong.training.skill-record.v1";
    static final String PROMOTED = "cn.zhigong.training.skill-level-promoted.v1";
    static final String REVOKED = "cn.zhigong.training.skill-level-revoked.v1";
    static final String WELDER = "6-18-02-04";

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

    void organisation(UUID id, String path) {
        sql.update(
                "insert into directory_organisation values (?, ?, 'union', 'BASIC', 1, null, null, ?, ?, true, 1)",
                id,
                "U" + id,
                path,
                path);
    }

    void grant(String account, UUID organisation) {
        grant(account, organisation, "OFFICER");
    }

    void grant(String account, UUID organisation, String role) {
        sql.update(
                "insert into directory_grant values (?, ?, ?, ?, now() - interval '1 day', null, 1)",
                UUID.randomUUID(),
                account,
                organisation,
                role);
    }

    String join() {
        return join(1).getFirst();
    }

    List<String> join(int count) {
        var accounts = Stream.generate(() -> "worker-" + UUID.randomUUID())
                .limit(count)
                .toList();
        accounts.forEach(account -> join(account, member(account)));
        accounts.forEach(account -> Awaitility.await()
                .atMost(Duration.ofSeconds(20))
                .until(() -> as(account, "member").get("/v1/skill-records/me").statusCode() == 200));
        return accounts;
    }

    /** The person with this login takes up a membership, the first one or another one. */
    void join(String account, UUID membership) {
        EventsOnKafka.put(MEMBERS, "cn.zhigong.membership.member-joined.v1", membership, """
                {"memberId": "%s", "personId": "%s", "account": "%s", "organisationId": "%s", "state": "ACTIVE",
                 "joinedOn": "2026-01-05", "version": 1}""".formatted(
                        membership, person(account), account, union));
    }

    static UUID member(String account) {
        return UUID.nameUUIDFromBytes(account.getBytes(UTF_8));
    }

    static UUID person(String account) {
        return UUID.nameUUIDFromBytes(("person of " + account).getBytes(UTF_8));
    }

    static RequestSpecification as(String account, String... roles) {
        return given().auth().oauth2(Tokens.of(account, roles)).contentType(ContentType.JSON);
    }

    static RequestSpecification bureau() {
        return as("bureau-1", "bureau");
    }

    static String result(String contestClass, String year, List<String> inOrder) {
        var places = IntStream.range(0, inOrder.size())
                .mapToObj(i -> """
                        {"entryId": "%s", "memberId": "%s", "personId": "%s", "rank": %d}""".formatted(UUID.randomUUID(), member(inOrder.get(i)), person(inOrder.get(i)), i + 1))
                .collect(Collectors.joining(","));
        return """
                {"contestId": "%s", "eventId": "%s", "contestClass": "%s", "occupation": "%s", "year": %s,
                 "finalOn": "%s-05-01", "participants": %d, "results": [%s]}""".formatted(
                        UUID.randomUUID(), UUID.randomUUID(), contestClass, WELDER, year, year, inOrder.size(), places);
    }

    static void say(String result) {
        EventsOnKafka.put(
                CONTESTS,
                "cn.zhigong.competition.result-final.v1",
                UUID.fromString(JsonPath.from(result).getString("contestId")),
                result);
    }

    /** The one case of the newest result of a worker. */
    String promotionOf(String account, int cases) {
        return Awaitility.await()
                .atMost(Duration.ofSeconds(20))
                .until(() -> mine(account), mine -> mine.size() == cases)
                .getFirst();
    }

    static List<String> mine(String account) {
        var items = Answers.body(as(account, "member").get("/v1/promotion-cases/me"), 200)
                .required("items");
        return items.valueStream().map(item -> item.required("id").asText()).toList();
    }

    String won(String account, String contestClass, String year, int cases) {
        say(result(contestClass, year, List.of(account)));
        return promotionOf(account, cases);
    }

    Response submit(String who, String id) {
        return as(who, "officer").post("/v1/promotion-cases/" + id + "/submit");
    }

    static Response approve(RequestSpecification who, String id) {
        return who.body(Map.of("approvalNumber", "沪人社 2026-1")).post("/v1/promotion-cases/" + id + "/approve");
    }

    String certified(String account, String contestClass, String year, int cases) {
        var id = won(account, contestClass, year, cases);
        Answers.requireStatus(submit(officer, id), 200);
        return Answers.text(approve(bureau(), id), 200, "certificateNumber");
    }

    static RequestSpecification partner(String scope) {
        return given().auth().oauth2(Tokens.ofPartner("hr-bureau", scope)).contentType(ContentType.JSON);
    }

    static Response refuse(String id) {
        return bureau().body(Map.of("reason", "No proof")).post("/v1/promotion-cases/" + id + "/refuse");
    }
}
