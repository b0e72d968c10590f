package cn.zhigong.membership.joining;

import cn.zhigong.membership.member.PersonalData;
import cn.zhigong.membership.member.SealedPerson;
import cn.zhigong.membership.member.Seals;
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
import java.util.Objects;
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

    @Id
    private UUID id;

    @Embedded
    private Applicant applicant;

    @Enumerated(EnumType.STRING)
    private ApplicationState state;

    @Embedded
    private @Nullable Origin origin;

    @Embedded
    private SealedPerson person;

    @Embedded
    private Workplace workplace;

    private String charterVersion;

    @Embedded
    private Milestones milestones;

    @Embedded
    private IdentityCheck identityCheck;

    @Embedded
    private @Nullable Place place;

    @Embedded
    private Review review;

    @Embedded
    private Decision decision;

    private @Nullable UUID memberId;

    @Embedded
    private Conversion conversion;

    @Version
    private long version;

    protected JoinApplication() {}

    /** Begins one, not handed in yet. */
    JoinApplication(
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
        this.milestones = Milestones.filed(filedAt);
        this.identityCheck = IdentityCheck.NONE;
        this.review = Review.NONE;
        this.decision = Decision.NONE;
        this.conversion = Conversion.NONE;
    }

    /** The code that was scanned asks one union. */
    void ask(Origin code) {
        origin = code;
        place = asked();
    }

    private @Nullable Place asked() {
        return origin == null ? null : origin.asked(place);
    }

    void correct(SealedPerson newPerson, boolean vouched, Workplace newWorkplace, Instant now) {
        requireWithApplicant();
        applicant = new Applicant(account(), vouched);
        person = newPerson;
        workplace = newWorkplace;
        milestones = milestones.resting(now);
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
            throw shown().state().refusal();
        }
    }

    /** Hands it in; its identity is checked from now on. */
    JoinEvent submit(Instant now) {
        become(ApplicationState.SUBMITTED);
        milestones = milestones.submitted(now);
        identityCheck = identityCheck.begin(now);
        decision = Decision.NONE;
        return new JoinEvent.JoinSubmitted(id, joinCodeId());
    }

    /** The provider did not answer. */
    void checkAgain(Instant at) {
        identityCheck = identityCheck.again(at);
    }

    /** Name and document do not belong together; after the last try that is the end. */
    JoinEvent failIdentity(Instant now) {
        identityCheck = identityCheck.failed();
        if (identityCheck.isLost()) {
            return refuse(RejectionReason.IDENTITY_NOT_CONFIRMED, now);
        }
        become(ApplicationState.IDENTITY_FAILED);
        milestones = milestones.resting(now);
        return decided();
    }

    void verify() {
        become(ApplicationState.VERIFIED);
    }

    JoinEvent refuse(RejectionReason reason, Instant now) {
        become(ApplicationState.REJECTED);
        decision = Decision.refused(reason, now);
        return decided();
    }

    /** Lays it before the union that could take the worker. */
    JoinEvent route(Route route, LocalDate on, @Nullable Instant reviewUntil, Set<Warning> found) {
        become(ApplicationState.ROUTED);
        var target = route.organisationId();
        var asked = asked();
        place = asked != null && target.equals(asked.organisationId()) ? asked : new Place(target, null);
        review = Review.of(route, on, reviewUntil, found);
        return routed(route.rule(), target);
    }

    /** The review takes longer than was known when it began. */
    void reviewUntil(@Nullable Instant until) {
        review = review.until(until);
    }

    void recompute(WorkingCalendar calendar) {
        review = review.recomputed(calendar);
    }

    boolean isOverdue(Instant now) {
        return (state == ApplicationState.ROUTED || isHidden()) && review.isOver(now);
    }

    /** A hidden transfer looks from now on like an application that went to the superior union. */
    void overrun() {
        review = review.until(null);
    }

    JoinEvent escalate(UUID superior) {
        become(ApplicationState.ESCALATED);
        review = review.escalatedTo(superior);
        return routed(Objects.requireNonNullElse(review.routedBy(), RoutingRule.FALLBACK_POOL), superior);
    }

    private JoinEvent routed(RoutingRule rule, UUID decider) {
        return new JoinEvent.JoinRouted(id, requireOrganisation(), groupId(), rule, decider);
    }

    void requireAwaitingDecision() {
        state.require(ApplicationState.APPROVED);
    }

    /** @param where the union that takes the worker in, which need not be the one it was routed to */
    void approve(Place where, String officer, Instant now) {
        become(ApplicationState.APPROVED);
        place = where;
        decision = Decision.by(officer, now, Set.of(), null);
    }

    JoinEvent becomeMember(UUID member) {
        become(ApplicationState.MEMBER_CREATED);
        memberId = member;
        return decided();
    }

    JoinEvent sendBack(Set<ReturnReason> toCorrect, @Nullable String words, String officer, Instant now) {
        become(ApplicationState.RETURNED);
        milestones = milestones.resting(now);
        decision = Decision.by(officer, now, toCorrect, words);
        return decided();
    }

    JoinEvent reject(RejectionReason reason, @Nullable String words, String officer, Instant now) {
        become(ApplicationState.REJECTED);
        decision = Decision.by(officer, now, Set.of(reason), words);
        return decided();
    }

    /** Before anything of a withdrawal is done. */
    void requireWithdrawable() {
        state.require(ApplicationState.WITHDRAWN);
    }

    /** Their own step: what was decided before is no reason for it. */
    JoinEvent withdraw() {
        return end(Decision.NONE);
    }

    /** Nobody corrected it or handed it in for so long that it counts as taken back. */
    JoinEvent lapse() {
        requireWithApplicant();
        return end(Decision.closed(ClosingReason.LEFT_LYING));
    }

    /** The person applied with a confirmed login; whoever sent this one had none. */
    JoinEvent supersede() {
        requireAwaitingDecision();
        return end(Decision.closed(ClosingReason.SUPERSEDED_BY_CONFIRMED_LOGIN));
    }

    /** The transfer in its place has ended without the new union's word. */
    JoinEvent close(ClosingReason why) {
        return end(Decision.closed(why));
    }

    /** The transfer in its place is done: the person is a member of the union they asked. */
    JoinEvent arrive(UUID member, String officer, Instant now) {
        decision = Decision.by(officer, now, Set.of(), null);
        return becomeMember(member);
    }

    private JoinEvent end(Decision why) {
        become(ApplicationState.WITHDRAWN);
        milestones = milestones.ended();
        decision = why;
        return decided();
    }

    /**
     * The person is a member already, so moving that membership is proposed instead.
     *
     * @param toApplicant whether the applicant is known to be that person and may be told
     */
    JoinEvent convert(UUID transfer, boolean toApplicant) {
        become(ApplicationState.CONVERTED_TO_TRANSFER);
        conversion = conversion.to(transfer, toApplicant);
        return decided();
    }

    /**
     * An officer approved somebody who is a member. The applicant goes on seeing what was before: not the union that
     * the officer named, which is the transfer's matter, and not that anything changed.
     */
    JoinEvent approveAsTransfer(UUID transfer, String officer, Instant now) {
        become(ApplicationState.APPROVED);
        decision = Decision.by(officer, now, Set.of(), null);
        conversion = conversion.unnoticed();
        return convert(transfer, false);
    }

    private JoinEvent decided() {
        return new JoinEvent.JoinDecided(id, organisationId(), state, decision.reasons(), memberId, transferId());
    }

    private void become(ApplicationState next) {
        state = state.become(next);
    }

    /** What everybody but an officer may know of how far it is. */
    Shown shown() {
        var told = version - conversion.untold();
        return isHidden() ? Shown.underReview(review, told) : new Shown(state, decision, told);
    }

    boolean isHidden() {
        return state == ApplicationState.CONVERTED_TO_TRANSFER && !conversion.disclosed();
    }

    UUID requireOrganisation() {
        var organisation = organisationId();
        if (organisation == null) {
            throw new IllegalStateException("Application %s was never routed".formatted(id));
        }
        return organisation;
    }

    UUID requireDecider() {
        if (review.deciderId() == null) {
            throw state.refusal();
        }
        return review.deciderId();
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
        return Optional.ofNullable(asked()).map(Place::organisationId);
    }

    @Nullable Origin origin() {
        return origin;
    }

    @Nullable UUID joinCodeId() {
        return origin == null ? null : origin.joinCodeId();
    }

    SealedPerson person() {
        return person;
    }

    PersonalData openedBy(Seals seals) {
        return seals.open(person, TABLE, id);
    }

    Workplace workplace() {
        return workplace;
    }

    String charterVersion() {
        return charterVersion;
    }

    Milestones milestones() {
        return milestones;
    }

    IdentityCheck identityCheck() {
        return identityCheck;
    }

    @Nullable UUID organisationId() {
        return place == null ? null : place.organisationId();
    }

    @Nullable UUID groupId() {
        return place == null ? null : place.groupId();
    }

    Review review() {
        return review;
    }

    Decision decision() {
        return decision;
    }

    @Nullable UUID memberId() {
        return memberId;
    }

    @Nullable UUID transferId() {
        return conversion.transferId();
    }

    long version() {
        return version;
    }
}
