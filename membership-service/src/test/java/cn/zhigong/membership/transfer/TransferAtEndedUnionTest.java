package cn.zhigong.membership.transfer;

import static cn.zhigong.membership.joining.JoiningFixtures.asWorker;
import static cn.zhigong.membership.joining.JoiningFixtures.awaitState;
import static cn.zhigong.membership.joining.JoiningFixtures.code;
import static cn.zhigong.membership.joining.JoiningFixtures.filed;
import static cn.zhigong.membership.joining.JoiningFixtures.member;
import static cn.zhigong.membership.joining.JoiningFixtures.worker;
import static cn.zhigong.membership.organisation.OrganisationFixtures.asAdmin;
import static cn.zhigong.membership.organisation.OrganisationFixtures.organisation;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;

import cn.zhigong.membership.InADistrict;
import cn.zhigong.membership.MovedClock;
import cn.zhigong.membership.joining.People;
import cn.zhigong.platform.testing.Infrastructure;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What becomes of a transfer when one of its unions, or both, are merged into others. */
@QuarkusTest
@QuarkusTestResource(Infrastructure.class)
@QuarkusTestResource(MovedClock.class)
class TransferAtEndedUnionTest extends InADistrict {

    private UUID union;
    private UUID successor;

    @BeforeEach
    void aUnionAndItsSuccessor() {
        union = organisation(district, "REGIONAL_FEDERATION");
        successor = organisation(district, "REGIONAL_FEDERATION");
    }

    @Test
    void anOpenTransferGoesOnAtTheSuccessor() {
        var account = worker();
        var number = People.believed();
        member(account, number, organisation(district, "BASIC"), clock);
        var moving = filed(account, number, code(union, clock));
        awaitState(moving, "CONVERTED_TO_TRANSFER");
        asAdmin()
                .body(Map.of("reason", "单位终止", "successorId", successor))
                .post("/v1/organisations/" + union + "/dissolve")
                .then()
                .statusCode(200);
        asWorker(account)
                .get("/v1/members/me/transfers")
                .then()
                .body("items[0].state", equalTo("OPENED"))
                .body("items[0].toOrganisationId", equalTo(successor.toString()));
    }

    private Response merge() {
        return asAdmin()
                .body(Map.of("intoId", successor, "reason", "撤二建一"))
                .post("/v1/organisations/" + union + "/merge");
    }

    private String stateOf(UUID application) {
        return sql.first("select state from transfer where application_id = ?", row -> row.text(1), application)
                .orElseThrow();
    }

    /** A proposed transfer from the union to its successor; the member's own application. */
    private UUID moving(String account) {
        var number = People.believed();
        member(account, number, union, clock);
        var id = filed(account, number, code(successor, clock));
        awaitState(id, "CONVERTED_TO_TRANSFER");
        return id;
    }

    @Test
    void aMergerOfBothUnionsTakesBackWhatWasProposedBetweenThem() {
        var account = worker();
        var proposed = moving(account);
        merge().then().statusCode(200);
        assertThat(stateOf(proposed)).isEqualTo("CANCELLED");
        assertThat(sql.list(
                        "select action from audit_entry where object_type = 'transfer' and object_id in"
                                + " (select id::text from transfer where application_id = ?) order by sequence",
                        row -> row.text(1),
                        proposed))
                .containsExactly("transfer.propose", "transfer.cancel");
        asWorker(account)
                .get("/v1/join-applications/" + proposed)
                .then()
                .body("state", equalTo("WITHDRAWN"))
                .body("reasons", contains("UNIONS_MERGED"));
        asWorker(account)
                .get("/v1/members/me")
                .then()
                .body("state", equalTo("ACTIVE"))
                .body("organisationId", equalTo(successor.toString()));
        // It is on its way no longer.
        filed(account, People.believed(), code(successor, clock));
    }

    /** A closed application would tell whoever sent it that the person was a member of the other union. */
    @Test
    void aMergerTellsAStrangerNothingOfATransfer() {
        var known = People.believed();
        var curious = worker();
        member(worker(), known, union, clock);
        var hidden = filed(curious, known, code(successor, clock));
        awaitState(hidden, "CONVERTED_TO_TRANSFER");
        merge().then().statusCode(200);
        assertThat(stateOf(hidden)).isEqualTo("CANCELLED");
        var path = "/v1/join-applications/" + hidden;
        asWorker(curious).get(path).then().body("state", equalTo("ROUTED"));
        asWorker(curious).post(path + "/withdraw").then().statusCode(200).body("state", equalTo("WITHDRAWN"));
    }
}
