package cn.zhigong.membership.importing;

import cn.zhigong.membership.member.EmploymentForm;
import cn.zhigong.membership.member.Roster;
import cn.zhigong.membership.member.RosterChanges.Followed;
import cn.zhigong.membership.member.SealedPerson;
import cn.zhigong.membership.member.WorkerGroup;
import cn.zhigong.platform.sql.Row;
import cn.zhigong.platform.sql.Sql;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What became of rows, with what is needed to take it back. */
@Singleton
class Outcomes {

    private static final String COLUMNS =
            "roster_outcome (import_id, line, outcome, member_id, transfer_id, person_id, version, was_in_group,"
                    + " was_employed, was_of_worker_group, was_retained, phone_before, phone_index_before)";

    /**
     * One row's.
     *
     * @param before of a member who was changed
     */
    record Done(
            int line,
            RowOutcome outcome,
            @Nullable UUID memberId,
            @Nullable UUID transferId,
            @Nullable Followed before) {

        static Done admitted(int line, UUID member) {
            return new Done(line, RowOutcome.ADMITTED, member, null, null);
        }

        static Done updated(int line, Followed before) {
            return new Done(line, RowOutcome.UPDATED, before.memberId(), null, before);
        }

        static Done proposed(int line, UUID transfer) {
            return new Done(line, RowOutcome.TRANSFER_PROPOSED, null, transfer, null);
        }

        static Done changedSince(int line) {
            return new Done(line, RowOutcome.CHANGED_SINCE, null, null, null);
        }
    }

    private final Sql sql;

    Outcomes(Sql sql) {
        this.sql = sql;
    }

    void write(UUID importId, List<Done> done) {
        sql.copy(COLUMNS, done.stream().map(one -> row(importId, one)).toList());
    }

    private static @Nullable Object[] row(UUID importId, Done one) {
        var before = one.before();
        var roster = before == null ? null : before.before();
        var phone = before == null ? null : before.phone();
        return new @Nullable Object[] {
            importId,
            one.line(),
            one.outcome(),
            one.memberId(),
            one.transferId(),
            before == null ? null : before.personId(),
            before == null ? null : before.version(),
            roster == null ? null : roster.groupId(),
            roster == null ? null : roster.employmentForm(),
            roster == null ? null : roster.workerGroup(),
            roster == null ? null : roster.retired(),
            phone == null ? null : phone.sealed(),
            phone == null ? null : phone.index()
        };
    }

    /** The next that can be taken back, in the order of the file. */
    List<Done> toUndoAfter(UUID importId, int line, int most) {
        return sql.list("""
                select * from roster_outcome where import_id = ? and line > ?
                and outcome in ('ADMITTED', 'UPDATED', 'TRANSFER_PROPOSED') order by line limit ?
                """, Outcomes::done, importId, line, most);
    }

    private static Done done(Row row) {
        var version = row.bigintOrNull("version");
        return new Done(
                row.integer("line"),
                row.constant("outcome", RowOutcome.class),
                row.uuidOrNull("member_id"),
                row.uuidOrNull("transfer_id"),
                version == null ? null : before(row, version));
    }

    private static Followed before(Row row, long version) {
        var phone = row.bytesOrNull("phone_before");
        return new Followed(
                row.uuid("member_id"),
                row.uuid("person_id"),
                new Roster(
                        row.uuidOrNull("was_in_group"),
                        row.constant("was_employed", EmploymentForm.class),
                        row.constantOrNull("was_of_worker_group", WorkerGroup.class),
                        row.flag("was_retained")),
                phone == null ? null : new SealedPerson.Indexed(phone, row.bytes("phone_index_before")),
                version);
    }

    /** Some rows end otherwise. */
    void become(UUID importId, RowOutcome outcome, List<Integer> lines) {
        sql.update(
                "update roster_outcome set outcome = ? where import_id = ? and line = any (?)",
                outcome,
                importId,
                lines.toArray(Integer[]::new));
    }

    /** What was before in people's data; the rest says no more than the audit log. */
    void forgetBefore(UUID importId) {
        sql.update(
                "update roster_outcome set phone_before = null, phone_index_before = null where import_id = ? and phone_before is not null",
                importId);
    }
}
