package cn.zhigong.membership.servicepoint;

import cn.zhigong.platform.reference.VisibleText;
import cn.zhigong.platform.sql.Sql;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Finds places for a page: around a centre in the order of their distance, or all in the order of their ids. A page of
 * the first kind reads the index from the centre outwards and ends when it is full, however wide the circle; a later
 * page reads again what was nearer.
 */
@Singleton
class PointSearch {

    /** A circle on the map. */
    record Around(SearchCentre centre, int radiusMetres) {}

    /**
     * A moment as the kept hours are asked about it.
     *
     * @param weekday ISO number of the day's own weekday
     * @param weekdayKept the one whose hours the day has for who keeps the working calendar
     * @param clock such as 08:05
     */
    record Moment(String day, String weekday, String weekdayKept, String clock) {}

    /** What a list is narrowed to; null means any, and of the states any but CLOSED. */
    record Filter(
            @Nullable Around around,
            @Nullable String path,
            @Nullable String district,
            @Nullable PointType type,
            @Nullable Facility facility,
            @Nullable PointState state,
            @Nullable Moment openAt,
            @Nullable String text) {

        Filter {
            // As names are kept, or what is typed in another Unicode form would find nothing.
            text = text == null || text.isBlank() ? null : VisibleText.normalised(text);
        }
    }

    /**
     * A row of a page by the key that the next page begins after.
     *
     * @param metres from the centre; 0 where there is none
     */
    record Found(double metres, UUID id) {

        String key() {
            return metres + "/" + id;
        }

        static Found parse(String key) {
            var slash = key.indexOf('/');
            return new Found(Double.parseDouble(key.substring(0, slash)), UUID.fromString(key.substring(slash + 1)));
        }
    }

    /** A statement and what goes in the places of its question marks. */
    record Query(String sql, List<Object> parameters) {}

    private static final String CENTRE = "on_the_plane(?, ?)";

    private final Sql sql;

    PointSearch(Sql sql) {
        this.sql = sql;
    }

    /** Up to {@code most} rows; closed places only when the filter asks for them. */
    List<Found> page(Filter filter, @Nullable Found after, int most) {
        // Which index is the way depends on the values, so each search is planned for itself.
        sql.planForValues();
        var query = query(filter, after, most);
        return sql.list(
                query.sql(),
                row -> new Found(row.number(1), row.uuid(2)),
                query.parameters().toArray());
    }

    static Query query(Filter filter, @Nullable Found after, int most) {
        var around = filter.around();
        var statement = new StringBuilder("select ");
        var parameters = new ArrayList<Object>();
        if (around == null) {
            statement.append("0, id from service_point where true");
        } else {
            statement
                    .append("place <-> ")
                    .append(CENTRE)
                    .append(", id from service_point where place <@ circle(")
                    .append(CENTRE)
                    .append(", ?)");
            parameters.addAll(centre(around));
            parameters.addAll(centre(around));
            parameters.add((double) around.radiusMetres());
        }
        narrow(statement, parameters, filter);
        order(statement, parameters, around, after);
        statement.append(" limit ?");
        parameters.add(most);
        return new Query(statement.toString(), parameters);
    }

    private static void narrow(StringBuilder statement, List<Object> parameters, Filter filter) {
        if (filter.state() == null) {
            statement.append(" and state <> 'CLOSED'");
        }
        add(statement, parameters, " and state = ?", filter.state());
        add(statement, parameters, " and district = ?", filter.district());
        add(statement, parameters, " and type = ?", filter.type());
        if (filter.facility() != null) {
            add(statement, parameters, " and facilities @> ?", (Object)
                    new String[] {filter.facility().name()});
        }
        if (filter.path() != null) {
            add(statement, parameters, """
                     and organisation_id in (
                    select id from directory_organisation where path >= ? and path < rtrim(?, '/') || '0')""", filter.path(), filter.path());
        }
        if (filter.text() != null) {
            add(statement, parameters, """
                     and word_pairs @> text_pairs(lower(?))
                    and strpos(lower(name || ' ' || address), lower(?)) > 0""", filter.text(), filter.text());
        }
        var at = filter.openAt();
        if (at != null) {
            add(statement, parameters, """
                     and state = 'OPEN' and hours_say_open(hours, exceptions,
                    case when keeps_working_calendar then ? else ? end, ?, ?)""", at.weekdayKept(), at.weekday(), at.day(), at.clock());
        }
    }

    private static void order(
            StringBuilder statement, List<Object> parameters, @Nullable Around around, @Nullable Found after) {
        if (around == null) {
            if (after != null) {
                add(statement, parameters, " and id > ?", after.id());
            }
            statement.append(" order by id");
            return;
        }
        if (after != null) {
            statement.append(" and (place <-> ").append(CENTRE).append(", id) > (?, ?)");
            parameters.addAll(centre(around));
            parameters.addAll(List.of(after.metres(), after.id()));
        }
        statement.append(" order by place <-> ").append(CENTRE).append(", id");
        parameters.addAll(centre(around));
    }

    private static List<Double> centre(Around around) {
        return List.of(around.centre().longitude(), around.centre().latitude());
    }

    /** Nothing when the only value is null: any will do then. */
    private static void add(
            StringBuilder statement, List<Object> parameters, String condition, @Nullable Object... values) {
        for (var value : values) {
            if (value == null) {
                return;
            }
        }
        statement.append(condition);
        parameters.addAll(Arrays.asList(values));
    }
}
