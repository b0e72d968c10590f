package cn.zhigong.membership.servicepoint;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import cn.zhigong.membership.servicepoint.PointSearch.Around;
import cn.zhigong.membership.servicepoint.PointSearch.Filter;
import cn.zhigong.membership.servicepoint.PointSearch.Found;
import cn.zhigong.membership.servicepoint.PointSearch.Query;
import cn.zhigong.platform.calendar.WorkingCalendar;
import cn.zhigong.platform.sql.Sql;
import cn.zhigong.platform.testing.Infrastructure;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Random;
import java.util.UUID;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** What the database computes for the map: distances, open hours, and which index it goes by in a whole city. */
@QuarkusTest
@QuarkusTestResource(Infrastructure.class)
class PointMapTest {

    private static final double EARTH_RADIUS_METRES = 6_371_008.8;

    private static final String CITY = """
            insert into service_point (id, type, organisation_id, name, address, district, longitude, latitude, facilities,
                hours, exceptions, keeps_working_calendar, state, state_since, state_reason, created_at, version)
            select gen_random_uuid(), case when n % 3 = 0 then 'MOTHERS_ROOM' else 'CARE_RELAY_STATION' end,
                gen_random_uuid(), '服务站 ' || n, '某路 ' || n || ' 号', '3101' || lpad((n % 16)::text, 2, '0'),
                121.1 + random() * 0.8, 30.9 + random() * 0.5, array['DRINKING_WATER'], array['1 08:00-11:30'], '{}', false,
                'OPEN', date '2026-01-01', 'x', now(), 0
            from generate_series(1, 15000) n
            """;

    @Inject
    DataSource database;

    @Inject
    Sql sql;

    @Test
    void amongFifteenThousandTheNearestAreReadFromTheIndex() throws SQLException {
        var around = new Around(new SearchCentre(121.4737, 31.2304), 2_000);
        var wide = new Around(new SearchCentre(121.4737, 31.2304), 50_000);
        var later = new Found(900, UUID.randomUUID());
        try (var connection = database.getConnection()) {
            connection.setAutoCommit(false);
            try (var statement = connection.createStatement()) {
                statement.execute(CITY);
                statement.execute("analyze service_point");
            }
            assertByPlace(plan(connection, PointSearch.query(filter(around, null), null, 21)));
            assertByPlace(plan(connection, PointSearch.query(filter(wide, null), null, 21)));
            assertByPlace(plan(connection, PointSearch.query(filter(wide, PointType.MOTHERS_ROOM), later, 21)));
            var districts = new Filter(null, null, "310104", null, null, null, null, null);
            assertThat(plan(connection, PointSearch.query(districts, null, 21)))
                    .contains("service_point_by_district")
                    .doesNotContain("Seq Scan");
            var words = new Filter(null, null, null, null, null, null, null, "站 7777");
            assertThat(plan(connection, PointSearch.query(words, null, 21)))
                    .contains("service_point_by_words")
                    .doesNotContain("Seq Scan");
            connection.rollback();
            connection.setAutoCommit(true);
        }
    }

    private static Filter filter(Around around, @Nullable PointType type) {
        return new Filter(around, null, null, type, null, null, null, null);
    }

    private static void assertByPlace(String plan) {
        assertThat(plan).contains("service_point_by_place", "Order By").doesNotContain("Seq Scan");
    }

    private static String plan(Connection connection, Query query) throws SQLException {
        try (var statement = connection.prepareStatement("explain " + query.sql())) {
            for (var i = 0; i < query.parameters().size(); i++) {
                var value = query.parameters().get(i);
                statement.setObject(i + 1, value instanceof Enum<?> constant ? constant.name() : value);
            }
            try (var rows = statement.executeQuery()) {
                var text = new StringBuilder();
                while (rows.next()) {
                    text.append(rows.getString(1)).append('\n');
                }
                return text.toString();
            }
        }
    }

    @Test
    void aDistanceOnThePlaneIsThatOnTheEarthToOnePartInAHundred() {
        var random = new Random(7);
        for (var i = 0; i < 200; i++) {
            var from = somewhere(random);
            var to = somewhere(random);
            var plane = sql.first(
                            "select on_the_plane(?, ?) <-> on_the_plane(?, ?)",
                            row -> row.number(1),
                            from.longitude(),
                            from.latitude(),
                            to.longitude(),
                            to.latitude())
                    .orElseThrow();
            var earth = haversine(from, to);
            assertThat(plane).isCloseTo(earth, within(earth / 100));
        }
    }

    private static SearchCentre somewhere(Random random) {
        return new SearchCentre(120.80 + random.nextDouble() * 1.5, 30.65 + random.nextDouble() * 1.25);
    }

    private static double haversine(SearchCentre one, SearchCentre other) {
        var north = Math.toRadians(other.latitude() - one.latitude()) / 2;
        var east = Math.toRadians(other.longitude() - one.longitude()) / 2;
        var chord = Math.pow(Math.sin(north), 2)
                + Math.cos(Math.toRadians(one.latitude()))
                        * Math.cos(Math.toRadians(other.latitude()))
                        * Math.pow(Math.sin(east), 2);
        return 2 * EARTH_RADIUS_METRES * Math.asin(Math.sqrt(chord));
    }

    @Test
    void theDatabaseSaysOpenWhenTheRulesDo() {
        var monday = LocalDate.of(2026, 9, 28);
        var calendar = WorkingCalendar.shipped();
        var random = new Random(11);
        for (var i = 0; i < 300; i++) {
            var hours = RandomHours.any(random, monday);
            var at = monday.atStartOfDay().plusMinutes(random.nextInt(14 * 24 * 60));
            var day = at.toLocalDate();
            var said = sql.first(
                            "select hours_say_open(?, ?, ?, ?, ?)",
                            row -> row.flag(1),
                            hours.writtenWeek(),
                            hours.writtenExceptions(),
                            String.valueOf(OpeningRules.dayKept(day, hours.keepsWorkingCalendar(), calendar)
                                    .getValue()),
                            day.toString(),
                            at.toLocalTime().toString().substring(0, 5))
                    .orElseThrow();
            assertThat(said).as("%s at %s", hours, at).isEqualTo(RandomHours.isOpen(hours, at, calendar));
        }
    }
}
