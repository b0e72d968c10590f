package cn.zhigong.membership.joining;

import cn.zhigong.membership.member.SealedPerson;
import cn.zhigong.platform.sql.Sql;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.UUID;

/** The applications at which the platform itself has something to do. */
@Singleton
class DueApplications {

    /** What the check of an identity needs of an application. */
    record Claimed(UUID id, long version, int checks, SealedPerson person) {}

    private final JoinApplications applications;
    private final Sql sql;

    DueApplications(JoinApplications applications, Sql sql) {
        this.applications = applications;
        this.sql = sql;
    }

    /**
     * Takes the oldest applications whose identity is to be checked, in no order; nobody else takes them before the
     * lease ends, so a check that dies with its process is made again.
     */
    List<Claimed> claim(Instant now, Instant leaseEnds, int most) {
        return sql.list(
                """
                update join_application set checks = checks + 1, check_after = ?
                where id in (select id from join_application where state = 'SUBMITTED' and check_after <= ?
                    order by check_after limit ? for update skip locked)
                returning id, version, checks, identity_type, identity, identity_index, name, phone, phone_index
                """,
                row -> new Claimed(row.uuid("id"), row.bigint("version"), row.integer("checks"), SealedPerson.of(row)),
                leaseEnds,
                now,
                most);
    }

    /** A check that came to nothing; not when the application was changed meanwhile. */
    void checkLater(UUID id, long version, Instant at) {
        sql.update(
                "update join_application set check_after = ? where id = ? and version = ? and state = 'SUBMITTED'",
                at,
                id,
                version);
    }

    /** Applications whose time of review is over, of any age, and those that are to look like them. */
    List<UUID> overdue(Instant now, Collection<UUID> without, int most) {
        return sql.list(
                "select id from join_application where " + States.AWAITED
                        + " and review_by <= ? and id <> all (?) order by review_by limit ?",
                row -> row.uuid(1),
                now,
                without.toArray(UUID[]::new),
                most);
    }

    long countAwaited() {
        return sql.first(
                        "select count(*) from join_application where " + States.AWAITED + " and review_by is not null",
                        row -> row.bigint(1))
                .orElse(0L);
    }

    /** Applications with a time of review, locked, in the order of their ids. */
    List<JoinApplication> awaitedAfter(UUID after, int most) {
        return applications.locked(sql.list(
                "select id from join_application where " + States.AWAITED
                        + " and review_by is not null and id > ? order by id limit ?",
                row -> row.uuid(1),
                after,
                most));
    }

    /** Applications that have rested with their applicants since before a time. */
    List<UUID> atRest(Instant since, Collection<UUID> without, int most) {
        return sql.list(
                "select id from join_application where " + States.WITH_APPLICANT
                        + " and rests_since <= ? and id <> all (?) order by rests_since limit ?",
                row -> row.uuid(1),
                since,
                without.toArray(UUID[]::new),
                most);
    }
}
