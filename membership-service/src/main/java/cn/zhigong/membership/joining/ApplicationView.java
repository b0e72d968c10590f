package cn.zhigong.membership.joining;

import cn.zhigong.membership.member.EmploymentForm;
import cn.zhigong.membership.member.PersonalData;
import cn.zhigong.membership.member.WorkerGroup;
import cn.zhigong.membership.routing.RoutingRule;
import cn.zhigong.platform.http.Versioned;
import cn.zhigong.platform.privacy.Masking;
import cn.zhigong.platform.reference.IdentityType;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * An application as its applicant and the officers see it: personal data masked.
 *
 * @param organisationId the union that could take the worker, once routed
 * @param routedBy the code of the rule that chose it
 * @param reviewBy when the superior union takes over if nobody has decided
 * @param reasons codes of what is to be corrected, or why it was refused
 * @param note what the officer added for the applicant
 * @param memberId set when a membership came of it
 * @param review what only officers see
 */
public record ApplicationView(
        UUID id,
        ApplicationState state,
        Identity identity,
        String phone,
        NewApplication.@Nullable Employer employer,
        EmploymentForm employmentForm,
        @Nullable WorkerGroup workerGroup,
        @Nullable String district,
        @Nullable String street,
        @Nullable String zone,
        NewApplication.@Nullable Dispatch dispatch,
        String charterVersion,
        @Nullable Instant submittedAt,
        @Nullable UUID organisationId,
        @Nullable UUID groupId,
        @Nullable RoutingRule routedBy,
        @Nullable Instant reviewBy,
        List<String> reasons,
        @Nullable String note,
        @Nullable Instant decidedAt,
        @Nullable UUID memberId,
        @Nullable ForOfficers review,
        long version)
        implements Versioned {

    /** The document and the name, masked. */
    public record Identity(IdentityType type, String number, String name) {}

    /**
     * What the applicant is not told.
     *
     * @param decidedBy the officer's account
     * @param transferId the transfer that was proposed instead of a second membership
     */
    public record ForOfficers(
            List<String> warnings,
            @Nullable String decidedBy,
            @Nullable UUID transferId) {}

    /** Without what is for officers only, and without telling whether the document is a member's. */
    static ApplicationView forApplicant(JoinApplication application, PersonalData person) {
        return of(application, person, application.shown(), null);
    }

    static ApplicationView forOfficer(JoinApplication application, PersonalData person) {
        var decision = application.decision();
        var all = new Shown(application.state(), decision, application.version());
        var review = new ForOfficers(application.review().warnings(), decision.decidedBy(), application.transferId());
        return of(application, person, all, review);
    }

    private static ApplicationView of(
            JoinApplication application, PersonalData person, Shown shown, @Nullable ForOfficers forOfficers) {
        var work = application.workplace();
        var review = application.review();
        return new ApplicationView(
                application.id(),
                shown.state(),
                masked(person),
                Masking.phone(person.phone().value()),
                work.employer(),
                work.employmentForm(),
                work.workerGroup(),
                work.district(),
                work.street(),
                work.zone(),
                work.dispatch(),
                application.charterVersion(),
                application.milestones().submittedAt(),
                application.organisationId(),
                application.groupId(),
                review.routedBy(),
                shown.state() == ApplicationState.ROUTED ? review.reviewBy() : null,
                shown.decision().reasons(),
                shown.decision().note(),
                shown.decision().decidedAt(),
                application.memberId(),
                forOfficers,
                shown.version());
    }

    private static Identity masked(PersonalData person) {
        var document = person.identity();
        return new Identity(
                document.type(),
                Masking.identity(document.number()),
                Masking.name(person.name().value()));
    }
}
