package cn.zhigong.platform.event;

import static java.nio.charset.StandardCharsets.UTF_8;

import cn.zhigong.platform.privacy.Digests;
import java.util.UUID;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.jspecify.annotations.Nullable;

/**
 * Makes an event of whatever stands in Kafka. Whoever wrote it: what comes out of here can be parked, for one that
 * cannot even be parked would stop its partition.
 */
final class RecordReading {

    /** Longer than any id; PostgreSQL refuses to index much longer ones. */
    static final int LONGEST_SUBJECT = 200;

    private RecordReading() {}

    static ReceivedEvent read(ConsumerRecord<String, byte[]> record) {
        var origin = new ReceivedEvent.Origin(record.topic(), record.partition(), record.offset());
        var id = id(record, origin);
        var type = header(record, "ce_type");
        return new ReceivedEvent(
                id,
                type == null ? "" : type,
                subject(record, id),
                record.value() == null ? new byte[0] : record.value(),
                header(record, TraceContext.HEADER),
                origin);
    }

    /**
     * An event that says of nothing what it is about stands for itself, so that such ones do not wait for each other.
     */
    private static String subject(ConsumerRecord<String, byte[]> record, UUID id) {
        var named = header(record, "ce_subject");
        var subject = named == null && record.key() != null ? storable(record.key()) : named;
        if (subject == null || subject.isEmpty()) {
            return id.toString();
        }
        return subject.length() > LONGEST_SUBJECT ? "sha256:" + Digests.hex(subject.getBytes(UTF_8)) : subject;
    }

    private static UUID id(ConsumerRecord<String, byte[]> record, ReceivedEvent.Origin origin) {
        var id = header(record, "ce_id");
        try {
            return id == null ? placeId(origin) : UUID.fromString(id);
        } catch (IllegalArgumentException foreign) {
            return placeId(origin);
        }
    }

    /** An event without a usable id is known by where it stands. */
    private static UUID placeId(ReceivedEvent.Origin origin) {
        return UUID.nameUUIDFromBytes(origin.toString().getBytes(UTF_8));
    }

    private static @Nullable String header(ConsumerRecord<String, byte[]> record, String name) {
        var header = record.headers().lastHeader(name);
        return header == null || header.value() == null ? null : storable(new String(header.value(), UTF_8));
    }

    /** The database keeps no U+0000. */
    private static String storable(String text) {
        return text.replace("\0", "");
    }
}
