package cn.zhigong.membership.servicepoint;

import cn.zhigong.platform.sql.Sql;
import jakarta.inject.Singleton;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** How many places there are, counted by what was known on a day. */
@Singleton
class PointTotals {

    /** Places of one type in one state. */
    record PointCount(PointType type, PointState state, long count) {}

    /** The last step of each place that it had taken by the end of the day. Owner and district are those of now. */
    private static final String COUNTS = """
            select p.type, step.state, count(*) from service_point p
            cross join lateral (
                select state from service_point_step
                where point_id = p.id and since <= ? order by number desc limit 1
            ) step
            where (?::text is null or p.district = ?) and (?::text is null or p.organisation_id in (
                select id from directory_organisation where path >= ? and path < rtrim(?, '/') || '0'))
            group by 1, 2 order by 1, 2
            """;

    private final Sql sql;

    PointTotals(Sql sql) {
        this.sql = sql;
    }

    List<PointCount> at(LocalDate day, @Nullable String path, @Nullable String district) {
        return sql.list(
                COUNTS,
                row -> new PointCount(
                        row.constant(1, PointType.class), row.constant(2, PointState.class), row.bigint(3)),
                day,
                district,
                district,
                path,
                path,
                path);
    }
}
