package cn.zhigong.membership.member;

import static cn.zhigong.platform.problem.CommonProblem.TOO_MANY_REQUESTS;

import cn.zhigong.platform.background.Forgetting;
import cn.zhigong.platform.security.Caller;
import cn.zhigong.platform.sql.Locks;
import cn.zhigong.platform.sql.Sql;
import cn.zhigong.platform.throttle.Throttle;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;

/** How often an officer looked people up by what only they should know; found or not, each look counts. */
@Singleton
class Lookups implements Forgetting {

    private static final Throttle THROTTLE = Throttle.of(5, Duration.ofMinutes(1));

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
        var counted = sql.list(
                "select at from member_lookup where account = ? and at > ? order by at desc limit ?",
                row -> row.instant(1),
                officer.account(),
                THROTTLE.since(now),
                THROTTLE.most());
        THROTTLE.require(counted, now, TOO_MANY_REQUESTS);
        sql.update("insert into member_lookup (account, at) values (?, ?)", officer.account(), now);
    }

    /** Those that count no longer. */
    @Override
    public int forget(Instant now, int most) {
        return sql.update("""
                delete from member_lookup where ctid = any(array(
                    select ctid from member_lookup where at <= ? limit ?))
                """, THROTTLE.since(now), most);
    }
}
