package cn.zhigong.membership.joining;

import static cn.zhigong.membership.joining.JoiningFixtures.member;
import static cn.zhigong.membership.joining.JoiningFixtures.worker;
import static cn.zhigong.membership.organisation.OrganisationFixtures.asAdmin;
import static cn.zhigong.membership.organisation.OrganisationFixtures.district;
import static cn.zhigong.membership.organisation.OrganisationFixtures.organisation;
import static org.assertj.core.api.Assertions.assertThat;

import cn.zhigong.membership.MovedClock;
import cn.zhigong.membership.PublishedEvents;
import cn.zhigong.membership.PublishedEvents.Sent;
import cn.zhigong.platform.calendar.ChinaTime;
import cn.zhigong.platform.sql.Sql;
import cn.zhigong.platform.testing.Infrastructure;
import cn.zhigong.platform.testing.PersonalDataScan;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.InstantSource;
import java.util.UUID;
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
        var told = PublishedEvents.of(JoinEvent.TOPIC, application, 3);
        assertThat(told)
                .extracting(Sent::type)
                .containsExactly(
                        "cn.zhigong.membership.join-submitted.v1",
                        "cn.zhigong.membership.join-routed.v1",
                        "cn.zhigong.membership.join-decided.v1");
        PublishedEvents.assertApproved("join-submitted.v1", told.get(0).body());
        PublishedEvents.assertApproved("join-routed.v1", told.get(1).body());
        PublishedEvents.assertApproved("join-decided.v1", told.get(2).body());
        var member = UUID.fromString(
                asAdmin().get("/v1/join-applications/" + application).path("memberId"));
        var joined =
                PublishedEvents.of("zhigong.membership.member.v1", member, 1).getFirst();
        assertThat(joined.type()).isEqualTo("cn.zhigong.membership.member-joined.v1");
        PublishedEvents.assertApproved("member-joined.v1", joined.body(), "account", "joinedOn");
        assertThat(joined.body().path("joinedOn").asText())
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
