package cn.zhigong.membership.importing;

import cn.zhigong.membership.member.BulkRegister;
import cn.zhigong.membership.member.SealedPerson;
import cn.zhigong.platform.sql.Row;
import cn.zhigong.platform.sql.Sql;
import jakarta.inject.Singleton;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Rows with their verdicts and what became of them, for those who look at them. */
@Singleton
class JudgedRows {

    /**
     * One row.
     *
     * @param person sealed for {@code personId}; null where the row cannot be read
     */
    record Judged(
            int line,
            RowResult result,
            UUID personId,
            @Nullable SealedPerson person,
            @Nullable Integer firstLine,
            boolean phoneShared,
            List<RowFlaw> flaws,
            List<RosterField> changes,
            @Nullable UUID organisationId,
            @Nullable LocalDate joinedOn,
            @Nullable RowOutcome outcome,
            @Nullable UUID memberId,
            @Nullable UUID transferId) {}

    private static final String ALL = """
            select v.line, v.result, v.phone_shared, v.changes, r.organisation_id, r.joined_on, r.person_id,
                r.identity_type, r.identity, r.identity_index, r.name, r.phone, r.phone_index, r.first_line, r.flaws,
                o.outcome, o.transfer_id,
                case when o.outcome is distinct from 'UNDONE' then coalesce(o.member_id, v.member_id)
                    else v.member_id end as member_id
            from roster_verdict v
            join %s r on true
            left join lateral (select * from roster_outcome
                where roster_outcome.import_id = v.import_id and roster_outcome.line = v.line offset 0) o on true
            where v.import_id = ?
            """.formatted(RosterRows.OF_VERDICT);

    private final Sql sql;
    private final BulkRegister register;

    JudgedRows(Sql sql, BulkRegister register) {
        this.sql = sql;
        this.register = register;
    }

    List<RowView> page(
            UUID importId,
            @Nullable RowResult result,
            @Nullable RowOutcome outcome,
            @Nullable Integer after,
            int most) {
        return sql.list(ALL + """
                and (?::text is null or v.result = ?) and (?::text is null or o.outcome = ?)
                and v.line > coalesce(?, 0) order by v.line limit ?
                """, this::view, importId, result, result, outcome, outcome, after, most);
    }

    private RowView view(Row row) {
        var judged = judged(row);
        return RowView.of(judged, judged.person() == null ? null : register.open(judged.person(), judged.personId()));
    }

    private static Judged judged(Row row) {
        var flaws = row.textOrNull("flaws");
        return new Judged(
                row.integer("line"),
                row.constant("result", RowResult.class),
                row.uuid("person_id"),
                row.bytesOrNull("identity") == null ? null : SealedPerson.of(row),
                row.integerOrNull("first_line"),
                row.flag("phone_shared"),
                flaws == null ? List.of() : RowFlaw.read(flaws),
                Verdicts.read(row.textOrNull("changes")),
                row.uuidOrNull("organisation_id"),
                row.dayOrNull("joined_on"),
                row.constantOrNull("outcome", RowOutcome.class),
                row.uuidOrNull("member_id"),
                row.uuidOrNull("transfer_id"));
    }
}
