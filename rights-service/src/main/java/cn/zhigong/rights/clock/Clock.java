package cn.zhigong.rights.clock;

import cn.zhigong.platform.calendar.ChinaTime;
import cn.zhigong.platform.calendar.ClockRule;
import cn.zhigong.platform.calendar.Deadline;
import cn.zhigong.platform.calendar.StatutoryClock;
import cn.zhigong.platform.calendar.WorkingCalendar;
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

/** One statutory deadline of one case. It keeps the rule it was made by, so that a changed law leaves it as it is. */
@Entity
class Clock {

    @Id
    private UUID id;

    private UUID subjectId;
    private UUID organisationId;
    private String ruleId;
    private String sourceLaw;

    @Enumerated(EnumType.STRING)
    private ClockRule.Unit unit;

    private int length;
    private boolean rollForward;
    private Instant startsAt;

    @ElementCollection(fetch = FetchType.EAGER)
    @CollectionTable(name = "clock_pause", joinColumns = @JoinColumn(name = "clock_id"))
    @OrderColumn(name = "position")
    @BatchSize(size = 200)
    private List<Standstill> pauses = new ArrayList<>();

    private @Nullable LocalDate lastDay;
    private @Nullable Instant dueAt;
    private boolean provisional;
    private @Nullable Instant metAt;
    private @Nullable Instant breachedAt;
    private @Nullable Instant closedAt;

    @Version
    private long version;

    protected Clock() {}

    Clock(UUID id, UUID subjectId, UUID organisationId, ClockRule rule, Instant startsAt, WorkingCalendar calendar) {
        this.id = id;
        this.subjectId = subjectId;
        this.organisationId = organisationId;
        this.ruleId = rule.id();
        this.sourceLaw = rule.sourceLaw();
        this.unit = rule.unit();
        this.length = rule.length();
        this.rollForward = rule.rollForward();
        this.startsAt = startsAt;
        compute(calendar);
    }

    /** Computes an open deadline again; one that turns out to lie in the future was never missed. */
    void recompute(WorkingCalendar calendar, Instant now) {
        if (metAt != null) {
            return;
        }
        compute(calendar);
        if (breachedAt != null && (dueAt == null || dueAt.isAfter(now))) {
            breachedAt = null;
        } else if (breachedAt != null) {
            breachedAt = dueAt;
        }
    }

    private void compute(WorkingCalendar calendar) {
        var rule = new ClockRule(ruleId, length, unit, sourceLaw, rollForward);
        var stops = pauses.stream().map(Standstill::pause).toList();
        switch (StatutoryClock.dueAt(ChinaTime.dayOf(startsAt), rule, stops, calendar)) {
            case Deadline.Due due -> {
                lastDay = due.lastDay();
                dueAt = due.endsAt();
                provisional = due.provisional();
            }
            case Deadline.Suspended suspended -> {
                lastDay = null;
                dueAt = null;
                provisional = suspended.provisional();
            }
        }
    }

    /** What the law asked for was done; in time or not shows by {@link #breachedAt}. */
    void meet(Instant now) {
        if (metAt == null) {
            metAt = now;
            var _ = breachIfOver(now);
        }
    }

    /** Marks the deadline as missed when it is over; says whether that is new. */
    boolean breachIfOver(Instant now) {
        if (closedAt != null || breachedAt != null || dueAt == null || now.isBefore(dueAt)) {
            return false;
        }
        breachedAt = dueAt;
        return true;
    }

    /**
     * The case has ended: nobody answers for the deadline any more. Its day is still computed, because the parties are
     * shown until when they can turn to arbitration.
     */
    void close(Instant now) {
        if (metAt == null && closedAt == null) {
            var _ = breachIfOver(now);
            closedAt = now;
        }
    }

    /** The time stands still from a day on. */
    void pause(LocalDate from, @Nullable LocalDate until, WorkingCalendar calendar, Instant now) {
        pauses.add(new Standstill(from, until));
        recompute(calendar, now);
    }

    /** Another organisation answers for it now. */
    void handTo(UUID organisation) {
        organisationId = organisation;
    }

    ClockView view() {
        return new ClockView(
                id,
                subjectId,
                organisationId,
                ruleId,
                sourceLaw,
                unit,
                length,
                startsAt,
                pauses.stream().map(Standstill::pause).toList(),
                lastDay,
                dueAt,
                provisional,
                metAt,
                breachedAt,
                closedAt,
                version);
    }
}
