package cn.zhigong.competition.ranking;

import static cn.zhigong.platform.directory.GrantRole.OFFICER;
import static cn.zhigong.platform.directory.GrantRole.VIEWER;
import static cn.zhigong.platform.problem.CommonProblem.INVALID_CONTENT;
import static cn.zhigong.platform.problem.CommonProblem.STALE_VERSION;

import cn.zhigong.competition.contest.ContestCourse;
import cn.zhigong.competition.contest.ContestSnapshot;
import cn.zhigong.competition.contest.ContestState;
import cn.zhigong.competition.registration.Entries;
import cn.zhigong.platform.audit.Audit;
import cn.zhigong.platform.calendar.Calendars;
import cn.zhigong.platform.http.EntityTags;
import cn.zhigong.platform.security.Access;
import cn.zhigong.platform.security.Caller;
import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;
import java.time.InstantSource;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Entering the ranking of an event, and correcting it after an objection was upheld. */
@Singleton
@Transactional
class Judging {

    private static final String JUDGE = "judge";

    private final Rankings rankings;
    private final Objections objections;
    private final Entries entries;
    private final ContestCourse contests;
    private final Calendars calendars;
    private final Access access;
    private final Audit audit;
    private final InstantSource clock;

    Judging(
            Rankings rankings,
            Objections objections,
            Entries entries,
            ContestCourse contests,
            Calendars calendars,
            Access access,
            Audit audit,
            InstantSource clock) {
        this.rankings = rankings;
        this.objections = objections;
        this.entries = entries;
        this.contests = contests;
        this.calendars = calendars;
        this.access = access;
        this.audit = audit;
        this.clock = clock;
    }

    RankingView enter(Caller caller, UUID event, @Nullable String ifMatch, List<Placing> placings) {
        var contest = contests.lockByEvent(event);
        refuseUnlessJudge(caller, contest);
        refuseUnlessOpen(contest, event);
        var known = rankings.findById(event);
        refuseOverwriting(known, ifMatch);
        refuseDefects(caller, contest, event, placings);
        if (known != null && contest.state() == ContestState.OBJECTION_HANDLING && known.isAlready(placings)) {
            throw RankingProblem.RANKING_UNCHANGED.problem();
        }
        var ranking = entered(caller, known, contest.id(), event, placings);
        audit.record("ranking.enter", "event", event, Map.of("entries", placings.size()));
        moveOn(contest, event);
        return RankingView.of(ranking);
    }

    /** The first list needs no version; whoever comes second, thinking to be first, is told that there is one. */
    private static void refuseOverwriting(@Nullable Ranking known, @Nullable String ifMatch) {
        if (known != null) {
            EntityTags.requireCurrent(ifMatch, known.version());
        } else if (ifMatch != null) {
            throw STALE_VERSION.problem();
        }
    }

    private Ranking entered(Caller caller, @Nullable Ranking known, UUID contest, UUID event, List<Placing> placings) {
        var now = clock.instant();
        var ranking = known;
        if (ranking == null) {
            ranking = new Ranking(event, contest, placings, caller.account(), now);
            rankings.persist(ranking);
        } else {
            ranking.enter(placings, caller.account(), now);
        }
        rankings.flush();
        return ranking;
    }

    RankingView look(Caller caller, UUID event) {
        var contest = contests.lookByEvent(event);
        if (!isJudge(caller, contest)) {
            access.require(caller, contest.organiserId(), VIEWER);
        }
        return RankingView.of(rankings.get(event));
    }

    private static boolean isJudge(Caller caller, ContestSnapshot contest) {
        return caller.is(JUDGE) && contest.judges().contains(caller.account());
    }

    private void refuseUnlessJudge(Caller caller, ContestSnapshot contest) {
        if (!isJudge(caller, contest)) {
            access.require(caller, contest.organiserId(), OFFICER);
        }
    }

    /** While it is scored, and afterwards only where an upheld objection asks for it. */
    private void refuseUnlessOpen(ContestSnapshot contest, UUID event) {
        var open = switch (contest.state()) {
            case RUNNING, SCORING, RANKED -> true;
            case OBJECTION_HANDLING ->
                objections.upheld(contest.id()).stream().anyMatch(objection -> objection.awaitsCorrectionOf(event));
            default -> false;
        };
        if (!open) {
            throw RankingProblem.RANKING_NOT_OPEN.with("state", contest.state());
        }
    }

    private void refuseDefects(Caller caller, ContestSnapshot contest, UUID event, List<Placing> placings) {
        if (entries.takesPart(caller.account(), List.of(event))) {
            throw RankingProblem.OWN_EVENT.problem();
        }
        var ids = entries.of(event).stream().map(Entries.Entry::id).collect(Collectors.toSet());
        var defects = RankingRules.defects(placings, ids, contest.event(event).tieRule());
        if (!defects.isEmpty()) {
            throw INVALID_CONTENT.problem().at(defects);
        }
    }

    private void moveOn(ContestSnapshot contest, UUID event) {
        var state = contest.state();
        if (state == ContestState.OBJECTION_HANDLING) {
            showCorrected(contest, event);
        }
        if (state == ContestState.RUNNING) {
            state = contests.move(contest.id(), ContestState.SCORING).state();
        }
        if (state == ContestState.SCORING && allRanked(contest)) {
            var _ = contests.move(contest.id(), ContestState.RANKED);
        }
    }

    private boolean allRanked(ContestSnapshot contest) {
        var ranked = new HashSet<UUID>();
        rankings.ofContest(contest.id()).forEach(ranking -> ranked.add(ranking.eventId()));
        return contest.events().stream().allMatch(one -> ranked.contains(one.id()));
    }

    /** A changed list is shown as long as the first one was, whether or not other objections are still open. */
    private void showCorrected(ContestSnapshot contest, UUID event) {
        var now = clock.instant();
        objections.upheld(contest.id()).forEach(objection -> objection.answerWithRankingOf(event, now));
        objections.flush();
        var _ = contests.show(contest.id(), PublicityRules.endOfNotice(now, calendars.current()));
        if (objections.pending(contest.id()).isSettled()) {
            var _ = contests.move(contest.id(), ContestState.PUBLICITY);
        }
    }
}
