package cn.zhigong.membership.joining;

import cn.zhigong.membership.joining.ReviewRules.Overdue;
import cn.zhigong.membership.organisation.OrganisationHolds;
import cn.zhigong.membership.organisation.UnionFinder;
import cn.zhigong.platform.audit.Audit;
import cn.zhigong.platform.background.DueWork;
import cn.zhigong.platform.calendar.Calendars;
import cn.zhigong.platform.event.Outbox;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;

/** Lays applications that a union left lying before the superior union. */
@Singleton
class Escalation extends DueWork {

    /** Short enough for a demonstration that moves the clock; the index makes an empty round cheap. */
    private static final Duration PAUSE = Duration.ofSeconds(2);

    private final JoinApplications applications;
    private final DueApplications overdue;
    private final UnionFinder unions;
    private final OrganisationHolds holds;
    private final Calendars calendars;
    private final Outbox outbox;
    private final Audit audit;
    private final InstantSource clock;

    Escalation(
            JoinApplications applications,
            DueApplications overdue,
            UnionFinder unions,
            OrganisationHolds holds,
            Calendars calendars,
            Outbox outbox,
            Audit audit,
            InstantSource clock) {
        super("application-escalation", PAUSE, clock);
        this.applications = applications;
        this.overdue = overdue;
        this.unions = unions;
        this.holds = holds;
        this.calendars = calendars;
        this.outbox = outbox;
        this.audit = audit;
        this.clock = clock;
    }

    @Override
    protected List<UUID> due(Instant now, Collection<UUID> without, int most) {
        return overdue.overdue(now, without, most);
    }

    @Override
    protected void step(UUID id) {
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
