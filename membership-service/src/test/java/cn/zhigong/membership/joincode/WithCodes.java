package cn.zhigong.membership.joincode;

import static cn.zhigong.membership.organisation.OrganisationFixtures.as;
import static cn.zhigong.membership.organisation.OrganisationFixtures.officer;
import static cn.zhigong.membership.organisation.OrganisationFixtures.organisation;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cn.zhigong.membership.InADistrict;
import cn.zhigong.platform.problem.Problem;
import cn.zhigong.platform.testing.Answers;
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
        return Answers.text(issued(wanted), 201, "code");
    }

    String live() {
        return Answers.text(issued(Map.of("kind", "LIVE")), 201, "code");
    }

    String shown(String handle) {
        return Answers.text(as(officer).get("/v1/join-codes/" + handle + "/live"), 200, "code");
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
