package cn.zhigong.membership.joining;

import cn.zhigong.membership.joincode.JoinCodes;
import cn.zhigong.platform.audit.Audit;
import cn.zhigong.platform.background.BackgroundWork;
import cn.zhigong.platform.background.OneByOne;
import cn.zhigong.platform.event.Outbox;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import java.util.UUID;

/** Ends applications that their applicants left lying: personal data is not kept for what nobody pursues. */
@Singleton
class LeftLying implements BackgroundWork {

    private static final String NAME = "applications-left-lying";

    /** The platform's own rule. */
    static final Duration LONGEST_REST = Duration.ofDays(90);

    private final JoinApplications applications;
    private final DueApplications due;
    private final JoinCodes codes;
    private final Outbox outbox;
    private final Audit audit;
    private final InstantSource clock;
    private final OneByOne oneByOne;

    LeftLying(
            JoinApplications applications,
            DueApplications due,
            JoinCodes codes,
            Outbox outbox,
            Audit audit,
            InstantSource clock) {
        this.applications = applications;
        this.due = due;
        this.codes = codes;
        this.outbox = outbox;
        this.audit = audit;
        this.clock = clock;
        this.oneByOne = new OneByOne(NAME, clock);
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public Duration pause() {
        return Duration.ofMinutes(1);
    }

    @Override
    public boolean work() {
        var since = clock.instant().minus(LONGEST_REST);
        return oneByOne.round((without, most) -> due.atRest(since, without, most), id -> end(id, since));
    }

    private void end(UUID id, Instant since) {
        var application = applications.locked(id);
        if (application.state().isWithApplicant() && application.milestones().restsSinceBefore(since)) {
            codes.giveBack(application.joinCodeId());
            outbox.publish(application.lapse());
            audit.record("join-application.lapse", "join-application", id, Map.of());
        }
    }
}
