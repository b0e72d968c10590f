package cn.zhigong.membership.joining;

import cn.zhigong.membership.joincode.JoinCodes;
import cn.zhigong.platform.audit.Audit;
import cn.zhigong.platform.background.DueWork;
import cn.zhigong.platform.event.Outbox;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** Ends applications that their applicants left lying: personal data is not kept for what nobody pursues. */
@Singleton
class LeftLying extends DueWork {

    /** The platform's own rule. */
    static final Duration LONGEST_REST = Duration.ofDays(90);

    private final JoinApplications applications;
    private final DueApplications atRest;
    private final JoinCodes codes;
    private final Outbox outbox;
    private final Audit audit;
    private final InstantSource clock;

    LeftLying(
            JoinApplications applications,
            DueApplications atRest,
            JoinCodes codes,
            Outbox outbox,
            Audit audit,
            InstantSource clock) {
        super("applications-left-lying", Duration.ofMinutes(1), clock);
        this.applications = applications;
        this.atRest = atRest;
        this.codes = codes;
        this.outbox = outbox;
        this.audit = audit;
        this.clock = clock;
    }

    @Override
    protected List<UUID> due(Instant now, Collection<UUID> without, int most) {
        return atRest.atRest(now.minus(LONGEST_REST), without, most);
    }

    @Override
    protected void step(UUID id) {
        var since = clock.instant().minus(LONGEST_REST);
        var application = applications.locked(id);
        if (application.state().isWithApplicant() && application.milestones().restsSinceBefore(since)) {
            codes.giveBack(application.joinCodeId());
            outbox.publish(application.lapse());
            audit.record("join-application.lapse", "join-application", id, Map.of());
        }
    }
}
