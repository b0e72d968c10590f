package cn.zhigong.platform.sql;

import java.sql.SQLException;
import java.sql.SQLTransientException;
import org.jspecify.annotations.Nullable;

/** Tells a database that is away, restarting or overrun from a mistake of ours. */
public final class DatabaseTrouble {

    private DatabaseTrouble() {}

    /** Whether the same request can succeed when the database is back. */
    public static boolean passing(Throwable failure) {
        var sql = sqlCause(failure);
        if (sql == null) {
            return false;
        }
        var state = sql.getSQLState();
        return sql instanceof SQLTransientException
                || state == null
                || state.startsWith("08") // connection
                || state.startsWith("53") // out of a resource
                || state.startsWith("57P") // shutdown, crash, not yet started
                || state.equals("40001") // serialisation
                || state.equals("40P01") // deadlock
                || state.equals("55P03"); // lock not available
    }

    /**
     * Whether the database gave up on a statement that took too long. The same request may succeed later, but a
     * statement that is slow by itself never will.
     */
    public static boolean tooSlow(Throwable failure) {
        var sql = sqlCause(failure);
        return sql != null && "57014".equals(sql.getSQLState());
    }

    /** A short word for the log that tells nothing of the data. */
    public static String reason(Throwable failure) {
        var sql = sqlCause(failure);
        return sql == null ? failure.getClass().getSimpleName() : "SQL state " + sql.getSQLState();
    }

    private static @Nullable SQLException sqlCause(Throwable failure) {
        for (var cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof SQLException sql) {
                return sql;
            }
        }
        return null;
    }
}
