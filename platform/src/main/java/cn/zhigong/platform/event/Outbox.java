package cn.zhigong.platform.event;

import static jakarta.transaction.Transactional.TxType.MANDATORY;
import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.stream.Collectors.toUnmodifiableSet;

import cn.zhigong.platform.sql.CommitRows;
import cn.zhigong.platform.sql.Sql;
import cn.zhigong.platform.time.Ids;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;
import java.time.InstantSource;
import java.util.List;
import java.util.Set;

/**
 * Publishes events with the transaction that caused them: stored with its rows, sent by the {@link Relay} after the
 * commit. The table has the shape of Debezium's outbox, so that change data capture can take the relay's place.
 */
@Singleton
public class Outbox {

    private static final String INSERT = """
            insert into outbox (id, aggregatetype, aggregateid, type, payload, occurred_at, traceparent)
            values (?, ?, ?, ?, ?::jsonb, ?, ?)""";

    /**
     * UTF-8 bytes. A broker takes 1 MiB, and one event too large to send would hold up all that follow it; the database
     * gives the stored JSON back with a space after each comma and colon, half as much again at worst.
     */
    private static final int LARGEST = 640 * 1024;

    private final Sql sql;
    private final CommitRows rows;
    private final ObjectMapper json;
    private final InstantSource clock;
    private final Relay relay;
    private final Set<String> declared;

    Outbox(
            Sql sql,
            CommitRows rows,
            ObjectMapper json,
            InstantSource clock,
            Relay relay,
            @Any Instance<TopicSource> sources) {
        this.sql = sql;
        this.rows = rows;
        this.json = json;
        this.clock = clock;
        this.relay = relay;
        this.declared = sources.stream()
                .flatMap(source -> source.topics().stream())
                .map(Topic::name)
                .collect(toUnmodifiableSet());
    }

    /**
     * Stores an event with the running transaction.
     *
     * @throws IllegalArgumentException when the event is no plain data, larger than {@value #LARGEST} bytes, or for a
     *     topic that no {@link TopicSource} declares: the broker has no such topic, and one event that cannot be sent
     *     holds up all that follow it
     */
    @Transactional(MANDATORY)
    public void publish(DomainEvent event) {
        if (!declared.contains(event.topic())) {
            throw new IllegalArgumentException("No bean of type TopicSource declares " + event.topic());
        }
        rows.add(
                INSERT,
                Ids.next(),
                event.topic(),
                event.aggregateId().toString(),
                event.type(),
                body(event),
                clock.instant(),
                TraceContext.current());
        rows.afterCommit(relay::wake);
    }

    /** The bodies of a topic's events that the broker does not have yet. */
    public List<String> waiting(String topic) {
        return sql.list("select payload::text from outbox where aggregatetype = ?", row -> row.text(1), topic);
    }

    private String body(DomainEvent event) {
        try {
            var body = json.writeValueAsString(event);
            if (body.getBytes(UTF_8).length > LARGEST) {
                throw new IllegalArgumentException("Too large for an event: " + event.type());
            }
            return body;
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException("An event must be plain data: " + event.type(), e);
        }
    }
}
