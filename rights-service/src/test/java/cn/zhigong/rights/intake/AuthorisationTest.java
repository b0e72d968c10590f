package cn.zhigong.rights.intake;

import static io.restassured.RestAssured.given;

import cn.zhigong.platform.sql.Sql;
import cn.zhigong.platform.testing.Answers;
import cn.zhigong.platform.testing.Infrastructure;
import cn.zhigong.platform.testing.Tokens;
import cn.zhigong.platform.testing.access.AuthorisationContract;
import cn.zhigong.platform.testing.access.Samples;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import jakarta.inject.Inject;

@QuarkusTest
@QuarkusTestResource(Infrastructure.class)
class AuthorisationTest extends AuthorisationContract {

    @Inject
    Sql sql;

    @Override
    protected Samples samples() {
        var home = new City(sql);
        var foreign = new City(sql);
        return new Samples()
                .owners(home.worker(), foreign.worker())
                .officers(home.chief(), foreign.chief())
                .viewer(home.viewer())
                .organisations(home.pudong, foreign.pudong)
                .at("/v1/disputes/{id}", accepted(home), accepted(foreign))
                // What these end has no deadlines any more.
                .at("post /v1/disputes/{id}/refuse", () -> filed(home), filed(foreign))
                .at("post /v1/disputes/{id}/transfer", () -> filed(home), filed(foreign))
                .body("post /v1/disputes", () -> form(home))
                .body("post /v1/disputes", "officer", () -> told(home))
                .body("post /v1/disputes", "mediator", () -> told(home))
                .body("post /v1/disputes/{id}/refuse", "{\"reason\": \"NOT_LABOUR\"}")
                .body("post /v1/disputes/{id}/transfer", "{\"organisationId\": \"%s\"}".formatted(home.huangpu));
    }

    /** Accepted, so that it has a deadline. */
    private static String accepted(City city) {
        var id = filed(city);
        given().auth()
                .oauth2(Tokens.of(city.officer(), "officer"))
                .contentType(ContentType.JSON)
                .post("/v1/disputes/" + id + "/accept")
                .then()
                .statusCode(200);
        return id;
    }

    private static String filed(City city) {
        return Answers.text(
                given().auth()
                        .oauth2(Tokens.of(city.worker(), "member"))
                        .contentType(ContentType.JSON)
                        .body(form(city))
                        .post("/v1/disputes"),
                201,
                "id");
    }

    private static String form(City city) {
        return """
            {"kind": "PAY_OR_COMPENSATION",
             "claimItems": [{"kind": "UNPAID_WAGES", "amount": {"fen": 2400001, "currency": "CNY"}}],
             "respondent": {"name": "快送物流有限公司"}, "facts": "拖欠三个月工资", "organisationId": "%s",
             "knewOn": "2026-01-31"}
            """.formatted(city.pudong);
    }

    /** What a worker without a login told the desk. */
    private static String told(City city) {
        return form(city).replaceFirst("\\{", "{\"channel\": \"ORAL\", \"claimant\": {\"name\": \"王芳\"}, ");
    }
}
