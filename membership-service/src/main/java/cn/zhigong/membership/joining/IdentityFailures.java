package cn.zhigong.membership.joining;

import static cn.zhigong.membership.joining.JoinProblem.IDENTITY_FAILED_TOO_OFTEN;

import cn.zhigong.membership.phone.Applicants;
import cn.zhigong.platform.background.Forgetting;
import cn.zhigong.platform.sql.CommitRows;
import cn.zhigong.platform.sql.Sql;
import cn.zhigong.platform.throttle.Throttle;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HexFormat;

/**
 * How often the identities failed that one applicant handed in, in whichever application: else withdrawing and filing
 * anew would try names and numbers without end.
 */
@Singleton
class IdentityFailures implements Forgetting {

    /** More than one application may have of its own. */
    static final Throttle THROTTLE = Throttle.of(5, Duration.ofDays(1));

    private final Sql sql;
    private final CommitRows rows;
    private final InstantSource clock;

    IdentityFailures(Sql sql, CommitRows rows, InstantSource clock) {
        this.sql = sql;
        this.rows = rows;
        this.clock = clock;
    }

    /** Another one, in the running transaction. */
    void add(JoinApplication application) {
        rows.add(
                "insert into identity_failure (applicant, failed_at) values (?, ?)",
                applicant(application),
                clock.instant());
    }

    /** Those that count no longer. */
    @Override
    public int forget(Instant now, int most) {
        return sql.update("""
                delete from identity_failure where ctid = any(array(
                    select ctid from identity_failure where failed_at <= ? limit ?))
                """, THROTTLE.since(now), most);
    }

    /**
     * Before an identity is checked: refuses an applicant until the fifth last failure lies a day back. Under no lock:
     * a failure is known long after this, so that one more may be on its way, which its application counts too.
     */
    void requireFew(JoinApplication application) {
        var now = clock.instant();
        var failed = sql.list(
                "select failed_at from identity_failure where applicant = ? and failed_at > ?"
                        + " order by failed_at desc limit ?",
                row -> row.instant("failed_at"),
                applicant(application),
                THROTTLE.since(now),
                THROTTLE.most());
        THROTTLE.require(failed, now, IDENTITY_FAILED_TOO_OFTEN);
    }

    /** Without a login everybody comes with a new account each time, but with the phone that they proved. */
    private static String applicant(JoinApplication application) {
        return Applicants.isAccount(application.account())
                ? "phone:" + HexFormat.of().formatHex(application.person().phoneIndex())
                : application.account();
    }
}
