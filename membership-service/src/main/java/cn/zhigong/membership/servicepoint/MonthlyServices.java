package cn.zhigong.membership.servicepoint;

import cn.zhigong.platform.sql.Sql;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** How many services places rendered, by month; a correction is kept beside what it corrects. */
@Singleton
class MonthlyServices {

    /**
     * What was reported of a month.
     *
     * @param month such as 2026-10
     * @param number 1 for the report, then one more for each correction; the highest holds
     * @param reason why it was corrected; absent for the report itself
     */
    record MonthlyCount(
            String month,
            int number,
            int services,
            @Nullable String reason,
            Instant reportedAt) {}

    private static final Sql.Reading<MonthlyCount> READING = row -> new MonthlyCount(
            row.text("month"),
            row.integer("number"),
            row.integer("services"),
            row.textOrNull("reason"),
            row.instant("reported_at"));

    private final Sql sql;

    MonthlyServices(Sql sql) {
        this.sql = sql;
    }

    /** What holds for a month. */
    Optional<MonthlyCount> latest(UUID point, String month) {
        return sql.first("""
                select month, number, services, reason, reported_at from service_point_month
                where point_id = ? and month = ? order by number desc limit 1
                """, READING, point, month);
    }

    void add(UUID point, MonthlyCount count, String officer) {
        sql.update(
                """
                insert into service_point_month (point_id, month, number, services, reason, reported_at, reported_by)
                values (?, ?, ?, ?, ?, ?, ?)
                """,
                point,
                count.month(),
                count.number(),
                count.services(),
                count.reason(),
                count.reportedAt(),
                officer);
    }

    /** Every version of every month, in order. */
    List<MonthlyCount> all(UUID point) {
        return sql.list("""
                select month, number, services, reason, reported_at from service_point_month
                where point_id = ? order by month, number
                """, READING, point);
    }
}
