package cn.zhigong.membership.member;

import static java.util.Objects.requireNonNull;

import cn.zhigong.platform.audit.Audit;
import cn.zhigong.platform.directory.GrantRole;
import cn.zhigong.platform.reference.IdentityDocument;
import cn.zhigong.platform.reference.MobilePhone;
import cn.zhigong.platform.security.Access;
import cn.zhigong.platform.security.Caller;
import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** How officers find the members of their unions, and nobody else's. */
@Singleton
class Looking {

    private static final int MOST_FOUND = 20;

    private final Members members;
    private final Persons persons;
    private final Seals seals;
    private final Access access;
    private final Audit audit;
    private final Lookups lookups;

    Looking(Members members, Persons persons, Seals seals, Access access, Audit audit, Lookups lookups) {
        this.members = members;
        this.persons = persons;
        this.seals = seals;
        this.access = access;
        this.audit = audit;
        this.lookups = lookups;
    }

    @Transactional
    MemberView read(Caller officer, UUID id) {
        var member = members.get(id);
        access.require(officer, member.organisationId(), GrantRole.VIEWER);
        return masked(List.of(member)).getFirst();
    }

    @Transactional
    List<MemberView> list(
            Caller officer,
            @Nullable UUID under,
            @Nullable MemberState state,
            @Nullable WorkerGroup workerGroup,
            @Nullable String number,
            @Nullable UUID after,
            int limit) {
        var wanted = new Members.Wanted(
                access.visible(officer, under, GrantRole.VIEWER),
                state == null ? null : state.name(),
                workerGroup == null ? null : workerGroup.name(),
                number,
                after,
                limit);
        return masked(members.wanted(wanted));
    }

    @Transactional
    List<MemberView> searchByIdentity(Caller officer, IdentityDocument identity, String purpose) {
        count(officer, "identity", purpose);
        return masked(members.ofIdentity(seals.indexOf(identity)).stream()
                .filter(found -> access.allows(officer, found.organisationId(), GrantRole.VIEWER))
                .toList());
    }

    @Transactional
    List<MemberView> searchByPhone(Caller officer, MobilePhone phone, String purpose) {
        count(officer, "phone", purpose);
        var subtrees = access.visible(officer, null, GrantRole.VIEWER);
        return masked(members.ofPhone(seals.indexOf(phone), subtrees, MOST_FOUND));
    }

    private void count(Caller officer, String by, String purpose) {
        lookups.add(officer);
        audit.record("member.search", "officer", officer.account(), Map.of("by", by, "purpose", purpose));
    }

    private List<MemberView> masked(List<Member> found) {
        var theirs = persons.byId(found.stream().map(Member::personId).toList());
        return found.stream()
                .map(member -> MemberView.of(member, open(requireNonNull(theirs.get(member.personId())))))
                .toList();
    }

    private PersonalData open(Person person) {
        return seals.open(person.data(), Person.TABLE, person.id());
    }
}
