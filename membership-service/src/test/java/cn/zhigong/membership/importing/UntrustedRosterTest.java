package cn.zhigong.membership.importing;

import static cn.zhigong.membership.importing.Rosters.awaitState;
import static cn.zhigong.membership.importing.Rosters.judged;
import static cn.zhigong.membership.importing.Rosters.newcomer;
import static cn.zhigong.membership.importing.Rosters.read;
import static cn.zhigong.membership.importing.Rosters.row;
import static cn.zhigong.membership.importing.Rosters.upload;
import static cn.zhigong.membership.organisation.OrganisationFixtures.as;
import static cn.zhigong.membership.organisation.OrganisationFixtures.district;
import static cn.zhigong.membership.organisation.OrganisationFixtures.officer;
import static cn.zhigong.membership.organisation.OrganisationFixtures.organisation;
import static cn.zhigong.platform.testing.Refusals.refused;
import static cn.zhigong.platform.testing.Refusals.violates;
import static io.restassured.RestAssured.given;
import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.anEmptyMap;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;

import cn.zhigong.membership.InADistrict;
import cn.zhigong.membership.MovedClock;
import cn.zhigong.membership.joining.JoiningFixtures;
import cn.zhigong.membership.joining.People;
import cn.zhigong.platform.testing.Answers;
import cn.zhigong.platform.testing.Infrastructure;
import cn.zhigong.platform.testing.Tokens;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.builder.MultiPartSpecBuilder;
import java.nio.charset.Charset;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Files that are no rosters, officers who reach too far, and what a file may tell of people. */
@QuarkusTest
@QuarkusTestResource(Infrastructure.class)
@QuarkusTestResource(MovedClock.class)
class UntrustedRosterTest extends InADistrict {

    private UUID union;
    private String importer;

    @BeforeEach
    void aUnionWithAnOfficer() {
        union = organisation(district, "BASIC");
        importer = officer(union, "OFFICER");
    }

    @Test
    void whatIsNoTableIsNotTaken() {
        refused(upload(importer, union, "名册.xlsx", "<html><body>".getBytes(UTF_8)), 415, "UNSUPPORTED_MEDIA_TYPE");
        refused(
                upload(importer, union, "名册.csv", new byte[] {0x7f, 'E', 'L', 'F', 2, 1, 1, 0}),
                415,
                "UNSUPPORTED_MEDIA_TYPE");
        var empty = upload(importer, union, "空.csv", " \n".getBytes(UTF_8));
        refused(empty, 422, "UNREADABLE_FILE");
        empty.then().body("reason", equalTo("EMPTY"));
    }

    @Test
    void aHeadingThatIsMissingOrAmbiguousIsNamed() {
        violates(upload(importer, union, "名册.csv", "姓名,证件号码\n".getBytes(UTF_8)), "mapping.phone", "COLUMN_MISSING");
        violates(
                upload(importer, union, "名册.csv", "姓名,证件号码,手机,手机号\n".getBytes(UTF_8)),
                "mapping.phone",
                "COLUMN_AMBIGUOUS");
    }

    @Test
    void anotherHeadingIsMappedAndWhatMeansNothingIsToldAndNotKept() {
        var file = "员工,身份证号,手机号,state,unionId,备注\n李雷,%s,%s,DECEASED,x,随便写\n"
                .formatted(People.believed(), People.phone())
                .getBytes(Charset.forName("GB18030"));
        var uploaded = given().auth()
                .oauth2(Tokens.of(importer, "officer"))
                .multiPart("organisationId", union.toString())
                .multiPart(new MultiPartSpecBuilder("{\"name\": \"员工\"}")
                        .controlName("mapping")
                        .mimeType("application/json")
                        .charset(UTF_8)
                        .build())
                .multiPart("file", "名册.csv", file)
                .post("/v1/imports");
        var id = Answers.text(uploaded, 202, "id");
        awaitState(importer, id, "VALIDATED")
                .body("results", equalTo(Map.of("OK_NEW", 1)))
                .body("ignoredColumns", hasSize(3));
    }

    /** Damage further down is found when the rows are read; nothing of those before it stays. */
    @Test
    void aFileThatBreaksInTheMiddleLeavesNoRows() {
        var broken = (Rosters.HEADING + newcomer("李雷") + "x".repeat(2_000) + "\n").getBytes(UTF_8);
        var id = Answers.text(upload(importer, union, "名册.csv", broken), 202, "id");
        awaitState(importer, id, "REFUSED")
                .body("refusal", equalTo("CELL_TOO_LONG"))
                .body("refusedLine", equalTo(3))
                .body("rowsKept", equalTo(false));
        as(importer).get("/v1/imports/" + id + "/rows").then().body("items", hasSize(0));
        refused(as(importer).get("/v1/imports/" + id + "/report.csv"), 409, "IMPORT_FORGOTTEN");
        assertThat(sql.list(
                        "select 1 from roster_row where import_id = ? union all"
                                + " select 1 from roster_file_part where import_id = ?",
                        row -> row.integer(1),
                        UUID.fromString(id),
                        UUID.fromString(id)))
                .isEmpty();
    }

    @Test
    void anOfficerImportsIntoNoOtherUnion() {
        var other = organisation(district(), "BASIC");
        refused(upload(importer, other, newcomer("李雷")), 404, "NOT_FOUND");
        refused(upload(officer(union, "REVIEWER"), union, newcomer("李雷")), 403, "FORBIDDEN");
        // Nor by naming it in a row: what the import's union does not cover is as unknown as what is not there.
        var code =
                as(officer(other, "VIEWER")).get("/v1/organisations/" + other).<String>path("code");
        var file = "姓名,证件号码,手机号码,工会编码\n李雷,%s,%s,%s\n李雷,%s,%s,没有\n"
                .formatted(People.believed(), People.phone(), code, People.believed(), People.phone());
        var id = Answers.text(upload(importer, union, "名册.csv", file.getBytes(UTF_8)), 202, "id");
        awaitState(importer, id, "VALIDATED").body("results", equalTo(Map.of("ORG_NOT_FOUND", 2)));
    }

    /** Nor what the person is called. */
    @Test
    void aNumberWithoutItsNameTellsNotWhoseMemberItIs() {
        var number = People.believed();
        var other = organisation(district(), "BASIC");
        JoiningFixtures.member(JoiningFixtures.worker(), number, other, clock);
        var id = judged(importer, union, row("赵某人", number, People.phone()));
        read(importer, id).then().body("results", equalTo(Map.of("NAME_MISMATCH", 1)));
        var rows = as(importer).get("/v1/imports/" + id + "/rows").asString();
        assertThat(rows).doesNotContain(other.toString()).doesNotContain("王小明");
    }

    /** Nothing is told of the people in a file that tries numbers, and nothing of it is kept. */
    @Test
    void aListOfNumbersIsRefusedAsAWhole() {
        var numbers = Stream.generate(People::believed).limit(21).toList();
        var theirs = numbers.stream()
                .map(number -> row("李雷", number, People.phone()))
                .collect(joining());
        Rosters.applied(importer, officer(union, "REVIEWER"), union, theirs);
        var curious = organisation(district(), "BASIC");
        var trying = numbers.stream()
                .map(number -> row("赵某人", number, People.phone()))
                .collect(joining());
        var officer = officer(curious, "OFFICER");
        var id = Answers.text(upload(officer, curious, trying), 202, "id");
        awaitState(officer, id, "REFUSED")
                .body("refusal", equalTo("TOO_MANY_MISMATCHES"))
                .body("results", anEmptyMap());
        as(officer).get("/v1/imports/" + id + "/rows").then().body("items", hasSize(0));
        assertThat(sql.list(
                        "select 1 from audit_entry where action = 'roster-import.suspect' and object_id = ?",
                        row -> row.integer(1),
                        id))
                .hasSize(1);
    }

    /** Nothing personal stands in the file. That a spreadsheet computes none of it is a test of the chassis. */
    @Test
    void theReportIsMasked() {
        var number = People.believed();
        var phone = People.phone();
        var id = judged(importer, union, row("李雷", number, phone) + row("=HYPERLINK(1)", number, phone));
        var report = as(importer).get("/v1/imports/" + id + "/report.csv");
        report.then().statusCode(200).contentType("text/csv");
        assertThat(report.asString())
                .contains("\r\n2,\"李*\",")
                .contains("INVALID")
                .doesNotContain(number)
                .doesNotContain(phone);
    }

    @Test
    void nobodyTriesManyNumbersByManyFiles() {
        for (var i = 0; i < 19; i++) {
            upload(importer, union, newcomer("李雷")).then().statusCode(202);
        }
        // One that is refused at once counts as well.
        violates(upload(importer, union, "名册.csv", "姓名\n".getBytes(UTF_8)), "mapping.phone", "COLUMN_MISSING");
        refused(upload(importer, union, newcomer("李雷")), 429, "TOO_MANY_IMPORTS");
    }

    /** The member looks after their own phone; a roster does not redirect what is sent to them. */
    @Test
    void aRosterChangesNoPhoneOfWhoHasALogin() {
        var number = People.believed();
        JoiningFixtures.member(JoiningFixtures.worker(), number, union, clock);
        var id = judged(importer, union, "王小明,%s,%s,,,,\n".formatted(number, People.phone()));
        read(importer, id).then().body("results", equalTo(Map.of("DUP_IN_DB_SAME_ORG", 1)));
    }
}
