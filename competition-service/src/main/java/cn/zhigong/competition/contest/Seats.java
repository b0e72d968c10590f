package cn.zhigong.competition.contest;

import static jakarta.transaction.Transactional.TxType.MANDATORY;

import cn.zhigong.platform.sql.Sql;
import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;
import java.util.UUID;

/** The seats of an event: one statement takes one, so that the quota holds however many ask at once. */
@Singleton
public class Seats {

    private final Sql sql;

    Seats(Sql sql) {
        this.sql = sql;
    }

    /** Takes a seat; says whether there was one. */
    @Transactional(MANDATORY)
    public boolean take(UUID event) {
        return sql.update(
                        "update contest_event set seats_taken = seats_taken + 1 where id = ? and seats_taken < quota",
                        event)
                > 0;
    }

    /** Gives a taken seat back. */
    @Transactional(MANDATORY)
    public void release(UUID event) {
        sql.update("update contest_event set seats_taken = seats_taken - 1 where id = ?", event);
    }
}
