package cn.zhigong.membership.organisation;

import cn.zhigong.membership.organisation.OrganisationEvent.OrganisationChanged;
import cn.zhigong.platform.reference.VisibleText;
import jakarta.persistence.Column;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Version;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;
import org.jspecify.annotations.Nullable;

/** A union organisation (工会组织): one place in the tree, never deleted. */
@Entity
class Organisation {

    @Id
    private UUID id;

    // Read by queries that take the first entered.
    @SuppressWarnings("UnusedVariable")
    private long serial;

    private String code;
    private String name;

    @Enumerated(EnumType.STRING)
    private OrganisationKind kind;

    private int level;

    private @Nullable UUID parentId;

    private String label;

    // Written once here; afterwards only by the statement that moves a whole subtree.
    @Column(updatable = false)
    private String path;

    @Enumerated(EnumType.STRING)
    private OrganisationState state;

    private int line;
    private @Nullable String district;
    private @Nullable String street;
    private @Nullable String zone;
    private @Nullable String industry;

    @JdbcTypeCode(SqlTypes.ARRAY)
    @Column(columnDefinition = "text[]")
    private List<String> workerGroups;

    @Embedded
    private @Nullable AcceptedCreditCode creditCode;

    private boolean legalPerson;

    @Enumerated(EnumType.STRING)
    private @Nullable FoundingMode foundingMode;

    private @Nullable LocalDate foundedOn;
    private Instant createdAt;
    private @Nullable Instant endedAt;
    private @Nullable String endedBy;
    private @Nullable String endReason;
    private @Nullable UUID successorId;

    @Version
    private long version;

    protected Organisation() {}

    /**
     * Where a new organisation stands.
     *
     * @param serial given to it alone; its label is made of it
     */
    record Place(
            UUID id,
            long serial,
            String code,
            int line,
            @Nullable UUID parentId,
            String parentPath) {

        private String label() {
            return Long.toString(serial, Character.MAX_RADIX);
        }
    }

    Organisation(
            Place place,
            OrganisationKind kind,
            OrganisationFacts facts,
            @Nullable AcceptedCreditCode creditCode,
            Instant now) {
        this.id = place.id();
        this.serial = place.serial();
        this.code = place.code();
        this.name = facts.name();
        this.workerGroups = List.of();
        this.kind = kind;
        this.level = kind.level();
        this.parentId = place.parentId();
        this.label = place.label();
        this.path = place.parentPath() + label + "/";
        this.state = OrganisationState.ACTIVE;
        this.line = place.line();
        this.createdAt = now;
        correct(facts, creditCode);
    }

    void correct(OrganisationFacts facts, @Nullable AcceptedCreditCode accepted) {
        name = VisibleText.normalised(facts.name());
        district = facts.district();
        street = facts.street();
        zone = facts.zone();
        industry = facts.industry();
        workerGroups = List.copyOf(Objects.requireNonNullElse(facts.workerGroups(), List.of()));
        creditCode = accepted;
        legalPerson = Objects.requireNonNullElse(facts.legalPerson(), false);
        foundingMode = facts.foundingMode();
        foundedOn = facts.foundedOn();
    }

    void moveTo(UUID newParent) {
        parentId = newParent;
    }

    void dissolve(String reason, @Nullable UUID successor, String officer, Instant now) {
        become(OrganisationState.DISSOLVED);
        end(reason, successor, officer, now);
    }

    void mergeInto(UUID successor, String reason, String officer, Instant now) {
        become(OrganisationState.MERGED);
        end(reason, successor, officer, now);
    }

    private void end(String reason, @Nullable UUID successor, String officer, Instant now) {
        endReason = reason;
        successorId = successor;
        endedBy = officer;
        endedAt = now;
    }

    /** Refuses what only an active organisation can undergo. */
    void requireActive() {
        if (!isActive()) {
            throw state.refusal();
        }
    }

    private void become(OrganisationState next) {
        state = state.become(next);
    }

    /** The event that tells of its present state; right once the change is flushed, because that sets the version. */
    OrganisationChanged changed() {
        return new OrganisationChanged(id, code, name, kind, level, district, parentId, label, isActive(), version);
    }

    OrganisationFacts facts() {
        return new OrganisationFacts(
                name,
                creditCode == null ? null : creditCode.value(),
                null,
                district,
                street,
                zone,
                industry,
                workerGroups,
                legalPerson,
                foundingMode,
                foundedOn);
    }

    UUID id() {
        return id;
    }

    String code() {
        return code;
    }

    OrganisationKind kind() {
        return kind;
    }

    int level() {
        return level;
    }

    @Nullable UUID parentId() {
        return parentId;
    }

    String label() {
        return label;
    }

    /** Its path when it was read. */
    String path() {
        return path;
    }

    OrganisationState state() {
        return state;
    }

    boolean isActive() {
        return state == OrganisationState.ACTIVE;
    }

    int line() {
        return line;
    }

    @Nullable String district() {
        return district;
    }

    @Nullable AcceptedCreditCode creditCode() {
        return creditCode;
    }

    Instant createdAt() {
        return createdAt;
    }

    @Nullable String endedBy() {
        return endedBy;
    }

    @Nullable Instant endedAt() {
        return endedAt;
    }

    @Nullable String endReason() {
        return endReason;
    }

    @Nullable UUID successorId() {
        return successorId;
    }

    long version() {
        return version;
    }
}
