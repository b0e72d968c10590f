package cn.zhigong.membership.joining;

import cn.zhigong.membership.organisation.UnionFinder;
import cn.zhigong.platform.audit.Audit;
import cn.zhigong.platform.background.BackgroundWork;
import cn.zhigong.platform.event.Outbox;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;

/** Lays applications that a union left lying before the superior union. */
@ApplicationScoped
class Escalation implements BackgroundWork {

    private static final String NAME = "application-escalation";

    private final JoinApplications applications;
    private final UnionFinder unions;
    private final ReviewDeadline deadline;
    private final Outbox outbox;
    private final Audit audit;
    private final InstantSource clock;
    private final OneByOne oneByOne;

    Escalation(
            JoinApplications applications,
            UnionFinder unions,
            ReviewDeadline deadline,
            Outbox outbox,
            Audit audit,
            InstantSource clock) {
        this.applications = applications;
        this.unions = unions;
        this.deadline = deadline;
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
        return oneByOne.round((without, most) -> applications.overdue(now, without, most), this::escalate);
    }

    private void escalate(UUID id) {
        var application = applications.locked(id);
        if (!application.isOverdue(clock.instant())) {
            return;
        }
        var routedOn = Objects.requireNonNull(application.routedOn());
        var due = deadline.after(routedOn);
        if (due == null || due.isAfter(clock.instant())) {
            // A notice of holidays came after the routing and moved the day.
            application.reviewUntil(due);
            return;
        }
        if (application.isHidden()) {
            application.overrun();
            audit.record("join-application.overrun", "join-application", id, Map.of());
            return;
        }
        var organisation = application.requireOrganisation();
        // The root has no superior; its own officers see the application as overdue.
        outbox.publish(application.escalate(unions.superiorOf(organisation).orElse(organisation)));
        audit.record("join-application.escalate", "join-application", id, Map.of());
    }
}
