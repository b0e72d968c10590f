package cn.zhigong.membership.organisation;

import cn.zhigong.platform.audit.Audit;
import cn.zhigong.platform.http.EntityTags;
import cn.zhigong.platform.http.MergePatch;
import cn.zhigong.platform.security.Caller;
import cn.zhigong.platform.time.Ids;
import com.fasterxml.jackson.databind.JsonNode;
import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The units that a union covers: its groups, and the employers whose workers it takes in. */
@Singleton
class Covering {

    private final Organisations organisations;
    private final UnionGroups groups;
    private final Employers employers;
    private final Authority authority;
    private final MergePatch patches;
    private final Audit audit;

    Covering(
            Organisations organisations,
            UnionGroups groups,
            Employers employers,
            Authority authority,
            MergePatch patches,
            Audit audit) {
        this.organisations = organisations;
        this.groups = groups;
        this.employers = employers;
        this.authority = authority;
        this.patches = patches;
        this.audit = audit;
    }

    @Transactional
    public GroupView formGroup(Caller caller, UUID organisation, UnionGroup.Facts facts) {
        var group = new UnionGroup(Ids.next(), keeper(caller, organisation).id(), facts);
        groups.persist(group);
        return written(group, "group.form");
    }

    @Transactional
    public GroupView correctGroup(Caller caller, UUID organisation, UUID id, @Nullable String ifMatch, JsonNode patch) {
        authority.requireToWork(caller, organisation);
        var group = groups.get(organisation, id);
        EntityTags.requireCurrent(ifMatch, group.version());
        group.correct(patches.apply(patch, group.facts(), UnionGroup.Facts.class));
        return written(group, "group.correct");
    }

    @Transactional
    public GroupView closeGroup(Caller caller, UUID organisation, UUID id) {
        authority.requireToWork(caller, organisation);
        var group = groups.get(organisation, id);
        group.close();
        return written(group, "group.close");
    }

    @Transactional
    public GroupView group(Caller caller, UUID organisation, UUID id) {
        authority.requireToSee(caller, organisation);
        return GroupView.of(groups.get(organisation, id));
    }

    @Transactional
    public List<GroupView> groups(Caller caller, UUID organisation, @Nullable UUID after, int most) {
        authority.requireToSee(caller, organisation);
        return groups.page(organisation, after, most).stream()
                .map(GroupView::of)
                .toList();
    }

    @Transactional
    public EmployerView cover(Caller caller, UUID organisation, Employer.New wanted) {
        var keeper = keeper(caller, organisation);
        Organising.requireDistrict(wanted.district());
        var creditCode = Objects.requireNonNull(
                AcceptedCreditCode.judge(wanted.creditCode(), wanted.creditCodeOverride(), null, caller.account()));
        var employer = new Employer(Ids.next(), creditCode, keeper.id(), wanted.facts());
        employers.persist(employer);
        return written(employer, "employer.cover");
    }

    @Transactional
    public EmployerView correctEmployer(
            Caller caller, UUID organisation, UUID id, @Nullable String ifMatch, JsonNode patch) {
        authority.requireToWork(caller, organisation);
        var employer = employers.get(organisation, id);
        EntityTags.requireCurrent(ifMatch, employer.version());
        var facts = patches.apply(patch, employer.facts(), Employer.Facts.class);
        Organising.requireDistrict(facts.district());
        employer.correct(facts);
        return written(employer, "employer.correct");
    }

    /** Another union covers the employer from now on; needs a grant over both. */
    @Transactional
    public EmployerView moveEmployer(Caller caller, UUID organisation, UUID id, UUID newOrganisation) {
        authority.requireToWork(caller, organisation);
        var employer = employers.get(organisation, id);
        employer.moveTo(keeper(caller, newOrganisation).id());
        return written(employer, "employer.move");
    }

    @Transactional
    public EmployerView employer(Caller caller, UUID organisation, UUID id) {
        authority.requireToSee(caller, organisation);
        return EmployerView.of(employers.get(organisation, id));
    }

    @Transactional
    public List<EmployerView> employers(Caller caller, UUID organisation, @Nullable UUID after, int most) {
        authority.requireToSee(caller, organisation);
        return employers.page(organisation, after, most).stream()
                .map(EmployerView::of)
                .toList();
    }

    private Organisation keeper(Caller caller, UUID organisation) {
        authority.requireToWork(caller, organisation);
        organisations.lock(organisation);
        return organisations.keeperOfUnits(organisation);
    }

    private GroupView written(UnionGroup group, String action) {
        groups.write();
        audit.record(action, "organisation", group.organisationId(), Map.of("group", group.id()));
        return GroupView.of(group);
    }

    private EmployerView written(Employer employer, String action) {
        employers.write();
        audit.record(action, "organisation", employer.organisationId(), Map.of("employer", employer.id()));
        return EmployerView.of(employer);
    }
}
