package cn.zhigong.membership.importing;

import static cn.zhigong.membership.organisation.OrganisationFixtures.as;
import static io.restassured.RestAssured.given;
import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.concurrent.TimeUnit.SECONDS;
import static org.awaitility.Awaitility.await;

import cn.zhigong.membership.joining.People;
import cn.zhigong.platform.testing.Answers;
import cn.zhigong.platform.testing.Tokens;
import io.restassured.response.Response;
import io.restassured.response.ValidatableResponse;
import java.util.Map;
import java.util.UUID;

/** Rosters of people who do not exist, and what officers do with them. */
public final class Rosters {

    static final String HEADING = "姓名,证件号码,手机号码,工会小组,入会日期,用工形式,在职状态\n";

    private Rosters() {}

    /** A row of somebody at work. */
    static String row(String name, String number, String phone) {
        return "%s,%s,%s,,2019-05-01,合同制,在职%n".formatted(name, number, phone);
    }

    /** A row of somebody whom nobody knows. */
    static String newcomer(String name) {
        return row(name, People.believed(), People.phone());
    }

    static Response upload(String officer, UUID union, String rows) {
        return upload(officer, union, "名册.csv", (HEADING + rows).getBytes(UTF_8));
    }

    static Response upload(String officer, UUID union, String fileName, byte[] file) {
        return given().auth()
                .oauth2(Tokens.of(officer, "officer"))
                .multiPart("organisationId", union.toString())
                .multiPart("file", fileName, file)
                .post("/v1/imports");
    }

    /** Uploads and waits for the verdicts; the import's id. */
    static String judged(String officer, UUID union, String rows) {
        var id = Answers.text(upload(officer, union, rows), 202, "id");
        awaitState(officer, id, "VALIDATED");
        return id;
    }

    static ValidatableResponse awaitState(String officer, String id, String state) {
        await().atMost(30, SECONDS).until(() -> read(officer, id).path("state"), state::equals);
        return read(officer, id).then();
    }

    static Response read(String officer, String id) {
        return as(officer).get("/v1/imports/" + id);
    }

    static Response step(String officer, String id, String step) {
        return step(officer, id, step, Map.of());
    }

    static Response step(String officer, String id, String step, Map<String, ?> body) {
        return as(officer).body(body).post("/v1/imports/" + id + "/" + step);
    }

    static Response confirm(String reviewer, String id) {
        return step(
                reviewer, id, "confirm", Map.of("signature", read(reviewer, id).path("signature")));
    }

    /** Confirmed by one, applied by the other, done. */
    static String applied(String officer, String reviewer, UUID union, String rows) {
        var id = judged(officer, union, rows);
        confirm(reviewer, id).then().statusCode(200);
        step(officer, id, "apply").then().statusCode(202);
        awaitState(officer, id, "APPLIED");
        return id;
    }
}
