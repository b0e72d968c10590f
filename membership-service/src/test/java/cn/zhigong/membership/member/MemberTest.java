package cn.zhigong.membership.member;

import static cn.zhigong.membership.joining.JoiningFixtures.asWorker;
import static cn.zhigong.membership.joining.JoiningFixtures.awaitState;
import static cn.zhigong.membership.joining.JoiningFixtures.code;
import static cn.zhigong.membership.joining.JoiningFixtures.file;
import static cn.zhigong.membership.joining.JoiningFixtures.worker;
import static cn.zhigong.membership.organisation.OrganisationFixtures.as;
import static cn.zhigong.membership.organisation.OrganisationFixtures.asAdmin;
import static cn.zhigong.membership.organisation.OrganisationFixtures.district;
import static cn.zhigong.membership.organisation.OrganisationFixtures.officer;
import static cn.zhigong.membership.organisation.OrganisationFixtures.organisation;
import static cn.zhigong.platform.testing.Refusals.refused;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;

import cn.zhigong.membership.MovedClock;
import cn.zhigong.membership.joining.People;
import cn.zhigong.platform.testing.Answers;
import cn.zhigong.platform.testing.Infrastructure;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** What members see of themselves, officers of members, and nobody of anybody else. */
@QuarkusTest
@QuarkusTestResource(Infrastructure.class)
@QuarkusTestResource(MovedClock.class)
class MemberTest extends WithMembers {

    @Inject
    Skills skills;

    @Test
    void whoIsNoMemberIsToldHowToBecomeOne() {
        refused(asWorker(worker).get("/v1/members/me"), 404, "NOT_A_MEMBER");
        refused(asWorker(worker).get("/v1/members/me/card"), 404, "NOT_A_MEMBER");
        refused(asWorker(worker).get("/v1/members/me/transfers"), 404, "NOT_A_MEMBER");
    }

    @Test
    void officersSeeTheMembersOfTheirUnionsOnly() {
        var id = joined(People.believed());
        as(officer)
                .get("/v1/members/" + id)
                .then()
                .statusCode(200)
                .body("name", equalTo("王**"))
                .body("channel", equalTo("CODE"));
        as(officer).get("/v1/members").then().body("items.id", contains(id.toString()));
        as(officer).get("/v1/members?state=RETAINED").then().body("items", empty());
        String number = as(officer).get("/v1/members/" + id).path("number");
        as(officer).get("/v1/members?q=" + number).then().body("items", hasSize(1));
        var stranger = officer(district(), "CHAIR");
        refused(as(stranger).get("/v1/members/" + id), 404, "NOT_FOUND");
        as(stranger).get("/v1/members").then().body("items", empty());
        as(stranger).get("/v1/members?under=" + union).then().statusCode(404);
        as(stranger).get("/v1/members?q=" + number).then().body("items", empty());
    }

    @Test
    void aMemberDoesNotReadAnother() {
        var id = joined(People.believed());
        var other = worker();
        asWorker(other).get("/v1/members/" + id).then().statusCode(403);
        asWorker(other).get("/v1/members").then().statusCode(403);
    }

    @Test
    void aNumberOrAPhoneIsNoPartOfAnAddress() {
        as(officer).get("/v1/members?q=" + People.believed()).then().statusCode(400);
        as(officer).get("/v1/members?phone=13812345678").then().statusCode(400);
        as(officer).get("/v1/members?unionId=" + union).then().statusCode(400);
    }

    @Test
    void aTransferIsSeenFromBothSides() {
        var number = People.believed();
        joined(number);
        var target = organisation(district(), "BASIC");
        var receiving = officer(target, "REVIEWER");
        var again = file(worker, number, code(target, clock)).<String>path("id");
        awaitState(UUID.fromString(again), "CONVERTED_TO_TRANSFER");
        as(officer).get("/v1/transfers").then().body("items.applicationId", contains(again));
        as(receiving).get("/v1/transfers").then().body("items.applicationId", contains(again));
        as(officer(district(), "CHAIR")).get("/v1/transfers").then().body("items", empty());
        as(receiving).get("/v1/members").then().body("items", empty());
    }

    @Test
    void whoJoinsAgainIsKnownAsTheySayNow() {
        var number = People.believed();
        var first = joined(number);
        sql.update("update member set state = 'WITHDRAWN' where id = ?", first);
        var phone = People.phone();
        var identity = Map.of("type", "RESIDENT_ID", "number", number, "name", "王大明");
        var again = Answers.id(apply(Map.of("joinCode", code, "identity", identity, "phone", phone)), 201);
        awaitState(again, "ROUTED");
        asAdmin().post("/v1/join-applications/" + again + "/approve").then().statusCode(200);
        asWorker(worker)
                .get("/v1/members/me")
                .then()
                .body("id", not(equalTo(first.toString())))
                .body("name", equalTo("王大明"))
                .body("phone", equalTo("137****" + phone.substring(7)));
        search(officer, Map.of("phone", phone, "purpose", "回访")).then().body("items", hasSize(2));
    }

    @Test
    void aProfileShowsTheHighestSkillWhateverOrderTheNewsComeIn() {
        joined(People.believed());
        var person = sql.first("select person_id from member where account = ?", row -> row.uuid(1), worker)
                .orElseThrow();
        heard(person, "二级", "2026-05-01", 2);
        heard(person, "三级", "2024-05-01", 1);
        asWorker(worker)
                .get("/v1/members/me")
                .then()
                .body("skills.level", contains("二级"))
                .body("skills.level", not(empty()));
    }

    private void heard(UUID person, String level, String on, long version) {
        skills.promoted(new Skills.Promoted(person, "6-18-02-04", level, "Y1", LocalDate.parse(on), version));
    }
}
