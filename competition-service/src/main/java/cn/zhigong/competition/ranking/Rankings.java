package cn.zhigong.competition.ranking;

import static cn.zhigong.platform.problem.CommonProblem.NOT_FOUND;

import cn.zhigong.platform.sql.Sql;
import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.inject.Singleton;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

@Singleton
class Rankings implements PanacheRepositoryBase<Ranking, UUID> {

    Ranking get(UUID event) {
        return findByIdOptional(event).orElseThrow(NOT_FOUND::problem);
    }

    /** Where the next page of a result begins: after this place, and among those who share it after this entry. */
    record Position(int rank, UUID entry) {

        static Position parse(String text) {
            var parts = text.split(" ", 2);
            if (parts.length != 2) {
                throw new IllegalArgumentException("Not a position");
            }
            return new Position(Integer.parseInt(parts[0]), UUID.fromString(parts[1]));
        }

        static String after(Placing placing) {
            return placing.rank() + " " + placing.entryId();
        }
    }

    private final Sql sql;

    Rankings(Sql sql) {
        this.sql = sql;
    }

    /** Those who have a place in an event, best first. */
    List<Placing> placed(UUID event, @Nullable Position after, int rows) {
        return sql.list(
                """
                select entry_id, rank from event_placing where event_id = ? and rank is not null
                and (?::int is null or (rank, entry_id) > (?::int, ?::uuid)) order by rank, entry_id limit ?
                """,
                row -> new Placing(row.uuid(1), row.integer(2)),
                event,
                after == null ? null : after.rank(),
                after == null ? null : after.rank(),
                after == null ? null : after.entry(),
                rows);
    }

    /** How many have a place in each event of a contest. */
    Map<UUID, Integer> placedByEvent(UUID contest) {
        var placed = new HashMap<UUID, Integer>();
        var ignored = sql.list("""
                select r.event_id, count(p.rank) from event_ranking r left join event_placing p on p.event_id = r.event_id
                where r.contest_id = ? group by r.event_id
                """, row -> placed.put(row.uuid(1), row.integer(2)), contest);
        return placed;
    }

    List<Ranking> ofContest(UUID contest) {
        return list("contestId", contest);
    }
}
