package cn.zhigong.rights.intake;

import static io.restassured.RestAssured.given;
import static org.awaitility.Awaitility.await;

import cn.zhigong.platform.sql.Sql;
import cn.zhigong.platform.testing.Answers;
import cn.zhigong.platform.testing.EventsOnKafka;
import cn.zhigong.platform.testing.Tokens;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;

/** What tests of disputes do over HTTP, each in a small city of its own. */
abstract class OverHttp {

    static final String SECRET = "老板扣了我三个月工资还打了我";

    @Inject
    Sql sql;

    City city;

    @BeforeEach
    void build() {
        city = new City(sql);
    }

    static RequestSpecification as(String account, String... roles) {
        return given().auth().oauth2(Tokens.of(account, roles)).contentType(ContentType.JSON);
    }

    RequestSpecification asWorker() {
        return as(city.worker(), "member");
    }

    RequestSpecification asOfficer() {
        return as(city.officer(), "officer");
    }

    String form() {
        return """
            {"kind": "PAY_OR_COMPENSATION",
             "claimItems": [{"kind": "UNPAID_WAGES", "amount": {"fen": 2400001, "currency": "CNY"}},
                            {"kind": "SEVERANCE", "amount": {"fen": 999999, "currency": "CNY"}},
                            {"kind": "PAPERS"}],
             "respondent": {"creditCode": "91350200MA2YJ1XR9G", "name": "快送物流有限公司"},
             "facts": "%s", "organisationId": "%s", "knewOn": "2026-01-31", "workers": 12}
            """.formatted(SECRET, city.pudong);
    }

    Response file(String form) {
        return asWorker().body(form).post("/v1/disputes");
    }

    String filed() {
        return Answers.text(file(form()), 201, "id");
    }

    Response accept(String id) {
        return asOfficer().post("/v1/disputes/" + id + "/accept");
    }

    List<EventsOnKafka.Sent> sent(String id, int atLeast) {
        return await().atMost(Duration.ofSeconds(20))
                .until(() -> EventsOnKafka.about(DisputeEvent.TOPIC, id), events -> events.size() >= atLeast);
    }
}
