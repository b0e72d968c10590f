package cn.zhigong.membership.member;

import static jakarta.transaction.Transactional.TxType.MANDATORY;
import static java.util.Comparator.comparing;
import static java.util.stream.Collectors.toMap;
import static java.util.stream.Collectors.toSet;

import cn.zhigong.platform.event.Outbox;
import cn.zhigong.platform.problem.Problem;
import cn.zhigong.platform.reference.PersonName;
import cn.zhigong.platform.sql.Row;
import cn.zhigong.platform.sql.Sql;
import cn.zhigong.platform.time.Ids;
import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The register of members, for thousands at once: a few statements for a portion, whatever its size. Always within the
 * caller's transaction, and the caller writes the audit entry of the portion.
 */
@Singleton
@Transactional(value = MANDATORY, dontRollbackOn = Problem.class)
public class BulkRegister {

    /**
     * A document and a phone to look for.
     *
     * @param key the caller's own
     * @param organisationId of which union's members alone it is told whether one has this phone
     */
    // Made and taken apart on the spot; nobody compares them.
    @SuppressWarnings("ArrayRecordComponent")
    public record Sought(int key, byte[] identityIndex, byte[] phoneIndex, UUID organisationId) {}

    private static final String PERSON =
            "person (id, identity_type, identity, identity_index, name, phone, phone_index, created_at)";

    private static final String MEMBER = "member (id, person_id, number, organisation_id, group_id, state, joined_on,"
            + " current_org_since, employment_form, worker_group, channel, version)";

    /** That nothing has come of a membership since it was imported: no change, login, skill, transfer. */
    private static final String UNTOUCHED = """
            m.version = 0 and m.channel = 'IMPORT'
            and not exists (select from person_account a where a.person_id = m.person_id)
            and not exists (select from member_skill s where s.person_id = m.person_id)
            and not exists (select from transfer t where t.member_id = m.id)
            and not exists (select from member other where other.person_id = m.person_id and other.id <> m.id)
            """;

    private final Sql sql;
    private final Seals seals;
    private final Outbox outbox;
    private final InstantSource clock;

    BulkRegister(Sql sql, Seals seals, Outbox outbox, InstantSource clock) {
        this.sql = sql;
        this.seals = seals;
        this.outbox = outbox;
        this.clock = clock;
    }

    /** Seals somebody's data for the person that they may become. */
    public SealedPerson seal(PersonalData data, UUID person) {
        return seals.seal(data, Person.TABLE, person);
    }

    /** The opposite. */
    public PersonalData open(SealedPerson sealed, UUID person) {
        return seals.open(sealed, Person.TABLE, person);
    }

    /** The name alone. */
    public PersonName nameOf(SealedPerson sealed, UUID person) {
        return seals.openName(sealed.name(), Person.TABLE, person);
    }

    /**
     * What is known of each, by its key. By the phone first and by the person then, which the planner is given no
     * choice of: a union's members are thousands, and it would rather go through them for each row.
     */
    public Map<Integer, Known> known(List<Sought> sought) {
        return sql
                .list(
                        """
                        select c.key, i.person_id, p.name, p.phone_index = c.phone as same_phone,
                            exists (select from person_account a where a.person_id = i.person_id) as has_login,
                            m.id, m.organisation_id, m.group_id, m.state, m.employment_form,
                            m.worker_group, m.version,
                            exists (select from (
                                select om.organisation_id from person o cross join lateral (
                                    select organisation_id from member where person_id = o.id offset 0) om
                                where o.phone_index = c.phone and o.id is distinct from i.person_id offset 0) other
                                where other.organisation_id = c.organisation) as phone_of_another
                        from unnest(?, ?, ?, ?) as c (key, identity, phone, organisation)
                        left join person_identity i on i.identity_index = c.identity
                        left join person p on p.id = i.person_id
                        left join lateral (select * from member where person_id = i.person_id
                            order by (%s) desc, joined_on desc, id desc limit 1) m on true
                        """.formatted(MemberState.IS_MEMBERSHIP),
                        row -> Map.entry(row.integer("key"), known(row)),
                        sought.stream().map(Sought::key).toArray(Integer[]::new),
                        sought.stream().map(Sought::identityIndex).toArray(byte[][]::new),
                        sought.stream().map(Sought::phoneIndex).toArray(byte[][]::new),
                        sought.stream().map(Sought::organisationId).toArray(UUID[]::new))
                .stream()
                .collect(toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    private Known known(Row row) {
        var person = row.uuidOrNull("person_id");
        return new Known(person == null ? null : person(person, row), row.flag("phone_of_another"));
    }

    private Known.KnownPerson person(UUID person, Row row) {
        var state = row.constant("state", MemberState.class);
        return new Known.KnownPerson(
                person,
                seals.openName(row.bytes("name"), Person.TABLE, person),
                row.flag("same_phone"),
                row.flag("has_login"),
                row.uuid("id"),
                row.uuid("organisation_id"),
                state,
                new Roster(
                        row.uuidOrNull("group_id"),
                        row.constant("employment_form", EmploymentForm.class),
                        row.constantOrNull("worker_group", WorkerGroup.class),
                        state == MemberState.RETAINED),
                row.bigint("version"));
    }

    /**
     * Begins a membership of each whose document nobody has yet, and tells of it.
     *
     * @return the memberships that began, by their persons; the documents of the others became somebody's just now
     */
    public Map<UUID, UUID> begin(List<NewMember> wanted) {
        if (wanted.isEmpty()) {
            return Map.of();
        }
        var claimed = claim(wanted);
        var admitted =
                wanted.stream().filter(one -> claimed.contains(one.personId())).toList();
        keep(admitted);
        var numbers = numbers(admitted.size());
        var members = new ArrayList<Member>(admitted.size());
        for (var i = 0; i < admitted.size(); i++) {
            members.add(new Member(Ids.next(), numbers.get(i), admitted.get(i)));
        }
        members.forEach(member -> outbox.publish(member.begin(null)));
        sql.copy(MEMBER, members.stream().map(BulkRegister::row).toList());
        return members.stream().collect(toMap(Member::personId, Member::id));
    }

    private List<MemberNumber> numbers(int count) {
        return sql.list(
                "select nextval('member_serial') from generate_series(1, ?)",
                row -> MemberNumber.of(row.bigint(1)),
                count);
    }

    private void keep(List<NewMember> admitted) {
        var now = clock.instant();
        sql.copy(
                PERSON,
                admitted.stream()
                        .map(one -> new @Nullable Object[] {
                            one.personId(),
                            one.person().identityType(),
                            one.person().identity(),
                            one.person().identityIndex(),
                            one.person().name(),
                            one.person().phone(),
                            one.person().phoneIndex(),
                            now
                        })
                        .toList());
    }

    private static @Nullable Object[] row(Member member) {
        return new @Nullable Object[] {
            member.id(),
            member.personId(),
            member.number(),
            member.organisationId(),
            member.groupId(),
            member.state(),
            member.joinedOn(),
            member.currentOrgSince(),
            member.employmentForm(),
            member.workerGroup(),
            member.channel(),
            member.version()
        };
    }

    /** In one order, so that two who claim the same documents wait for each other and not in a circle. */
    private Set<UUID> claim(List<NewMember> wanted) {
        var ordered = wanted.stream()
                .sorted(comparing(one -> one.person().identityIndex(), Arrays::compareUnsigned))
                .toList();
        return sql
                .list(
                        """
                        insert into person_identity (identity_index, person_id) select * from unnest(?, ?)
                        on conflict do nothing returning person_id
                        """,
                        row -> row.uuid(1),
                        ordered.stream()
                                .map(one -> one.person().identityIndex())
                                .toArray(byte[][]::new),
                        ordered.stream().map(NewMember::personId).toArray(UUID[]::new))
                .stream()
                .collect(toSet());
    }

    /**
     * Takes memberships back that an import began, with all that is known of their persons, unless something has come
     * of them since.
     *
     * @return those that are gone
     */
    public Set<UUID> annul(List<UUID> members) {
        lock(members.toArray(UUID[]::new));
        var annulled = sql.list(
                "delete from member m where m.id = any (?) and " + UNTOUCHED
                        + " returning m.id, m.person_id, m.organisation_id",
                row -> new MemberEvent.MemberAnnulled(row.uuid(1), row.uuid(2), row.uuid(3), 1),
                (Object) members.toArray(UUID[]::new));
        var persons =
                annulled.stream().map(MemberEvent.MemberAnnulled::personId).toArray(UUID[]::new);
        sql.update("""
                delete from person_identity where identity_index in (
                    select identity_index from person where id = any (?))
                """, (Object) persons);
        sql.update("delete from person where id = any (?)", (Object) persons);
        annulled.forEach(outbox::publish);
        return annulled.stream().map(MemberEvent.MemberAnnulled::memberId).collect(toSet());
    }

    /** Documents before memberships, as whoever admits somebody takes them. */
    private void lock(UUID[] members) {
        sql.list("""
                        select 1 from person_identity where person_id in (select person_id from member where id = any (?))
                        order by identity_index for update
                        """, row -> true, (Object) members).clear();
        sql.list("select 1 from member where id = any (?) order by id for update", row -> true, (Object) members)
                .clear();
    }

    /** How many of these would be annulled. */
    public int countUntouched(List<UUID> members) {
        return sql.first(
                        "select count(*) from member m where m.id = any (?) and " + UNTOUCHED,
                        row -> Math.toIntExact(row.bigint(1)),
                        (Object) members.toArray(UUID[]::new))
                .orElseThrow();
    }
}
