package cn.zhigong.membership.joining;

import static cn.zhigong.membership.joining.JoinProblem.CHARTER_OUTDATED;
import static cn.zhigong.platform.problem.CommonProblem.NOT_FOUND;

import cn.zhigong.membership.joincode.Charters;
import cn.zhigong.membership.joincode.JoinCodes;
import cn.zhigong.membership.member.LoginHolder;
import cn.zhigong.membership.member.Memberships;
import cn.zhigong.membership.member.PersonalData;
import cn.zhigong.membership.member.Seals;
import cn.zhigong.membership.phone.Applicants;
import cn.zhigong.platform.audit.Audit;
import cn.zhigong.platform.calendar.ChinaTime;
import cn.zhigong.platform.event.Outbox;
import cn.zhigong.platform.http.EntityTags;
import cn.zhigong.platform.reference.MobilePhone;
import cn.zhigong.platform.security.Caller;
import cn.zhigong.platform.sql.CommitRows;
import cn.zhigong.platform.startup.BackgroundLoops;
import cn.zhigong.platform.time.Ids;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** What a worker does to join. */
@ApplicationScoped
public class Joining {

    private final JoinApplications applications;
    private final IdentityFailures failures;
    private final JoinCodes codes;
    private final Charters charters;
    private final Applicants applicants;
    private final Memberships memberships;
    private final LoginHolder holder;
    private final Seals seals;
    private final Outbox outbox;
    private final Audit audit;
    private final CommitRows commit;
    private final BackgroundLoops loops;
    private final InstantSource clock;

    Joining(
            JoinApplications applications,
            IdentityFailures failures,
            JoinCodes codes,
            Charters charters,
            Applicants applicants,
            Memberships memberships,
            LoginHolder holder,
            Seals seals,
            Outbox outbox,
            Audit audit,
            CommitRows commit,
            BackgroundLoops loops,
            InstantSource clock) {
        this.applications = applications;
        this.failures = failures;
        this.codes = codes;
        this.charters = charters;
        this.applicants = applicants;
        this.memberships = memberships;
        this.holder = holder;
        this.seals = seals;
        this.outbox = outbox;
        this.audit = audit;
        this.commit = commit;
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
    public ApplicationView submit(Caller applicant, NewApplication wanted) {
        requireCurrentCharter(wanted.charterVersion());
        var proven = Applicants.is(applicant) ? applicants.file(applicant) : null;
        var particulars = read(wanted, proven);
        var begun = proven == null ? Optional.<ApplicationView>empty() : resumed(applicant, particulars.person());
        if (begun.isPresent()) {
            return begun.get();
        }
        var application = drafted(applicant, particulars, wanted);
        if (wanted.handsItIn()) {
            handIn(application);
        }
        applications.file(application, wanted.consents());
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
                    applications.flush();
                    audit.record("join-application.resume", "join-application", application.id(), Map.of());
                    return forApplicant(application);
                });
    }

    private JoinApplication drafted(Caller applicant, Particulars particulars, NewApplication wanted) {
        var id = Ids.next();
        var person = seals.seal(particulars.person(), JoinApplication.TABLE, id);
        var application = JoinApplication.draft(
                id,
                new Applicant(applicant.account(), holder.is(particulars.person())),
                person,
                particulars.workplace(),
                wanted.charterVersion(),
                clock.instant());
        if (wanted.joinCode() != null) {
            var code = codes.use(wanted.joinCode());
            application.ask(code.joinCodeId(), code.organisationId(), code.groupId());
        }
        return application;
    }

    /** Corrects what is still, or again, in the applicant's hands. */
    @Transactional
    public ApplicationView correct(
            Caller applicant, UUID id, @Nullable String ifMatch, UnaryOperator<Correction> correction) {
        var application = own(applicant, id);
        EntityTags.requireCurrent(ifMatch, application.version());
        application.requireWithApplicant();
        var before = seals.open(application.person(), JoinApplication.TABLE, id);
        var wanted = correction.apply(Correction.of(before, application.workplace(), application.charterVersion()));
        // A confirmed phone was proved; correcting other things does not change it.
        var particulars = read(wanted.asApplication(application), Applicants.is(applicant) ? before.phone() : null);
        application.correct(
                seals.seal(particulars.person(), JoinApplication.TABLE, id),
                isVouched(application, before, particulars.person()),
                particulars.workplace(),
                clock.instant());
        agree(application, wanted);
        applications.flush();
        audit.record("join-application.correct", "join-application", id, Map.of());
        return ApplicationView.forApplicant(application, particulars.person());
    }

    /** What the provider said of somebody stands while they remain that person, even when it cannot be asked again. */
    private boolean isVouched(JoinApplication application, PersonalData before, PersonalData after) {
        return holder.is(after) || (application.applicant().accountVouched() && after.isSamePersonAs(before));
    }

    /** Corrects what is in the applicant's hands by a form filled in anew, and hands it in again. */
    @Transactional
    public void submitAgain(Caller applicant, UUID id, NewApplication form) {
        var tag = "\"%d\"".formatted(own(applicant, id).version());
        var _ = correct(applicant, id, tag, current -> current.rewritten(form));
        var _ = submit(applicant, id);
    }

    /** Only to the present charter can anybody agree anew. */
    private void agree(JoinApplication application, Correction wanted) {
        if (wanted.consents() != null) {
            requireCurrentCharter(wanted.charterVersion());
            application.agree(wanted.charterVersion());
            applications.agreed(application.id(), wanted.consents(), clock.instant());
        }
    }

    /** Hands in a draft, or again what was returned or could not be verified. */
    @Transactional
    public ApplicationView submit(Caller applicant, UUID id) {
        var application = own(applicant, id);
        application.requireWithApplicant();
        requireCurrentCharter(application.charterVersion());
        handIn(application);
        applications.flush();
        audit.record("join-application.submit", "join-application", id, Map.of());
        return forApplicant(application);
    }

    @Transactional
    public ApplicationView withdraw(Caller applicant, UUID id) {
        var application = own(applicant, id);
        var proposed = application.transferId();
        codes.giveBack(application.joinCodeId());
        outbox.publish(application.withdraw());
        if (proposed != null) {
            memberships.cancelTransfer(proposed);
        }
        applications.flush();
        audit.record("join-application.withdraw", "join-application", id, Map.of());
        return forApplicant(application);
    }

    /** The applicant's own applications, oldest first. */
    @Transactional
    public List<ApplicationView> mine(Caller applicant, @Nullable UUID after, int limit) {
        return applications.ofAccount(applicant.account(), after, limit).stream()
                .map(this::forApplicant)
                .toList();
    }

    private void handIn(JoinApplication application) {
        failures.requireFew(application);
        outbox.publish(application.submit(clock.instant()));
        commit.afterCommit(() -> loops.wake(IdentityVerification.NAME));
    }

    private JoinApplication own(Caller applicant, UUID id) {
        var application = applications.locked(id);
        if (!application.isOf(applicant.account())) {
            throw NOT_FOUND.problem();
        }
        return application;
    }

    private ApplicationView forApplicant(JoinApplication application) {
        var person = seals.open(application.person(), JoinApplication.TABLE, application.id());
        return ApplicationView.forApplicant(application, person);
    }

    private Particulars read(NewApplication wanted, @Nullable MobilePhone proven) {
        return ApplicationRules.read(wanted, proven, ChinaTime.dayOf(clock.instant()));
    }

    private void requireCurrentCharter(String version) {
        if (!charters.knows(version)) {
            throw CHARTER_OUTDATED.with("current", Charters.CURRENT);
        }
    }
}
