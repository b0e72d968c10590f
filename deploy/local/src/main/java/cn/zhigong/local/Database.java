package cn.zhigong.local;

import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;

/** How to reach one database as one role. */
record Database(String host, int port, String name, String user, String password) {

    private static final int DEFAULT_PORT = 5432;

    /** Reads postgres://user:password@host:port/name, the form PostgreSQL's own tools take. */
    static Database parse(String uri) {
        var parsed = URI.create(uri);
        var userInfo = parsed.getRawUserInfo();
        if (parsed.getHost() == null || userInfo == null || userInfo.indexOf(':') < 0) {
            throw new LocalStackException("Not of the form postgres://user:password@host:port/name: a database URL");
        }
        int colon = userInfo.indexOf(':');
        var path = parsed.getPath().replaceFirst("^/", "");
        return new Database(
                parsed.getHost(),
                parsed.getPort() < 0 ? DEFAULT_PORT : parsed.getPort(),
                path.isEmpty() ? "postgres" : path,
                URLDecoder.decode(userInfo.substring(0, colon), StandardCharsets.UTF_8),
                URLDecoder.decode(userInfo.substring(colon + 1), StandardCharsets.UTF_8));
    }

    Database as(String otherName, String otherUser, String otherPassword) {
        return new Database(host, port, otherName, otherUser, otherPassword);
    }

    String jdbcUrl() {
        return jdbcUrlAt(host + ":" + port);
    }

    /** The same database by another address, host:port. */
    String jdbcUrlAt(String address) {
        return "jdbc:postgresql://%s/%s".formatted(address, name);
    }

    /** Generated passwords need no escaping in a URL; see {@link Secrets}. */
    String url() {
        return "postgres://%s:%s@%s:%d/%s".formatted(user, password, host, port, name);
    }

    Connection connect() throws SQLException {
        return DriverManager.getConnection(jdbcUrl() + "?connectTimeout=5", user, password);
    }

    boolean answers() {
        try (var connection = connect()) {
            return connection.isValid(2);
        } catch (SQLException _) {
            return false;
        }
    }

    /**
     * Creates the database and the role that owns it, or sets the role's password when both are there. Runs as a
     * superuser.
     */
    void provide(Database wanted) {
        try (var connection = connect();
                var statement = connection.createStatement()) {
            boolean roleExists = exists(connection, "select 1 from pg_roles where rolname = ?", wanted.user);
            statement.execute("%s role %s login password '%s'"
                    .formatted(roleExists ? "alter" : "create", wanted.user, wanted.password));
            if (!exists(connection, "select 1 from pg_database where datname = ?", wanted.name)) {
                statement.execute("create database %s owner %s".formatted(wanted.name, wanted.user));
                statement.execute("revoke all on database %s from public".formatted(wanted.name));
            }
        } catch (SQLException e) {
            throw new LocalStackException(
                    "Could not create the database %s: %s".formatted(wanted.name, e.getMessage()), e);
        }
    }

    private static boolean exists(Connection connection, String query, String name) throws SQLException {
        try (var select = connection.prepareStatement(query)) {
            select.setString(1, name);
            try (var rows = select.executeQuery()) {
                return rows.next();
            }
        }
    }
}
