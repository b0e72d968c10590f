package cn.zhigong.membership.servicepoint;

import cn.zhigong.platform.reference.VisibleText;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What a member says is wrong with a place (纠错). Nobody is told of it: what it changes of the place is. */
@Entity
class PointReport {

    @Id
    private UUID id;

    private UUID pointId;
    private String account;

    @Enumerated(EnumType.STRING)
    private ReportKind kind;

    private String text;

    @Enumerated(EnumType.STRING)
    private ReportState state;

    private Instant filedAt;
    private @Nullable Instant settledAt;
    private @Nullable String settledBy;
    private @Nullable String note;
    private boolean changed;

    @Version
    private long version;

    protected PointReport() {}

    PointReport(UUID id, UUID pointId, String account, ReportKind kind, String text, Instant filedAt) {
        this.id = id;
        this.pointId = pointId;
        this.account = account;
        this.kind = kind;
        this.text = VisibleText.normalised(text);
        this.state = ReportState.OPEN;
        this.filedAt = filedAt;
    }

    /** @param withChange whether the place was corrected with it */
    void accept(boolean withChange, @Nullable String words, String officer, Instant now) {
        become(ReportState.ACCEPTED);
        changed = withChange;
        settle(words, officer, now);
    }

    void dismiss(String reason, String officer, Instant now) {
        become(ReportState.DISMISSED);
        settle(reason, officer, now);
    }

    private void settle(@Nullable String words, String officer, Instant now) {
        note = words == null ? null : VisibleText.normalised(words);
        settledBy = officer;
        settledAt = now;
    }

    private void become(ReportState next) {
        state = state.become(next);
    }

    boolean isOf(String caller) {
        return account.equals(caller);
    }

    UUID id() {
        return id;
    }

    UUID pointId() {
        return pointId;
    }

    String account() {
        return account;
    }

    ReportKind kind() {
        return kind;
    }

    String text() {
        return text;
    }

    ReportState state() {
        return state;
    }

    Instant filedAt() {
        return filedAt;
    }

    @Nullable Instant settledAt() {
        return settledAt;
    }

    @Nullable String settledBy() {
        return settledBy;
    }

    @Nullable String note() {
        return note;
    }

    boolean changed() {
        return changed;
    }

    long version() {
        return version;
    }
}
