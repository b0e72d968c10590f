package cn.zhigong.membership.collective;

import cn.zhigong.platform.reference.VisibleText;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A batch (集中入会批次): the applications that come by its join code, and the decision about them. */
@Entity
class CollectiveJoining {

    @Id
    private UUID id;

    private UUID organisationId;
    private @Nullable UUID groupId;
    private UUID joinCodeId;
    private String title;
    private @Nullable Instant ceremonyAt;
    private @Nullable Integer expected;
    private String createdBy;
    private Instant createdAt;
    private @Nullable String minutes;
    private @Nullable String approvedBy;
    private @Nullable Instant approvedAt;

    @Version
    private long version;

    protected CollectiveJoining() {}

    CollectiveJoining(UUID id, NewCollectiveJoining wanted, String createdBy, Instant createdAt) {
        this.id = id;
        this.organisationId = wanted.organisationId();
        this.groupId = wanted.groupId();
        this.joinCodeId = wanted.joinCodeId();
        this.title = VisibleText.normalised(wanted.title());
        this.ceremonyAt = wanted.ceremonyAt();
        this.expected = wanted.expected();
        this.createdBy = createdBy;
        this.createdAt = createdAt;
    }

    /** Records the decision; a later one, about those who came late, adds its minutes. */
    void approve(String words, String officer, Instant now) {
        minutes = minutes == null ? words : minutes + "\n\n" + words;
        approvedBy = officer;
        approvedAt = now;
    }

    UUID id() {
        return id;
    }

    UUID organisationId() {
        return organisationId;
    }

    @Nullable UUID groupId() {
        return groupId;
    }

    UUID joinCodeId() {
        return joinCodeId;
    }

    String title() {
        return title;
    }

    @Nullable Instant ceremonyAt() {
        return ceremonyAt;
    }

    @Nullable Integer expected() {
        return expected;
    }

    String createdBy() {
        return createdBy;
    }

    Instant createdAt() {
        return createdAt;
    }

    @Nullable String minutes() {
        return minutes;
    }

    @Nullable String approvedBy() {
        return approvedBy;
    }

    @Nullable Instant approvedAt() {
        return approvedAt;
    }

    long version() {
        return version;
    }
}
