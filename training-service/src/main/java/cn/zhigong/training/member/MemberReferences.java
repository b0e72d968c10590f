package cn.zhigong.training.member;

import cn.zhigong.platform.event.EventHandlers;
import cn.zhigong.platform.event.ReceivedEvent;
import cn.zhigong.platform.sql.Sql;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
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

    /** The persons whose login this is; more than one only until a duplicate is merged. */
    public List<UUID> personsOf(String account) {
        return sql.list(
                "select distinct person_id from member_reference where account = ?", row -> row.uuid(1), account);
    }

    /** The union of a member; empty until the membership service's event has arrived. */
    public Optional<UUID> unionOf(UUID member) {
        return sql.first(
                "select organisation_id from member_reference where member_id = ?", row -> row.uuid(1), member);
    }
}
