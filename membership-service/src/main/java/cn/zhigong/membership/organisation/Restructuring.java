package cn.zhigong.membership.organisation;

import static cn.zhigong.membership.organisation.OrganisationProblem.HAS_ACTIVE_CHILDREN;
import static cn.zhigong.membership.organisation.OrganisationProblem.MERGER_ACROSS_LEVELS;
import static cn.zhigong.membership.organisation.OrganisationProblem.ORGANISATION_CYCLE;
import static cn.zhigong.membership.organisation.OrganisationProblem.ORGANISATION_IN_USE;
import static cn.zhigong.membership.organisation.OrganisationProblem.PARENT_NOT_ABOVE;
import static cn.zhigong.membership.organisation.OrganisationProblem.ROOT_IS_FIXED;
import static cn.zhigong.membership.organisation.OrganisationProblem.TREE_TOO_DEEP;

import cn.zhigong.platform.audit.Audit;
import cn.zhigong.platform.event.Outbox;
import cn.zhigong.platform.security.Caller;
import io.quarkus.arc.All;
import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Changes the tree of organisations: moves, dissolutions, mergers; one at a time, under the tree's lock. */
@Singleton
class Restructuring {

    private final Organisations organisations;
    private final Tree tree;
    private final Authority authority;
    private final Catchments catchments;
    private final OrganisationHolds holds;
    private final List<HeldAtOrganisations> holders;
    private final Outbox outbox;
    private final Audit audit;
    private final InstantSource clock;

    Restructuring(
            Organisations organisations,
            Tree tree,
            Authority authority,
            Catchments catchments,
            OrganisationHolds holds,
            @All List<HeldAtOrganisations> holders,
            Outbox outbox,
            Audit audit,
            InstantSource clock) {
        this.organisations = organisations;
        this.tree = tree;
        this.authority = authority;
        this.catchments = catchments;
        this.holds = holds;
        this.holders = holders;
        this.outbox = outbox;
        this.audit = audit;
        this.clock = clock;
    }

    @Transactional
    public OrganisationView move(Caller caller, UUID id, UUID newParentId, String reason) {
        var moved = locked(caller, id);
        authority.requireToWork(caller, newParentId);
        var parent = organisations.active(newParentId);
        if (!newParentId.equals(moved.parentId())) {
            placeUnder(moved, parent, reason, caller);
            audit.record("organisation.move", "organisation", id, Map.of("newParentId", newParentId));
        }
        return OrganisationView.of(moved);
    }

    /** Ends an organisation. What is held at it passes to the successor; without one nothing may be held. */
    @Transactional
    public OrganisationView dissolve(Caller caller, UUID id, String reason, @Nullable UUID successorId) {
        var dissolved = ending(caller, id);
        var children = tree.activeChildren(id).size();
        if (children > 0) {
            throw HAS_ACTIVE_CHILDREN.with("children", children);
        }
        if (successorId == null) {
            requireEmpty(id);
        } else {
            passOn(dissolved, successor(caller, dissolved, successorId));
        }
        dissolved.dissolve(reason, successorId, caller.account(), clock.instant());
        return ended(dissolved, "organisation.dissolve");
    }

    /** Ends an organisation in favour of another of its level, which takes over its children and what it holds. */
    @Transactional
    public OrganisationView merge(Caller caller, UUID id, UUID intoId, String reason) {
        var merged = ending(caller, id);
        var into = successor(caller, merged, intoId);
        if (into.level() != merged.level()) {
            throw MERGER_ACROSS_LEVELS.with("level", merged.level()).with("otherLevel", into.level());
        }
        passOn(merged, into);
        for (var child : tree.activeChildren(id)) {
            placeUnder(organisations.get(child), into, reason, caller);
        }
        merged.mergeInto(intoId, reason, caller.account(), clock.instant());
        return ended(merged, "organisation.merge");
    }

    /** An organisation that the caller may decide about, with the tree held still. */
    private Organisation locked(Caller caller, UUID id) {
        tree.lock();
        var organisation = organisations.locked(id);
        authority.requireAbove(caller, organisation);
        if (organisation.kind().isRoot()) {
            throw ROOT_IS_FIXED.problem();
        }
        organisation.requireActive();
        return organisation;
    }

    /** The same, while nothing more is put there. */
    private Organisation ending(Caller caller, UUID id) {
        var organisation = locked(caller, id);
        holds.end(id);
        return organisation;
    }

    private void placeUnder(Organisation moved, Organisation parent, String reason, Caller caller) {
        var from = moved.path();
        if (OrganisationRules.isWithin(parent.path(), from)) {
            throw ORGANISATION_CYCLE.problem();
        }
        if (!OrganisationRules.maySitUnder(moved.kind(), parent.kind())) {
            throw PARENT_NOT_ABOVE.with("kind", moved.kind()).with("parentKind", parent.kind());
        }
        catchments.requireToFit(moved, parent);
        if (OrganisationRules.depth(parent.path()) + tree.height(from) > OrganisationRules.MAX_DEPTH) {
            throw TREE_TOO_DEEP.with("deepest", OrganisationRules.MAX_DEPTH);
        }
        moved.moveTo(parent.id());
        organisations.write();
        tree.repath(from, parent.path() + moved.label() + "/");
        tree.recordParent(moved.id(), parent.id(), caller.account(), reason, clock.instant());
        outbox.publish(moved.changed());
    }

    private void requireEmpty(UUID id) {
        var held = holders.stream()
                .filter(holder -> holder.heldAt(id))
                .map(HeldAtOrganisations::what)
                .sorted()
                .toList();
        if (!held.isEmpty()) {
            throw ORGANISATION_IN_USE.with("holds", held);
        }
    }

    private Organisation successor(Caller caller, Organisation ended, UUID successorId) {
        authority.requireToWork(caller, successorId);
        var successor = organisations.active(successorId);
        if (OrganisationRules.isWithin(successor.path(), ended.path())) {
            throw ORGANISATION_CYCLE.problem();
        }
        return successor;
    }

    private void passOn(Organisation ended, Organisation successor) {
        holders.stream()
                .filter(holder -> holder.heldAt(ended.id()))
                .forEach(holder -> holder.passOn(ended.id(), successor.id()));
    }

    private OrganisationView ended(Organisation organisation, String action) {
        organisations.write();
        outbox.publish(organisation.changed());
        audit.record(action, "organisation", organisation.id(), Map.of());
        return OrganisationView.of(organisation);
    }
}
