package cn.zhigong.bench;

import java.net.URI;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/** One connection to a database of the stack; every statement its own transaction. */
final class Database implements AutoCloseable {

    interface Row<T> {
        T read(ResultSet row) throws SQLException;
    }

    private final Connection connection;

    private Database(Connection connection) {
        this.connection = connection;
    }

    /** @param url postgres://user:password@host:port/name */
    static Database at(String url) {
        return at(url, "");
    }

    /** The same server and role, another database where one is named. */
    static Database at(String url, String name) {
        var uri = URI.create(url);
        var user = uri.getUserInfo().split(":", 2);
        var path = name.isEmpty() ? uri.getPath() : "/" + name;
        try {
            return new Database(DriverManager.getConnection(
                    "jdbc:postgresql://%s:%d%s".formatted(uri.getHost(), uri.getPort(), path), user[0], user[1]));
        } catch (SQLException e) {
            throw new BenchException("No connection to the database " + path, e);
        }
    }

    void run(String sql) {
        try (var statement = connection.createStatement()) {
            var _ = statement.execute(sql);
        } catch (SQLException e) {
            throw new BenchException("%s%n%s".formatted(e.getMessage(), sql), e);
        }
    }

    long number(String sql) {
        return list(sql, row -> row.getLong(1)).getFirst();
    }

    <T> List<T> list(String sql, Row<T> reader) {
        try (var statement = connection.createStatement();
                var rows = statement.executeQuery(sql)) {
            var values = new ArrayList<T>();
            while (rows.next()) {
                values.add(reader.read(rows));
            }
            return values;
        } catch (SQLException e) {
            throw new BenchException("%s%n%s".formatted(e.getMessage(), sql), e);
        }
    }

    @Override
    public void close() {
        try {
            connection.close();
        } catch (SQLException e) {
            throw new BenchException("A connection could not be closed", e);
        }
    }
}
