package cn.zhigong.membership.joining;

import static cn.zhigong.membership.joining.JoiningFixtures.member;
import static cn.zhigong.membership.joining.JoiningFixtures.worker;
import static cn.zhigong.membership.organisation.OrganisationFixtures.asAdmin;
import static cn.zhigong.membership.organisation.OrganisationFixtures.district;
import static cn.zhigong.membership.organisation.OrganisationFixtures.organisation;
import static org.assertj.core.api.Assertions.assertThat;

import cn.zhigong.membership.MovedClock;
import cn.zhigong.platform.calendar.ChinaTime;
import cn.zhigong.platform.sql.Sql;
import cn.zhigong.platform.testing.EventsOnKafka;
import cn.zhigong.platform.testing.EventsOnKafka.Sent;
import cn.zhigong.platform.testing.Infrastructure;
import cn.zhigong.platform.testing.PersonalDataScan;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.InstantSource;
import org.eclipse.microprofile.config.ConfigProvider;
import org.junit.jupiter.api.Test;

/** What joining tells the world, and that it tells nobody a number. */
@QuarkusTest
@QuarkusTestResource(Infrastructure.class)
@QuarkusTestResource(MovedClock.class)
class JoiningEventsTest {

    @Inject
    InstantSource clock;

    @Inject
    Sql sql;

    @Test
    void everyStepIsToldInOrderWithCodesAndIdsOnly() {
        var union = organisation(district(), "BASIC");
        var application = member(worker(), People.believed(), union, clock);
        var told = EventsOnKafka.await(JoinEvent.TOPIC, application, 3);
        assertThat(told)
                .extracting(Sent::type)
                .containsExactly(
                        "cn.zhigong.membership.join-submitted.v1",
                        "cn.zhigong.membership.join-routed.v1",
                        "cn.zhigong.membership.join-decided.v1");
        var routed = told.get(1).json();
        assertThat(routed.path("routedBy").asText()).isEqualTo("JOIN_CODE");
        assertThat(routed.path("organisationId").asText()).isEqualTo(union.toString());
        assertThat(routed.path("deciderId").asText()).isEqualTo(union.toString());
        var decided = told.get(2).json();
        assertThat(decided.path("state").asText()).isEqualTo("MEMBER_CREATED");
        var member = asAdmin().get("/v1/join-applications/" + application).<String>path("memberId");
        assertThat(decided.path("memberId").asText()).isEqualTo(member);
        var joined = EventsOnKafka.awaitOne(
                "zhigong.membership.member.v1", member, "cn.zhigong.membership.member-joined.v1");
        assertThat(joined.json().path("organisationId").asText()).isEqualTo(union.toString());
        assertThat(joined.json().path("joinedOn").asText())
                .isEqualTo(ChinaTime.dayOf(clock.instant()).toString());
    }

    private static String broker() {
        return ConfigProvider.getConfig().getValue("kafka.bootstrap.servers", String.class);
    }

    @Test
    void noNumberOfAPersonCanBeReadAnywhere() {
        var union = organisation(district(), "BASIC");
        try (var log = new PersonalDataScan.Log()) {
            member(worker(), People.believed(), union, clock);
            JoiningFixtures.file(worker(), "310115199003077517", JoiningFixtures.code(union, clock));
            assertThat(log.findings()).isEmpty();
        }
        assertThat(PersonalDataScan.ofDatabase(sql)).isEmpty();
        assertThat(PersonalDataScan.ofTopics(broker())).isEmpty();
    }
}
