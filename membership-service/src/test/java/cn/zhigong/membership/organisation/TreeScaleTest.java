package cn.zhigong.membership.organisation;

import static cn.zhigong.membership.organisation.OrganisationFixtures.district;
import static org.assertj.core.api.Assertions.assertThat;

import cn.zhigong.platform.testing.Infrastructure;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Savepoint;
import java.sql.Types;
import java.util.List;
import java.util.UUID;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;

/** A city of 120,000 organisations, made in a transaction that is rolled back. */
@QuarkusTest
@TestInstance(Lifecycle.PER_CLASS)
@QuarkusTestResource(Infrastructure.class)
class TreeScaleTest {

    /** 600 street unions below one district, 200 basic unions below each but for the streets themselves. */
    private static final String CITY = """
            with district as (select id, path from organisation where id = ?),
            made as (select n, (select nextval('organisation_serial')) + n as serial, (n - 1) % 600 as street
                from generate_series(1, 120000) n),
            placed as (select m.n, m.serial, m.n <= 600 as is_street,
                    's' || m.street || 'x' || district.label as street_label,
                    case when m.n <= 600 then 's' || m.street || 'x' || district.label
                        else 'b' || m.n || 'x' || district.label end as label
                from made m, (select label from organisation where id = ?) district)
            insert into organisation (id, serial, code, name, kind, level, parent_id, label, path, state, line,
                legal_person, created_at, version)
            select gen_random_uuid(), -serial - 1000000, 'scale-' || label, '工会 ' || n,
                case when is_street then 'SUBDISTRICT' else 'BASIC' end, case when is_street then 3 else 5 end,
                district.id, label,
                district.path || case when is_street then '' else street_label || '/' end || label || '/',
                'ACTIVE', 0, true, now(), 0
            from placed, district
            """;

    @Inject
    DataSource database;

    /** Made by the first test that asks: before all tests nothing answers that could make the district. */
    private @Nullable City city;

    /** Longer than the statement that builds it may take, which no request's timeout is made for. */
    private static final int PATIENCE = 130_000;

    private record City(Connection connection, int usualTimeout, String path, Savepoint built) {}

    private City city() throws SQLException {
        var made = city;
        if (made == null) {
            var district = district();
            var connection = database.getConnection();
            connection.setAutoCommit(false);
            var usual = connection.getNetworkTimeout();
            connection.setNetworkTimeout(Runnable::run, PATIENCE);
            build(connection, district);
            var path = one(connection, "select path from organisation where id = '" + district + "'");
            made = new City(connection, usual, path, connection.setSavepoint());
            city = made;
        }
        return made;
    }

    @AfterEach
    void undo() throws SQLException {
        var made = city();
        made.connection().rollback(made.built());
    }

    @AfterAll
    void forget() throws SQLException {
        try (var connection = city().connection()) {
            connection.rollback();
            connection.setAutoCommit(true);
            connection.setNetworkTimeout(Runnable::run, city().usualTimeout());
        }
    }

    @Test
    void aPageOfASubtreeAndAMoveFindItByThePathIndex() throws SQLException {
        var connection = city().connection();
        var street = one(connection, "select path from organisation where label like 's300x%' and level = 3");
        for (var subtree : List.of("/", city().path(), street)) {
            assertByIndex(page(connection, subtree, null));
        }
        assertByIndex(move(connection, street));
    }

    @Test
    void aNameIsFoundByItsPairsOfCharacters() throws SQLException {
        var connection = city().connection();
        rename(connection);
        for (var subtree : List.of("/", city().path())) {
            assertThat(page(connection, subtree, "网约"))
                    .contains("organisation_by_name_pairs", "rows=1 ")
                    .doesNotContain("Seq Scan on organisation");
            assertByIndex(page(connection, subtree, "工会"));
        }
    }

    @Test
    void theFederationOfADistrictIsFoundByIndex() throws SQLException {
        assertThat(plan(city().connection(), """
                        select id from organisation where state = 'ACTIVE'
                        and kind = 'DISTRICT_FEDERATION' and district = '310115' order by serial limit 1
                        """)).contains("organisation_by_district");
    }

    private static void rename(Connection connection) throws SQLException {
        try (var statement = connection.createStatement()) {
            statement.execute("update organisation set name = '某某网约配送员联合工会' where label like 'b777x%'");
        }
    }

    private static void assertByIndex(String plan) {
        System.out.println(
                "Among 120,000 organisations: " + plan.lines().toList().getLast());
        assertThat(plan).contains("organisation_by_path").doesNotContain("Seq Scan on organisation");
    }

    private static String move(Connection connection, String street) throws SQLException {
        try (var move = connection.prepareStatement("explain (analyze, timing off) " + Tree.REPATH)) {
            move.setString(1, "/1" + street.substring(street.lastIndexOf('/', street.length() - 2)));
            move.setInt(2, street.length() + 1);
            move.setString(3, street);
            move.setString(4, street);
            return text(move.executeQuery());
        }
    }

    private static void build(Connection connection, UUID district) throws SQLException {
        try (var statement = connection.createStatement();
                var city = connection.prepareStatement(CITY)) {
            statement.execute("set local statement_timeout = '120s'");
            city.setObject(1, district);
            city.setObject(2, district);
            assertThat(city.executeUpdate()).isEqualTo(120_000);
            statement.execute("analyze organisation");
        }
    }

    private static String page(Connection connection, String subtree, @Nullable String text) throws SQLException {
        try (var page = connection.prepareStatement(
                "explain (analyze, timing off) " + (text == null ? Tree.PAGE : Tree.PAGE_NAMED))) {
            page.setArray(1, connection.createArrayOf("text", new String[] {subtree}));
            page.setString(2, "");
            for (var filter = 3; filter <= 8; filter++) {
                page.setNull(filter, filter == 5 || filter == 6 ? Types.INTEGER : Types.VARCHAR);
            }
            var next = 9;
            while (text != null && next <= 11) {
                page.setString(next++, text);
            }
            page.setInt(next, 201);
            page.setInt(next + 1, 201);
            return text(page.executeQuery());
        }
    }

    private static String plan(Connection connection, String query) throws SQLException {
        try (var statement = connection.createStatement()) {
            return text(statement.executeQuery("explain " + query));
        }
    }

    private static String one(Connection connection, String query) throws SQLException {
        try (var statement = connection.createStatement();
                var rows = statement.executeQuery(query)) {
            assertThat(rows.next()).isTrue();
            return rows.getString(1);
        }
    }

    private static String text(ResultSet rows) throws SQLException {
        try (rows) {
            var text = new StringBuilder();
            while (rows.next()) {
                text.append(rows.getString(1)).append('\n');
            }
            return text.toString();
        }
    }
}
