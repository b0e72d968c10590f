package cn.zhigong.platform.sql;

import java.sql.SQLException;

/** A statement failed; the cause says how. */
public final class SqlFailure extends RuntimeException {

    SqlFailure(SQLException cause) {
        super(cause);
    }

    /** The five characters of the SQL standard for what went wrong. */
    public String state() {
        return getCause() instanceof SQLException sql && sql.getSQLState() != null ? sql.getSQLState() : "";
    }
}
