package cn.zhigong.platform.sql;

import java.sql.SQLException;
import java.sql.SQLTransientException;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
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
        return sqlCause(failure, Collections.newSetFromMap(new IdentityHashMap<>()));
    }

    /** A commit that fails keeps its cause among what it suppressed; two failures may name each other. */
    private static @Nullable SQLException sqlCause(@Nullable Throwable failure, Set<Throwable> seen) {
        if (failure == null || failure instanceof SQLException || !seen.add(failure)) {
            return failure instanceof SQLException sql ? sql : null;
        }
        var cause = sqlCause(failure.getCause(), seen);
        if (cause != null) {
            return cause;
        }
        return Stream.of(failure.getSuppressed())
                .map(one -> sqlCause(one, seen))
                .filter(Objects::nonNull)
                .findFirst()
                .orElse(null);
    }
}
