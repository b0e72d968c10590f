package cn.zhigong.membership.importing;

import static cn.zhigong.membership.importing.Rosters.applied;
import static cn.zhigong.membership.importing.Rosters.awaitState;
import static cn.zhigong.membership.importing.Rosters.confirm;
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
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.anEmptyMap;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.nullValue;

import cn.zhigong.membership.InADistrict;
import cn.zhigong.membership.MovedClock;
import cn.zhigong.membership.joining.JoiningFixtures;
import cn.zhigong.membership.joining.People;
import cn.zhigong.platform.testing.Infrastructure;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A union brings the records it kept so far. */
@QuarkusTest
@QuarkusTestResource(Infrastructure.class)
@QuarkusTestResource(MovedClock.class)
class ImportTest extends InADistrict {

    private UUID union;
    private String importer;
    private String reviewer;

    @BeforeEach
    void aUnionAndTwoOfficers() {
        union = organisation(district, "BASIC");
        importer = officer(union, "OFFICER");
        reviewer = officer(union, "REVIEWER");
    }

    private Response found(String number) {
        return as(importer)
                .body(Map.of("identity", Map.of("type", "RESIDENT_ID", "number", number), "purpose", "核对导入"))
                .post("/v1/members/search");
    }

    private Response membersHere() {
        return as(importer).queryParam("under", union).get("/v1/members");
    }

    @Test
    void theDryRunSaysWhatEachRowMeansAndChangesNothing() {
        var twice = People.believed();
        var id = judged(
                importer,
                union,
                newcomer("李雷")
                        + row("韩梅梅", "310115199001011230", People.phone())
                        + row("孙悦", twice, People.phone())
                        + row("孙悦", twice, People.phone())
                        + "吴退休," + People.believed() + "," + People.phone() + ",,1990-01-01,,退休\n"
                        + row("", People.believed(), "12345"));
        read(importer, id)
                .then()
                .body("rows", equalTo(6))
                .body("results.OK_NEW", equalTo(2))
                .body("results.ID_CHECK_FAILED", equalTo(1))
                .body("results.DUP_IN_FILE", equalTo(1))
                .body("results.RETIRED", equalTo(1))
                .body("results.INVALID", equalTo(1))
                .body("outcomes", anEmptyMap());
        as(importer)
                .get("/v1/imports/" + id + "/rows")
                .then()
                .body("items", hasSize(6))
                .body("items.line", equalTo(List.of(2, 3, 4, 5, 6, 7)))
                .body("items[0].name", equalTo("李*"))
                .body("items[1].flaws[0].field", equalTo("IDENTITY_NUMBER"))
                .body("items[1].flaws[0].code", equalTo("CHECK_DIGIT"))
                .body("items[1].name", nullValue())
                .body("items[3].firstLine", equalTo(4))
                .body("items[5].flaws.field", equalTo(List.of("NAME", "PHONE")));
        membersHere().then().body("items", hasSize(0));
    }

    @Test
    void whatASecondPersonAgreedToIsDone() {
        var number = People.believed();
        var id = judged(importer, union, row("李雷", number, People.phone()) + newcomer("韩梅梅"));
        refused(step(importer, id, "apply"), 409, "ILLEGAL_TRANSITION");
        refused(confirm(importer, id), 409, "OWN_IMPORT");
        refused(step(reviewer, id, "confirm", Map.of("signature", "0".repeat(64))), 409, "OTHER_VERDICTS");
        confirm(reviewer, id).then().statusCode(200).body("confirmedBy", equalTo(reviewer));
        step(importer, id, "apply").then().statusCode(202).body("state", equalTo("APPLYING"));
        awaitState(importer, id, "APPLIED").body("outcomes.ADMITTED", equalTo(2));
        found(number)
                .then()
                .body("items", hasSize(1))
                .body("items[0].organisationId", equalTo(union.toString()))
                .body("items[0].state", equalTo("ACTIVE"))
                .body("items[0].joinedOn", equalTo("2019-05-01"))
                .body("items[0].channel", equalTo("IMPORT"));
        assertThat(as(importer).get("/v1/imports/" + id + "/rows").<String>path("items[0].memberId"))
                .isEqualTo(found(number).path("items[0].id"));
    }

    @Test
    void theSameFileAgainChangesNothing() {
        var rows = newcomer("李雷") + newcomer("韩梅梅");
        applied(importer, reviewer, union, rows);
        var again = applied(importer, reviewer, union, rows);
        read(importer, again)
                .then()
                .body("results", equalTo(Map.of("DUP_IN_DB_SAME_ORG", 2)))
                .body("outcomes", anEmptyMap());
        membersHere().then().body("items", hasSize(2));
    }

    @Test
    void aMemberOfAnotherUnionIsProposedForTransferAndNoSecondMembershipBegins() {
        var number = People.believed();
        var other = organisation(district(), "BASIC");
        JoiningFixtures.member(JoiningFixtures.worker(), number, other, clock);
        var id = applied(importer, reviewer, union, row("王小明", number, People.phone()));
        read(importer, id)
                .then()
                .body("results", equalTo(Map.of("CONFLICT_OTHER_ORG", 1)))
                .body("outcomes", equalTo(Map.of("TRANSFER_PROPOSED", 1)));
        var row = as(importer).get("/v1/imports/" + id + "/rows");
        row.then().body("items[0].memberId", nullValue());
        var transfer = row.<String>path("items[0].transferId");
        as(officer(other, "REVIEWER"))
                .post("/v1/transfers/" + transfer + "/confirm")
                .then()
                .statusCode(200);
        // Who proposed it does not decide alone.
        refused(as(reviewer).post("/v1/transfers/" + transfer + "/accept"), 403, "OWN_TRANSFER");
        as(importer)
                .post("/v1/transfers/" + transfer + "/accept")
                .then()
                .statusCode(200)
                .body("state", equalTo("COMPLETED"));
        found(number).then().body("items[0].organisationId", equalTo(union.toString()));
    }

    @Test
    void whatIsTakenBackLeavesNothingBehind() {
        var number = People.believed();
        var rows = row("李雷", number, People.phone()) + newcomer("韩梅梅");
        var id = applied(importer, reviewer, union, rows);
        step(importer, id, "rollback").then().statusCode(202);
        awaitState(importer, id, "ROLLED_BACK").body("outcomes", equalTo(Map.of("UNDONE", 2)));
        found(number).then().body("items", hasSize(0));
        membersHere().then().body("items", hasSize(0));
        read(importer, judged(importer, union, rows)).then().body("results", equalTo(Map.of("OK_NEW", 2)));
    }
}
