package cn.zhigong.systemtests.stack;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;

/** The services' databases, to be looked at; only fault tests change them. */
public record Databases(Map<String, String> environment) {

    private static final String ADDRESS = "_DATABASE_URL";

    /** All databases of ours; the identity provider keeps its own. */
    public List<String> names() {
        return environment.keySet().stream()
                .filter(variable -> variable.endsWith(ADDRESS))
                .map(variable -> variable.substring(0, variable.length() - ADDRESS.length())
                        .toLowerCase(Locale.ROOT))
                .sorted()
                .toList();
    }

    /** The one number that a query of one service's database answers. */
    public long count(String database, String sql, Object... parameters) {
        try (var connection = connect(database);
                var statement = connection.prepareStatement(sql)) {
            for (int i = 0; i < parameters.length; i++) {
                statement.setObject(i + 1, parameters[i]);
            }
            try (var rows = statement.executeQuery()) {
                if (!rows.next()) {
                    throw new AssertionError("No row: " + sql);
                }
                return rows.getLong(1);
            }
        } catch (SQLException e) {
            throw new IllegalStateException(sql, e);
        }
    }

    /** The rows that a query of one service's database answers, each value as text, empty for null. */
    public List<List<String>> rows(String database, String sql) {
        try (var connection = connect(database);
                var rows = connection.createStatement().executeQuery(sql)) {
            var read = new ArrayList<List<String>>();
            while (rows.next()) {
                var row = new ArrayList<String>();
                for (int i = 1; i <= rows.getMetaData().getColumnCount(); i++) {
                    row.add(Objects.requireNonNullElse(rows.getString(i), ""));
                }
                read.add(row);
            }
            return read;
        } catch (SQLException e) {
            throw new IllegalStateException(sql, e);
        }
    }

    /** Changes a service's database behind its back, as only a fault test may. */
    public void tamper(String database, String sql) {
        try (var connection = connect(database);
                var statement = connection.createStatement()) {
            var _ = statement.execute(sql);
        } catch (SQLException e) {
            throw new IllegalStateException(sql, e);
        }
    }

    /** Every value of every column of every table as text, with the name of where it stands. */
    public void forEachText(String database, BiConsumer<String, String> reader) {
        try (var connection = connect(database)) {
            for (var table : tables(connection)) {
                try (var rows = connection.createStatement().executeQuery("select * from " + table)) {
                    read(database + "." + table, rows, reader);
                }
            }
        } catch (SQLException e) {
            throw new IllegalStateException(database, e);
        }
    }

    private static List<String> tables(Connection connection) throws SQLException {
        var tables = new ArrayList<String>();
        try (var rows = connection.createStatement().executeQuery("""
                select format('%I.%I', schemaname, tablename) from pg_tables
                where schemaname not in ('pg_catalog', 'information_schema') order by 1
                """)) {
            while (rows.next()) {
                tables.add(rows.getString(1));
            }
        }
        return tables;
    }

    private static void read(String table, ResultSet rows, BiConsumer<String, String> reader) throws SQLException {
        var columns = rows.getMetaData();
        while (rows.next()) {
            for (int i = 1; i <= columns.getColumnCount(); i++) {
                // Bytes are read as if they were text, since they might be.
                var text = columns.getColumnTypeName(i).equals("bytea") ? latin1(rows.getBytes(i)) : rows.getString(i);
                if (text != null) {
                    reader.accept(table + "." + columns.getColumnName(i), text);
                }
            }
        }
    }

    private static @Nullable String latin1(byte @Nullable [] bytes) {
        return bytes == null ? null : new String(bytes, StandardCharsets.ISO_8859_1);
    }

    private Connection connect(String database) throws SQLException {
        var variable = database.toUpperCase(Locale.ROOT) + ADDRESS;
        var url = URI.create(environment.getOrDefault(variable, ""));
        var user = url.getUserInfo().split(":", 2);
        return DriverManager.getConnection(
                "jdbc:postgresql://%s:%d%s".formatted(url.getHost(), url.getPort(), url.getPath()), user[0], user[1]);
    }
}
