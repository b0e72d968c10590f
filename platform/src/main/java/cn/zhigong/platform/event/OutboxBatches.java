package cn.zhigong.platform.event;

import static java.nio.charset.StandardCharsets.UTF_8;

import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.jspecify.annotations.Nullable;

/** Batches of the outbox: read in order, sent, deleted once the broker has them all. */
@Singleton
class OutboxBatches {

    /** An unavailable broker needs up to 15 s to come back after a crash; the relay waits longer than that. */
    private static final long ACKNOWLEDGED_WITHIN_SECONDS = 90;

    record Message(
            long sequence,
            UUID id,
            String topic,
            String key,
            String type,
            String body,
            Instant occurredAt,
            @Nullable String traceparent) {

        static Message read(ResultSet row) throws SQLException {
            return new Message(
                    row.getLong("sequence"),
                    row.getObject("id", UUID.class),
                    row.getString("aggregatetype"),
                    row.getString("aggregateid"),
                    row.getString("type"),
                    row.getString("payload"),
                    row.getObject("occurred_at", OffsetDateTime.class).toInstant(),
                    row.getString("traceparent"));
        }
    }

    private final EventProducer producer;
    private final EventConfig config;

    OutboxBatches(EventProducer producer, EventConfig config) {
        this.producer = producer;
        this.config = config;
    }

    /** Makes sure that the topics exist and the broker was reached once. */
    void connect() {
        producer.open();
    }

    List<Message> next(Connection connection, int size) throws SQLException {
        try (var statement = connection.prepareStatement("""
                select sequence, id, aggregatetype, aggregateid, type, payload, occurred_at, traceparent
                from outbox order by sequence limit ?
                """)) {
            statement.setInt(1, size);
            try (var rows = statement.executeQuery()) {
                List<Message> messages = new ArrayList<>();
                while (rows.next()) {
                    messages.add(Message.read(rows));
                }
                return messages;
            }
        }
    }

    /** Sends a batch and waits until the broker has every message. */
    void send(List<Message> batch) {
        List<Future<?>> sent = new ArrayList<>(batch.size());
        for (var message : batch) {
            sent.add(producer.send(record(message)));
        }
        for (int i = 0; i < batch.size(); i++) {
            acknowledged(batch.get(i), sent.get(i));
        }
    }

    private static void acknowledged(Message message, Future<?> sent) {
        try {
            var ignored = sent.get(ACKNOWLEDGED_WITHIN_SECONDS, TimeUnit.SECONDS);
        } catch (ExecutionException | TimeoutException e) {
            throw new IllegalStateException("The broker did not take %s %s".formatted(message.type(), message.id()), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Stopped while sending", e);
        }
    }

    private ProducerRecord<String, byte[]> record(Message message) {
        var record = new ProducerRecord<>(
                message.topic(), message.key(), message.body().getBytes(UTF_8));
        record.headers()
                .add("ce_specversion", "1.0".getBytes(UTF_8))
                .add("ce_id", message.id().toString().getBytes(UTF_8))
                .add("ce_type", message.type().getBytes(UTF_8))
                .add("ce_source", ("/zhigong/" + config.service()).getBytes(UTF_8))
                .add("ce_subject", message.key().getBytes(UTF_8))
                .add("ce_time", message.occurredAt().toString().getBytes(UTF_8))
                .add("content-type", "application/json".getBytes(UTF_8));
        if (message.traceparent() != null) {
            record.headers().add(TraceContext.HEADER, message.traceparent().getBytes(UTF_8));
        }
        return record;
    }

    void delete(Connection connection, List<Message> batch) throws SQLException {
        var sequences = batch.stream().map(Message::sequence).toArray(Long[]::new);
        try (var statement = connection.prepareStatement("delete from outbox where sequence = any(?)")) {
            statement.setArray(1, connection.createArrayOf("bigint", sequences));
            statement.executeUpdate();
        }
    }
}
