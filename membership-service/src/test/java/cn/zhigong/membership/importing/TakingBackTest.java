package cn.zhigong.membership.importing;

import static cn.zhigong.membership.importing.Rosters.applied;
import static cn.zhigong.membership.importing.Rosters.awaitState;
import static cn.zhigong.membership.importing.Rosters.judged;
import static cn.zhigong.membership.importing.Rosters.newcomer;
import static cn.zhigong.membership.importing.Rosters.read;
import static cn.zhigong.membership.importing.Rosters.row;
import static cn.zhigong.membership.importing.Rosters.step;
import static cn.zhigong.membership.organisation.OrganisationFixtures.as;
import static cn.zhigong.membership.organisation.OrganisationFixtures.district;
import static cn.zhigong.membership.organisation.OrganisationFixtures.officer;
import static cn.zhigong.membership.organisation.OrganisationFixtures.organisation;
import static cn.zhigong.platform.testing.Refusals.refused;
import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;

import cn.zhigong.membership.InADistrict;
import cn.zhigong.membership.MovedClock;
import cn.zhigong.membership.joining.JoiningFixtures;
import cn.zhigong.membership.joining.People;
import cn.zhigong.membership.member.UserinfoStub;
import cn.zhigong.platform.background.BackgroundLoops;
import cn.zhigong.platform.testing.Answers;
import cn.zhigong.platform.testing.Infrastructure;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What becomes of an import when the world has gone on. */
@QuarkusTest
@QuarkusTestResource(Infrastructure.class)
@QuarkusTestResource(MovedClock.class)
class TakingBackTest extends InADistrict {

    @Inject
    BackgroundLoops loops;

    private UUID union;
    private String importer;
    private String reviewer;

    @BeforeEach
    void aUnionAndTwoOfficers() {
        union = organisation(district, "BASIC");
        importer = officer(union, "OFFICER");
        reviewer = officer(union, "REVIEWER");
    }

    @Test
    void whatSomethingHasComeOfIsNotTakenBack() {
        var number = People.believed();
        var id = applied(importer, reviewer, union, row("王小明", number, People.phone()) + newcomer("韩梅梅"));
        var account = JoiningFixtures.worker();
        UserinfoStub.enrol(account, number, "王小明");
        JoiningFixtures.asWorker(account).put("/v1/members/me/login").then().statusCode(200);
        var refusal = step(reviewer, id, "rollback");
        refused(refusal, 409, "IMPORT_SUPERSEDED");
        refusal.then().body("rows", equalTo(1));
        step(reviewer, id, "rollback", Map.of("keepChanged", true)).then().statusCode(202);
        awaitState(importer, id, "ROLLED_BACK").body("outcomes", equalTo(Map.of("UNDONE", 1, "KEPT", 1)));
    }

    @Test
    void aChangeIsTakenBackToWhatWasBefore() {
        var number = People.believed();
        var phone = People.phone();
        applied(importer, reviewer, union, row("李雷", number, phone));
        var newer = People.phone();
        var id = applied(importer, reviewer, union, "李雷,%s,%s,,,劳务派遣,退休\n".formatted(number, newer));
        search(newer)
                .then()
                .body("items[0].state", equalTo("RETAINED"))
                .body("items[0].employmentForm", equalTo("DISPATCH"));
        search(phone).then().body("items", hasSize(0));
        step(reviewer, id, "rollback").then().statusCode(202);
        awaitState(importer, id, "ROLLED_BACK");
        search(phone)
                .then()
                .body("items[0].state", equalTo("ACTIVE"))
                .body("items[0].employmentForm", equalTo("CONTRACT"));
        search(newer).then().body("items", hasSize(0));
    }

    /** A phone stands beside the membership and is taken back by itself all the same. */
    @Test
    void aPhoneAloneIsTakenBack() {
        var number = People.believed();
        var phone = People.phone();
        applied(importer, reviewer, union, row("李雷", number, phone));
        var newer = People.phone();
        var id = applied(importer, reviewer, union, row("李雷", number, newer));
        as(importer).get("/v1/imports/" + id + "/rows").then().body("items[0].changes", equalTo(List.of("PHONE")));
        search(newer).then().body("items", hasSize(1));
        step(reviewer, id, "rollback").then().statusCode(202);
        awaitState(importer, id, "ROLLED_BACK").body("outcomes", equalTo(Map.of("UNDONE", 1)));
        search(phone).then().body("items", hasSize(1));
        search(newer).then().body("items", hasSize(0));
    }

    /** What a later roster brought is not undone with an earlier one. */
    @Test
    void aLaterPhoneSupersedesAnEarlierRoster() {
        var number = People.believed();
        applied(importer, reviewer, union, row("李雷", number, People.phone()));
        var earlier = applied(importer, reviewer, union, row("李雷", number, People.phone()));
        var later = People.phone();
        applied(importer, reviewer, union, row("李雷", number, later));
        refused(step(reviewer, earlier, "rollback"), 409, "IMPORT_SUPERSEDED");
        search(later).then().body("items", hasSize(1));
    }

    @Test
    void aProposalIsTakenBackWhileNobodyHasAnswered() {
        var number = People.believed();
        var worker = JoiningFixtures.worker();
        JoiningFixtures.member(worker, number, organisation(district(), "BASIC"), clock);
        var id = applied(importer, reviewer, union, row("王小明", number, People.phone()));
        step(reviewer, id, "rollback").then().statusCode(202);
        awaitState(importer, id, "ROLLED_BACK").body("outcomes", equalTo(Map.of("UNDONE", 1)));
        JoiningFixtures.asWorker(worker)
                .get("/v1/members/me/transfers")
                .then()
                .body("items.state", equalTo(List.of("CANCELLED")));
    }

    /** A file must not hold up the moves of those whom it names. */
    @Test
    void aProposalMakesWayForTheMembersWish() {
        var number = People.believed();
        var worker = JoiningFixtures.worker();
        JoiningFixtures.member(worker, number, organisation(district(), "BASIC"), clock);
        applied(importer, reviewer, union, row("王小明", number, People.phone()));
        var wish = Map.of("organisationId", organisation(district(), "BASIC"), "reason", "CHANGE_OF_EMPLOYER");
        JoiningFixtures.asWorker(worker).body(wish).post("/v1/transfers").then().statusCode(201);
        JoiningFixtures.asWorker(worker)
                .get("/v1/members/me/transfers")
                .then()
                .body("items.state", equalTo(List.of("CANCELLED", "OPENED")));
    }

    @Test
    void aGroupThatWasClosedMeanwhileTakesNobodyIn() {
        var groups = "/v1/organisations/" + union + "/groups";
        var group = Answers.text(as(importer).body(Map.of("name", "一班")).post(groups), 201, "id");
        var id = judged(
                importer, union, "李雷,%s,%s,一班,,,\n".formatted(People.believed(), People.phone()) + newcomer("韩梅梅"));
        as(importer).post(groups + "/" + group + "/close").then().statusCode(200);
        Rosters.confirm(reviewer, id).then().statusCode(200);
        step(importer, id, "apply").then().statusCode(202);
        awaitState(importer, id, "PARTIALLY_APPLIED")
                .body("outcomes", equalTo(Map.of("ADMITTED", 1, "CHANGED_SINCE", 1)));
    }

    /** Its members are the successor's, and so is what was done; what was only prepared was for another union. */
    @Test
    void theSuccessorOfAUnionHasItsImports() {
        var done = applied(importer, reviewer, union, newcomer("李雷"));
        var prepared = judged(importer, union, newcomer("韩梅梅"));
        var successor = organisation(district, "BASIC");
        as(officer(district, "CHAIR"))
                .body(Map.of("intoId", successor, "reason", "撤二建一"))
                .post("/v1/organisations/" + union + "/merge")
                .then()
                .statusCode(200);
        var theirs = officer(successor, "OFFICER");
        read(theirs, done).then().body("organisationId", equalTo(successor.toString()));
        read(theirs, prepared).then().body("state", equalTo("CANCELLED")).body("rowsKept", equalTo(false));
        refused(step(theirs, done, "rollback"), 409, "IMPORT_SUPERSEDED");
    }

    /** Personal data is kept no longer than its purpose needs. */
    @Test
    void whatNobodyDecidesOnAndWhatHasLongEndedIsForgotten() {
        var undecided = judged(importer, union, newcomer("李雷"));
        var done = applied(importer, reviewer, union, newcomer("韩梅梅"));
        MovedClock.advance(clock, Duration.ofDays(31));
        loops.wake(OldImports.class);
        awaitState(importer, undecided, "CANCELLED");
        read(importer, done).then().body("rowsKept", equalTo(true));
        MovedClock.advance(clock, Duration.ofDays(60));
        loops.wake(OldImports.class);
        await().atMost(20, SECONDS).until(() -> read(importer, done).path("rowsKept"), Boolean.FALSE::equals);
        refused(step(reviewer, done, "rollback"), 409, "IMPORT_FORGOTTEN");
    }

    /** A key stands for one request: what is asked by it once is not asked otherwise. */
    @Test
    void aKeyThatWasUsedRollsNothingBackOtherwise() {
        var id = applied(importer, reviewer, union, newcomer("李雷"));
        var key = UUID.randomUUID().toString();
        var keyed = as(reviewer).header("Idempotency-Key", key);
        keyed.body(Map.of()).post("/v1/imports/" + id + "/rollback").then().statusCode(202);
        refused(
                as(reviewer)
                        .header("Idempotency-Key", key)
                        .body(Map.of("keepChanged", true))
                        .post("/v1/imports/" + id + "/rollback"),
                422,
                "IDEMPOTENCY_KEY_REUSED");
    }

    private Response search(String phone) {
        return as(importer).body(Map.of("phone", phone, "purpose", "核对导入")).post("/v1/members/search");
    }

    @Test
    void whoWasAdmittedMeanwhileIsNotAdmittedTwice() {
        var number = People.believed();
        var id = judged(importer, union, row("王小明", number, People.phone()) + newcomer("韩梅梅"));
        JoiningFixtures.member(JoiningFixtures.worker(), number, union, clock);
        Rosters.confirm(reviewer, id).then().statusCode(200);
        step(importer, id, "apply").then().statusCode(202);
        awaitState(importer, id, "PARTIALLY_APPLIED")
                .body("outcomes", equalTo(Map.of("ADMITTED", 1, "CHANGED_SINCE", 1)));
    }

    @Test
    void whatIsGivenUpLeavesNothingOfThePeopleInIt() {
        var id = judged(importer, union, newcomer("李雷"));
        step(importer, id, "cancel").then().statusCode(200).body("state", equalTo("CANCELLED"));
        refused(step(importer, id, "cancel"), 409, "ILLEGAL_TRANSITION");
        refused(as(importer).get("/v1/imports/" + id + "/report.csv"), 409, "IMPORT_FORGOTTEN");
        assertThat(sql.list("select 1 from roster_row where import_id = ?", row -> row.integer(1), UUID.fromString(id)))
                .isEmpty();
    }
}
