package cn.zhigong.platform.sql;

import com.google.errorprone.annotations.CanIgnoreReturnValue;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.postgresql.PGConnection;

/**
 * Runs one statement on the service's database; takes part in the transaction of the calling thread when there is one.
 * Parameters may be anything the driver knows, and {@link Instant}, enums, {@code UUID[]}, {@code String[]},
 * {@code Integer[]} and {@code byte[][]}.
 */
@Singleton
public class Sql {

    /** What is made of one row. */
    public interface Reading<T> {
        T of(Row row);
    }

    private static final int PORTION = 1_000;

    private final DataSource database;

    Sql(DataSource database) {
        this.database = database;
    }

    /** All rows of a query. */
    public <T> List<T> list(String sql, Reading<T> reading, @Nullable Object... parameters) {
        try (var connection = database.getConnection();
                var statement = prepared(connection, sql, parameters);
                var rows = statement.executeQuery()) {
            var row = new Row(rows);
            List<T> found = new ArrayList<>();
            while (rows.next()) {
                found.add(reading.of(row));
            }
            return found;
        } catch (SQLException e) {
            throw new SqlFailure(e);
        }
    }

    /**
     * Does something with each row of a query that may have very many. Inside a transaction they are fetched in
     * portions, so that never all are in memory.
     *
     * @return how many there were
     */
    public long each(String sql, Consumer<Row> work, @Nullable Object... parameters) {
        try (var connection = database.getConnection();
                var statement = prepared(connection, sql, parameters)) {
            statement.setFetchSize(PORTION);
            var count = 0L;
            try (var rows = statement.executeQuery()) {
                var row = new Row(rows);
                while (rows.next()) {
                    work.accept(row);
                    count++;
                }
            }
            return count;
        } catch (SQLException e) {
            throw new SqlFailure(e);
        }
    }

    /** The first row of a query. */
    public <T> Optional<T> first(String sql, Reading<T> reading, @Nullable Object... parameters) {
        return list(sql, reading, parameters).stream().findFirst();
    }

    /** Changes rows; gives their number. */
    @CanIgnoreReturnValue
    public int update(String sql, @Nullable Object... parameters) {
        try (var connection = database.getConnection();
                var statement = prepared(connection, sql, parameters)) {
            return statement.executeUpdate();
        } catch (SQLException e) {
            throw new SqlFailure(e);
        }
    }

    /** Runs one or several statements, separated by semicolons, in one round trip. */
    public void run(String sql, List<? extends @Nullable Object> parameters) {
        try (var connection = database.getConnection();
                var statement = prepared(connection, sql, parameters.toArray())) {
            statement.execute();
        } catch (SQLException e) {
            throw new SqlFailure(e);
        }
    }

    /**
     * Lets the database plan each statement of the running transaction for the values it is given: a plan that was made
     * once for any values, or for tables that were empty then, can be much slower.
     */
    public void planForValues() {
        run("set local plan_cache_mode = force_custom_plan", List.of());
    }

    /** Runs one statement for each list of parameters, in order, in one round trip. */
    public void batch(String sql, List<@Nullable Object[]> rows) {
        try (var connection = database.getConnection();
                var statement = connection.prepareStatement(sql)) {
            for (var row : rows) {
                bind(connection, statement, row);
                statement.addBatch();
            }
            statement.executeBatch();
        } catch (SQLException e) {
            throw new SqlFailure(e);
        }
    }

    /**
     * Writes many rows in the database's fastest way, which plans nothing and asks for nothing back.
     *
     * @param into a table and its columns, {@code thing (id, name)}
     * @param rows each in the order of the columns; {@code byte[]}, enums and {@link Instant} as everywhere, and
     *     whatever the database reads from its text
     */
    public void copy(String into, List<@Nullable Object[]> rows) {
        try (var connection = database.getConnection()) {
            var _ = connection
                    .unwrap(PGConnection.class)
                    .getCopyAPI()
                    .copyIn("copy " + into + " from stdin", new StringReader(CopyText.of(rows)));
        } catch (SQLException e) {
            throw new SqlFailure(e);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    // The caller closes the statement.
    private static PreparedStatement prepared(Connection connection, String sql, @Nullable Object[] parameters)
            throws SQLException {
        var statement = connection.prepareStatement(sql);
        bind(connection, statement, parameters);
        return statement;
    }

    private static void bind(Connection connection, PreparedStatement statement, @Nullable Object[] parameters)
            throws SQLException {
        for (int i = 0; i < parameters.length; i++) {
            bind(connection, statement, i + 1, parameters[i]);
        }
    }

    private static void bind(Connection connection, PreparedStatement statement, int index, @Nullable Object value)
            throws SQLException {
        switch (value) {
            case Instant instant -> statement.setObject(index, instant.atOffset(ZoneOffset.UTC));
            case Enum<?> constant -> statement.setString(index, constant.name());
            case UUID[] ids -> statement.setArray(index, connection.createArrayOf("uuid", ids));
            case String[] texts -> statement.setArray(index, connection.createArrayOf("text", texts));
            case Integer[] numbers -> statement.setArray(index, connection.createArrayOf("integer", numbers));
            case byte[][] bytes -> statement.setArray(index, connection.createArrayOf("bytea", bytes));
            case null, default -> statement.setObject(index, value);
        }
    }
}
