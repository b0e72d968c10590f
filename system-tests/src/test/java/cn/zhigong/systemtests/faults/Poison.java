package cn.zhigong.systemtests.faults;

import cn.zhigong.systemtests.stack.Topics;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;

/** Records that no service should have written, put straight into a topic. */
record Poison(String id, String type, String body) {

    /** Tells them from real events. */
    static final String SOURCE = "faults";

    private static final String JOINED = "cn.zhigong.membership.member-joined.v1";
    private static final int LARGE = 900 * 1024;

    static Poison brokenJson() {
        return new Poison(UUID.randomUUID().toString(), JOINED, "{\"memberId\": \"half of");
    }

    static Poison unknownType() {
        return new Poison(UUID.randomUUID().toString(), "cn.zhigong.membership.member-beamed-up.v9", "{}");
    }

    static Poison large() {
        return new Poison(UUID.randomUUID().toString(), JOINED, "[" + "9".repeat(LARGE));
    }

    void sendTo(Topics topics, String topic) {
        topics.send(
                topic,
                id,
                body.getBytes(StandardCharsets.UTF_8),
                Map.of(
                        "ce_id", id,
                        "ce_type", type,
                        "ce_source", SOURCE,
                        "ce_subject", id,
                        "ce_specversion", "1.0",
                        "ce_time", Instant.now().toString()));
    }
}
