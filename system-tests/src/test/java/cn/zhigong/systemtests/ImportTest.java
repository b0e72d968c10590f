package cn.zhigong.systemtests;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import cn.zhigong.systemtests.stack.AgainstTheStack;
import cn.zhigong.systemtests.stack.Answer;
import cn.zhigong.systemtests.stack.Api;
import cn.zhigong.systemtests.stack.People;
import cn.zhigong.systemtests.stack.Stack;
import java.time.Duration;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;

/** A union brings its records; the service dies while it applies them. */
@AgainstTheStack
@Order(79)
class ImportTest {

    private static final String IMPORTS = "/api/membership/v1/imports";
    private static final int PEOPLE = 8_000;
    private static final Duration PATIENCE = Duration.ofMinutes(2);

    private final Stack stack;
    private final Api importer;
    private final Api reviewer;

    ImportTest(Stack stack) {
        this.stack = stack;
        this.importer = stack.as("officer-pudong");
        this.reviewer = stack.as("officer-city");
    }

    @Test
    void aServiceThatDiesInTheMiddleRepeatsNothingAndLeavesNothingOut() {
        var union = aUnion();
        var id = upload(union, roster()).expect(202).id();
        var judged = awaitState(id, "VALIDATED");
        assertThat(judged.json().path("results").path("OK_NEW").asInt()).isEqualTo(PEOPLE);
        importer.post(IMPORTS + "/" + id + "/confirm", Map.of("signature", judged.text("signature")))
                .refused(409, "OWN_IMPORT");
        reviewer.post(IMPORTS + "/" + id + "/confirm", Map.of("signature", judged.text("signature")))
                .expect(200);
        importer.post(IMPORTS + "/" + id + "/apply").expect(202);
        await("some are members and some are not")
                .atMost(PATIENCE)
                .pollInterval(Duration.ofMillis(20))
                .until(() -> members(union) > 0);
        stack.processes().signal("membership", "KILL");
        assertThat(members(union)).isLessThan(PEOPLE);
        assertThat(stack.processes().endsWithin("membership", 20)).isTrue();
        stack.start("membership");
        var done = awaitState(id, "APPLIED");
        assertThat(done.json().path("outcomes").path("ADMITTED").asInt()).isEqualTo(PEOPLE);
        assertThat(members(union)).isEqualTo(PEOPLE);
        var databases = stack.databases();
        assertThat(databases.count(
                        "membership",
                        "select count(distinct person_id) from member where organisation_id = ?::uuid",
                        union))
                .isEqualTo(PEOPLE);
        await("the contest service knows each of them once")
                .atMost(PATIENCE)
                .until(() -> databases.count(
                                "competition",
                                "select count(*) from member_reference where organisation_id = ?::uuid",
                                union)
                        == PEOPLE);
    }

    private String aUnion() {
        return importer.post(
                        "/api/membership/v1/organisations",
                        Map.of(
                                "name",
                                "张江某公司工会 " + UUID.randomUUID(),
                                "kind",
                                "BASIC",
                                "parentId",
                                stack.city().pudong()))
                .expect(201)
                .id();
    }

    private Answer upload(String union, String roster) {
        return importer.with("Content-Type", "multipart/form-data; boundary=part")
                .send("POST", IMPORTS, """
                        --part\r
                        Content-Disposition: form-data; name="organisationId"\r
                        \r
                        %s\r
                        --part\r
                        Content-Disposition: form-data; name="file"; filename="roster.csv"\r
                        Content-Type: text/csv\r
                        \r
                        %s\r
                        --part--\r
                        """.formatted(union, roster));
    }

    private String roster() {
        return IntStream.range(0, PEOPLE)
                .mapToObj(ImportTest::row)
                .collect(Collectors.joining("", "姓名,证件号码,手机号码,入会日期\n", ""));
    }

    /** Nobody: numbers of a quiet corner, in which the other tests invent no people. */
    private static String row(int index) {
        var born = LocalDate.of(1961, 1, 1).plusDays(index % 3_000);
        var digits = "310230" + DateTimeFormatter.BASIC_ISO_DATE.format(born) + "%03d".formatted(1 + index / 3_000);
        return "欧阳某,%s%s,147%08d,2015-05-01\n".formatted(digits, People.checkDigit(digits), index);
    }

    private Answer awaitState(String id, String state) {
        return await(state)
                .atMost(PATIENCE)
                .until(
                        () -> importer.get(IMPORTS + "/" + id).expect(200),
                        one -> one.text("state").equals(state));
    }

    private long members(String union) {
        return stack.databases()
                .count("membership", "select count(*) from member where organisation_id = ?::uuid", union);
    }
}
