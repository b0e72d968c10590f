package cn.zhigong.membership.importing;

import static cn.zhigong.membership.importing.ImportProblem.IMPORT_FORGOTTEN;
import static cn.zhigong.membership.importing.ImportProblem.IMPORT_IN_WORK;

import cn.zhigong.platform.audit.Audit;
import cn.zhigong.platform.security.Caller;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Shows officers the rows of their imports. */
@Singleton
class Showing {

    /** Writes a file, once. */
    interface Written {
        void to(OutputStream out) throws IOException;
    }

    private static final int PORTION = 1_000;
    private static final Duration SOON = Duration.ofSeconds(5);

    private final Importing importing;
    private final JudgedRows rows;
    private final Audit audit;

    Showing(Importing importing, JudgedRows rows, Audit audit) {
        this.importing = importing;
        this.rows = rows;
        this.audit = audit;
    }

    @Transactional
    List<RowView> rows(
            Caller officer,
            UUID id,
            @Nullable RowResult result,
            @Nullable RowOutcome outcome,
            @Nullable Integer after,
            int most) {
        var one = importing.visible(officer, id);
        return one.state() == ImportState.PARSED ? List.of() : rows.page(id, result, outcome, after, most);
    }

    /** The rows as a file that is written while they are read, however many there are. */
    @Transactional
    Written report(Caller officer, UUID id) {
        var one = importing.visible(officer, id);
        if (one.state() == ImportState.UPLOADED || one.state() == ImportState.PARSED) {
            throw IMPORT_IN_WORK.problem().retryAfter(SOON);
        }
        if (!one.rowsKept()) {
            throw IMPORT_FORGOTTEN.problem();
        }
        audit.record("roster-import.report", Importing.AUDITED, id, Map.of());
        return out -> {
            try (var writer = new OutputStreamWriter(out, StandardCharsets.UTF_8)) {
                write(id, writer);
            }
        };
    }

    /** Portion by portion: nobody holds the database by reading slowly. */
    private void write(UUID id, Writer writer) throws IOException {
        writer.write(Report.heading());
        var after = 0;
        List<RowView> portion;
        do {
            var last = after;
            portion = QuarkusTransaction.requiringNew().call(() -> rows.page(id, null, null, last, PORTION));
            for (var row : portion) {
                writer.write(Report.line(row));
                after = row.line();
            }
        } while (portion.size() == PORTION);
    }
}
