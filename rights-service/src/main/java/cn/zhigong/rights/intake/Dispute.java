package cn.zhigong.rights.intake;

import cn.zhigong.platform.calendar.ChinaTime;
import cn.zhigong.rights.clock.ClockView;
import jakarta.persistence.CollectionTable;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.FetchType;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.OrderColumn;
import jakarta.persistence.Version;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.hibernate.annotations.BatchSize;
import org.jspecify.annotations.Nullable;

/** A labour dispute (劳动争议) that a worker brought to a union's mediation desk. */
@Entity
class Dispute {

    @Id
    private UUID id;

    private @Nullable String claimantAccount;

    @Enumerated(EnumType.STRING)
    private Channel channel;

    @Enumerated(EnumType.STRING)
    private DisputeKind kind;

    private int workers;
    private @Nullable String respondentCreditCode;
    private String respondentName;
    private UUID organisationId;

    @Enumerated(EnumType.STRING)
    private DisputeState state;

    @Enumerated(EnumType.STRING)
    private @Nullable RefusalReason refusalReason;

    @Enumerated(EnumType.STRING)
    private @Nullable Forum forum;

    private LocalDate knewOn;
    private @Nullable LocalDate employmentEndedOn;
    private Instant registeredAt;
    private Instant receivedAt;
    private @Nullable Instant screenedAt;
    private byte[] confidential;

    @ElementCollection(fetch = FetchType.EAGER)
    @CollectionTable(name = "dispute_claim", joinColumns = @JoinColumn(name = "dispute_id"))
    @OrderColumn(name = "position")
    @BatchSize(size = 200)
    private List<ClaimItem> claims = new ArrayList<>();

    @Version
    private long version;

    protected Dispute() {}

    Dispute(UUID id, Filing filing, UUID organisationId, byte[] confidential, Instant now) {
        this.id = id;
        this.claimantAccount = filing.claimantAccount();
        this.channel = filing.channel();
        this.kind = filing.kind();
        this.workers = filing.workers();
        this.respondentCreditCode = filing.respondentCreditCode();
        this.respondentName = filing.respondentName();
        this.organisationId = organisationId;
        this.state = DisputeState.REGISTERED;
        this.knewOn = filing.knewOn();
        this.employmentEndedOn = filing.employmentEndedOn();
        this.registeredAt = now;
        this.receivedAt = now;
        this.confidential = confidential;
        this.claims.addAll(filing.claims());
    }

    DisputeEvent registered() {
        return new DisputeEvent.Registered(
                id, organisationId, kind, scale(), state, ChinaTime.dayOf(registeredAt), version);
    }

    DisputeEvent accept(ClockView mediation, Instant now) {
        become(DisputeState.ACCEPTED);
        screenedAt = now;
        return new DisputeEvent.Accepted(
                id, organisationId, kind, scale(), state, ChinaTime.dayOf(now), mediation.lastDay(), nextVersion());
    }

    DisputeEvent refuse(RefusalReason reason, @Nullable Forum shownTo, Instant now) {
        become(DisputeState.NOT_ACCEPTED);
        refusalReason = reason;
        forum = shownTo;
        screenedAt = now;
        return new DisputeEvent.Refused(
                id, organisationId, kind, scale(), state, reason, shownTo, ChinaTime.dayOf(now), nextVersion());
    }

    /** Hands it to another union's desk, which received the application when that happens. */
    DisputeEvent transfer(UUID to, Instant now) {
        become(DisputeState.REFERRED);
        var from = organisationId;
        organisationId = to;
        receivedAt = now;
        return new DisputeEvent.Transferred(id, to, from, kind, scale(), state, ChinaTime.dayOf(now), nextVersion());
    }

    private void become(DisputeState next) {
        state = state.become(next);
    }

    /** Each verb changes the row once, and the commit counts the version up by one. */
    private long nextVersion() {
        return version + 1;
    }

    Scale scale() {
        return Scale.of(workers);
    }

    boolean isOf(String account) {
        return account.equals(claimantAccount);
    }

    UUID id() {
        return id;
    }

    UUID organisationId() {
        return organisationId;
    }

    Channel channel() {
        return channel;
    }

    DisputeKind kind() {
        return kind;
    }

    DisputeState state() {
        return state;
    }

    int workers() {
        return workers;
    }

    @Nullable String respondentCreditCode() {
        return respondentCreditCode;
    }

    String respondentName() {
        return respondentName;
    }

    @Nullable RefusalReason refusalReason() {
        return refusalReason;
    }

    @Nullable Forum forum() {
        return forum;
    }

    LocalDate knewOn() {
        return knewOn;
    }

    @Nullable LocalDate employmentEndedOn() {
        return employmentEndedOn;
    }

    Instant registeredAt() {
        return registeredAt;
    }

    Instant receivedAt() {
        return receivedAt;
    }

    @Nullable Instant screenedAt() {
        return screenedAt;
    }

    byte[] confidential() {
        return confidential.clone();
    }

    List<ClaimItem> claims() {
        return List.copyOf(claims);
    }

    long version() {
        return version;
    }
}
