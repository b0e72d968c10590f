package cn.zhigong.platform.calendar;

import static cn.zhigong.platform.calendar.CalendarDay.Kind.HOLIDAY;
import static cn.zhigong.platform.calendar.CalendarDay.Kind.WORKDAY;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.agroal.api.AgroalDataSource;
import io.agroal.api.configuration.supplier.AgroalDataSourceConfigurationSupplier;
import io.agroal.api.security.NamePrincipal;
import io.agroal.api.security.SimplePassword;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import javax.sql.DataSource;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** On a real PostgreSQL with the migration as shipped, two instances beside each other. */
class CalendarsTest {
    private static final LocalDate NEW_YEAR = LocalDate.of(2027, 1, 1);
    private static final LocalDate SUNDAY = LocalDate.of(2027, 1, 3);
    private static final List<CalendarDay> NOTICE =
            List.of(new CalendarDay(NEW_YEAR, HOLIDAY, "元旦"), new CalendarDay(SUNDAY, WORKDAY, "元旦"));

    private static final String SCHEMA = "calendars_test";
    private static final DataSource DATABASE = database();

    private final MovableClock clock = new MovableClock();
    private final Calendars here = new Calendars(DATABASE, clock);
    private final Calendars there = new Calendars(DATABASE, clock);

    @BeforeAll
    static void migrate() throws IOException, SQLException {
        execute("DROP SCHEMA IF EXISTS " + SCHEMA + " CASCADE");
        execute("CREATE SCHEMA " + SCHEMA);
        var file = Calendars.class.getResourceAsStream("/db/chassis/V0_030__working_calendar.sql");
        execute(new String(Objects.requireNonNull(file).readAllBytes(), StandardCharsets.UTF_8));
    }

    @BeforeEach
    void empty() throws SQLException {
        execute("TRUNCATE calendar_year CASCADE");
    }

    @Test
    void withoutNoticesTheShippedYearsHold() {
        assertThat(here.current().isWorkingDay(LocalDate.of(2026, 10, 1))).isFalse();
        assertThat(here.current().covers(2027)).isFalse();
    }

    @Test
    void aNoticeHoldsHereAtOnceAndElsewhereWithinSeconds() {
        assertThat(there.current().covers(2027)).isFalse();
        here.replaceYear(2027, NOTICE);
        assertThat(here.current().isWorkingDay(NEW_YEAR)).isFalse();
        assertThat(here.current().isWorkingDay(SUNDAY)).isTrue();
        clock.pass(1);
        assertThat(there.current().covers(2027)).isFalse();
        clock.pass(1);
        assertThat(there.current().notice(2027)).containsExactlyElementsOf(NOTICE);
    }

    @Test
    void aSecondNoticeReplacesTheFirstAndTheShippedOne() {
        here.replaceYear(2027, NOTICE);
        here.replaceYear(2027, List.of());
        assertThat(here.current().covers(2027)).isTrue();
        assertThat(here.current().isWorkingDay(NEW_YEAR)).isTrue();
        here.replaceYear(2026, List.of());
        assertThat(here.current().isWorkingDay(LocalDate.of(2026, 10, 1))).isTrue();
        assertThat(here.current().isWorkingDay(LocalDate.of(2025, 10, 1))).isFalse();
    }

    @Test
    void noticesAreReadAgainOnlyWhenTheyChanged() {
        here.replaceYear(2027, NOTICE);
        var first = here.current();
        clock.pass(10);
        assertThat(here.current()).isSameAs(first);
    }

    @Test
    void aClockThatStepsBackDoesNotFreezeTheCalendar() {
        assertThat(there.current().covers(2027)).isFalse();
        clock.pass(-86_400);
        here.replaceYear(2027, NOTICE);
        assertThat(there.current().covers(2027)).isTrue();
    }

    @Test
    void defectsAreRefusedBeforeAndByTheDatabase() {
        var monday = new CalendarDay(LocalDate.of(2027, 1, 4), WORKDAY, "元旦");
        assertThatIllegalArgumentException().isThrownBy(() -> here.replaceYear(2027, List.of(monday)));
        here.replaceYear(2027, NOTICE);
        assertThatExceptionOfType(SQLException.class)
                .isThrownBy(() -> execute("INSERT INTO calendar_day VALUES ('2027-01-04', 'WORKDAY', 'x')"));
    }

    /** A schema of our own on the PostgreSQL that the build shares. */
    private static DataSource database() {
        var settings = new AgroalDataSourceConfigurationSupplier();
        settings.connectionPoolConfiguration()
                .maxSize(4)
                .connectionFactoryConfiguration()
                .jdbcUrl("jdbc:postgresql://" + System.getenv("TEST_POSTGRES") + "/platform?currentSchema=" + SCHEMA)
                .principal(new NamePrincipal(System.getenv("TEST_POSTGRES_USER")))
                .credential(new SimplePassword(System.getenv("TEST_POSTGRES_PASSWORD")));
        try {
            return AgroalDataSource.from(settings);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private static void execute(String sql) throws SQLException {
        try (var connection = DATABASE.getConnection();
                var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private static final class MovableClock implements InstantSource {
        private Instant now = Instant.parse("2026-12-01T00:00:00Z");

        @Override
        public Instant instant() {
            return now;
        }

        void pass(long seconds) {
            now = now.plusSeconds(seconds);
        }
    }
}
