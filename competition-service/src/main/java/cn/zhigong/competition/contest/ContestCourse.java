package cn.zhigong.competition.contest;

import static jakarta.transaction.Transactional.TxType.MANDATORY;

import cn.zhigong.platform.audit.Audit;
import cn.zhigong.platform.event.Outbox;
import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** The course of a contest for the features that move it on: registration, ranking, publicity. */
@Singleton
@Transactional(MANDATORY)
public class ContestCourse {

    private final Contests contests;
    private final Outbox outbox;
    private final Audit audit;
    private final InstantSource clock;

    ContestCourse(Contests contests, Outbox outbox, Audit audit, InstantSource clock) {
        this.contests = contests;
        this.outbox = outbox;
        this.audit = audit;
        this.clock = clock;
    }

    /** A contest as it is now. */
    public ContestSnapshot look(UUID contest) {
        return ContestSnapshot.of(contests.get(contest));
    }

    /** The contest of an event as it is now. */
    public ContestSnapshot lookByEvent(UUID event) {
        return look(contests.ofEvent(event));
    }

    /** The contest of an event, which does not change before the transaction ends. */
    public ContestSnapshot holdByEvent(UUID event) {
        return ContestSnapshot.of(contests.held(contests.ofEvent(event)));
    }

    /** A contest that only this transaction can change. */
    public ContestSnapshot lock(UUID contest) {
        return ContestSnapshot.of(contests.locked(contest));
    }

    /** The contest of an event, which only this transaction can change. */
    public ContestSnapshot lockByEvent(UUID event) {
        return lock(contests.ofEvent(event));
    }

    /** Takes one step of the table. */
    public ContestSnapshot move(UUID id, ContestState next) {
        var contest = contests.locked(id);
        return said(contest, contest.become(next));
    }

    /** Shows the provisional list, anew when an objection has changed it. */
    public ContestSnapshot show(UUID id, Instant until) {
        var contest = contests.locked(id);
        return said(contest, contest.showUntil(until, clock.instant()));
    }

    /** The contests whose provisional list is shown now. */
    public List<UUID> onNotice() {
        return contests.onNotice();
    }

    /** The list that is shown stays so until another time. */
    public ContestSnapshot moveEndOfNotice(UUID id, Instant until) {
        var contest = contests.locked(id);
        return said(contest, contest.shownUntil(until));
    }

    private ContestSnapshot said(Contest contest, ContestEvent.Changed event) {
        outbox.publish(event);
        audit.record("contest.move", "contest", contest.id(), Map.of("state", contest.state()));
        return ContestSnapshot.of(contest);
    }
}
