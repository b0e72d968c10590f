package cn.zhigong.rights.intake;

import static cn.zhigong.platform.problem.CommonProblem.NOT_FOUND;

import cn.zhigong.platform.audit.Audit;
import cn.zhigong.platform.directory.Directory;
import cn.zhigong.platform.directory.GrantRole;
import cn.zhigong.platform.security.Access;
import cn.zhigong.platform.security.Caller;
import cn.zhigong.rights.clock.Deadlines;
import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Shows disputes to those who may see them. What was told in confidence is for the claimant, and for officers and
 * mediators who can act on the case; that they read it is recorded. Auditors and administrators see the case without.
 */
@Singleton
class Casebook {

    private final Disputes disputes;
    private final Secrecy secrecy;
    private final Deadlines deadlines;
    private final Directory directory;
    private final Access access;
    private final Audit audit;
    private final InstantSource clock;

    Casebook(
            Disputes disputes,
            Secrecy secrecy,
            Deadlines deadlines,
            Directory directory,
            Access access,
            Audit audit,
            InstantSource clock) {
        this.disputes = disputes;
        this.secrecy = secrecy;
        this.deadlines = deadlines;
        this.directory = directory;
        this.access = access;
        this.audit = audit;
        this.clock = clock;
    }

    @Transactional
    DisputeView read(UUID id, Caller caller) {
        var dispute = disputes.get(id);
        var view = DisputeView.of(dispute, deadlines.of(id), clock.instant());
        if (dispute.isOf(caller.account())) {
            return view.with(secrecy.unlocked(dispute));
        }
        if (!isStaff(caller)) {
            throw NOT_FOUND.problem();
        }
        access.require(caller, dispute.organisationId(), GrantRole.VIEWER);
        if (!handles(caller, dispute)) {
            return view;
        }
        audit.record("dispute.read-confidential", "dispute", id, Map.of("fields", List.of("confidential")));
        return view.with(secrecy.unlocked(dispute));
    }

    /** The caller's own; the newest last. */
    @Transactional
    List<DisputeView> own(Caller caller, @Nullable DisputeState state, @Nullable UUID after, int limit) {
        return shown(disputes.ofClaimant(caller.account(), state, after, limit));
    }

    /** Those of the organisations that the caller has grants over. */
    @Transactional
    List<DisputeView> entrusted(
            Caller caller, @Nullable UUID under, @Nullable DisputeState state, @Nullable UUID after, int limit) {
        var subtrees = access.visible(caller, under, GrantRole.VIEWER);
        return shown(disputes.within(subtrees, state, after, limit));
    }

    private List<DisputeView> shown(List<Dispute> found) {
        var now = clock.instant();
        return found.stream()
                .map(dispute -> DisputeView.of(dispute, List.of(), now))
                .toList();
    }

    static boolean isStaff(Caller caller) {
        return acts(caller) || caller.is(Access.AUDITOR) || caller.is(Access.ADMIN);
    }

    private static boolean acts(Caller caller) {
        return caller.is("officer") || caller.is("mediator");
    }

    /** By a grant of their own: the platform's administrators, who pass everywhere else, do not pass here. */
    private boolean handles(Caller caller, Dispute dispute) {
        var held = acts(caller) ? directory.heldRole(caller.account(), dispute.organisationId()) : null;
        return held != null && held.includes(GrantRole.REVIEWER);
    }
}
