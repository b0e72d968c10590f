package cn.zhigong.platform.sample;

import static org.awaitility.Awaitility.await;

import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import javax.sql.DataSource;

/** The lock under which the service does something, held by a test so that the service does not do it meanwhile. */
final class HeldLock {

    private HeldLock() {}

    /** @param lock its key in SQL */
    static void during(DataSource database, String lock, Runnable action) throws SQLException {
        try (var connection = database.getConnection();
                var statement = connection.createStatement()) {
            await().atMost(Duration.ofSeconds(25)).until(() -> taken(statement, lock));
            try {
                action.run();
            } finally {
                statement.execute("select pg_advisory_unlock(" + lock + ")");
            }
        }
    }

    /** The relay keeps its lock for as long as it has its connection, so it loses that. */
    private static boolean taken(Statement statement, String lock) throws SQLException {
        statement.execute("""
                select pg_terminate_backend(pid) from pg_locks
                where locktype = 'advisory' and granted and pid <> pg_backend_pid()
                and (classid::bigint << 32) + objid::bigint = %s
                and database = (select oid from pg_database where datname = current_database())
                """.formatted(lock));
        try (var rows = statement.executeQuery("select pg_try_advisory_lock(" + lock + ")")) {
            return rows.next() && rows.getBoolean(1);
        }
    }
}
