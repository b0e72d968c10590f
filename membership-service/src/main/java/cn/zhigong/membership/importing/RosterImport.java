package cn.zhigong.membership.importing;

import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;
import org.jspecify.annotations.Nullable;

/** A file of a union's records on its way into the register (导入批次). */
@Entity
class RosterImport {

    private static final int MOST_STRANGE = 20;

    /** One in so many rows. */
    private static final int STRANGE_SHARE = 20;

    @Id
    private UUID id;

    private UUID organisationId;
    private String fileName;
    private long fileSize;
    // The signature is made of it, in SQL.
    @SuppressWarnings("UnusedVariable")
    private byte[] fileDigest;

    @JdbcTypeCode(SqlTypes.JSON)
    private ColumnMapping mapping;

    private String uploadedBy;
    private Instant uploadedAt;

    @Enumerated(EnumType.STRING)
    private ImportState state;

    @Enumerated(EnumType.STRING)
    private @Nullable ImportRefusal refusal;

    private @Nullable Integer refusedLine;

    @JdbcTypeCode(SqlTypes.JSON)
    private List<String> ignored;

    private int rowCount;
    private int doneLine;
    private int doneRows;

    @JdbcTypeCode(SqlTypes.JSON)
    private Map<RowResult, Integer> results;

    private int sharedPhones;
    private @Nullable String signature;
    private @Nullable String confirmedBy;
    private @Nullable Instant confirmedAt;

    @JdbcTypeCode(SqlTypes.JSON)
    private Map<RowOutcome, Integer> outcomes;

    private @Nullable Instant endedAt;
    private boolean rowsKept;
    // Who has waited longest is asked in SQL.
    @SuppressWarnings("UnusedVariable")
    private Instant workedAt;

    @Version
    private long version;

    protected RosterImport() {}

    RosterImport(UUID id, Upload upload, String uploadedBy, Instant now) {
        this.id = id;
        this.organisationId = upload.organisationId();
        this.fileName = upload.fileName();
        this.fileSize = upload.size();
        this.fileDigest = upload.digest();
        this.mapping = upload.mapping();
        this.ignored = upload.ignored();
        this.uploadedBy = uploadedBy;
        this.uploadedAt = now;
        this.workedAt = now;
        this.state = ImportState.UPLOADED;
        this.results = Map.of();
        this.outcomes = Map.of();
        this.rowsKept = true;
    }

    /** The file is no roster after all. */
    void refuse(ImportRefusal why, @Nullable Integer line, Instant now) {
        end(ImportState.REFUSED, now);
        refusal = why;
        refusedLine = line;
        results = Map.of();
        rowsKept = false;
    }

    /** Each row is read for itself. */
    void parsed(int rows) {
        become(ImportState.PARSED);
        rowCount = rows;
    }

    /** Some more rows are compared with the register. */
    void compared(int line, Map<RowResult, Integer> more, int phonesShared) {
        results = Counts.sum(RowResult.class, results, more);
        sharedPhones += phonesShared;
        advance(line, more.values());
    }

    /** All are; whoever agrees signs for these verdicts. */
    void validated(String newSignature) {
        become(ImportState.VALIDATED);
        signature = newSignature;
    }

    /**
     * Whether so many numbers come with another name, or of people who have left, that it is no union's own roster: a
     * few are wrong in every roster, and who tries numbers is told of none.
     */
    boolean looksLikeTrying() {
        var strange =
                results.getOrDefault(RowResult.NAME_MISMATCH, 0) + results.getOrDefault(RowResult.BLOCKED_WITHDRAWN, 0);
        return strange > MOST_STRANGE && strange > rowCount / STRANGE_SHARE;
    }

    void confirm(String officer, Instant now) {
        become(ImportState.CONFIRMED);
        confirmedBy = officer;
        confirmedAt = now;
    }

    void apply() {
        become(ImportState.APPLYING);
    }

    /** Some more rows are done. */
    void done(int line, Map<RowOutcome, Integer> more) {
        outcomes = Counts.sum(RowOutcome.class, outcomes, more);
        advance(line, more.values());
    }

    /** Some rows that count under one outcome count under another now. */
    void undone(int line, Map<RowOutcome, Integer> before, Map<RowOutcome, Integer> after) {
        var rest = Counts.difference(RowOutcome.class, outcomes, before);
        outcomes = Counts.sum(RowOutcome.class, rest, after);
        advance(line, after.values());
    }

    void applied(Instant now) {
        end(outcomes.containsKey(RowOutcome.CHANGED_SINCE) ? ImportState.PARTIALLY_APPLIED : ImportState.APPLIED, now);
    }

    void rollBack() {
        become(ImportState.ROLLING_BACK);
    }

    void rolledBack(Instant now) {
        end(ImportState.ROLLED_BACK, now);
    }

    void cancel(Instant now) {
        end(ImportState.CANCELLED, now);
        rowsKept = false;
    }

    /** Nothing of the people in it is kept any more. */
    void forgetRows() {
        rowsKept = false;
    }

    private void end(ImportState last, Instant now) {
        become(last);
        endedAt = now;
    }

    private void become(ImportState next) {
        state = state.become(next);
        doneLine = 0;
        doneRows = 0;
    }

    private void advance(int line, Iterable<Integer> counts) {
        doneLine = line;
        counts.forEach(count -> doneRows += count);
    }

    /** Somebody works on it now; others wait for their turn. */
    void worked(Instant now) {
        workedAt = now;
    }

    /** How many rows the verdicts would change something of. */
    int changes() {
        return Counts.total(results, RowResult::isApplied);
    }

    /** How many rows have changed something, or did until it was taken back. */
    int changed() {
        return Counts.total(outcomes, outcome -> outcome != RowOutcome.CHANGED_SINCE);
    }

    boolean isUndecidedSince(Instant then) {
        return state.isPending() && !uploadedAt.isAfter(then);
    }

    boolean hasEndedBy(Instant then) {
        return endedAt != null && !endedAt.isAfter(then);
    }

    boolean isTakenBackBy(Instant then) {
        return state == ImportState.ROLLED_BACK && hasEndedBy(then);
    }

    boolean isUploadedBy(String account) {
        return uploadedBy.equals(account);
    }

    UUID id() {
        return id;
    }

    UUID organisationId() {
        return organisationId;
    }

    String fileName() {
        return fileName;
    }

    long fileSize() {
        return fileSize;
    }

    ColumnMapping mapping() {
        return mapping;
    }

    String uploadedBy() {
        return uploadedBy;
    }

    Instant uploadedAt() {
        return uploadedAt;
    }

    ImportState state() {
        return state;
    }

    @Nullable ImportRefusal refusal() {
        return refusal;
    }

    @Nullable Integer refusedLine() {
        return refusedLine;
    }

    List<String> ignored() {
        return ignored;
    }

    int rowCount() {
        return rowCount;
    }

    int doneLine() {
        return doneLine;
    }

    int doneRows() {
        return doneRows;
    }

    Map<RowResult, Integer> results() {
        return results;
    }

    int sharedPhones() {
        return sharedPhones;
    }

    @Nullable String signature() {
        return signature;
    }

    @Nullable String confirmedBy() {
        return confirmedBy;
    }

    @Nullable Instant confirmedAt() {
        return confirmedAt;
    }

    Map<RowOutcome, Integer> outcomes() {
        return outcomes;
    }

    @Nullable Instant endedAt() {
        return endedAt;
    }

    boolean rowsKept() {
        return rowsKept;
    }

    long version() {
        return version;
    }
}
