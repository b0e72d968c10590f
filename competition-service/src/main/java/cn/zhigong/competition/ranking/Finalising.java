package cn.zhigong.competition.ranking;

import static cn.zhigong.competition.contest.ContestState.FINAL;
import static cn.zhigong.competition.contest.ContestState.OBJECTION_HANDLING;
import static cn.zhigong.platform.directory.GrantRole.OFFICER;
import static cn.zhigong.platform.problem.CommonProblem.NOT_FOUND;

import cn.zhigong.competition.contest.ContestCourse;
import cn.zhigong.competition.contest.ContestSnapshot;
import cn.zhigong.competition.registration.Entries;
import cn.zhigong.platform.audit.Audit;
import cn.zhigong.platform.calendar.Calendars;
import cn.zhigong.platform.calendar.ChinaTime;
import cn.zhigong.platform.event.Outbox;
import cn.zhigong.platform.security.Access;
import cn.zhigong.platform.security.Caller;
import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Showing the provisional result, making it final, and reading either. */
@Singleton
@Transactional
class Finalising {

    private final Rankings rankings;
    private final Objections objections;
    private final Entries entries;
    private final ContestCourse contests;
    private final Notices notices;
    private final Calendars calendars;
    private final Access access;
    private final Outbox outbox;
    private final Audit audit;
    private final InstantSource clock;

    Finalising(
            Rankings rankings,
            Objections objections,
            Entries entries,
            ContestCourse contests,
            Notices notices,
            Calendars calendars,
            Access access,
            Outbox outbox,
            Audit audit,
            InstantSource clock) {
        this.rankings = rankings;
        this.objections = objections;
        this.entries = entries;
        this.contests = contests;
        this.notices = notices;
        this.calendars = calendars;
        this.access = access;
        this.outbox = outbox;
        this.audit = audit;
        this.clock = clock;
    }

    ResultsView publicise(Caller caller, UUID id) {
        var contest = organised(caller, id);
        if (contest.state() == OBJECTION_HANDLING) {
            // Only a corrected ranking starts the notice anew.
            return view(contests.move(id, OBJECTION_HANDLING));
        }
        return view(contests.show(id, PublicityRules.endOfNotice(clock.instant(), calendars.current())));
    }

    ResultsView finalise(Caller caller, UUID id) {
        var contest = notices.upToDate(organised(caller, id), calendars.current());
        refuseTooEarly(contest);
        var ranked = rankings.ofContest(id);
        if (ranked.stream().anyMatch(ranking -> ranking.enteredBy().equals(caller.account()))) {
            throw RankingProblem.OWN_RANKING.problem();
        }
        if (entries.takesPart(caller.account(), contest.eventIds())) {
            throw RankingProblem.OWN_EVENT.problem();
        }
        var result = contests.move(id, FINAL);
        for (var ranking : ranked) {
            outbox.publish(result(result, ranking));
        }
        audit.record("contest.finalise", "contest", id, Map.of());
        return view(result);
    }

    private ContestSnapshot organised(Caller caller, UUID id) {
        var contest = contests.lock(id);
        access.require(caller, contest.organiserId(), OFFICER);
        return contest;
    }

    private void refuseTooEarly(ContestSnapshot contest) {
        var end = contest.publicityEndsAt();
        if (end == null || !contest.state().isOnNotice()) {
            return;
        }
        var obstacles = PublicityRules.obstacles(clock.instant(), end, objections.pending(contest.id()));
        if (!obstacles.isEmpty()) {
            throw RankingProblem.RESULT_NOT_FINAL.with("reasons", obstacles).with("publicityEndsAt", end);
        }
    }

    private ResultFinal result(ContestSnapshot contest, Ranking ranking) {
        var event = contest.event(ranking.eventId());
        var taking = entries.of(ranking.eventId()).stream()
                .collect(Collectors.toMap(Entries.Entry::id, Function.identity()));
        var places = ranking.placings().stream()
                .filter(placing -> placing.rank() != null)
                .map(placing -> place(contest, placing, taking.get(placing.entryId())))
                .toList();
        return new ResultFinal(
                contest.id(),
                event.id(),
                contest.contestClass(),
                event.occupation(),
                contest.year(),
                ChinaTime.dayOf(clock.instant()),
                places.size(),
                places);
    }

    /** A place that nobody takes is refused, not left out: what was shown is what becomes final. */
    private static ResultFinal.Place place(ContestSnapshot contest, Placing placing, Entries.@Nullable Entry entry) {
        if (entry == null) {
            throw RankingProblem.RESULT_NOT_FINAL
                    .with("reasons", List.of(PublicityRules.Obstacle.ENTRY_LEFT))
                    .with("publicityEndsAt", Objects.requireNonNull(contest.publicityEndsAt()));
        }
        return new ResultFinal.Place(
                entry.id(), entry.memberId(), entry.personId(), Objects.requireNonNull(placing.rank()));
    }

    /** The results for everybody, as soon as they are shown. */
    ResultsView results(UUID id) {
        var contest = contests.look(id);
        if (!contest.state().showsResults()) {
            throw NOT_FOUND.problem();
        }
        return view(contest);
    }

    /** Those who have a place in an event, best first, as soon as results are shown. */
    List<Placing> placed(UUID event, Rankings.@Nullable Position after, int rows) {
        if (!contests.lookByEvent(event).state().showsResults()) {
            throw NOT_FOUND.problem();
        }
        return rankings.placed(event, after, rows);
    }

    private ResultsView view(ContestSnapshot contest) {
        var placed = rankings.placedByEvent(contest.id());
        return new ResultsView(
                contest.id(),
                contest.state(),
                !contest.state().isFinal(),
                contest.publicityEndsAt(),
                contest.events().stream()
                        .map(event -> new ResultsView.EventResults(
                                event.id(), event.trade(), event.occupation(), placed.getOrDefault(event.id(), 0)))
                        .toList());
    }
}
