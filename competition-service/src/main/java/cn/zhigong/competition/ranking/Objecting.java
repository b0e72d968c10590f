package cn.zhigong.competition.ranking;

import static cn.zhigong.competition.contest.ContestState.OBJECTION_HANDLING;
import static cn.zhigong.competition.contest.ContestState.PUBLICITY;
import static cn.zhigong.platform.directory.GrantRole.OFFICER;
import static cn.zhigong.platform.directory.GrantRole.VIEWER;
import static cn.zhigong.platform.problem.CommonProblem.INVALID_CONTENT;

import cn.zhigong.competition.contest.ContestCourse;
import cn.zhigong.competition.contest.ContestSnapshot;
import cn.zhigong.competition.member.MemberReferences;
import cn.zhigong.competition.registration.Entries;
import cn.zhigong.platform.audit.Audit;
import cn.zhigong.platform.calendar.Calendars;
import cn.zhigong.platform.security.Access;
import cn.zhigong.platform.security.Caller;
import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Objections to a provisional result: made by members in their own name, decided by the organiser. */
@Singleton
@Transactional
class Objecting {

    private final Objections objections;
    private final Rankings rankings;
    private final Entries entries;
    private final ContestCourse contests;
    private final Notices notices;
    private final Calendars calendars;
    private final MemberReferences members;
    private final Access access;
    private final Audit audit;
    private final InstantSource clock;

    Objecting(
            Objections objections,
            Rankings rankings,
            Entries entries,
            ContestCourse contests,
            Notices notices,
            Calendars calendars,
            MemberReferences members,
            Access access,
            Audit audit,
            InstantSource clock) {
        this.objections = objections;
        this.rankings = rankings;
        this.entries = entries;
        this.contests = contests;
        this.notices = notices;
        this.calendars = calendars;
        this.members = members;
        this.access = access;
        this.audit = audit;
        this.clock = clock;
    }

    ObjectionView object(Caller caller, UUID contestId, @Nullable UUID entry, String grounds) {
        var contest = notices.upToDate(contests.lock(contestId), calendars.current());
        refuseUnlessShown(contest);
        var member = members.ofAccount(caller.account()).orElseThrow(RankingProblem.REAL_NAME_NEEDED::problem);
        if (objections.isPendingOf(caller.account(), contestId)) {
            throw RankingProblem.OBJECTION_PENDING.problem();
        }
        var event = entry == null ? null : eventOf(contestId, entry);
        var objection =
                new Objection(contestId, entry, event, member.memberId(), caller.account(), grounds, clock.instant());
        objections.persist(objection);
        if (contest.state() == PUBLICITY) {
            var ignored = contests.move(contestId, OBJECTION_HANDLING);
        }
        audit.record("objection.file", "objection", objection.id(), Map.of("contest", contestId));
        return ObjectionView.of(objection);
    }

    private void refuseUnlessShown(ContestSnapshot contest) {
        var end = contest.publicityEndsAt();
        if (!contest.state().isOnNotice() || end == null || !clock.instant().isBefore(end)) {
            throw RankingProblem.NO_PUBLICITY.with("state", contest.state());
        }
    }

    private UUID eventOf(UUID contest, UUID entry) {
        return rankings.ofContest(contest).stream()
                .filter(ranking -> ranking.placings().stream()
                        .anyMatch(placing -> placing.entryId().equals(entry)))
                .findFirst()
                .orElseThrow(() -> INVALID_CONTENT.at("entryId", "NOT_FOUND"))
                .eventId();
    }

    /** Decides an objection; once none is left to answer, the notice goes on. */
    ObjectionView decide(Caller caller, UUID id, boolean upheld, String reason) {
        // By its id only: an objection read before the lock could have been decided meanwhile.
        var contestId = objections.contestOf(id);
        var contest = contests.lock(contestId);
        access.require(caller, contest.organiserId(), OFFICER);
        var objection = objections.get(id);
        if (objection.account().equals(caller.account())) {
            throw RankingProblem.OWN_OBJECTION.problem();
        }
        if (isAuthorOf(caller, objection)) {
            throw RankingProblem.OWN_RANKING.problem();
        }
        if (entries.takesPart(caller.account(), eventsConcerned(contest, objection))) {
            throw RankingProblem.OWN_EVENT.problem();
        }
        objection.decide(upheld, reason, clock.instant());
        objections.flush();
        if (objections.pending(contestId).isSettled()) {
            var ignored = contests.move(contestId, PUBLICITY);
        }
        audit.record("objection.decide", "objection", id, Map.of("state", objection.state()));
        return ObjectionView.of(objection);
    }

    /** An objection to one place can move every other place of the event. */
    private static List<UUID> eventsConcerned(ContestSnapshot contest, Objection objection) {
        return contest.eventIds().stream().filter(objection::concerns).toList();
    }

    /** Whoever entered the list that is objected to has no part in deciding whether it is right. */
    private boolean isAuthorOf(Caller caller, Objection objection) {
        return rankings.ofContest(objection.contestId()).stream()
                .filter(ranking -> objection.concerns(ranking.eventId()))
                .anyMatch(ranking -> ranking.enteredBy().equals(caller.account()));
    }

    /** An objection, for its author and the organiser. */
    ObjectionView look(Caller caller, UUID id) {
        var objection = objections.get(id);
        if (!objection.account().equals(caller.account())) {
            access.require(caller, contests.look(objection.contestId()).organiserId(), VIEWER);
        }
        return ObjectionView.of(objection);
    }

    List<ObjectionView> list(Caller caller, UUID contest, @Nullable UUID after, int rows) {
        access.require(caller, contests.look(contest).organiserId(), VIEWER);
        return objections.after(contest, after, rows).stream()
                .map(ObjectionView::of)
                .toList();
    }
}
