package cn.zhigong.rights.member;

import cn.zhigong.platform.event.EventHandlers;
import cn.zhigong.platform.event.ReceivedEvent;
import cn.zhigong.platform.sql.Sql;
import jakarta.inject.Singleton;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The logins of members. Each event carries the whole state of one membership; an older one is dropped. */
@Singleton
public class MemberAccounts implements EventHandlers {

    record MemberState(UUID memberId, @Nullable String account, long version) {}

    private final Sql sql;

    MemberAccounts(Sql sql) {
        this.sql = sql;
    }

    @Override
    public void register(Registry registry) {
        registry.on("cn.zhigong.membership.member-joined.v1", MemberState.class, this::keep);
        registry.on("cn.zhigong.membership.member-changed.v1", MemberState.class, this::keep);
    }

    private void keep(ReceivedEvent event, MemberState member) {
        sql.update("""
                insert into member_account (member_id, account, version) values (?, ?, ?)
                on conflict (member_id) do update set account = excluded.account, version = excluded.version
                where member_account.version < excluded.version
                """, member.memberId(), member.account(), member.version());
    }

    /** Whether this is the login of somebody who is or was a member. */
    public boolean isMembers(String account) {
        return sql.first("select 1 from member_account where account = ? limit 1", row -> row.integer(1), account)
                .isPresent();
    }
}
