package cn.zhigong.membership.transfer;

import static cn.zhigong.membership.joining.JoiningFixtures.asWorker;
import static cn.zhigong.membership.joining.JoiningFixtures.member;
import static cn.zhigong.membership.joining.JoiningFixtures.worker;
import static cn.zhigong.membership.organisation.OrganisationFixtures.as;
import static cn.zhigong.membership.organisation.OrganisationFixtures.district;
import static cn.zhigong.membership.organisation.OrganisationFixtures.officer;
import static cn.zhigong.membership.organisation.OrganisationFixtures.organisation;
import static org.hamcrest.Matchers.equalTo;

import cn.zhigong.membership.joining.AtAUnion;
import cn.zhigong.membership.joining.People;
import cn.zhigong.platform.testing.Answers;
import io.restassured.response.Response;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;

/** A test of a member of a union, and of another union that they could move to. */
abstract class AMemberToMove extends AtAUnion {

    final String number = People.believed();
    UUID target;
    String receiving;
    String memberId;

    @BeforeEach
    void aMemberAndAnotherUnion() {
        member(worker, number, union, clock);
        memberId = asWorker(worker).get("/v1/members/me").path("id");
        target = organisation(district(), "BASIC");
        receiving = officer(target, "REVIEWER");
    }

    static Map<String, Object> wanted(@Nullable String member, UUID to) {
        var body = new HashMap<String, Object>(Map.of("organisationId", to, "reason", "CHANGE_OF_EMPLOYER"));
        if (member != null) {
            body.put("memberId", member);
        }
        return body;
    }

    Response ask(UUID to) {
        return asWorker(worker).body(wanted(null, to)).post("/v1/transfers");
    }

    String asked() {
        return Answers.text(ask(target), 201, "id");
    }

    static Response step(String account, String transfer, String step) {
        return step(account, transfer, step, Map.of());
    }

    static Response step(String account, String transfer, String step, Map<String, ?> body) {
        return as(account).body(body).post("/v1/transfers/" + transfer + "/" + step);
    }

    void isAt(UUID organisation, String state) {
        asWorker(worker)
                .get("/v1/members/me")
                .then()
                .body("organisationId", equalTo(organisation.toString()))
                .body("state", equalTo(state));
    }
}
