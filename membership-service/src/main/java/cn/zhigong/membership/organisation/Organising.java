package cn.zhigong.membership.organisation;

import static cn.zhigong.membership.organisation.OrganisationProblem.PARENT_NOT_ABOVE;
import static cn.zhigong.membership.organisation.OrganisationProblem.TREE_TOO_DEEP;
import static cn.zhigong.platform.problem.CommonProblem.FORBIDDEN;
import static cn.zhigong.platform.problem.CommonProblem.INVALID_CONTENT;

import cn.zhigong.platform.audit.Audit;
import cn.zhigong.platform.directory.Directory;
import cn.zhigong.platform.directory.GrantRole;
import cn.zhigong.platform.event.Outbox;
import cn.zhigong.platform.http.EntityTags;
import cn.zhigong.platform.http.MergePatch;
import cn.zhigong.platform.reference.Division;
import cn.zhigong.platform.reference.Divisions;
import cn.zhigong.platform.reference.OrganisationNumber;
import cn.zhigong.platform.security.Access;
import cn.zhigong.platform.security.Caller;
import cn.zhigong.platform.time.Ids;
import com.fasterxml.jackson.databind.JsonNode;
import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Entering, reading and correcting organisations; {@link Restructuring} changes the tree. */
@Singleton
class Organising {

    /** The seat in the number of an organisation of which no district is known: the municipality. */
    private static final String CITY = "310000";

    /** The system line of bureaus that name none of their own. */
    private static final int FIRST_BUREAU_LINE = 1;

    private final Organisations organisations;
    private final Tree tree;
    private final Authority authority;
    private final Catchments catchments;
    private final Access access;
    private final MergePatch patches;
    private final Outbox outbox;
    private final Audit audit;
    private final InstantSource clock;

    Organising(
            Organisations organisations,
            Tree tree,
            Authority authority,
            Catchments catchments,
            Access access,
            MergePatch patches,
            Outbox outbox,
            Audit audit,
            InstantSource clock) {
        this.organisations = organisations;
        this.tree = tree;
        this.authority = authority;
        this.catchments = catchments;
        this.access = access;
        this.patches = patches;
        this.outbox = outbox;
        this.audit = audit;
        this.clock = clock;
    }

    @Transactional
    public OrganisationView enter(Caller caller, NewOrganisation wanted) {
        tree.lockForLeaf();
        var parent = parentOf(caller, wanted);
        var facts = wanted.facts();
        requireDistrict(facts.district());
        catchments.require(caller, wanted.kind(), facts, parent);
        var creditCode =
                AcceptedCreditCode.judge(facts.creditCode(), facts.creditCodeOverride(), null, caller.account());
        var entered = new Organisation(place(wanted, parent), wanted.kind(), facts, creditCode, clock.instant());
        organisations.persist(entered);
        organisations.write();
        tree.recordParent(entered.id(), entered.parentId(), caller.account(), null, clock.instant());
        outbox.publish(entered.changed());
        audit.record("organisation.enter", "organisation", entered.id(), Map.of("kind", wanted.kind()));
        return OrganisationView.of(entered);
    }

    private @Nullable Organisation parentOf(Caller caller, NewOrganisation wanted) {
        if (!OrganisationRules.levelFits(wanted.kind(), wanted.level())) {
            throw INVALID_CONTENT.at("level", "CONTRADICTS_KIND");
        }
        if (wanted.parentId() == null) {
            if (!wanted.kind().isRoot()) {
                throw INVALID_CONTENT.at("parentId", "REQUIRED");
            }
            if (!caller.is(Access.ADMIN)) {
                throw FORBIDDEN.with("needed", Access.ADMIN);
            }
            return null;
        }
        authority.requireToWork(caller, wanted.parentId());
        var parent = organisations.active(wanted.parentId());
        if (!OrganisationRules.maySitUnder(wanted.kind(), parent.kind())) {
            throw PARENT_NOT_ABOVE.with("kind", wanted.kind()).with("parentKind", parent.kind());
        }
        if (OrganisationRules.depth(parent.path()) >= OrganisationRules.MAX_DEPTH) {
            throw TREE_TOO_DEEP.with("deepest", OrganisationRules.MAX_DEPTH);
        }
        return parent;
    }

    private Organisation.Place place(NewOrganisation wanted, @Nullable Organisation parent) {
        var line = Objects.requireNonNullElseGet(wanted.line(), () -> lineBelow(parent, wanted.kind()));
        var serial = tree.nextSerial();
        var code = wanted.code();
        while (code == null) {
            var issued = OrganisationNumber.of(seat(wanted, parent), line, (int) serial)
                    .value();
            if (tree.isCodeTaken(issued)) {
                serial = tree.nextSerial();
            } else {
                code = issued;
            }
        }
        var parentPath = parent == null ? Directory.ROOT : parent.path();
        return new Organisation.Place(Ids.next(), serial, code, line, wanted.parentId(), parentPath);
    }

    private static int lineBelow(@Nullable Organisation parent, OrganisationKind kind) {
        if (kind == OrganisationKind.INDUSTRY_BUREAU) {
            return FIRST_BUREAU_LINE;
        }
        return parent == null ? 0 : parent.line();
    }

    private static String seat(NewOrganisation wanted, @Nullable Organisation parent) {
        var inherited = parent == null ? null : parent.district();
        return Objects.requireNonNullElse(wanted.district(), Objects.requireNonNullElse(inherited, CITY));
    }

    @Transactional
    public OrganisationView read(Caller caller, UUID id) {
        authority.requireToSee(caller, id);
        return OrganisationView.of(organisations.get(id));
    }

    /** A row of a list with the key that pages go by. */
    record Row(OrganisationView view, String path) {}

    /** The first organisations after a path that the caller may see. */
    @Transactional
    public List<Row> list(Caller caller, @Nullable UUID under, Tree.Filter filter, @Nullable String after, int most) {
        var subtrees = access.visible(caller, under, GrantRole.VIEWER);
        var leaves = tree.page(subtrees.tops(), filter, after, most);
        var found = organisations.byId(leaves.stream().map(Tree.Leaf::id).toList());
        return leaves.stream()
                .map(leaf -> new Row(OrganisationView.of(Objects.requireNonNull(found.get(leaf.id()))), leaf.path()))
                .toList();
    }

    @Transactional
    public List<Tree.Parenthood> parents(Caller caller, UUID id, @Nullable Instant asOf) {
        authority.requireToSee(caller, id);
        return tree.parents(id, asOf);
    }

    @Transactional
    public OrganisationView correct(Caller caller, UUID id, @Nullable String ifMatch, JsonNode patch) {
        authority.requireToWork(caller, id);
        var organisation = organisations.active(id);
        EntityTags.requireCurrent(ifMatch, organisation.version());
        var facts = patches.apply(patch, organisation.facts(), OrganisationFacts.class);
        requireDistrict(facts.district());
        if (organisation.kind().isFoundByPlace()
                && !facts.catchment().equals(organisation.facts().catchment())) {
            authority.requireAbove(caller, organisation);
            catchments.require(caller, organisation.kind(), facts, organisations.above(organisation));
        }
        var creditCode = AcceptedCreditCode.judge(
                facts.creditCode(), facts.creditCodeOverride(), organisation.creditCode(), caller.account());
        organisation.correct(facts, creditCode);
        organisations.write();
        outbox.publish(organisation.changed());
        var fields = patch.propertyStream().map(Map.Entry::getKey).toList();
        audit.record("organisation.correct", "organisation", id, Map.of("fields", fields));
        return OrganisationView.of(organisation);
    }

    static void requireDistrict(@Nullable String district) {
        if (district != null
                && Divisions.shipped()
                        .find(district)
                        .filter(Division::isCurrent)
                        .isEmpty()) {
            throw INVALID_CONTENT.at("district", "NOT_FOUND");
        }
    }
}
