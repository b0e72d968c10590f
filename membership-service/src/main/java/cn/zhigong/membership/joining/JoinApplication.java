package cn.zhigong.membership.joining;

import static cn.zhigong.platform.problem.CommonProblem.ILLEGAL_TRANSITION;

import cn.zhigong.membership.member.SealedPerson;
import cn.zhigong.membership.routing.Route;
import cn.zhigong.membership.routing.RoutingRule;
import cn.zhigong.platform.calendar.WorkingCalendar;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Version;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.hibernate.annotations.DynamicUpdate;
import org.jspecify.annotations.Nullable;

/** A worker's application to join (入会申请). Every verb is a step of {@link ApplicationState} and gives its event. */
// A step changes a few of forty columns.
@DynamicUpdate
@Entity
class JoinApplication {

    static final String TABLE = "join_application";

    /** So often may an identity fail before the application is refused. */
    static final int IDENTITY_TRIES = 3;

    @Id
    private UUID id;

    @Embedded
    private Applicant applicant;

    @Enumerated(EnumType.STRING)
    private ApplicationState state;

    private @Nullable UUID joinCodeId;

    @Embedded
    private SealedPerson person;

    @Embedded
    private Workplace workplace;

    private String charterVersion;
    private Instant filedAt;
    private @Nullable Instant submittedAt;
    private @Nullable Instant restsSince;
    private int identityFailures;
    private int checks;
    private @Nullable Instant checkAfter;
    private @Nullable UUID organisationId;
    private @Nullable UUID groupId;
    private @Nullable UUID deciderId;

    @Enumerated(EnumType.STRING)
    private @Nullable RoutingRule routedBy;

    private @Nullable LocalDate routedOn;
    private @Nullable Instant reviewBy;
    private String[] reasons;
    private String[] warnings;
    private @Nullable String note;
    private @Nullable String decidedBy;
    private @Nullable Instant decidedAt;
    private @Nullable UUID memberId;
    private @Nullable UUID transferId;
    private boolean disclosed;

    @Version
    private long version;

    protected JoinApplication() {}

    private JoinApplication(
            UUID id,
            Applicant applicant,
            SealedPerson person,
            Workplace workplace,
            String charterVersion,
            Instant filedAt) {
        this.id = id;
        this.applicant = applicant;
        this.state = ApplicationState.DRAFT;
        this.person = person;
        this.workplace = workplace;
        this.charterVersion = charterVersion;
        this.filedAt = filedAt;
        this.restsSince = filedAt;
        this.reasons = new String[0];
        this.warnings = new String[0];
    }

    /** Begins an application, not handed in yet. */
    static JoinApplication draft(
            UUID id,
            Applicant applicant,
            SealedPerson person,
            Workplace workplace,
            String charterVersion,
            Instant now) {
        return new JoinApplication(id, applicant, person, workplace, charterVersion, now);
    }

    /** The code that was scanned asks one union. */
    void ask(UUID joinCode, UUID organisation, @Nullable UUID group) {
        joinCodeId = joinCode;
        organisationId = organisation;
        groupId = group;
    }

    void correct(SealedPerson newPerson, boolean vouched, Workplace newWorkplace, Instant now) {
        requireWithApplicant();
        applicant = new Applicant(account(), vouched);
        person = newPerson;
        workplace = newWorkplace;
        restsSince = now;
    }

    /** Its applicant, who has no login, proved their phone anew and is known by another account from now on. */
    void passTo(String newAccount) {
        applicant = new Applicant(newAccount, false);
    }

    /** They were shown the charter again, as it is now. */
    void agree(String newCharterVersion) {
        charterVersion = newCharterVersion;
    }

    void requireWithApplicant() {
        if (!state.isWithApplicant()) {
            throw ILLEGAL_TRANSITION
                    .with("state", shownState())
                    .with("allowed", shownState().next());
        }
    }

    /** Hands it in; its identity is checked from now on. */
    JoinEvent submit(Instant now) {
        become(ApplicationState.SUBMITTED);
        submittedAt = now;
        restsSince = null;
        checks = 0;
        checkAfter = now;
        reasons = new String[0];
        note = null;
        return new JoinEvent.JoinSubmitted(id, joinCodeId);
    }

    /** The provider did not answer. */
    void checkAgain(Instant at) {
        checkAfter = at;
    }

    /** Name and document do not belong together; after the last try that is the end. */
    JoinEvent failIdentity(Instant now) {
        identityFailures++;
        if (identityFailures >= IDENTITY_TRIES) {
            return refuse(RejectionReason.IDENTITY_NOT_CONFIRMED, now);
        }
        become(ApplicationState.IDENTITY_FAILED);
        restsSince = now;
        return decided();
    }

    void verify() {
        become(ApplicationState.VERIFIED);
    }

    JoinEvent refuse(RejectionReason reason, Instant now) {
        become(ApplicationState.REJECTED);
        reasons = new String[] {reason.name()};
        decidedAt = now;
        return decided();
    }

    /** Lays it before the union that could take the worker. */
    JoinEvent route(Route route, LocalDate on, @Nullable Instant reviewUntil, Set<Warning> found) {
        become(ApplicationState.ROUTED);
        if (!route.organisationId().equals(organisationId)) {
            groupId = null;
        }
        organisationId = route.organisationId();
        deciderId = route.organisationId();
        routedBy = route.rule();
        routedOn = on;
        reviewBy = reviewUntil;
        warnings = found.stream().map(Enum::name).sorted().toArray(String[]::new);
        return routed(route.organisationId(), route.rule(), route.organisationId());
    }

    /** The review takes longer than was known when it began. */
    void reviewUntil(@Nullable Instant until) {
        reviewBy = until;
    }

    /** The calendar changed since the review began; one that was decided or escalated meanwhile has no such time. */
    void recompute(WorkingCalendar calendar) {
        if (routedOn != null && reviewBy != null) {
            reviewBy = ReviewRules.after(routedOn, calendar);
        }
    }

    boolean isOverdue(Instant now) {
        return (state == ApplicationState.ROUTED || isHidden()) && ReviewRules.isOver(reviewBy, now);
    }

    /** A hidden transfer looks from now on like an application that went to the superior union. */
    void overrun() {
        reviewBy = null;
    }

    JoinEvent escalate(UUID superior) {
        become(ApplicationState.ESCALATED);
        deciderId = superior;
        reviewBy = null;
        return routed(requireOrganisation(), routedBy == null ? RoutingRule.FALLBACK_POOL : routedBy, superior);
    }

    private JoinEvent routed(UUID organisation, RoutingRule rule, UUID decider) {
        return new JoinEvent.JoinRouted(id, organisation, groupId, rule, decider);
    }

    /** A federation that only finds unions for people names one. */
    void assign(UUID organisation, @Nullable UUID group) {
        organisationId = organisation;
        groupId = group;
    }

    void requireAwaitingDecision() {
        if (!state.canBecome(ApplicationState.APPROVED)) {
            throw ILLEGAL_TRANSITION.with("state", state).with("allowed", state.next());
        }
    }

    void approve(String officer, Instant now) {
        become(ApplicationState.APPROVED);
        decide(officer, now);
    }

    JoinEvent becomeMember(UUID member) {
        become(ApplicationState.MEMBER_CREATED);
        memberId = member;
        return decided();
    }

    JoinEvent sendBack(Set<ReturnReason> toCorrect, @Nullable String words, String officer, Instant now) {
        become(ApplicationState.RETURNED);
        reasons = toCorrect.stream().map(Enum::name).sorted().toArray(String[]::new);
        note = words;
        restsSince = now;
        decide(officer, now);
        return decided();
    }

    JoinEvent reject(RejectionReason reason, @Nullable String words, String officer, Instant now) {
        note = words;
        decidedBy = officer;
        return refuse(reason, now);
    }

    JoinEvent withdraw() {
        become(ApplicationState.WITHDRAWN);
        restsSince = null;
        return decided();
    }

    /** Nobody corrected it or handed it in for so long that it counts as taken back. */
    JoinEvent lapse() {
        requireWithApplicant();
        return close(ClosingReason.LEFT_LYING);
    }

    /** The person applied with a confirmed login; whoever sent this one had none. */
    JoinEvent supersede() {
        requireAwaitingDecision();
        return close(ClosingReason.SUPERSEDED_BY_CONFIRMED_LOGIN);
    }

    /** The membership that it was to move is where it should be. */
    JoinEvent closeAsMerged() {
        return close(ClosingReason.UNIONS_MERGED);
    }

    private JoinEvent close(ClosingReason reason) {
        reasons = new String[] {reason.name()};
        return withdraw();
    }

    boolean restsSinceBefore(Instant time) {
        return restsSince != null && !restsSince.isAfter(time);
    }

    /**
     * The person is a member already, so moving that membership is proposed instead.
     *
     * @param toApplicant whether the applicant is known to be that person and may be told
     */
    JoinEvent convert(UUID transfer, boolean toApplicant) {
        become(ApplicationState.CONVERTED_TO_TRANSFER);
        transferId = transfer;
        disclosed = toApplicant;
        return decided();
    }

    private void decide(String officer, Instant now) {
        decidedBy = officer;
        decidedAt = now;
    }

    private JoinEvent decided() {
        return new JoinEvent.JoinDecided(id, organisationId, state, List.of(reasons), memberId, transferId);
    }

    private void become(ApplicationState next) {
        if (!state.canBecome(next)) {
            throw ILLEGAL_TRANSITION.with("state", state).with("allowed", state.next());
        }
        state = next;
    }

    /** What everybody but an officer may know: whether a stranger's document is a member's is not among it. */
    ApplicationState shownState() {
        if (!isHidden()) {
            return state;
        }
        return reviewBy == null ? ApplicationState.ESCALATED : ApplicationState.ROUTED;
    }

    boolean isHidden() {
        return state == ApplicationState.CONVERTED_TO_TRANSFER && !disclosed;
    }

    UUID requireOrganisation() {
        if (organisationId == null) {
            throw new IllegalStateException("Application %s was never routed".formatted(id));
        }
        return organisationId;
    }

    UUID requireDecider() {
        if (deciderId == null) {
            throw ILLEGAL_TRANSITION.with("state", state).with("allowed", state.next());
        }
        return deciderId;
    }

    boolean isOf(String caller) {
        return account().equals(caller);
    }

    UUID id() {
        return id;
    }

    String account() {
        return applicant.account();
    }

    Applicant applicant() {
        return applicant;
    }

    ApplicationState state() {
        return state;
    }

    /** The union whose code was scanned, or its successor. */
    Optional<UUID> codeUnion() {
        return Optional.ofNullable(joinCodeId == null ? null : organisationId);
    }

    @Nullable UUID joinCodeId() {
        return joinCodeId;
    }

    SealedPerson person() {
        return person;
    }

    Workplace workplace() {
        return workplace;
    }

    String charterVersion() {
        return charterVersion;
    }

    Instant filedAt() {
        return filedAt;
    }

    @Nullable Instant submittedAt() {
        return submittedAt;
    }

    @Nullable Instant restsSince() {
        return restsSince;
    }

    int checks() {
        return checks;
    }

    @Nullable Instant checkAfter() {
        return checkAfter;
    }

    @Nullable UUID organisationId() {
        return organisationId;
    }

    @Nullable UUID groupId() {
        return groupId;
    }

    @Nullable RoutingRule routedBy() {
        return routedBy;
    }

    @Nullable LocalDate routedOn() {
        return routedOn;
    }

    @Nullable Instant reviewBy() {
        return reviewBy;
    }

    List<String> reasons() {
        return Arrays.asList(reasons);
    }

    List<String> warnings() {
        return Arrays.asList(warnings);
    }

    @Nullable String note() {
        return note;
    }

    @Nullable String decidedBy() {
        return decidedBy;
    }

    @Nullable Instant decidedAt() {
        return decidedAt;
    }

    @Nullable UUID memberId() {
        return memberId;
    }

    @Nullable UUID transferId() {
        return transferId;
    }

    long version() {
        return version;
    }
}
