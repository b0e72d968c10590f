package cn.zhigong.platform.event;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * An event as it arrived.
 *
 * @param id the same however often it is delivered
 * @param subject the aggregate it is a fact of
 */
// The body goes from the broker to the parser as it is; nobody compares events by it.
@SuppressWarnings("ArrayRecordComponent")
public record ReceivedEvent(
        UUID id,
        String type,
        String subject,
        byte[] body,
        @Nullable String traceparent,
        Origin origin) {

    /** Where in Kafka it stood. */
    public record Origin(String topic, int partition, long offset) {}
}
