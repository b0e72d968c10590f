package cn.zhigong.membership.member;

import static cn.zhigong.membership.joining.JoiningFixtures.awaitState;
import static cn.zhigong.membership.organisation.OrganisationFixtures.asAdmin;
import static cn.zhigong.membership.organisation.OrganisationFixtures.district;
import static cn.zhigong.membership.organisation.OrganisationFixtures.officer;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.notNullValue;

import cn.zhigong.membership.MovedClock;
import cn.zhigong.membership.joining.People;
import cn.zhigong.platform.testing.Answers;
import cn.zhigong.platform.testing.Infrastructure;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** How officers look for a member by number or phone. */
@QuarkusTest
@QuarkusTestResource(Infrastructure.class)
@QuarkusTestResource(MovedClock.class)
class MemberSearchTest extends WithMembers {

    @Test
    void aSearchFindsOnesOwnAndHasAPurpose() {
        var number = People.believed();
        var id = joined(number);
        search(officer, byNumber(number)).then().statusCode(200).body("items.id", contains(id.toString()));
        var stranger = officer(district(), "CHAIR");
        search(stranger, byNumber(number)).then().statusCode(200).body("items", empty());
        search(officer, Map.of("identity", Map.of("type", "RESIDENT_ID", "number", number)))
                .then()
                .statusCode(422);
        search(officer, Map.of("purpose", "核对会籍")).then().statusCode(422);
        search(officer, Map.of("phone", "13812345678", "purpose", "找 " + number))
                .then()
                .statusCode(422);
        for (var purpose :
                List.of("查 １３９０００００００１", "ok 139 0000 0001", "ok 139-0000\u20110001", "ok 139\u200b0000\u200b0001")) {
            search(officer, Map.of("phone", "13812345678", "purpose", purpose))
                    .then()
                    .statusCode(422)
                    .body("violations[0].field", equalTo("purpose"));
        }
        var audited = sql.first(
                "select detail->>'purpose' from audit_entry where action = 'member.search' and actor = ?",
                row -> row.text(1),
                officer);
        assertThat(audited).contains("核对会籍");
    }

    @Test
    void searchesAreFew() {
        for (var i = 0; i < 5; i++) {
            search(officer, byNumber(People.believed())).then().statusCode(200);
        }
        search(officer, byNumber(People.believed()))
                .then()
                .statusCode(429)
                .header("Retry-After", notNullValue())
                .body("code", equalTo("TOO_MANY_REQUESTS"));
    }

    @Test
    void aPhoneFindsItsMember() {
        var phone = People.phone();
        var application = Answers.id(apply(Map.of("joinCode", code, "phone", phone)), 201);
        awaitState(application, "ROUTED");
        asAdmin()
                .post("/v1/join-applications/" + application + "/approve")
                .then()
                .statusCode(200);
        search(officer, Map.of("phone", "+86 " + phone, "purpose", "回访"))
                .then()
                .statusCode(200)
                .body("items", hasSize(1));
    }
}
