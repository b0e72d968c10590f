package cn.zhigong.membership.member;

import static cn.zhigong.membership.joining.JoiningFixtures.asWorker;
import static cn.zhigong.membership.joining.JoiningFixtures.member;
import static cn.zhigong.membership.joining.JoiningFixtures.worker;
import static cn.zhigong.membership.organisation.OrganisationFixtures.district;
import static cn.zhigong.membership.organisation.OrganisationFixtures.organisation;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;

import cn.zhigong.membership.MovedClock;
import cn.zhigong.membership.joining.People;
import cn.zhigong.platform.sql.Sql;
import cn.zhigong.platform.testing.ApprovedEvent;
import cn.zhigong.platform.testing.EventsOnKafka;
import cn.zhigong.platform.testing.Infrastructure;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.InstantSource;
import java.util.UUID;
import org.awaitility.Awaitility;
import org.hamcrest.Matcher;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The skill levels on a member's profile follow what training tells, as it tells it. */
@QuarkusTest
@QuarkusTestResource(Infrastructure.class)
@QuarkusTestResource(MovedClock.class)
@QuarkusTestResource(UserinfoStub.class)
class SkillsTest {

    private static final String PERSON = "01900000-0000-7000-8000-000000000005";

    @Inject
    InstantSource clock;

    @Inject
    Sql sql;

    private String worker;
    private UUID person;

    @BeforeEach
    void aMember() {
        worker = worker();
        member(worker, People.believed(), organisation(district(), "BASIC"), clock);
        person = sql.first("select person_id from member where account = ?", row -> row.uuid(1), worker)
                .orElseThrow();
    }

    private void hear(String event) {
        hear(event, ApprovedEvent.of("training-service", event + ".v1"));
    }

    private void hear(String event, String body) {
        EventsOnKafka.put(
                "zhigong.training.skill-record.v1",
                "cn.zhigong.training." + event + ".v1",
                person,
                body.replace(PERSON, person.toString()));
    }

    private void awaitLevels(Matcher<?> levels) {
        Awaitility.await()
                .atMost(Duration.ofSeconds(20))
                .untilAsserted(
                        () -> asWorker(worker).get("/v1/members/me").then().body("skills.level", levels));
    }

    @Test
    void aRevokedLevelGivesWayToTheOneThatRemains() {
        hear("skill-level-promoted");
        awaitLevels(contains("TECHNICIAN"));
        hear("skill-level-revoked");
        awaitLevels(contains("SENIOR"));
    }

    @Test
    void whereNoneRemainsNothingIsShownAndOlderNewsBringNothingBack() {
        hear("skill-level-promoted");
        awaitLevels(contains("TECHNICIAN"));
        var revoked = ApprovedEvent.of("training-service", "skill-level-revoked.v1");
        var from = revoked.indexOf("\"remaining\"");
        hear("skill-level-revoked", revoked.substring(0, from) + "\"remaining\": null, \"version\": 2}");
        awaitLevels(empty());
        hear("skill-level-promoted");
        // Another occupation's news come after it, so that it has been heard when these have.
        hear(
                "skill-level-promoted",
                ApprovedEvent.of("training-service", "skill-level-promoted.v1")
                        .replace("6-18-02-04", "6-18-01-01")
                        .replace("\"version\" : 1", "\"version\" : 3"));
        awaitLevels(contains("TECHNICIAN"));
        assertThat(sql.list(
                        "select occupation from member_skill where person_id = ? and level is not null",
                        row -> row.text(1),
                        person))
                .containsExactly("6-18-01-01");
    }
}
