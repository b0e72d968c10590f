package cn.zhigong.membership.joining;

import static cn.zhigong.membership.joining.JoinProblem.CHARTER_OUTDATED;
import static cn.zhigong.platform.problem.CommonProblem.NOT_FOUND;
import static cn.zhigong.platform.problem.CommonProblem.STALE_VERSION;

import cn.zhigong.membership.charter.Charters;
import cn.zhigong.membership.joincode.JoinCodes;
import cn.zhigong.membership.member.LoginHolder;
import cn.zhigong.membership.member.PersonalData;
import cn.zhigong.membership.member.Seals;
import cn.zhigong.membership.phone.Applicants;
import cn.zhigong.membership.transfer.Proposals;
import cn.zhigong.platform.audit.Audit;
import cn.zhigong.platform.background.BackgroundLoops;
import cn.zhigong.platform.calendar.ChinaTime;
import cn.zhigong.platform.event.Outbox;
import cn.zhigong.platform.reference.MobilePhone;
import cn.zhigong.platform.security.Caller;
import cn.zhigong.platform.time.Ids;
import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What a worker does to join. */
@Singleton
public class Joining {

    /** What may be corrected of an application, and the version of it that this was read from. */
    record Correctable(long version, Correction content) {}

    private final JoinApplications applications;
    private final Filing filing;
    private final IdentityFailures failures;
    private final JoinCodes codes;
    private final Charters charters;
    private final Applicants applicants;
    private final Proposals proposals;
    private final LoginHolder holder;
    private final Seals seals;
    private final ApplicationViews views;
    private final Outbox outbox;
    private final Audit audit;
    private final BackgroundLoops loops;
    private final InstantSource clock;

    Joining(
            JoinApplications applications,
            Filing filing,
            IdentityFailures failures,
            JoinCodes codes,
            Charters charters,
            Applicants applicants,
            Proposals proposals,
            LoginHolder holder,
            Seals seals,
            ApplicationViews views,
            Outbox outbox,
            Audit audit,
            BackgroundLoops loops,
            InstantSource clock) {
        this.applications = applications;
        this.filing = filing;
        this.failures = failures;
        this.codes = codes;
        this.charters = charters;
        this.applicants = applicants;
        this.proposals = proposals;
        this.holder = holder;
        this.seals = seals;
        this.views = views;
        this.outbox = outbox;
        this.audit = audit;
        this.loops = loops;
        this.clock = clock;
    }

    /**
     * Files an application for a caller with an account or a confirmed phone; for the latter, who proved the same phone
     * before and had filed for the same document, the open application is gone on with instead.
     *
     * @throws cn.zhigong.platform.problem.Problem INVALID_CONTENT with violations, UNDER_WORKING_AGE, CHARTER_OUTDATED,
     *     APPLICATION_ALREADY_OPEN, and the problems of the join code
     */
    @Transactional
    public ApplicationView file(Caller applicant, NewApplication wanted) {
        requireCurrentCharter(wanted.charterVersion());
        var proven = Applicants.is(applicant) ? applicants.file(applicant) : null;
        var particulars = read(wanted, proven, null);
        var begun = proven == null ? Optional.<ApplicationView>empty() : resumed(applicant, particulars.person());
        if (begun.isPresent()) {
            return begun.get();
        }
        var application = drafted(applicant, particulars, wanted);
        if (wanted.handsItIn()) {
            submit(application);
        }
        filing.file(application, wanted.consents());
        audit.record("join-application.file", "join-application", application.id(), Map.of());
        return ApplicationView.forApplicant(application, particulars.person());
    }

    /**
     * Whose right has ended goes on with the application they have: the same phone was proved again and the document is
     * the same. Nothing of it changes, so that they see what is to be corrected first.
     */
    private Optional<ApplicationView> resumed(Caller applicant, PersonalData person) {
        return applications
                .openOf(seals.indexOf(person.phone()), seals.indexOf(person.identity()))
                .map(application -> {
                    application.passTo(applicant.account());
                    return done(application, "resume");
                });
    }

    private JoinApplication drafted(Caller applicant, Particulars particulars, NewApplication wanted) {
        var id = Ids.next();
        var application = new JoinApplication(
                id,
                new Applicant(applicant.account(), holder.is(particulars.person())),
                seals.seal(particulars.person(), JoinApplication.TABLE, id),
                particulars.workplace(),
                wanted.charterVersion(),
                clock.instant());
        if (wanted.joinCode() != null) {
            var code = codes.use(wanted.joinCode());
            application.ask(new Origin(code.joinCodeId(), code.organisationId(), code.groupId()));
        }
        return application;
    }

    /** What may be corrected of an application, as it is now. */
    @Transactional
    Correctable correctable(Caller applicant, UUID id) {
        var application = own(applicant, id);
        application.requireWithApplicant();
        return new Correctable(application.version(), correctionOf(application));
    }

    /**
     * Corrects what is still, or again, in the applicant's hands.
     *
     * @param version of the application that was corrected
     * @throws cn.zhigong.platform.problem.Problem STALE_VERSION when it is another by now
     */
    @Transactional
    ApplicationView correct(Caller applicant, UUID id, long version, Correction wanted) {
        var application = own(applicant, id);
        application.requireWithApplicant();
        if (application.version() != version) {
            throw STALE_VERSION.problem();
        }
        correct(applicant, application, wanted);
        return done(application, "correct");
    }

    /** Corrects what is in the applicant's hands by a form filled in anew, and hands it in again. */
    @Transactional
    public ApplicationView correctAndHandIn(Caller applicant, UUID id, NewApplication form) {
        var application = own(applicant, id);
        application.requireWithApplicant();
        correct(applicant, application, correctionOf(application).rewritten(form));
        audit.record("join-application.correct", "join-application", id, Map.of());
        return handIn(application);
    }

    /** Hands in a draft, or again what was returned or could not be verified. */
    @Transactional
    public ApplicationView handIn(Caller applicant, UUID id) {
        return handIn(own(applicant, id));
    }

    @Transactional
    public ApplicationView withdraw(Caller applicant, UUID id) {
        var application = own(applicant, id);
        application.requireWithdrawable();
        var proposed = application.transferId();
        codes.giveBack(application.joinCodeId());
        outbox.publish(application.withdraw());
        if (proposed != null) {
            proposals.takeBack(proposed);
        }
        return done(application, "withdraw");
    }

    /** The applicant's own applications, oldest first. */
    @Transactional
    public List<ApplicationView> mine(Caller applicant, @Nullable UUID after, int limit) {
        return applications.ofAccount(applicant.account(), after, limit).stream()
                .map(views::forApplicant)
                .toList();
    }

    private Correction correctionOf(JoinApplication application) {
        return Correction.of(application.openedBy(seals), application.workplace(), application.charterVersion());
    }

    private void correct(Caller applicant, JoinApplication application, Correction wanted) {
        var before = application.openedBy(seals);
        // A confirmed phone was proved; correcting other things does not change it.
        var proven = Applicants.is(applicant) ? before.phone() : null;
        var particulars = read(wanted, proven, application.charterVersion());
        application.correct(
                seals.seal(particulars.person(), JoinApplication.TABLE, application.id()),
                isVouched(application, before, particulars.person()),
                particulars.workplace(),
                clock.instant());
        agree(application, wanted);
    }

    /** What the provider said of somebody stands while they remain that person, even when it cannot be asked again. */
    private boolean isVouched(JoinApplication application, PersonalData before, PersonalData after) {
        return holder.is(after) || (application.applicant().accountVouched() && after.isSamePersonAs(before));
    }

    /** Only to the present charter can anybody agree anew. */
    private void agree(JoinApplication application, Correction wanted) {
        if (wanted.consents() != null) {
            requireCurrentCharter(wanted.charterVersion());
            application.agree(wanted.charterVersion());
            filing.agreed(application.id(), wanted.consents(), clock.instant());
        }
    }

    private ApplicationView handIn(JoinApplication application) {
        application.requireWithApplicant();
        requireCurrentCharter(application.charterVersion());
        submit(application);
        return done(application, "submit");
    }

    private void submit(JoinApplication application) {
        failures.requireFew(application);
        outbox.publish(application.submit(clock.instant()));
        loops.wakeAfterCommit(IdentityVerification.class);
    }

    private ApplicationView done(JoinApplication application, String step) {
        audit.record("join-application." + step, "join-application", application.id(), Map.of());
        return views.afterApplicant(application);
    }

    private JoinApplication own(Caller applicant, UUID id) {
        var application = applications.locked(id);
        if (!application.isOf(applicant.account())) {
            throw NOT_FOUND.problem();
        }
        return application;
    }

    private Particulars read(Details wanted, @Nullable MobilePhone proven, @Nullable String agreed) {
        var today = ChinaTime.dayOf(clock.instant());
        return ApplicationReader.read(wanted, new ApplicationReader.Known(proven, agreed, today));
    }

    private void requireCurrentCharter(String version) {
        if (!charters.knows(version)) {
            throw CHARTER_OUTDATED.with("current", Charters.CURRENT);
        }
    }
}
