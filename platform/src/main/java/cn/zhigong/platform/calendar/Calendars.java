package cn.zhigong.platform.calendar;

import cn.zhigong.platform.calendar.CalendarDay.Kind;
import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import java.util.UUID;
import javax.sql.DataSource;

/**
 * The calendar as it is known now: what ships with the platform, and in its place the years that officers have loaded.
 * Every instance notices a new notice within {@value #LOOK_AGAIN_SECONDS} seconds.
 */
@Singleton
public class Calendars {
    private static final int LOOK_AGAIN_SECONDS = 2;
    private static final Duration LOOK_AGAIN = Duration.ofSeconds(LOOK_AGAIN_SECONDS);

    private final DataSource database;
    private final InstantSource clock;
    private volatile Copy copy = new Copy("", Instant.MIN, WorkingCalendar.shipped());

    Calendars(DataSource database, InstantSource clock) {
        this.database = database;
        this.clock = clock;
    }

    /** The calendar as every instance knows it, at most {@value #LOOK_AGAIN_SECONDS} seconds old. */
    public WorkingCalendar current() {
        var known = copy;
        return known.isFreshAt(clock.instant()) ? known.calendar : fresh();
    }

    /** The calendar as the database holds it now, for whoever computes deadlines again because it changed. */
    WorkingCalendar fresh() {
        var known = copy;
        var now = clock.instant();
        try (var connection = database.getConnection()) {
            // The version is read before the days: a load in between only means that the days are read again.
            var version = version(connection);
            var calendar = version.equals(known.version) ? known.calendar : load(connection);
            copy = new Copy(version, now, calendar);
            return calendar;
        } catch (SQLException e) {
            throw new IllegalStateException("The working calendar cannot be read", e);
        }
    }

    /**
     * Puts the notice of a year in place of what was known of that year. Deadlines that were computed before are the
     * caller's to compute again.
     *
     * @throws IllegalArgumentException when the notice has defects; ask {@link CalendarDefect#in} first
     */
    @Transactional
    void replaceYear(int year, List<CalendarDay> days) {
        var defects = CalendarDefect.in(year, days);
        if (!defects.isEmpty()) {
            throw new IllegalArgumentException("The notice of %d has defects: %s".formatted(year, defects));
        }
        try (var connection = database.getConnection()) {
            replaceRevision(connection, year);
            replaceDays(connection, year, days);
        } catch (SQLException e) {
            throw new IllegalStateException("The notice of %d cannot be stored".formatted(year), e);
        }
        copy = copy.outdated();
    }

    /** Locks the year as well: of two officers the second waits and then wins as a whole. */
    private static void replaceRevision(Connection connection, int year) throws SQLException {
        try (var statement = connection.prepareStatement("""
                INSERT INTO calendar_year (year, revision) VALUES (?, ?)
                ON CONFLICT (year) DO UPDATE SET revision = EXCLUDED.revision""")) {
            statement.setInt(1, year);
            statement.setObject(2, UUID.randomUUID());
            statement.executeUpdate();
        }
    }

    private static void replaceDays(Connection connection, int year, List<CalendarDay> days) throws SQLException {
        try (var delete = connection.prepareStatement("DELETE FROM calendar_day WHERE year = ?");
                var insert =
                        connection.prepareStatement("INSERT INTO calendar_day (date, kind, name) VALUES (?, ?, ?)")) {
            delete.setInt(1, year);
            delete.executeUpdate();
            for (var day : days) {
                insert.setObject(1, day.date());
                insert.setString(2, day.kind().name());
                insert.setString(3, day.name());
                insert.addBatch();
            }
            insert.executeBatch();
        }
    }

    private static String version(Connection connection) throws SQLException {
        try (var statement = connection.prepareStatement(
                        "SELECT coalesce(string_agg(revision::text, ' ' ORDER BY year), '') FROM calendar_year");
                var row = statement.executeQuery()) {
            row.next();
            return row.getString(1);
        }
    }

    private static WorkingCalendar load(Connection connection) throws SQLException {
        var notices = new TreeMap<Integer, List<CalendarDay>>();
        try (var statement = connection.prepareStatement("""
                        SELECT y.year, d.date, d.kind, d.name
                        FROM calendar_year y LEFT JOIN calendar_day d USING (year)""");
                var row = statement.executeQuery()) {
            while (row.next()) {
                var notice = notices.computeIfAbsent(row.getInt(1), _ -> new ArrayList<>());
                var date = row.getObject(2, LocalDate.class);
                if (date != null) {
                    notice.add(new CalendarDay(date, Kind.valueOf(row.getString(3)), row.getString(4)));
                }
            }
        }
        var calendar = WorkingCalendar.shipped();
        for (var notice : notices.entrySet()) {
            calendar = calendar.withYear(notice.getKey(), notice.getValue());
        }
        return calendar;
    }

    private record Copy(String version, Instant readAt, WorkingCalendar calendar) {
        /** The clock of a demonstration may step either way. */
        boolean isFreshAt(Instant now) {
            return !now.isBefore(readAt) && now.isBefore(readAt.plus(LOOK_AGAIN));
        }

        Copy outdated() {
            return new Copy(version, Instant.MIN, calendar);
        }
    }
}
