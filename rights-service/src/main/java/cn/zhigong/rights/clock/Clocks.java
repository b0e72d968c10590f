package cn.zhigong.rights.clock;

import cn.zhigong.platform.security.Subtrees;
import cn.zhigong.platform.sql.Sql;
import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.inject.Singleton;
import jakarta.persistence.LockModeType;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** All clocks. */
@Singleton
class Clocks implements PanacheRepositoryBase<Clock, UUID> {

    /** Where the next page of open deadlines begins: after this one in the order in which they fall due. */
    record Position(Instant dueAt, UUID id) {

        static Position parse(String text) {
            var parts = text.split(" ", 2);
            if (parts.length != 2) {
                throw new IllegalArgumentException("Not a position");
            }
            return new Position(Instant.ofEpochSecond(Long.parseLong(parts[0])), UUID.fromString(parts[1]));
        }

        /** Deadlines end at midnight, so that seconds are exact. */
        String text() {
            return dueAt.getEpochSecond() + " " + id;
        }
    }

    private final Sql sql;

    Clocks(Sql sql) {
        this.sql = sql;
    }

    List<Clock> of(UUID subject) {
        return list("subjectId = ?1 order by ruleId", subject);
    }

    Optional<Clock> of(UUID subject, String ruleId) {
        return find("subjectId = ?1 and ruleId = ?2", subject, ruleId).firstResultOptional();
    }

    long countUnmet() {
        return count("metAt is null");
    }

    /** Those still to be computed, in order of their ids, after one of them, locked. */
    List<Clock> unmetAfter(@Nullable UUID after, int limit) {
        return find("metAt is null and (?1 is null or id > ?1) order by id", after)
                .withLock(LockModeType.PESSIMISTIC_WRITE)
                .range(0, limit - 1)
                .list();
    }

    /** Open ones that have run out and are not marked yet, locked; those another instance works on are left to it. */
    List<Clock> unmarkedOverAt(Instant now, int limit) {
        var ids = sql.list("""
                select id from clock where met_at is null and breached_at is null and closed_at is null and due_at <= ?
                order by due_at limit ? for update skip locked
                """, row -> row.uuid(1), now, limit);
        return ids.isEmpty() ? List.of() : list("id in ?1", ids);
    }

    /** Open deadlines of the organisations in these subtrees in the order in which they fall due. */
    List<Clock> openWithin(Subtrees subtrees, @Nullable LocalDate dueBefore, @Nullable Position after, int limit) {
        var ids = sql.list(
                """
                select c.id from clock c join directory_organisation o on o.id = c.organisation_id
                where c.met_at is null and c.closed_at is null and c.due_at is not null and %s
                and (?::date is null or c.last_day < ?::date)
                and (?::timestamptz is null or (c.due_at, c.id) > (?::timestamptz, ?::uuid))
                order by c.due_at, c.id limit ?
                """.formatted(Subtrees.within("o.path")),
                row -> row.uuid(1),
                subtrees.parameter(),
                dueBefore,
                dueBefore,
                after == null ? null : after.dueAt(),
                after == null ? null : after.dueAt(),
                after == null ? null : after.id(),
                limit);
        return ids.isEmpty() ? List.of() : list("id in ?1 order by dueAt, id", ids);
    }
}
