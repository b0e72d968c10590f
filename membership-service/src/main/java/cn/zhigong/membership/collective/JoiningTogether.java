package cn.zhigong.membership.collective;

import static cn.zhigong.platform.problem.CommonProblem.INVALID_CONTENT;

import cn.zhigong.membership.joincode.JoinCodes;
import cn.zhigong.membership.joining.Reviewing;
import cn.zhigong.membership.organisation.OrganisationHolds;
import cn.zhigong.membership.organisation.UnionFinder;
import cn.zhigong.platform.audit.Audit;
import cn.zhigong.platform.directory.GrantRole;
import cn.zhigong.platform.security.Access;
import cn.zhigong.platform.security.Caller;
import cn.zhigong.platform.time.Ids;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What officers do to let many join at once. */
@ApplicationScoped
class JoiningTogether {

    private final CollectiveJoinings batches;
    private final Reviewing reviewing;
    private final JoinCodes codes;
    private final UnionFinder unions;
    private final OrganisationHolds holds;
    private final Access access;
    private final Audit audit;
    private final InstantSource clock;

    JoiningTogether(
            CollectiveJoinings batches,
            Reviewing reviewing,
            JoinCodes codes,
            UnionFinder unions,
            OrganisationHolds holds,
            Access access,
            Audit audit,
            InstantSource clock) {
        this.batches = batches;
        this.reviewing = reviewing;
        this.codes = codes;
        this.unions = unions;
        this.holds = holds;
        this.access = access;
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
        var paths = access.visiblePaths(officer, under, GrantRole.VIEWER);
        return batches.below(paths, after, limit).stream().map(this::view).toList();
    }

    /** Approves everybody who awaits a decision; identities that failed and transfers stay as they are. */
    @Transactional
    List<Reviewing.Outcome> approve(Caller officer, UUID id, String minutes) {
        var batch = batches.locked(id);
        access.require(officer, batch.organisationId(), GrantRole.REVIEWER);
        var outcomes = reviewing.approveCollectively(officer, batch.joinCodeId());
        batch.approve(minutes, officer.account(), clock.instant());
        audit.record("collective-joining.approve", "collective-joining", id, Map.of("applications", outcomes.size()));
        return outcomes;
    }

    private CollectiveJoiningView view(CollectiveJoining batch) {
        return CollectiveJoiningView.of(batch, reviewing.countsOf(batch.joinCodeId()));
    }
}
