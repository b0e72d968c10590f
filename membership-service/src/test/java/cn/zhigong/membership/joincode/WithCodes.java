package cn.zhigong.membership.joincode;

import static cn.zhigong.membership.organisation.OrganisationFixtures.as;
import static cn.zhigong.membership.organisation.OrganisationFixtures.officer;
import static cn.zhigong.membership.organisation.OrganisationFixtures.organisation;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cn.zhigong.membership.InADistrict;
import cn.zhigong.platform.problem.Problem;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.restassured.response.Response;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;

/** A test of the codes of a union, which its officer issues and others use. */
abstract class WithCodes extends InADistrict {

    @Inject
    JoinCodes codes;

    UUID union;
    String officer;

    @BeforeEach
    void aUnionWithAnOfficer() {
        union = organisation(district, "BASIC");
        officer = officer(union, "OFFICER");
    }

    Response issued(Map<String, ?> wanted) {
        Map<String, Object> body = new HashMap<>(Map.of(
                "kind",
                "POSTER",
                "validUntil",
                clock.instant().plus(Duration.ofDays(30)).toString()));
        body.putAll(wanted);
        return as(officer).body(body).post("/v1/organisations/" + union + "/join-codes");
    }

    String poster(Map<String, ?> wanted) {
        return issued(wanted).then().statusCode(201).extract().path("code");
    }

    String live() {
        return issued(Map.of("kind", "LIVE")).then().statusCode(201).extract().path("code");
    }

    String shown(String handle) {
        return as(officer)
                .get("/v1/join-codes/" + handle + "/live")
                .then()
                .statusCode(200)
                .extract()
                .path("code");
    }

    static ValidatableResponse publicly(String code) {
        return given().get("/v1/join-codes/" + code).then();
    }

    JoinCodes.Usable use(String code) {
        return QuarkusTransaction.requiringNew().call(() -> codes.use(code));
    }

    void refuses(String code, String problem) {
        assertThatThrownBy(() -> use(code)).isInstanceOf(Problem.class).hasMessage(problem);
    }
}
