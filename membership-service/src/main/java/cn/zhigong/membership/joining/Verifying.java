package cn.zhigong.membership.joining;

import cn.zhigong.membership.joining.IdentityProvider.Answer;
import cn.zhigong.membership.member.PersonalData;
import cn.zhigong.membership.member.Seals;
import cn.zhigong.platform.audit.Audit;
import cn.zhigong.platform.event.Outbox;
import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jboss.logging.Logger;

/** The two transactions around an identity check: taking a batch, and drawing the consequences of the answers. */
@Singleton
class Verifying {

    private static final Logger LOG = Logger.getLogger(Verifying.class);
    private static final int MOST_DOUBLINGS = 8;

    /**
     * One identity to be checked.
     *
     * @param version of the application; the answer counts only while it is still the same
     * @param tries how often it was taken, with this time
     */
    record Check(UUID applicationId, long version, int tries, PersonalData person) {}

    /** What the provider said, or nothing. */
    record Answered(Check check, Optional<Answer> answer) {}

    private final JoinApplications applications;
    private final DueApplications due;
    private final IdentityFailures failures;
    private final Proceeding proceeding;
    private final Seals seals;
    private final Outbox outbox;
    private final Audit audit;
    private final JoiningConfig config;
    private final InstantSource clock;

    Verifying(
            JoinApplications applications,
            DueApplications due,
            IdentityFailures failures,
            Proceeding proceeding,
            Seals seals,
            Outbox outbox,
            Audit audit,
            JoiningConfig config,
            InstantSource clock) {
        this.applications = applications;
        this.due = due;
        this.failures = failures;
        this.proceeding = proceeding;
        this.seals = seals;
        this.outbox = outbox;
        this.audit = audit;
        this.config = config;
        this.clock = clock;
    }

    @Transactional
    List<Check> claim(int most, Duration lease) {
        var now = clock.instant();
        return due.claim(now, now.plus(lease), most).stream()
                .flatMap(one -> read(one).stream())
                .toList();
    }

    /** A row that cannot be read would undo every batch it is taken in, and all checks would stand still. */
    private Optional<Check> read(DueApplications.Claimed one) {
        try {
            var person = seals.open(one.person(), JoinApplication.TABLE, one.id());
            return Optional.of(new Check(one.id(), one.version(), one.checks(), person));
        } catch (RuntimeException e) {
            LOG.errorf(e, "Application %s cannot be read", one.id());
            due.checkLater(one.id(), one.version(), nextTry(one.checks()));
            return Optional.empty();
        }
    }

    /** In a transaction of its own: what the answer would have changed is undone. */
    @Transactional(Transactional.TxType.REQUIRES_NEW)
    void postpone(Check check) {
        due.checkLater(check.applicationId(), check.version(), nextTry(check.tries()));
    }

    @Transactional
    void record(List<Answered> answers) {
        var ids = answers.stream().map(one -> one.check().applicationId()).toList();
        var found =
                applications.locked(ids).stream().collect(Collectors.toMap(JoinApplication::id, Function.identity()));
        var matched = new ArrayList<JoinApplication>();
        for (var answered : answers) {
            var application = found.get(answered.check().applicationId());
            if (application != null && isCurrent(application, answered.check())) {
                answered.answer()
                        .ifPresentOrElse(
                                answer -> judge(application, answer, matched), () -> askAgainLater(application));
            }
        }
        proceeding.proceed(matched).forEach(this::askAgainLater);
    }

    /** A worker may have withdrawn, or corrected and submitted again, while the provider was thinking. */
    private static boolean isCurrent(JoinApplication application, Check check) {
        return application.state() == ApplicationState.SUBMITTED && application.version() == check.version();
    }

    private void judge(JoinApplication application, Answer answer, List<JoinApplication> matched) {
        switch (answer) {
            case MATCHED -> matched.add(application);
            case NOT_MATCHED -> {
                outbox.publish(application.failIdentity(clock.instant()));
                failures.add(application);
                audit.record("join-application.identity-failed", "join-application", application.id(), Map.of());
            }
        }
    }

    private void askAgainLater(JoinApplication application) {
        application.checkAgain(nextTry(application.identityCheck().checks()));
    }

    private Instant nextTry(int tries) {
        var doublings = Math.min(Math.max(tries - 1, 0), MOST_DOUBLINGS);
        return clock.instant().plus(config.identityRetry().multipliedBy(1L << doublings));
    }
}
