package cn.zhigong.competition;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import cn.zhigong.platform.sql.Sql;
import cn.zhigong.platform.testing.Answers;
import cn.zhigong.platform.testing.EventsOnKafka;
import cn.zhigong.platform.testing.Tokens;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import org.awaitility.Awaitility;
import org.jspecify.annotations.Nullable;

/** A small city of its own for one test: a federation, two districts, a firm's union, their officers and members. */
final class City {

    static final String MEMBERS = "zhigong.membership.member.v1";
    static final String CONTESTS = "zhigong.competition.contest.v1";

    final String tag = UUID.randomUUID().toString().substring(0, 8);
    final UUID federation = UUID.randomUUID();
    final UUID district = UUID.randomUUID();
    final UUID otherDistrict = UUID.randomUUID();
    final UUID firm = UUID.randomUUID();

    /** Of the federation: approves what the district files. */
    final String above = "above-" + tag;
    /** Of the district: organises. */
    final String organiser = "organiser-" + tag;
    /** Of the other district. */
    final String neighbour = "neighbour-" + tag;
    /** Appointed to the contests of this city. */
    final String judge = "judge-" + tag;

    private final Sql sql;

    City(Sql sql) {
        this.sql = sql;
        var root = "/" + tag + "/";
        organisation(federation, null, 1, root);
        organisation(district, federation, 2, root + "d/");
        organisation(otherDistrict, federation, 2, root + "o/");
        organisation(firm, district, 4, root + "d/f/");
        grant(above, federation, "CHAIR");
        grant(organiser, district, "OFFICER");
        grant(neighbour, otherDistrict, "CHAIR");
    }

    private void organisation(UUID id, @Nullable UUID parent, int level, String path) {
        sql.update(
                "insert into directory_organisation values (?, ?, ?, 'BASIC', ?, null, ?, ?, ?, true, 1)",
                id,
                "U" + id,
                "union",
                level,
                parent,
                path,
                path);
    }

    /** The district is put below the other district, as the membership service might announce. */
    void moveOrganiserBelowTheNeighbour() {
        sql.update(
                "update directory_organisation set parent_id = ?, path = ? where id = ?",
                otherDistrict,
                "/" + tag + "/o/d/",
                district);
    }

    void grant(String account, UUID organisation, String role) {
        sql.update(
                "insert into directory_grant values (?, ?, ?, ?, now() - interval '1 day', null, 1)",
                UUID.randomUUID(),
                account,
                organisation,
                role);
    }

    static RequestSpecification as(String account, String... roles) {
        return given().auth().oauth2(Tokens.of(account, roles)).contentType(ContentType.JSON);
    }

    static RequestSpecification officer(String account) {
        return as(account, "officer");
    }

    /** A member of the firm's union, as the membership service announces one. */
    String member() {
        return members(1, firm, "ACTIVE").getFirst();
    }

    List<String> members(int count, UUID organisation, String state) {
        var accounts = IntStream.range(0, count)
                .mapToObj(i -> "member-" + UUID.randomUUID())
                .toList();
        accounts.forEach(account -> say(account, organisation, state, 1));
        accounts.forEach(account -> awaitMember(account, state));
        return accounts;
    }

    /** The membership service says what it knows of the member with this login. */
    void say(String account, UUID organisation, String state, long version) {
        var member = UUID.nameUUIDFromBytes(account.getBytes(java.nio.charset.StandardCharsets.UTF_8));
        EventsOnKafka.put(
                MEMBERS,
                "cn.zhigong.membership.member-" + (version == 1 ? "joined" : "changed") + ".v1",
                member,
                """
                {"memberId": "%s", "personId": "%s", "account": "%s", "organisationId": "%s", "state": "%s",
                 "joinedOn": "2026-01-05", "version": %d}""".formatted(member, person(account), account, organisation, state, version));
    }

    /** The membership of this login never was one: an import was taken back. */
    void annul(String account, long version) {
        var member = UUID.nameUUIDFromBytes(account.getBytes(java.nio.charset.StandardCharsets.UTF_8));
        EventsOnKafka.put(MEMBERS, "cn.zhigong.membership.member-annulled.v1", member, """
                {"memberId": "%s", "personId": "%s", "organisationId": "%s", "version": %d}""".formatted(
                        member, person(account), firm, version));
        awaitMember(account, "unknown");
    }

    void awaitMember(String account, String state) {
        Awaitility.await()
                .atMost(Duration.ofSeconds(20))
                .until(() -> stateOf(account).equals(state));
    }

    String stateOf(String account) {
        return sql.first("select state from member_reference where account = ?", row -> row.text(1), account)
                .orElse("unknown");
    }

    static UUID person(String account) {
        return UUID.nameUUIDFromBytes(("person of " + account).getBytes(java.nio.charset.StandardCharsets.UTF_8));
    }

    Map<String, Object> plan(int... quotas) {
        List<Map<String, Object>> events = new ArrayList<>();
        for (var quota : quotas) {
            events.add(Map.of(
                    "trade",
                    "焊工 " + events.size(),
                    "occupation",
                    "6-18-02-04",
                    "levelBase",
                    3,
                    "quota",
                    quota,
                    "tieRule",
                    "GAPPED"));
        }
        return Map.of(
                "organiserId",
                district,
                "title",
                "Welding 2026",
                "level",
                "CITY",
                "contestClass",
                "CITY_1",
                "kind",
                "SKILLS",
                "year",
                2026,
                "judges",
                List.of(judge),
                "events",
                events);
    }

    Response draft(int... quotas) {
        return officer(organiser).body(plan(quotas)).post("/v1/contests");
    }

    /** A contest that has been taken up to a state of the usual course; one event for each quota. */
    String contestAt(String state, int... quotas) {
        var id = Answers.text(draft(quotas), 201, "id");
        for (var step : List.of("FILED", "APPROVED", "PUBLISHED", "REG_OPEN")) {
            if (state(id).equals(state)) {
                break;
            }
            advance(id, step);
        }
        assertThat(state(id)).isEqualTo(state);
        return id;
    }

    /** One step of the usual course, by whom it belongs to. */
    void advance(String id, String to) {
        switch (to) {
            case "FILED" -> done(organiser, id, "file");
            case "APPROVED" -> done(above, id, "approve");
            case "PUBLISHED" -> done(organiser, id, "publish");
            case "REG_OPEN" -> done(organiser, id, "open");
            case "RUNNING" -> {
                done(organiser, id, "close");
                done(organiser, id, "ready");
                done(organiser, id, "start");
            }
            default -> throw new IllegalArgumentException(to);
        }
    }

    static void done(String account, String id, String verb) {
        Answers.requireStatus(step(account, id, verb), 200);
    }

    static Response step(String account, String id, String verb) {
        return officer(account).post("/v1/contests/" + id + "/" + verb);
    }

    String state(String id) {
        return Answers.text(officer(organiser).get("/v1/contests/" + id), 200, "state");
    }

    String event(String contest, int index) {
        return Answers.body(officer(organiser).get("/v1/contests/" + contest), 200)
                .requiredAt("/events/%d/id".formatted(index))
                .asText();
    }

    static Response register(String member, String event) {
        return as(member, "member").post("/v1/events/" + event + "/registrations");
    }

    /** Registers and gives the entry's id. */
    static String entry(String member, String event) {
        return Answers.text(register(member, event), 201, "id");
    }

    static Response rank(RequestSpecification who, String event, List<String> inOrder) {
        var results = IntStream.range(0, inOrder.size())
                .mapToObj(i -> Map.of("entryId", inOrder.get(i), "rank", i + 1))
                .toList();
        return who.body(Map.of("results", results)).put("/v1/events/" + event + "/ranking");
    }

    /** A change of the plan by the organiser. */
    Response patch(String id, String ifMatch, Map<String, ?> change) {
        return patch(officer(organiser), id, ifMatch, change);
    }

    Response patch(RequestSpecification who, String id, String ifMatch, Map<String, ?> change) {
        return who.contentType("application/merge-patch+json; charset=UTF-8")
                .header("If-Match", ifMatch)
                .body(change)
                .patch("/v1/contests/" + id);
    }

    /** The tag of an event's ranking, as its organiser reads it. */
    String tagOf(String event) {
        return officer(organiser)
                .get("/v1/events/" + event + "/ranking")
                .then()
                .statusCode(200)
                .extract()
                .header("ETag");
    }
}
