package cn.zhigong.membership.member;

import static cn.zhigong.platform.problem.CommonProblem.TOO_MANY_REQUESTS;

import cn.zhigong.platform.background.Forgetting;
import cn.zhigong.platform.security.Caller;
import cn.zhigong.platform.sql.Locks;
import cn.zhigong.platform.sql.Sql;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;

/** How often an officer looked people up by what only they should know; found or not, each look counts. */
@Singleton
class Lookups implements Forgetting {

    /** So many in {@link #WITHIN}, however many instances there are. */
    private static final int MOST = 5;

    private static final Duration WITHIN = Duration.ofMinutes(1);

    private final Sql sql;
    private final Locks locks;
    private final InstantSource clock;

    Lookups(Sql sql, Locks locks, InstantSource clock) {
        this.sql = sql;
        this.locks = locks;
        this.clock = clock;
    }

    /** Another one, in the running transaction; refuses one too many. */
    void add(Caller officer) {
        var now = clock.instant();
        locks.hold("member-lookup " + officer.account());
        var counted = sql.first(
                        "select count(*) from member_lookup where account = ? and at > ?",
                        row -> row.getInt(1),
                        officer.account(),
                        now.minus(WITHIN))
                .orElse(0);
        if (counted >= MOST) {
            throw TOO_MANY_REQUESTS.with("retryAfterSeconds", WITHIN.toSeconds());
        }
        sql.update("insert into member_lookup (account, at) values (?, ?)", officer.account(), now);
    }

    /** Those that count no longer. */
    @Override
    public int forget(Instant now, int most) {
        return sql.update("""
                delete from member_lookup where ctid = any(array(
                    select ctid from member_lookup where at <= ? limit ?))
                """, now.minus(WITHIN), most);
    }
}
