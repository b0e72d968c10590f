package cn.zhigong.competition.member;

import cn.zhigong.platform.event.EventHandlers;
import cn.zhigong.platform.event.ReceivedEvent;
import cn.zhigong.platform.sql.Row;
import cn.zhigong.platform.sql.Sql;
import jakarta.inject.Singleton;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Keeps and finds members. Each event carries the whole state of one membership; an older one is dropped. */
@Singleton
public class MemberReferences implements EventHandlers {

    record MemberState(
            UUID memberId, UUID personId, @Nullable String account, UUID organisationId, String state, long version) {}

    /** A membership that never was one; what is known of it stays, so that an older event cannot bring it back. */
    record Annulment(UUID memberId, UUID personId, UUID organisationId, long version) {

        private MemberState state() {
            return new MemberState(memberId, personId, null, organisationId, "ANNULLED", version);
        }
    }

    private final Sql sql;

    MemberReferences(Sql sql) {
        this.sql = sql;
    }

    @Override
    public void register(Registry registry) {
        registry.on("cn.zhigong.membership.member-joined.v1", MemberState.class, this::keep);
        registry.on("cn.zhigong.membership.member-changed.v1", MemberState.class, this::keep);
        registry.on(
                "cn.zhigong.membership.member-annulled.v1",
                Annulment.class,
                (event, annulment) -> keep(event, annulment.state()));
    }

    private void keep(ReceivedEvent event, MemberState member) {
        sql.update(
                """
                insert into member_reference (member_id, person_id, account, organisation_id, state, version)
                values (?, ?, ?, ?, ?, ?)
                on conflict (member_id) do update set person_id = excluded.person_id, account = excluded.account,
                    organisation_id = excluded.organisation_id, state = excluded.state, version = excluded.version
                where member_reference.version < excluded.version
                """,
                member.memberId(),
                member.personId(),
                member.account(),
                member.organisationId(),
                member.state(),
                member.version());
    }

    /** The membership of a login: the active one before any that has ended. */
    public Optional<MemberReference> ofAccount(String account) {
        return sql.first("""
                select member_id, person_id, account, organisation_id, state from member_reference
                where account = ? order by state in ('ACTIVE', 'TRANSFERRING') desc, version desc limit 1
                """, MemberReferences::read, account);
    }

    /** The given memberships as they are now, by their ids. */
    public Map<UUID, MemberReference> among(Collection<UUID> members) {
        return sql
                .list(
                        "select member_id, person_id, account, organisation_id, state from member_reference"
                                + " where member_id = any(?)",
                        MemberReferences::read,
                        (Object) members.toArray(new UUID[0]))
                .stream()
                .collect(Collectors.toMap(MemberReference::memberId, Function.identity()));
    }

    private static MemberReference read(Row row) {
        return new MemberReference(
                row.uuid("member_id"),
                row.uuid("person_id"),
                row.textOrNull("account"),
                row.uuid("organisation_id"),
                row.text("state"));
    }
}
