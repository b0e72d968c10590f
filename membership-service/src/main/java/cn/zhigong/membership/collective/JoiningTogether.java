package cn.zhigong.membership.collective;

import static cn.zhigong.platform.problem.CommonProblem.INVALID_CONTENT;

import cn.zhigong.membership.joincode.JoinCodes;
import cn.zhigong.membership.joining.Reviewing;
import cn.zhigong.membership.joining.Together;
import cn.zhigong.membership.organisation.OrganisationHolds;
import cn.zhigong.membership.organisation.UnionFinder;
import cn.zhigong.platform.audit.Audit;
import cn.zhigong.platform.directory.GrantRole;
import cn.zhigong.platform.job.Jobs;
import cn.zhigong.platform.security.Access;
import cn.zhigong.platform.security.Caller;
import cn.zhigong.platform.sql.Portions;
import cn.zhigong.platform.time.Ids;
import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What officers do to let many join at once. */
@Singleton
class JoiningTogether {

    private static final String JOB = "collective-joining";
    private static final int PORTION = 100;

    private final CollectiveJoinings batches;
    private final Reviewing reviewing;
    private final JoinCodes codes;
    private final UnionFinder unions;
    private final OrganisationHolds holds;
    private final Access access;
    private final Jobs jobs;
    private final Audit audit;
    private final InstantSource clock;

    JoiningTogether(
            CollectiveJoinings batches,
            Reviewing reviewing,
            JoinCodes codes,
            UnionFinder unions,
            OrganisationHolds holds,
            Access access,
            Jobs jobs,
            Audit audit,
            InstantSource clock) {
        this.batches = batches;
        this.reviewing = reviewing;
        this.codes = codes;
        this.unions = unions;
        this.holds = holds;
        this.access = access;
        this.jobs = jobs;
        this.audit = audit;
        this.clock = clock;
    }

    @Transactional
    CollectiveJoiningView prepare(Caller officer, NewCollectiveJoining wanted) {
        access.require(officer, wanted.organisationId(), GrantRole.REVIEWER);
        holds.hold(wanted.organisationId());
        if (!codes.isOf(wanted.organisationId(), wanted.joinCodeId())) {
            throw INVALID_CONTENT.at("joinCodeId", "NOT_FOUND");
        }
        if (wanted.groupId() != null && !unions.hasGroup(wanted.organisationId(), wanted.groupId())) {
            throw INVALID_CONTENT.at("groupId", "NOT_FOUND");
        }
        var batch = new CollectiveJoining(Ids.next(), wanted, officer.account(), clock.instant());
        batches.file(batch);
        audit.record("collective-joining.prepare", "collective-joining", batch.id(), Map.of());
        return view(batch);
    }

    @Transactional
    CollectiveJoiningView read(Caller officer, UUID id) {
        var batch = batches.get(id);
        access.require(officer, batch.organisationId(), GrantRole.VIEWER);
        return view(batch);
    }

    @Transactional
    List<CollectiveJoiningView> list(Caller officer, @Nullable UUID under, @Nullable UUID after, int limit) {
        var subtrees = access.visible(officer, under, GrantRole.VIEWER);
        var found = batches.within(subtrees, after, limit);
        var counts = reviewing.countsOf(
                found.stream().map(CollectiveJoining::joinCodeId).toList());
        return found.stream().map(batch -> view(batch, counts)).toList();
    }

    /** Records the decision about everybody who awaits one, and the job that carries it out. */
    @Transactional
    Jobs.Job approve(Caller officer, UUID id, String minutes) {
        var batch = batches.locked(id);
        access.require(officer, batch.organisationId(), GrantRole.REVIEWER);
        batch.approve(minutes, officer.account(), clock.instant());
        var waiting = reviewing.countUnderReview(batch.joinCodeId());
        audit.record("collective-joining.approve", "collective-joining", id, Map.of("applications", waiting));
        return jobs.start(JOB, officer, waiting, progress -> carryOut(officer, id, progress));
    }

    /**
     * Admits them, a portion in each transaction; identities that failed and transfers stay as they are.
     *
     * @return how many came to which end
     */
    private String carryOut(Caller officer, UUID id, Jobs.Progress progress) {
        var outcomes = new ArrayList<Reviewing.Outcome>();
        Portions.each(
                PORTION,
                (Reviewing.@Nullable Outcome last) -> {
                    var portion = portion(officer, id, last == null ? new UUID(0, 0) : last.id());
                    outcomes.addAll(portion);
                    return portion;
                },
                progress::done);
        return outcomes.stream()
                .collect(Collectors.groupingBy(JoiningTogether::end, TreeMap::new, Collectors.counting()))
                .entrySet()
                .stream()
                .map(end -> end.getKey() + " " + end.getValue())
                .collect(Collectors.joining(", "));
    }

    /** The batch is locked, so that two approvals of it take turns instead of meeting each other's applicants. */
    private List<Reviewing.Outcome> portion(Caller officer, UUID id, UUID after) {
        var batch = batches.locked(id);
        var group = batch.groupId();
        var open = group != null && unions.hasGroup(batch.organisationId(), group);
        var together = new Together(batch.joinCodeId(), batch.organisationId(), open ? group : null);
        return reviewing.approveCollectively(officer, together, after, PORTION);
    }

    private static String end(Reviewing.Outcome outcome) {
        return outcome.code() == null ? String.valueOf(outcome.state()) : outcome.code();
    }

    private CollectiveJoiningView view(CollectiveJoining batch) {
        return view(batch, reviewing.countsOf(List.of(batch.joinCodeId())));
    }

    private static CollectiveJoiningView view(CollectiveJoining batch, Map<UUID, Map<String, Integer>> counts) {
        return CollectiveJoiningView.of(batch, counts.getOrDefault(batch.joinCodeId(), Map.of()));
    }
}
