package cn.zhigong.membership.importing;

import cn.zhigong.membership.member.EmploymentForm;
import cn.zhigong.membership.member.SealedPerson;
import cn.zhigong.membership.member.WorkerGroup;
import cn.zhigong.platform.sql.Row;
import cn.zhigong.platform.sql.Sql;
import cn.zhigong.platform.time.Ids;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The rows of imports as they were read. */
@Singleton
class RosterRows {

    private static final String GOOD =
            "roster_row (import_id, line, person_id, identity_type, identity, identity_index, name, phone, phone_index,"
                    + " organisation_id, group_id, joined_on, employment_form, worker_group, retired, first_line,"
                    + " phone_repeated)";

    private static final String BAD = "roster_row (import_id, line, person_id, result, flaws)";

    /**
     * The row of a verdict {@code v}. The planner believes that an import it has not seen yet has one row, and would
     * read all of its rows for each verdict; so it is given no choice but the key.
     */
    static final String OF_VERDICT = "lateral (select * from roster_row"
            + " where roster_row.import_id = v.import_id and roster_row.line = v.line offset 0)";

    /**
     * A row that can be read.
     *
     * @param personId who the person becomes if nobody has their document
     * @param person sealed for that person
     * @param firstLine the line further up where the same person stands
     * @param phoneRepeated whether the phone stands further up with somebody else
     */
    record Good(
            int line,
            UUID personId,
            SealedPerson person,
            RosterFacts facts,
            @Nullable Integer firstLine,
            boolean phoneRepeated) {}

    private final Sql sql;

    RosterRows(Sql sql) {
        this.sql = sql;
    }

    void write(UUID importId, List<Good> rows) {
        sql.copy(GOOD, rows.stream().map(row -> row(importId, row)).toList());
    }

    /** Of a row that cannot be read nothing is kept but what is wrong with it. */
    void writeBad(UUID importId, Map<Integer, RowReader.Reading.Bad> rows) {
        sql.copy(
                BAD,
                rows.entrySet().stream()
                        .map(row -> new @Nullable Object[] {
                            importId,
                            row.getKey(),
                            Ids.next(),
                            row.getValue().result(),
                            RowFlaw.written(row.getValue().flaws())
                        })
                        .toList());
    }

    private static @Nullable Object[] row(UUID importId, Good row) {
        var person = row.person();
        var facts = row.facts();
        return new @Nullable Object[] {
            importId,
            row.line(),
            row.personId(),
            person.identityType(),
            person.identity(),
            person.identityIndex(),
            person.name(),
            person.phone(),
            person.phoneIndex(),
            facts.organisationId(),
            facts.groupId(),
            facts.joinedOn(),
            facts.employmentForm(),
            facts.workerGroup(),
            facts.retired(),
            row.firstLine(),
            row.phoneRepeated()
        };
    }

    /** A line of a portion: the row, or the result that it has by itself. */
    record Line(int line, @Nullable Good row, @Nullable RowResult result) {}

    /** The next rows of an import, in the order of the file. */
    List<Line> after(UUID importId, int line, int most) {
        return sql.list(
                "select * from roster_row where import_id = ? and line > ? order by line limit ?",
                RosterRows::line,
                importId,
                line,
                most);
    }

    /** The next rows whose verdict is to be applied. */
    List<Line> toApplyAfter(UUID importId, int line, int most) {
        return sql.list(
                """
                select r.*, v.result as agreed from roster_verdict v join %s r on true
                where v.import_id = ? and v.line > ? and v.result = any (?) order by v.line limit ?
                """.formatted(OF_VERDICT),
                row -> new Line(row.integer("line"), good(row), row.constant("agreed", RowResult.class)),
                importId,
                line,
                RowResult.applied(),
                most);
    }

    private static Line line(Row row) {
        var result = row.constantOrNull("result", RowResult.class);
        return new Line(row.integer("line"), result == null ? good(row) : null, result);
    }

    private static Good good(Row row) {
        return new Good(
                row.integer("line"),
                row.uuid("person_id"),
                SealedPerson.of(row),
                new RosterFacts(
                        row.uuid("organisation_id"),
                        row.uuidOrNull("group_id"),
                        row.dayOrNull("joined_on"),
                        row.constantOrNull("employment_form", EmploymentForm.class),
                        row.constantOrNull("worker_group", WorkerGroup.class),
                        row.flag("retired")),
                row.integerOrNull("first_line"),
                row.flag("phone_repeated"));
    }

    void forget(UUID importId) {
        sql.update("delete from roster_row where import_id = ?", importId);
    }
}
