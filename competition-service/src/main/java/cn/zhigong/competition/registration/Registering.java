package cn.zhigong.competition.registration;

import static cn.zhigong.competition.contest.ContestState.READY;
import static cn.zhigong.competition.contest.ContestState.REG_CLOSED;
import static cn.zhigong.competition.contest.ContestState.REG_OPEN;
import static cn.zhigong.platform.problem.CommonProblem.NOT_FOUND;

import cn.zhigong.competition.contest.ContestCourse;
import cn.zhigong.competition.contest.ContestSnapshot;
import cn.zhigong.competition.contest.ContestState;
import cn.zhigong.competition.contest.Seats;
import cn.zhigong.competition.member.MemberReference;
import cn.zhigong.competition.member.MemberReferences;
import cn.zhigong.competition.registration.EligibilityRules.Applicant;
import cn.zhigong.platform.audit.Audit;
import cn.zhigong.platform.directory.Directory;
import cn.zhigong.platform.directory.GrantRole;
import cn.zhigong.platform.event.Outbox;
import cn.zhigong.platform.security.Access;
import cn.zhigong.platform.security.Caller;
import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Entering an event, stepping back from it, and the check before the start. */
@Singleton
@Transactional
class Registering {

    private final Registrations registrations;
    private final ContestCourse contests;
    private final Seats seats;
    private final MemberReferences members;
    private final Directory directory;
    private final Access access;
    private final Outbox outbox;
    private final Audit audit;
    private final InstantSource clock;

    Registering(
            Registrations registrations,
            ContestCourse contests,
            Seats seats,
            MemberReferences members,
            Directory directory,
            Access access,
            Outbox outbox,
            Audit audit,
            InstantSource clock) {
        this.registrations = registrations;
        this.contests = contests;
        this.seats = seats;
        this.members = members;
        this.directory = directory;
        this.access = access;
        this.outbox = outbox;
        this.audit = audit;
        this.clock = clock;
    }

    RegistrationView register(Caller caller, UUID event) {
        var contest = published(contests.holdByEvent(event));
        if (contest.state() != REG_OPEN) {
            throw RegistrationProblem.REGISTRATION_CLOSED.with("state", contest.state());
        }
        var member = eligible(caller, contest);
        var entry = new Registration(contest.id(), event, member, caller.account(), clock.instant());
        if (!registrations.add(entry)) {
            throw RegistrationProblem.ALREADY_REGISTERED.problem();
        }
        if (!seats.take(event)) {
            throw RegistrationProblem.SEATS_TAKEN.problem();
        }
        outbox.publish(entry.registered());
        audit.record("registration.register", "registration", entry.id(), Map.of("event", event));
        return RegistrationView.of(entry);
    }

    private MemberReference eligible(Caller caller, ContestSnapshot contest) {
        var member = members.ofAccount(caller.account()).orElse(null);
        var belongs = member != null && isBelow(member.organisationId(), contest.organiserId());
        var reasons = reasonsAgainst(member, belongs, caller.account(), contest);
        if (member == null || !reasons.isEmpty()) {
            throw RegistrationProblem.NOT_ELIGIBLE.with("reasons", reasons);
        }
        return member;
    }

    private static List<EligibilityRules.Reason> reasonsAgainst(
            @Nullable MemberReference member, boolean belongs, String account, ContestSnapshot contest) {
        var applicant = new Applicant(
                member == null ? null : member.isActive(),
                belongs,
                contest.judges().contains(account));
        return EligibilityRules.reasonsAgainst(applicant, contest.entrants());
    }

    private boolean isBelow(UUID union, UUID organiser) {
        var place = directory.path(union);
        var top = directory.path(organiser);
        return place.isPresent() && top.isPresent() && place.get().startsWith(top.get());
    }

    RegistrationView withdraw(Caller caller, UUID event, UUID id) {
        var contest = contests.holdByEvent(event);
        var entry = own(caller, event, id);
        if (contest.state() != REG_OPEN && contest.state() != REG_CLOSED) {
            throw RegistrationProblem.REGISTRATION_CLOSED.with("state", contest.state());
        }
        leave(entry, RegistrationState.WITHDRAWN);
        registrations.flush();
        return RegistrationView.of(entry);
    }

    /** The eligibility check before the start: who could not register any more is taken off. */
    ContestState ready(Caller caller, UUID id) {
        var contest = contests.lock(id);
        access.require(caller, contest.organiserId(), GrantRole.OFFICER);
        var result = contests.move(id, READY);
        var entries = registrations.registered(id);
        var now = members.among(entries.stream().map(Registration::memberId).toList());
        var belongs = new HashMap<UUID, Boolean>();
        for (var entry : entries) {
            var member = now.get(entry.memberId());
            var own = member != null
                    && belongs.computeIfAbsent(member.organisationId(), union -> isBelow(union, contest.organiserId()));
            if (!reasonsAgainst(member, own, entry.account(), contest).isEmpty()) {
                leave(entry, RegistrationState.INELIGIBLE);
            }
        }
        return result.state();
    }

    private void leave(Registration entry, RegistrationState how) {
        outbox.publish(entry.become(how));
        seats.release(entry.eventId());
        audit.record("registration.leave", "registration", entry.id(), Map.of("state", how));
    }

    /** An entry, for the member whose it is and for the organiser's officers. */
    RegistrationView look(Caller caller, UUID event, UUID id) {
        var entry = registrations.get(event, id);
        if (!entry.account().equals(caller.account())) {
            access.require(caller, contests.look(entry.contestId()).organiserId(), GrantRole.VIEWER);
        }
        return RegistrationView.of(entry);
    }

    List<RegistrationView> list(Caller caller, UUID event, @Nullable UUID after, int rows) {
        access.require(caller, contests.lookByEvent(event).organiserId(), GrantRole.VIEWER);
        return registrations.after(event, after, rows).stream()
                .map(RegistrationView::of)
                .toList();
    }

    private Registration own(Caller caller, UUID event, UUID id) {
        var entry = registrations.locked(event, id);
        if (!entry.account().equals(caller.account())) {
            throw NOT_FOUND.problem();
        }
        return entry;
    }

    /** Events of contests that were never published do not exist for members, whatever became of them. */
    private static ContestSnapshot published(ContestSnapshot contest) {
        if (contest.publishedAt() == null) {
            throw NOT_FOUND.problem();
        }
        return contest;
    }
}
