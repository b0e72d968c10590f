package cn.zhigong.membership.joining;

import cn.zhigong.membership.organisation.UnionFinder;
import cn.zhigong.platform.audit.Audit;
import cn.zhigong.platform.event.Outbox;
import cn.zhigong.platform.startup.BackgroundWork;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Map;
import java.util.Objects;

/** Lays applications that a union left lying before the superior union. */
@ApplicationScoped
class Escalation implements BackgroundWork {

    private static final int BATCH = 100;

    private final JoinApplications applications;
    private final UnionFinder unions;
    private final ReviewDeadline deadline;
    private final Outbox outbox;
    private final Audit audit;
    private final InstantSource clock;

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
    }

    @Override
    public String name() {
        return "application-escalation";
    }

    /** Short enough for a demonstration that moves the clock; the index makes an empty round cheap. */
    @Override
    public Duration pause() {
        return Duration.ofSeconds(2);
    }

    @Override
    @Transactional
    public boolean work() {
        var overdue = applications.overdue(clock.instant(), BATCH);
        overdue.forEach(this::escalate);
        return overdue.size() == BATCH;
    }

    private void escalate(JoinApplication application) {
        var routedOn = Objects.requireNonNull(application.routedOn());
        var due = deadline.after(routedOn);
        if (due == null || due.isAfter(clock.instant())) {
            // A notice of holidays came after the routing and moved the day.
            application.reviewUntil(due);
            return;
        }
        var organisation = application.requireOrganisation();
        // The root has no superior; its own officers see the application as overdue.
        outbox.publish(application.escalate(unions.superiorOf(organisation).orElse(organisation)));
        audit.record("join-application.escalate", "join-application", application.id(), Map.of());
    }
}
