package cn.zhigong.membership.organisation;

import cn.zhigong.platform.sql.Sql;
import jakarta.inject.Singleton;
import java.time.InstantSource;
import java.util.UUID;

/** Who chairs a union (工会主席). */
@Singleton
public class Chairs {

    private final Sql sql;
    private final InstantSource clock;

    Chairs(Sql sql, InstantSource clock) {
        this.sql = sql;
        this.clock = clock;
    }

    /** Whether the account chairs this very organisation now. */
    public boolean isChairOf(UUID organisation, String account) {
        var now = clock.instant();
        return sql.first(
                        "select 1 from officer_grant where organisation_id = ? and account = ? and role = 'CHAIR'"
                                + " and valid_from <= ? and (valid_until is null or valid_until > ?)",
                        row -> row.integer(1),
                        organisation,
                        account,
                        now,
                        now)
                .isPresent();
    }
}
