package cn.zhigong.competition.contest;

import static cn.zhigong.platform.directory.GrantRole.CHAIR;
import static cn.zhigong.platform.directory.GrantRole.OFFICER;
import static cn.zhigong.platform.directory.GrantRole.VIEWER;
import static cn.zhigong.platform.problem.CommonProblem.FORBIDDEN;
import static cn.zhigong.platform.problem.CommonProblem.INVALID_CONTENT;
import static cn.zhigong.platform.problem.CommonProblem.NOT_FOUND;

import cn.zhigong.platform.audit.Audit;
import cn.zhigong.platform.directory.Directory;
import cn.zhigong.platform.event.Outbox;
import cn.zhigong.platform.http.EntityTags;
import cn.zhigong.platform.http.MergePatch;
import cn.zhigong.platform.security.Access;
import cn.zhigong.platform.security.Caller;
import cn.zhigong.platform.security.Subtrees;
import cn.zhigong.platform.time.Ids;
import com.fasterxml.jackson.databind.JsonNode;
import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** What the organiser and the union above it do with a contest. */
@Singleton
@Transactional
class Organising {

    private final Contests contests;
    private final Access access;
    private final Directory directory;
    private final MergePatch patches;
    private final Outbox outbox;
    private final Audit audit;
    private final InstantSource clock;

    Organising(
            Contests contests,
            Access access,
            Directory directory,
            MergePatch patches,
            Outbox outbox,
            Audit audit,
            InstantSource clock) {
        this.contests = contests;
        this.access = access;
        this.directory = directory;
        this.patches = patches;
        this.outbox = outbox;
        this.audit = audit;
        this.clock = clock;
    }

    ContestView draft(Caller caller, ContestPlan plan) {
        access.require(caller, plan.organiserId(), OFFICER);
        if (directory.find(plan.organiserId()).isEmpty()) {
            throw INVALID_CONTENT.at("organiserId", "NOT_FOUND");
        }
        refuseUnfit(plan);
        var contest = new Contest(Ids.next(), caller.account(), plan);
        contests.persist(contest);
        return said("contest.draft", contest, contest.changed());
    }

    ContestView revise(Caller caller, UUID id, @Nullable String ifMatch, JsonNode patch) {
        var contest = organised(caller, id);
        EntityTags.requireCurrent(ifMatch, contest.revision());
        var plan = patches.apply(patch, contest.plan(), ContestPlan.class);
        if (!plan.organiserId().equals(contest.organiserId())) {
            throw INVALID_CONTENT.at("organiserId", "FIXED");
        }
        refuseUnfit(plan);
        return said("contest.revise", contest, contest.revise(plan, caller.account()));
    }

    private void refuseUnfit(ContestPlan plan) {
        var wrong = classFlaw(plan);
        if (wrong.isPresent()) {
            throw INVALID_CONTENT.at("contestClass", wrong.get());
        }
    }

    /**
     * The organiser may have moved since the plan was written: a union that confers the class must be the one above.
     */
    private void refuseClassNoLongerFit(Contest contest) {
        var wrong = classFlaw(contest.plan());
        if (wrong.isPresent()) {
            throw ContestProblem.CLASS_NO_LONGER_FITS.at("contestClass", wrong.get());
        }
    }

    /** Only contests of skills have a class, and a class only where reach and the approving union carry it. */
    private Optional<String> classFlaw(ContestPlan plan) {
        var wanted = plan.contestClass();
        if (plan.kind() != ContestKind.SKILLS) {
            return wanted == null ? Optional.empty() : Optional.of("CLASS_FOR_SKILLS_ONLY");
        }
        if (wanted == null) {
            return Optional.of("REQUIRED");
        }
        if (!wanted.fits(plan.level())) {
            return Optional.of("CLASS_BEYOND_LEVEL");
        }
        var approving = directory.parent(plan.organiserId()).orElse(plan.organiserId());
        var conferred = directory.find(approving).filter(union -> wanted.isConferredAt(union.level()));
        return conferred.isPresent() ? Optional.empty() : Optional.of("CLASS_BEYOND_AUTHORITY");
    }

    /** Takes a step that is the organiser's to take. */
    ContestView byOrganiser(Caller caller, UUID id, String action, Function<Contest, ContestEvent.Changed> step) {
        var contest = organised(caller, id);
        return said(action, contest, step.apply(contest));
    }

    ContestView file(Caller caller, UUID id) {
        return byOrganiser(caller, id, "contest.file", contest -> {
            var filed = contest.file(caller.account());
            refuseClassNoLongerFit(contest);
            return filed;
        });
    }

    ContestView publish(Caller caller, UUID id) {
        return byOrganiser(caller, id, "contest.publish", contest -> contest.publish(clock.instant()));
    }

    ContestView approve(Caller caller, UUID id) {
        var contest = toDecideOn(caller, id);
        var approved = contest.become(ContestState.APPROVED);
        refuseClassNoLongerFit(contest);
        return said("contest.approve", contest, approved);
    }

    ContestView sendBack(Caller caller, UUID id, String reason) {
        var contest = toDecideOn(caller, id);
        return said("contest.return", contest, contest.sendBack(reason));
    }

    /**
     * The union above the organiser decides; for the root, which has none, its chair. Nobody decides on work of their
     * own, administrators no more than others.
     */
    private Contest toDecideOn(Caller caller, UUID id) {
        var contest = contests.locked(id);
        var above = directory.parent(contest.organiserId());
        access.require(caller, contest.organiserId(), above.isEmpty() ? CHAIR : VIEWER);
        // The organiser's own people know the contest, so they hear that they may not, not that there is none.
        if (above.isPresent() && !access.allows(caller, above.get(), OFFICER)) {
            throw FORBIDDEN.with("needed", OFFICER);
        }
        if (contest.isWorkOf(caller.account())) {
            throw ContestProblem.OWN_FILING.problem();
        }
        return contest;
    }

    /** A published contest is everybody's to see, another one only that of officers over its organiser. */
    ContestView look(Caller caller, UUID id) {
        var contest = contests.get(id);
        var insider = access.allows(caller, contest.organiserId(), VIEWER);
        return ContestView.of(visible(caller, contest), insider);
    }

    List<ContestView> list(
            Caller caller, @Nullable ContestState state, @Nullable Integer year, @Nullable UUID after, int rows) {
        var subtrees = caller.isKnown() ? access.visible(caller, null, VIEWER) : Subtrees.NONE;
        return contests.after(after, rows, new Contests.Wanted(state, year, subtrees)).stream()
                .map(contest -> ContestView.of(contest, false))
                .toList();
    }

    private Contest organised(Caller caller, UUID id) {
        var contest = contests.locked(id);
        access.require(caller, contest.organiserId(), OFFICER);
        return contest;
    }

    private Contest visible(Caller caller, Contest contest) {
        if (contest.publishedAt() == null && !access.allows(caller, contest.organiserId(), VIEWER)) {
            throw NOT_FOUND.problem();
        }
        return contest;
    }

    private ContestView said(String action, Contest contest, ContestEvent.Changed event) {
        outbox.publish(event);
        audit.record(action, "contest", contest.id(), Map.of("state", contest.state()));
        return ContestView.of(contest, true);
    }
}
