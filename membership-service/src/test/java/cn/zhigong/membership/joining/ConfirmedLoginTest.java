package cn.zhigong.membership.joining;

import static cn.zhigong.membership.joining.JoiningFixtures.approve;
import static cn.zhigong.membership.joining.JoiningFixtures.asWorker;
import static cn.zhigong.membership.joining.JoiningFixtures.awaitState;
import static cn.zhigong.membership.joining.JoiningFixtures.code;
import static cn.zhigong.membership.joining.JoiningFixtures.file;
import static cn.zhigong.membership.joining.JoiningFixtures.filed;
import static cn.zhigong.membership.joining.JoiningFixtures.state;
import static cn.zhigong.membership.joining.JoiningFixtures.underReview;
import static cn.zhigong.membership.joining.JoiningFixtures.worker;
import static cn.zhigong.membership.organisation.OrganisationFixtures.asAdmin;
import static cn.zhigong.membership.organisation.OrganisationFixtures.district;
import static cn.zhigong.membership.organisation.OrganisationFixtures.organisation;
import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;

import cn.zhigong.membership.MovedClock;
import cn.zhigong.membership.member.UserinfoStub;
import cn.zhigong.platform.testing.EventsOnKafka;
import cn.zhigong.platform.testing.Infrastructure;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Somebody who knows a name and a number applies for a person, who then applies with a login that is theirs. */
@QuarkusTest
@QuarkusTestResource(Infrastructure.class)
@QuarkusTestResource(MovedClock.class)
class ConfirmedLoginTest extends AtAUnion {

    private final String number = People.believed();
    private final String stranger = worker();

    @BeforeEach
    void theWorkersLoginIsConfirmed() {
        UserinfoStub.enrol(worker, number, "王小明");
    }

    @Test
    void theirApplicationGoesOnAndTheStrangersIsClosed() {
        var limited = JoiningFixtures.limited(organisation(district(), "BASIC"), clock, 1);
        var theirs = underReview(stranger, number, limited);
        file(worker(), People.believed(), limited).then().statusCode(409);
        var own = underReview(worker, number, code);
        asAdmin()
                .get("/v1/join-applications/" + own)
                .then()
                .body("review.warnings", empty())
                .body("organisationId", equalTo(union.toString()));
        assertThat(state(theirs)).isEqualTo("WITHDRAWN");
        asAdmin()
                .get("/v1/join-applications/" + theirs)
                .then()
                .body("reasons", contains("SUPERSEDED_BY_CONFIRMED_LOGIN"))
                .body("review.decidedBy", nullValue());
        // The use of the code is there for somebody else again.
        file(worker(), People.believed(), limited).then().statusCode(201);
        approve(officer, own).then().statusCode(200).body("state", equalTo("MEMBER_CREATED"));
        asWorker(worker).get("/v1/members/me").then().statusCode(200);
        assertThat(recorded(theirs)).containsExactly("system " + own);
        var told = EventsOnKafka.await(JoinEvent.TOPIC, theirs, 3).getLast().json();
        assertThat(told.path("state").asText()).isEqualTo("WITHDRAWN");
        assertThat(told.path("reasons").path(0).asText()).isEqualTo("SUPERSEDED_BY_CONFIRMED_LOGIN");
        assertThat(told.toString()).doesNotContain(own.toString());
    }

    private List<String> recorded(UUID application) {
        return sql.list(
                "select actor || ' ' || (detail ->> 'by') from audit_entry where object_id = ?::text"
                        + " and action = 'join-application.supersede'",
                row -> row.text(1),
                application);
    }

    @Test
    void theStrangerLearnsThatItIsClosedAndNoMore() {
        var theirs = underReview(stranger, number, code);
        var before = seen(theirs);
        var own = underReview(worker, number, code(organisation(district(), "BASIC"), clock));
        var after = seen(theirs);
        assertThat(after.remove("state")).isEqualTo("WITHDRAWN");
        assertThat(after.remove("reasons")).isEqualTo(List.of("SUPERSEDED_BY_CONFIRMED_LOGIN"));
        before.keySet().removeAll(Set.of("state", "reasons", "version", "reviewBy"));
        after.keySet().removeAll(Set.of("version", "reviewBy"));
        assertThat(after).isEqualTo(before);
        asWorker(stranger).get("/v1/join-applications/" + own).then().statusCode(404);
        // What comes after is a duplicate like any other.
        var again = filed(stranger, number, code);
        awaitState(again, "REJECTED");
        asWorker(stranger)
                .get("/v1/join-applications/" + again)
                .then()
                .body("reasons", contains("DUPLICATE_APPLICATION"));
        assertThat(state(own)).isEqualTo("ROUTED");
    }

    private Map<String, Object> seen(UUID application) {
        return new HashMap<>(asWorker(stranger)
                .get("/v1/join-applications/" + application)
                .jsonPath()
                .getMap("$"));
    }

    @Test
    void oneConfirmedLoginDoesNotMakeWayForAnother() {
        var own = underReview(worker, number, code);
        var second = worker();
        UserinfoStub.vouch(second, UserinfoStub.holder(number, "王小明"));
        var again = filed(second, number, code);
        awaitState(again, "REJECTED");
        asAdmin().get("/v1/join-applications/" + again).then().body("reasons", contains("DUPLICATE_APPLICATION"));
        assertThat(state(own)).isEqualTo("ROUTED");
    }

    @Test
    void whatAUnionHasDecidedStays() {
        var theirs = underReview(stranger, number, code);
        approve(officer, theirs).then().statusCode(200);
        var own = filed(worker, number, code(organisation(district(), "BASIC"), clock));
        awaitState(own, "CONVERTED_TO_TRANSFER");
        assertThat(state(theirs)).isEqualTo("MEMBER_CREATED");
    }

    /**
     * Waiting for the row could be waiting in a circle with whoever holds it, and refusing would be for a moment's
     * sake.
     */
    @Test
    void whileSomebodyIsAtWorkOnTheStrangersItIsAskedAgainLater() {
        var theirs = underReview(stranger, number, code);
        QuarkusTransaction.begin();
        var held = sql.first("select id from join_application where id = ? for update", row -> row.uuid(1), theirs);
        assertThat(held).contains(theirs);
        var own = filed(worker, number, code);
        await().atMost(20, SECONDS)
                .until(() -> sql.first("select checks from join_application where id = ?", row -> row.integer(1), own)
                                .orElse(0)
                        > 1);
        assertThat(state(own)).isEqualTo("SUBMITTED");
        QuarkusTransaction.rollback();
        awaitState(own, "ROUTED");
        assertThat(state(theirs)).isEqualTo("WITHDRAWN");
    }

    @Test
    void ofManyWhoApplyAtOnceTheConfirmedLoginGoesOn() throws Exception {
        var crowd = new ArrayList<Callable<UUID>>();
        Stream.generate(() -> (Callable<UUID>) () -> filed(worker(), number, code))
                .limit(10)
                .forEach(crowd::add);
        crowd.add(5, () -> filed(worker, number, code));
        var filed = together(crowd);
        filed.forEach(id -> await().atMost(20, SECONDS).until(() -> isSettled(id)));
        assertThat(state(filed.get(5))).isEqualTo("ROUTED");
        filed.remove(5);
        assertThat(filed).allSatisfy(id -> assertThat(state(id)).isIn("REJECTED", "WITHDRAWN"));
    }

    @Test
    void ofTwoConfirmedLoginsAtOnceOneGoesOn() throws Exception {
        var theirs = underReview(stranger, number, code);
        var second = worker();
        UserinfoStub.vouch(second, UserinfoStub.holder(number, "王小明"));
        var filed = together(List.of(() -> filed(worker, number, code), () -> filed(second, number, code)));
        filed.forEach(id -> await().atMost(20, SECONDS).until(() -> isSettled(id)));
        assertThat(filed.stream().map(JoiningFixtures::state)).containsExactlyInAnyOrder("ROUTED", "REJECTED");
        assertThat(state(theirs)).isEqualTo("WITHDRAWN");
        assertThat(recorded(theirs)).hasSize(1);
    }

    /** Whichever is first: either the union's decision stays, or there is nothing left to decide. */
    @Test
    void anApprovalAtTheSameTimeIsEitherFirstOrRefused() throws Exception {
        for (var round = 0; round < 5; round++) {
            var person = People.believed();
            var owner = worker();
            UserinfoStub.enrol(owner, person, "王小明");
            var theirs = underReview(worker(), person, code);
            var elsewhere = code(organisation(district(), "BASIC"), clock);
            Callable<UUID> approving = () -> {
                assertThat(approve(officer, theirs).statusCode()).isIn(200, 409);
                return theirs;
            };
            var own = together(List.of(() -> filed(owner, person, elsewhere), approving))
                    .getFirst();
            await().atMost(20, SECONDS).until(() -> isSettled(own));
            assertThat(List.of(state(theirs), state(own)))
                    .isIn(List.of("MEMBER_CREATED", "CONVERTED_TO_TRANSFER"), List.of("WITHDRAWN", "ROUTED"));
        }
    }

    private static boolean isSettled(UUID application) {
        return !state(application).equals("SUBMITTED");
    }

    private static List<UUID> together(List<? extends Callable<UUID>> crowd) throws Exception {
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            return new ArrayList<>(threads.invokeAll(crowd).stream()
                    .map(done -> done.resultNow())
                    .toList());
        }
    }
}
