package cn.zhigong.membership.importing;

import static cn.zhigong.membership.importing.Rosters.applied;
import static cn.zhigong.membership.importing.Rosters.awaitState;
import static cn.zhigong.membership.importing.Rosters.judged;
import static cn.zhigong.membership.importing.Rosters.newcomer;
import static cn.zhigong.membership.importing.Rosters.row;
import static cn.zhigong.membership.importing.Rosters.step;
import static cn.zhigong.membership.organisation.OrganisationFixtures.as;
import static cn.zhigong.membership.organisation.OrganisationFixtures.district;
import static cn.zhigong.membership.organisation.OrganisationFixtures.officer;
import static cn.zhigong.membership.organisation.OrganisationFixtures.organisation;
import static cn.zhigong.platform.testing.Refusals.refused;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;

import cn.zhigong.membership.InADistrict;
import cn.zhigong.membership.MovedClock;
import cn.zhigong.membership.joining.JoiningFixtures;
import cn.zhigong.membership.joining.People;
import cn.zhigong.membership.member.UserinfoStub;
import cn.zhigong.platform.testing.Infrastructure;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What becomes of an import when the world has gone on. */
@QuarkusTest
@QuarkusTestResource(Infrastructure.class)
@QuarkusTestResource(MovedClock.class)
class TakingBackTest extends InADistrict {

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
        var refusal = step(importer, id, "rollback");
        refused(refusal, 409, "IMPORT_SUPERSEDED");
        refusal.then().body("rows", equalTo(1));
        step(importer, id, "rollback", Map.of("keepChanged", true)).then().statusCode(202);
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
        step(importer, id, "rollback").then().statusCode(202);
        awaitState(importer, id, "ROLLED_BACK");
        search(phone)
                .then()
                .body("items[0].state", equalTo("ACTIVE"))
                .body("items[0].employmentForm", equalTo("CONTRACT"));
        search(newer).then().body("items", hasSize(0));
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
