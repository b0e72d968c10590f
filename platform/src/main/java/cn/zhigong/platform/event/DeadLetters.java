package cn.zhigong.platform.event;

import static cn.zhigong.platform.problem.CommonProblem.NOT_FOUND;

import cn.zhigong.platform.problem.Problem;
import cn.zhigong.platform.sql.Locks;
import cn.zhigong.platform.sql.Row;
import cn.zhigong.platform.sql.Sql;
import cn.zhigong.platform.time.Ids;
import jakarta.inject.Singleton;
import java.sql.SQLException;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Events that could not be applied. While one of an aggregate waits here, the later ones of that aggregate queue up
 * behind it, so that order holds when an operator replays them, or discards what can never be applied.
 */
@Singleton
class DeadLetters {

    /**
     * Says to whoever watches the dead-letter topic that an event was parked. 事件无法处理，已存入死信。
     *
     * @param subject whose fact the parked event is
     * @param from the topic it stood on
     * @param reason the kind of failure, without its words
     * @param service where it is parked
     */
    record EventParked(UUID eventId, String eventType, String subject, String from, String reason, String service)
            implements DomainEvent {

        @Override
        public String topic() {
            return DeadLetterTopic.of(service);
        }

        @Override
        public String type() {
            return "cn.zhigong.platform.event-parked.v1";
        }

        @Override
        public UUID aggregateId() {
            return eventId;
        }
    }

    private static final String BEHIND = "An earlier event of the same subject is parked";

    private static final String PARKED = """
            select id, event_id, type, subject, topic, kafka_partition, kafka_offset, reason, state, parked_at,
                discarded_at, discarded_by, discard_reason
            from dead_letter""";

    private final Sql sql;
    private final Locks locks;
    private final Outbox outbox;
    private final InstantSource clock;
    private final EventConfig config;

    DeadLetters(Sql sql, Locks locks, Outbox outbox, InstantSource clock, EventConfig config) {
        this.sql = sql;
        this.locks = locks;
        this.outbox = outbox;
        this.clock = clock;
        this.config = config;
    }

    Set<String> parkedAmong(Collection<ReceivedEvent> events) {
        var subjects = events.stream().map(ReceivedEvent::subject).distinct().toArray(String[]::new);
        return sql
                .list(
                        "select distinct subject from dead_letter where state = 'PARKED' and subject = any(?)",
                        row -> row.text(1),
                        (Object) subjects)
                .stream()
                .collect(Collectors.toSet());
    }

    void park(ReceivedEvent event, Throwable failure) {
        store(event, reason(failure));
    }

    void queueBehindParked(ReceivedEvent event) {
        store(event, BEHIND);
    }

    private void store(ReceivedEvent event, String reason) {
        var stored = sql.update(
                """
                insert into dead_letter (id, event_id, type, subject, topic, kafka_partition, kafka_offset, body,
                    traceparent, reason, state, parked_at)
                values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, 'PARKED', ?) on conflict (event_id) do nothing
                """,
                Ids.next(),
                event.id(),
                event.type(),
                event.subject(),
                event.origin().topic(),
                event.origin().partition(),
                event.origin().offset(),
                event.body(),
                event.traceparent(),
                reason,
                clock.instant());
        if (stored > 0) {
            outbox.publish(new EventParked(
                    event.id(), event.type(), event.subject(), event.origin().topic(), reason, config.service()));
        }
    }

    /** The kind of the innermost cause. Not its words: a parser or the database quotes the event's content there. */
    private static String reason(Throwable failure) {
        var cause = failure;
        while (cause.getCause() != null) {
            cause = cause.getCause();
        }
        return switch (cause) {
            case Problem problem -> problem.type().name();
            case SQLException sql -> "SQL state " + sql.getSQLState();
            default -> cause.getClass().getSimpleName();
        };
    }

    /** A parked event for an operator's eyes; its body holds no personal data by the rule for all events. */
    record Parked(
            UUID id,
            UUID eventId,
            String type,
            String subject,
            String topic,
            int partition,
            long offset,
            String reason,
            DeadLetterState state,
            Instant parkedAt,
            @Nullable Instant discardedAt,
            @Nullable String discardedBy,
            @Nullable String discardReason) {

        private static Parked read(Row row) {
            return new Parked(
                    row.uuid(1),
                    row.uuid(2),
                    row.text(3),
                    row.text(4),
                    row.text(5),
                    row.integer(6),
                    row.bigint(7),
                    row.text(8),
                    row.constant(9, DeadLetterState.class),
                    row.instant(10),
                    row.instantOrNull(11),
                    row.textOrNull(12),
                    row.textOrNull(13));
        }
    }

    List<Parked> list(DeadLetterState state, @Nullable UUID after, int limit) {
        return sql.list(
                PARKED + " where state = ? and (?::uuid is null or id > ?::uuid) order by id limit ?",
                Parked::read,
                state.name(),
                after,
                after,
                limit);
    }

    Parked get(UUID id) {
        return sql.first(PARKED + " where id = ?", Parked::read, id).orElseThrow(NOT_FOUND::problem);
    }

    /** Lets a replay and the intake decide one after the other whether anything of this subject is parked. */
    void lock(String subject) {
        locks.hold("dead-letter " + subject);
    }

    Optional<String> subjectOf(UUID id) {
        return sql.first("select subject from dead_letter where id = ?", row -> row.text(1), id);
    }

    /** The event of a subject that was parked first and is parked still. */
    Optional<ReceivedEvent> oldest(String subject) {
        return sql.first(
                """
                select event_id, type, subject, body, traceparent, topic, kafka_partition, kafka_offset
                from dead_letter where state = 'PARKED' and subject = ? order by id limit 1
                """,
                row -> new ReceivedEvent(
                        row.uuid(1),
                        row.text(2),
                        row.text(3),
                        row.bytes(4),
                        row.textOrNull(5),
                        new ReceivedEvent.Origin(row.text(6), row.integer(7), row.bigint(8))),
                subject);
    }

    void replayed(UUID eventId) {
        sql.update(
                "update dead_letter set state = 'REPLAYED', replayed_at = ? where event_id = ?",
                clock.instant(),
                eventId);
    }

    void discarded(UUID id, String operator, String reason) {
        sql.update("""
                update dead_letter set state = 'DISCARDED', discarded_at = ?, discarded_by = ?, discard_reason = ?
                where id = ?
                """, clock.instant(), operator, reason, id);
    }
}
