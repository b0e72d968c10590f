package cn.zhigong.platform.event;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Whatever stands in Kafka, what is read of it can be stored. */
class RecordReadingTest {

    // A key may be missing whatever Kafka's types say.
    @SuppressWarnings("NullAway")
    private static ReceivedEvent read(long offset, @Nullable String key, @Nullable String subject) {
        var record = new ConsumerRecord<>("topic", 2, offset, key, new byte[0]);
        if (subject != null) {
            record.headers().add("ce_subject", subject.getBytes(UTF_8));
        }
        return RecordReading.read(record);
    }

    @Test
    void theSubjectIsTheHeaderOrElseTheKeyWithoutWhatTheDatabaseCannotKeep() {
        assertThat(read(1, "key", "subject").subject()).isEqualTo("subject");
        assertThat(read(1, "k\0e\0y", null).subject()).isEqualTo("key");
        assertThat(read(1, null, "s\0ubject").subject()).isEqualTo("subject");
    }

    @Test
    void aSubjectTooLongForTheIndexIsKnownByItsDigest() {
        assertThat(read(1, null, "x".repeat(200)).subject()).isEqualTo("x".repeat(200));
        var one = read(1, null, "x".repeat(9_000)).subject();
        assertThat(one).startsWith("sha256:").hasSizeLessThan(100);
        assertThat(read(2, "x".repeat(9_000), null).subject()).isEqualTo(one);
        assertThat(read(2, null, "x".repeat(9_001)).subject()).isNotEqualTo(one);
    }

    @Test
    void eventsThatNameNoSubjectDoNotWaitForEachOther() {
        var first = read(1, null, null);
        assertThat(first.subject()).isEqualTo(first.id().toString());
        assertThat(read(2, null, null).subject()).isNotEqualTo(first.subject());
        assertThat(read(3, "\0", "").subject()).isEqualTo(read(3, null, null).subject());
    }
}
