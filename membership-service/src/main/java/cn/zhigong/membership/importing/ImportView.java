package cn.zhigong.membership.importing;

import cn.zhigong.platform.http.Versioned;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * An import as officers see it.
 *
 * @param fileSize in bytes
 * @param refusal why the file is no roster
 * @param refusedLine where reading stopped
 * @param ignoredColumns headings that mean nothing to an import; what stands below them is not kept
 * @param rows with text, without the heading
 * @param results how many rows mean what to the register
 * @param sharedPhones how many rows give a phone that is somebody else's too; a warning
 * @param signature stands for the file and every verdict; whoever confirms gives it back
 * @param progress of the step at work
 * @param outcomes what became of the rows that were to change something
 * @param rowsKept whether the contents of rows are still there
 */
record ImportView(
        UUID id,
        UUID organisationId,
        String fileName,
        long fileSize,
        ImportState state,
        String uploadedBy,
        Instant uploadedAt,
        @Nullable ImportRefusal refusal,
        @Nullable Integer refusedLine,
        List<String> ignoredColumns,
        int rows,
        Map<RowResult, Integer> results,
        int sharedPhones,
        @Nullable String signature,
        @Nullable String confirmedBy,
        @Nullable Instant confirmedAt,
        @Nullable Progress progress,
        Map<RowOutcome, Integer> outcomes,
        @Nullable Instant endedAt,
        boolean rowsKept,
        long version)
        implements Versioned {

    /** Rows that are done, of those there are to do. */
    record Progress(int done, int total) {}

    static ImportView of(RosterImport one) {
        return new ImportView(
                one.id(),
                one.organisationId(),
                one.fileName(),
                one.fileSize(),
                one.state(),
                one.uploadedBy(),
                one.uploadedAt(),
                one.refusal(),
                one.refusedLine(),
                one.ignored(),
                one.rowCount(),
                isJudged(one) ? one.results() : Map.of(),
                isJudged(one) ? one.sharedPhones() : 0,
                one.signature(),
                one.confirmedBy(),
                one.confirmedAt(),
                progress(one),
                one.outcomes(),
                one.endedAt(),
                one.rowsKept(),
                one.version());
    }

    /** Nothing is told of the people in a file before it is known that it is a roster. */
    private static boolean isJudged(RosterImport one) {
        return one.state() != ImportState.PARSED;
    }

    private static @Nullable Progress progress(RosterImport one) {
        return switch (one.state()) {
            case PARSED -> new Progress(one.doneRows(), one.rowCount());
            case APPLYING -> new Progress(one.doneRows(), one.changes());
            case ROLLING_BACK -> new Progress(one.doneRows(), one.changed());
            case UPLOADED, REFUSED, VALIDATED, CONFIRMED, APPLIED, PARTIALLY_APPLIED, ROLLED_BACK, CANCELLED -> null;
        };
    }
}
