package cn.zhigong.membership.member;

import static cn.zhigong.membership.joining.JoiningFixtures.approve;
import static cn.zhigong.membership.joining.JoiningFixtures.asWorker;
import static cn.zhigong.membership.joining.JoiningFixtures.awaitState;
import static cn.zhigong.membership.joining.JoiningFixtures.code;
import static cn.zhigong.membership.joining.JoiningFixtures.filed;
import static cn.zhigong.membership.joining.JoiningFixtures.issued;
import static cn.zhigong.membership.joining.JoiningFixtures.member;
import static cn.zhigong.membership.joining.JoiningFixtures.underReview;
import static cn.zhigong.membership.joining.JoiningFixtures.worker;
import static cn.zhigong.membership.organisation.OrganisationFixtures.asAdmin;
import static cn.zhigong.membership.organisation.OrganisationFixtures.organisation;
import static cn.zhigong.membership.organisation.OrganisationFixtures.root;
import static cn.zhigong.platform.testing.Refusals.refused;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import cn.zhigong.membership.InADistrict;
import cn.zhigong.membership.MovedClock;
import cn.zhigong.membership.joining.JoiningFixtures;
import cn.zhigong.membership.joining.People;
import cn.zhigong.platform.testing.Answers;
import cn.zhigong.platform.testing.EventsOnKafka;
import cn.zhigong.platform.testing.Infrastructure;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.ThreadLocalRandom;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What becomes of members and applications when their union is dissolved or merged. */
@QuarkusTest
@QuarkusTestResource(Infrastructure.class)
@QuarkusTestResource(MovedClock.class)
class EndedUnionTest extends InADistrict {

    private UUID union;
    private UUID successor;

    @BeforeEach
    void aUnionAndItsSuccessor() {
        union = organisation(district, "REGIONAL_FEDERATION");
        successor = organisation(district, "REGIONAL_FEDERATION");
    }

    private static Response dissolve(UUID ended, UUID successor) {
        return asAdmin()
                .body(Map.of("reason", "单位终止", "successorId", successor))
                .post("/v1/organisations/" + ended + "/dissolve");
    }

    private UUID group(String name) {
        return Answers.id(asAdmin().body(Map.of("name", name)).post("/v1/organisations/" + union + "/groups"), 201);
    }

    private UUID memberIn(UUID group) {
        var account = worker();
        member(account, People.believed(), union, clock);
        var id = UUID.fromString(asWorker(account).get("/v1/members/me").path("id"));
        sql.update("update member set group_id = ? where id = ?", group, id);
        return id;
    }

    private String place(String table, UUID id) {
        return sql.first(
                        "select organisation_id || ' ' || coalesce(group_id::text, '-') from " + table
                                + " where id = ?",
                        row -> row.text(1),
                        id)
                .orElseThrow();
    }

    private long version(UUID member) {
        return sql.first("select version from member where id = ?", row -> row.bigint(1), member)
                .orElseThrow();
    }

    @Test
    void aMergerTakesAlongWhoIsAMemberAndWhoWantsToBe() {
        var kept = group("一组");
        var closed = group("二组");
        var active = memberIn(kept);
        var retained = memberIn(closed);
        sql.update("update member set state = 'RETAINED' where id = ?", retained);
        var gone = memberIn(kept);
        sql.update("update member set state = 'WITHDRAWN' where id = ?", gone);
        var pending = underReview(worker(), People.believed(), code(union, clock));
        sql.update("update join_application set group_id = ? where id = ?", kept, pending);
        asAdmin()
                .post("/v1/organisations/" + union + "/groups/" + closed + "/close")
                .then()
                .statusCode(200);
        var before = version(gone);
        asAdmin()
                .body(Map.of("intoId", successor, "reason", "撤二建一"))
                .post("/v1/organisations/" + union + "/merge")
                .then()
                .statusCode(200);
        assertThat(place("member", active)).isEqualTo(successor + " " + kept);
        assertThat(place("member", retained)).isEqualTo(successor + " -");
        assertThat(place("member", gone)).isEqualTo(union + " " + kept);
        assertThat(version(gone)).isEqualTo(before);
        assertThat(place("join_application", pending)).isEqualTo(successor + " " + kept);
        var told = EventsOnKafka.awaitOne(MemberEvent.TOPIC, active.toString(), MemberEvent.MemberChanged.TYPE);
        assertThat(told.json().path("organisationId").asText()).isEqualTo(successor.toString());
        assertThat(told.json().path("version").asLong()).isEqualTo(version(active));
    }

    @Test
    void membersDoNotPassToALevelThatHoldsNone() {
        memberIn(group("一组"));
        refused(dissolve(union, district), 422, "NOT_KEPT_AT_THIS_LEVEL");
        var basic = organisation(district, "BASIC");
        member(worker(), People.believed(), basic, clock);
        refused(dissolve(basic, district), 422, "NOT_KEPT_AT_THIS_LEVEL");
    }

    @Test
    void nothingIsPutAtAUnionThatHasEnded() {
        var joinCode = UUID.fromString(issued(union, clock).path("id"));
        dissolve(union, successor).then().statusCode(200);
        refused(
                asAdmin()
                        .body(Map.of("organisationId", union, "joinCodeId", joinCode, "title", "集中入会"))
                        .post("/v1/collective-joinings"),
                409,
                "ORGANISATION_ENDED");
        var pending = underReview(worker(), People.believed(), code(successor, clock));
        refused(
                asAdmin().body(Map.of("organisationId", union)).post("/v1/join-applications/" + pending + "/approve"),
                409,
                "ORGANISATION_ENDED");
        approve("nobody", pending).then().statusCode(404);
    }

    /** As when the code was used in the moment in which its union ended. */
    @Test
    void aCodeOfAnEndedUnionLeavesTheChoiceToTheOtherRules() {
        var street = "310114%03d".formatted(ThreadLocalRandom.current().nextInt(1_000));
        var subdistrict = organisation(
                organisation(root(), "DISTRICT_FEDERATION"),
                "SUBDISTRICT",
                Map.of("district", "310114", "street", street));
        var account = worker();
        var draft = draftBy(account, street);
        submit(account, draft);
        awaitState(draft, "ROUTED");
        asWorker(account)
                .get("/v1/join-applications/" + draft)
                .then()
                .body("routedBy", equalTo("STREET_UNION"))
                .body("organisationId", equalTo(subdistrict.toString()));
    }

    /** The union it was routed to instead is not the one that the worker asked. */
    @Test
    void whatIsCorrectedAfterItsCodesUnionEndedIsRoutedAnew() {
        var districtUnion = organisation(root(), "DISTRICT_FEDERATION", Map.of("district", "310114"));
        var streets = Stream.generate(
                        () -> "310114%03d".formatted(ThreadLocalRandom.current().nextInt(1_000)))
                .distinct()
                .limit(2)
                .toList();
        var first = organisation(districtUnion, "SUBDISTRICT", Map.of("district", "310114", "street", streets.get(0)));
        var second = organisation(districtUnion, "SUBDISTRICT", Map.of("district", "310114", "street", streets.get(1)));
        var account = worker();
        var draft = draftBy(account, streets.getFirst());
        submit(account, draft);
        awaitState(draft, "ROUTED");
        asAdmin()
                .body(Map.of("reasons", List.of("PLACE")))
                .post("/v1/join-applications/" + draft + "/return")
                .then()
                .statusCode(200)
                .body("organisationId", equalTo(first.toString()));
        var path = "/v1/join-applications/" + draft;
        asWorker(account)
                .contentType("application/merge-patch+json; charset=UTF-8")
                .header("If-Match", asWorker(account).get(path).header("ETag"))
                .body("{\"district\": null, \"street\": \"%s\"}".formatted(streets.getLast()))
                .patch(path)
                .then()
                .statusCode(200);
        submit(account, draft);
        awaitState(draft, "ROUTED");
        asWorker(account)
                .get(path)
                .then()
                .body("routedBy", equalTo("STREET_UNION"))
                .body("organisationId", equalTo(second.toString()));
    }

    /** A draft by a code whose union ended in the moment in which it was used. */
    private UUID draftBy(String account, String street) {
        var fields = Map.of("joinCode", code(union, clock), "street", street, "draft", true);
        var draft = Answers.id(
                asWorker(account)
                        .body(JoiningFixtures.application(People.believed(), fields))
                        .post("/v1/join-applications"),
                201);
        dissolve(union, successor).then().statusCode(200);
        sql.update(
                "update join_application set organisation_id = ?, code_union_id = ? where id = ?", union, union, draft);
        return draft;
    }

    private static void submit(String account, UUID application) {
        asWorker(account)
                .post("/v1/join-applications/" + application + "/submit")
                .then()
                .statusCode(200);
    }

    @Test
    void nobodyIsAdmittedPastADissolution() throws Exception {
        for (var round = 0; round < 4; round++) {
            var ended = organisation(district, "BASIC");
            var joinCode = code(ended, clock);
            var applications = Stream.generate(() -> filed(worker(), People.believed(), joinCode))
                    .limit(6)
                    .toList();
            applications.forEach(one -> awaitState(one, "ROUTED"));
            List<Callable<Response>> crowd = new ArrayList<>();
            applications.forEach(one -> crowd.add(() -> asAdmin().post("/v1/join-applications/" + one + "/approve")));
            crowd.add(3, () -> dissolve(ended, successor));
            try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
                assertThat(threads.invokeAll(crowd))
                        .extracting(done -> done.resultNow().statusCode())
                        .isSubsetOf(200, 409)
                        .element(3)
                        .isEqualTo(200);
            }
            assertThat(sql.list(
                            "select 1 from member where organisation_id = ? union all select 2 from join_application"
                                    + " where organisation_id = ? and state = 'ROUTED'",
                            row -> row.integer(1),
                            ended,
                            ended))
                    .isEmpty();
        }
    }
}
