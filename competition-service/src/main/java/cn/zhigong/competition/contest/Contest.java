package cn.zhigong.competition.contest;

import cn.zhigong.platform.time.Ids;
import jakarta.persistence.CascadeType;
import jakarta.persistence.CollectionTable;
import jakarta.persistence.Column;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.OneToMany;
import jakarta.persistence.OrderBy;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.hibernate.annotations.BatchSize;
import org.jspecify.annotations.Nullable;

/** A contest (赛事). Changed only under a lock of its row, so {@code revision} needs no help of the ORM. */
@Entity
class Contest {

    @Id
    private UUID id;

    private UUID organiserId;
    private String draftedBy;
    private String title;

    @Enumerated(EnumType.STRING)
    private ContestLevel level;

    @Enumerated(EnumType.STRING)
    private @Nullable ContestClass contestClass;

    @Enumerated(EnumType.STRING)
    private ContestKind kind;

    private int year;

    @Enumerated(EnumType.STRING)
    private Entrants entrants;

    @Enumerated(EnumType.STRING)
    private ContestState state;

    private @Nullable String revisedBy;
    private @Nullable String filedBy;
    private @Nullable String reason;
    private @Nullable Instant publishedAt;
    private @Nullable Instant publicityBeganAt;
    private @Nullable Instant publicityEndsAt;
    private long revision;

    @ElementCollection
    @BatchSize(size = 256)
    @CollectionTable(name = "contest_judge", joinColumns = @JoinColumn(name = "contest_id"))
    @Column(name = "account")
    private Set<String> judges;

    @OneToMany(mappedBy = "contest", cascade = CascadeType.ALL, orphanRemoval = true)
    @BatchSize(size = 256)
    @OrderBy("id")
    private List<EventOfContest> events;

    protected Contest() {}

    Contest(UUID id, String draftedBy, ContestPlan plan) {
        this.id = id;
        this.organiserId = plan.organiserId();
        this.draftedBy = draftedBy;
        this.state = ContestState.DRAFT;
        this.judges = new HashSet<>();
        this.events = new ArrayList<>();
        adopt(plan.normalised());
    }

    ContestEvent.Changed revise(ContestPlan plan, String account) {
        if (!state.isEditable()) {
            throw ContestProblem.CONTEST_NOT_EDITABLE.with("state", state);
        }
        adopt(plan.normalised());
        revisedBy = account;
        return changed();
    }

    private void adopt(ContestPlan plan) {
        title = plan.title();
        level = plan.level();
        contestClass = plan.contestClass();
        kind = plan.kind();
        year = plan.year();
        entrants = plan.entrants() == null ? Entrants.OWN_MEMBERS : plan.entrants();
        judges.clear();
        judges.addAll(plan.judges());
        if (!events.stream().map(EventOfContest::plan).toList().equals(plan.events())) {
            events.clear();
            plan.events().forEach(event -> events.add(new EventOfContest(Ids.next(), this, event)));
        }
    }

    ContestEvent.Changed file(String account) {
        filedBy = account;
        reason = null;
        return become(ContestState.FILED);
    }

    ContestEvent.Changed sendBack(String why) {
        reason = why;
        return become(ContestState.RETURNED);
    }

    ContestEvent.Changed publish(Instant now) {
        publishedAt = publishedAt == null ? now : publishedAt;
        reason = null;
        return become(ContestState.PUBLISHED);
    }

    /** Begins the only stage. */
    ContestEvent.Changed start() {
        return become(ContestState.RUNNING);
    }

    /** Cancels or postpones. */
    ContestEvent.Changed stop(ContestState how, String why) {
        reason = why;
        return become(how);
    }

    /** Shows the provisional list until the given time, at which objections end. */
    ContestEvent.Changed showUntil(Instant end, Instant now) {
        publicityBeganAt = now;
        publicityEndsAt = end;
        return state == ContestState.OBJECTION_HANDLING ? changed() : become(ContestState.PUBLICITY);
    }

    /** The list that is shown stays so until another time, because the calendar has changed. */
    ContestEvent.Changed shownUntil(Instant end) {
        publicityEndsAt = end;
        return changed();
    }

    /** A step of the table that carries nothing with it. */
    ContestEvent.Changed become(ContestState next) {
        state = state.become(next);
        return changed();
    }

    /** The state of after a change, for those who copy it. */
    ContestEvent.Changed changed() {
        revision++;
        var trades = events.stream()
                .map(event -> new ContestEvent.Trade(
                        event.id(), event.trade(), event.occupation(), event.levelBase(), event.quota()))
                .toList();
        return new ContestEvent.Changed(
                id, organiserId, title, level, contestClass, kind, year, state, publicityEndsAt, trades, revision);
    }

    /** Whether an account wrote, last edited or filed the plan, and so cannot be the one who approves it. */
    boolean isWorkOf(String account) {
        return account.equals(draftedBy) || account.equals(revisedBy) || account.equals(filedBy);
    }

    UUID id() {
        return id;
    }

    UUID organiserId() {
        return organiserId;
    }

    ContestState state() {
        return state;
    }

    @Nullable String reason() {
        return reason;
    }

    @Nullable Instant publishedAt() {
        return publishedAt;
    }

    @Nullable Instant publicityBeganAt() {
        return publicityBeganAt;
    }

    @Nullable Instant publicityEndsAt() {
        return publicityEndsAt;
    }

    long revision() {
        return revision;
    }

    List<EventOfContest> events() {
        return List.copyOf(events);
    }

    ContestPlan plan() {
        return new ContestPlan(
                organiserId,
                title,
                level,
                contestClass,
                kind,
                year,
                entrants,
                Set.copyOf(judges),
                events.stream().map(EventOfContest::plan).toList());
    }
}
