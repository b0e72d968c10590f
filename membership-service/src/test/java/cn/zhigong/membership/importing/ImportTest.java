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
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.anEmptyMap;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.nullValue;

import cn.zhigong.membership.InADistrict;
import cn.zhigong.membership.MovedClock;
import cn.zhigong.membership.joining.JoiningFixtures;
import cn.zhigong.membership.joining.People;
import cn.zhigong.platform.testing.Answers;
import cn.zhigong.platform.testing.Infrastructure;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
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
        refused(step(importer, id, "rollback"), 409, "OWN_IMPORT");
        step(reviewer, id, "rollback").then().statusCode(202);
        awaitState(importer, id, "ROLLED_BACK").body("outcomes", equalTo(Map.of("UNDONE", 2)));
        assertThat(sql.list("""
                        select 1 from roster_row r where r.import_id = ? and (
                            exists (select from person p where p.id = r.person_id)
                            or exists (select from person_identity i where i.identity_index = r.identity_index))
                        """, row -> row.integer(1), UUID.fromString(id))).isEmpty();
        found(number).then().body("items", hasSize(0));
        membersHere().then().body("items", hasSize(0));
        read(importer, judged(importer, union, rows)).then().body("results", equalTo(Map.of("OK_NEW", 2)));
    }

    /** More than two portions of the dry run and of applying, the last of them full. */
    @Test
    void aLargeRosterIsAppliedInPortions() {
        var rows = IntStream.range(0, 4_000)
                .mapToObj(i -> row(
                        "李雷", People.born(LocalDate.of(1970, 1, 1).plusDays(i), serial(i)), "1390%07d".formatted(i)))
                .collect(Collectors.joining());
        var id = applied(importer, reviewer, union, rows);
        read(importer, id).then().body("rows", equalTo(4_000)).body("outcomes", equalTo(Map.of("ADMITTED", 4_000)));
        assertThat(sql.first(
                        "select count(distinct person_id) from member where organisation_id = ?",
                        row -> row.bigint(1),
                        union))
                .contains(4_000L);
        var report = as(importer).get("/v1/imports/" + id + "/report.csv").asString();
        assertThat(report.lines()).hasSize(4_001);
        step(reviewer, id, "rollback").then().statusCode(202);
        awaitState(importer, id, "ROLLED_BACK").body("outcomes", equalTo(Map.of("UNDONE", 4_000)));
        membersHere().then().body("items", hasSize(0));
    }

    /** The others of this test class are born on days of their own. */
    private static int serial(int i) {
        return 1 + i % 900;
    }

    @Test
    void aFederationBringsMembersToItsUnions() {
        var federation = officer(district, "OFFICER");
        var code = as(importer).get("/v1/organisations/" + union).<String>path("code");
        var file = "姓名,证件号码,手机号码,工会编码\n李雷,%s,%s,%s\n韩梅梅,%s,%s,\n"
                .formatted(People.believed(), People.phone(), code, People.believed(), People.phone());
        var id = Answers.text(Rosters.upload(federation, district, "名册.csv", file.getBytes(UTF_8)), 202, "id");
        awaitState(federation, id, "VALIDATED")
                .body("results.OK_NEW", equalTo(1))
                .body("results.ORG_NOT_FOUND", equalTo(1));
        as(federation)
                .get("/v1/imports/" + id + "/rows")
                .then()
                .body("items[0].organisationId", equalTo(union.toString()));
    }
}
