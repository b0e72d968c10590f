package cn.zhigong.membership.joining;

import cn.zhigong.membership.joining.ReviewRules.Overdue;
import cn.zhigong.membership.organisation.OrganisationHolds;
import cn.zhigong.membership.organisation.UnionFinder;
import cn.zhigong.platform.audit.Audit;
import cn.zhigong.platform.background.BackgroundWork;
import cn.zhigong.platform.background.OneByOne;
import cn.zhigong.platform.calendar.Calendars;
import cn.zhigong.platform.event.Outbox;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;

/** Lays applications that a union left lying before the superior union. */
@Singleton
class Escalation implements BackgroundWork {

    private static final String NAME = "application-escalation";

    private final JoinApplications applications;
    private final DueApplications due;
    private final UnionFinder unions;
    private final OrganisationHolds holds;
    private final Calendars calendars;
    private final Outbox outbox;
    private final Audit audit;
    private final InstantSource clock;
    private final OneByOne oneByOne;

    Escalation(
            JoinApplications applications,
            DueApplications due,
            UnionFinder unions,
            OrganisationHolds holds,
            Calendars calendars,
            Outbox outbox,
            Audit audit,
            InstantSource clock) {
        this.applications = applications;
        this.due = due;
        this.unions = unions;
        this.holds = holds;
        this.calendars = calendars;
        this.outbox = outbox;
        this.audit = audit;
        this.clock = clock;
        this.oneByOne = new OneByOne(NAME, clock);
    }

    @Override
    public String name() {
        return NAME;
    }

    /** Short enough for a demonstration that moves the clock; the index makes an empty round cheap. */
    @Override
    public Duration pause() {
        return Duration.ofSeconds(2);
    }

    @Override
    public boolean work() {
        var now = clock.instant();
        return oneByOne.round((without, most) -> due.overdue(now, without, most), this::escalate);
    }

    private void escalate(UUID id) {
        var application = applications.locked(id);
        var now = clock.instant();
        if (!application.isOverdue(now)) {
            return;
        }
        var routedOn = Objects.requireNonNull(application.review().routedOn());
        switch (ReviewRules.overdue(routedOn, application.isHidden(), calendars.current(), now)) {
            case Overdue.Postpone(var until) -> application.reviewUntil(until);
            case Overdue.Overrun _ -> {
                // As the others are: one that moved on while they wait would be told from them.
                var _ = heldSuperior(application);
                application.overrun();
                audit.record("join-application.overrun", "join-application", id, Map.of());
            }
            case Overdue.Escalate _ -> {
                outbox.publish(application.escalate(heldSuperior(application)));
                audit.record("join-application.escalate", "join-application", id, Map.of());
            }
        }
    }

    /** The root has no superior; its own officers see the application as overdue. */
    private UUID heldSuperior(JoinApplication application) {
        var organisation = application.requireOrganisation();
        var superior = unions.superiorOf(organisation).orElse(organisation);
        holds.hold(superior);
        return superior;
    }
}
