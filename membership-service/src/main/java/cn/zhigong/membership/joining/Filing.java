package cn.zhigong.membership.joining;

import static cn.zhigong.membership.joining.JoinProblem.APPLICATION_ALREADY_OPEN;
import static java.util.Collections.nCopies;
import static java.util.stream.Collectors.joining;

import cn.zhigong.platform.sql.CommitRows;
import cn.zhigong.platform.sql.Sql;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Stores new applications, and the consents that came with them and after them. */
@Singleton
class Filing {

    /** What a new application has in a column. */
    private interface Value {
        @Nullable Object of(JoinApplication one);
    }

    /** The columns of later steps, which are not among these, have their beginnings. */
    private record Column(String name, Value value) {}

    private static final List<Column> COLUMNS = columns();

    private static final String INSERT = """
            insert into join_application (%s, identity_failures, checks, reasons, warnings, disclosed, version)
            values (%s, 0, 0, '{}', '{}', false, 0)
            on conflict (account) where %s do nothing
            """.formatted(
                    COLUMNS.stream().map(Column::name).collect(joining(", ")),
                    String.join(", ", nCopies(COLUMNS.size(), "?")),
                    States.OPEN);

    private final Sql sql;
    private final CommitRows rows;

    Filing(Sql sql, CommitRows rows) {
        this.sql = sql;
        this.rows = rows;
    }

    /**
     * Stores a new application unless its account has one on its way: one round trip that neither looks before it leaps
     * nor breaks the transaction. Twenty at once wait for the first and then find it.
     */
    void file(JoinApplication one, List<NewApplication.Consent> consents) {
        while (!isInserted(one)) {
            openOf(one.account()).ifPresent(other -> {
                throw APPLICATION_ALREADY_OPEN.with("applicationId", other);
            });
            // It was closed between the two statements, so there is room now.
        }
        agreed(one.id(), consents, one.milestones().filedAt());
    }

    /** Keeps consents beside those that were given before. */
    void agreed(UUID application, List<NewApplication.Consent> consents, Instant at) {
        for (var consent : consents) {
            rows.add("""
                    insert into join_consent (application_id, purpose, version, reading_seconds, given_at)
                    values (?, ?, ?, ?, ?) on conflict do nothing""", application, consent.purpose(), consent.version(), consent.readingSeconds(), at);
        }
    }

    private boolean isInserted(JoinApplication one) {
        var values = new @Nullable Object[COLUMNS.size()];
        for (var i = 0; i < values.length; i++) {
            values[i] = COLUMNS.get(i).value().of(one);
        }
        return sql.update(INSERT, values) == 1;
    }

    private Optional<UUID> openOf(String account) {
        return sql.first(
                "select id from join_application where account = ? and " + States.OPEN, row -> row.uuid(1), account);
    }

    private static List<Column> columns() {
        var columns = new ArrayList<>(List.of(
                new Column("id", JoinApplication::id),
                new Column("account", JoinApplication::account),
                new Column("account_vouched", one -> one.applicant().accountVouched()),
                new Column("state", JoinApplication::state),
                new Column("join_code_id", JoinApplication::joinCodeId),
                new Column(
                        "code_union_id",
                        one -> one.origin() == null ? null : one.origin().codeUnionId()),
                new Column(
                        "code_group_id",
                        one -> one.origin() == null ? null : one.origin().codeGroupId()),
                new Column("organisation_id", JoinApplication::organisationId),
                new Column("group_id", JoinApplication::groupId),
                new Column("charter_version", JoinApplication::charterVersion),
                new Column("filed_at", one -> one.milestones().filedAt()),
                new Column("submitted_at", one -> one.milestones().submittedAt()),
                new Column("rests_since", one -> one.milestones().restsSince()),
                new Column("check_after", one -> one.identityCheck().checkAfter())));
        columns.addAll(personal());
        columns.addAll(workplace());
        return List.copyOf(columns);
    }

    private static List<Column> personal() {
        return List.of(
                new Column("identity_type", one -> one.person().identityType()),
                new Column("identity", one -> one.person().identity()),
                new Column("identity_index", one -> one.person().identityIndex()),
                new Column("name", one -> one.person().name()),
                new Column("phone", one -> one.person().phone()),
                new Column("phone_index", one -> one.person().phoneIndex()));
    }

    private static List<Column> workplace() {
        return List.of(
                new Column("employer_code", one -> one.workplace().employerCode()),
                new Column("employer_name", one -> one.workplace().employerName()),
                new Column("employment_form", one -> one.workplace().employmentForm()),
                new Column("worker_group", one -> one.workplace().workerGroup()),
                new Column("district", one -> one.workplace().district()),
                new Column("street", one -> one.workplace().street()),
                new Column("zone", one -> one.workplace().zone()),
                new Column("dispatch_choice", one -> one.workplace().dispatchChoice()),
                new Column("using_unit_code", one -> one.workplace().usingUnitCode()),
                new Column("using_unit_name", one -> one.workplace().usingUnitName()));
    }
}
