package cn.zhigong.membership.joining;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cn.zhigong.membership.member.EmploymentForm;
import cn.zhigong.membership.member.SealedPerson;
import cn.zhigong.membership.routing.Route;
import cn.zhigong.membership.routing.RoutingRule;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What the steps of an application leave behind and tell. */
class JoinApplicationTest {

    private static final Instant NOW = Instant.parse("2026-11-23T02:00:00Z");
    private static final UUID UNION = new UUID(7, 7);

    private final JoinApplication application = new JoinApplication(
            new UUID(1, 1),
            new Applicant("worker-1", false),
            new SealedPerson() {},
            new Workplace(null, null, EmploymentForm.NEW_FORM, null, null, null, null, null, null, null),
            "2023-10",
            NOW);

    @BeforeEach
    void itWasReturned() {
        var _ = application.submit(NOW);
        application.verify();
        var _ = application.route(
                new Route(UNION, RoutingRule.STREET_UNION), LocalDate.of(2026, 11, 23), NOW, Set.of());
        var _ = application.sendBack(Set.of(ReturnReason.EMPLOYER), "请填写单位", "officer-1", NOW);
    }

    @Test
    void whatIsHandedInAgainCarriesNothingOfTheFormerDecision() {
        var _ = application.submit(NOW);
        assertThat(application.decision().reasons()).isEmpty();
        assertThat(application.decision().note()).isNull();
        assertThat(application.decision().decidedBy()).isNull();
        assertThat(application.decision().decidedAt()).isNull();
    }

    /** Why it was returned is not why it was withdrawn. */
    @Test
    void whoWithdrawsWhatWasReturnedGivesNoReason() {
        assertThat(((JoinEvent.JoinDecided) application.withdraw()).reasons()).isEmpty();
        assertThat(application.decision().reasons()).isEmpty();
    }

    @Test
    void nobodyWritesIntoAnApplicationThroughWhatItTells() {
        assertThat(application.decision().reasons()).isEqualTo(List.of("EMPLOYER"));
        assertThatThrownBy(() -> application.decision().reasons().set(0, "OTHER"))
                .isInstanceOf(UnsupportedOperationException.class);
        assertThatThrownBy(() -> application.review().warnings().add("OTHER"))
                .isInstanceOf(UnsupportedOperationException.class);
    }
}
