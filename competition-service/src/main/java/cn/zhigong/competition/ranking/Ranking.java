package cn.zhigong.competition.ranking;

import jakarta.persistence.CollectionTable;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.UUID;

/** The ranking (名次) of one event. */
@Entity
@Table(name = "event_ranking")
class Ranking {

    @Id
    private UUID eventId;

    private UUID contestId;
    private String enteredBy;
    private Instant enteredAt;

    @Version
    private long version;

    @ElementCollection
    @CollectionTable(name = "event_placing", joinColumns = @JoinColumn(name = "event_id"))
    private List<Placing> placings;

    protected Ranking() {}

    Ranking(UUID eventId, UUID contestId, List<Placing> placings, String account, Instant now) {
        this.eventId = eventId;
        this.contestId = contestId;
        this.placings = new ArrayList<>(placings);
        this.enteredBy = account;
        this.enteredAt = now;
    }

    void enter(List<Placing> list, String account, Instant now) {
        placings.clear();
        placings.addAll(list);
        enteredBy = account;
        enteredAt = now;
    }

    UUID eventId() {
        return eventId;
    }

    UUID contestId() {
        return contestId;
    }

    String enteredBy() {
        return enteredBy;
    }

    Instant enteredAt() {
        return enteredAt;
    }

    /** Whether a list says just what this one says. */
    boolean isAlready(List<Placing> list) {
        return Set.copyOf(placings).equals(Set.copyOf(list));
    }

    long version() {
        return version;
    }

    /** Best first; who has no rank comes last. */
    List<Placing> placings() {
        return placings.stream()
                .sorted(Comparator.comparing(Placing::rank, Comparator.nullsLast(Comparator.<Integer>naturalOrder()))
                        .thenComparing(Placing::entryId))
                .toList();
    }
}
