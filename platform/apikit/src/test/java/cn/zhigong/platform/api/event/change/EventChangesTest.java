package cn.zhigong.platform.api.event.change;

import static org.assertj.core.api.Assertions.assertThat;

import cn.zhigong.platform.api.event.EventMutant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class EventChangesTest {

    private static final String TOPIC = "/channels/notes.note.v1";
    private static final String EVENT = TOPIC + "/messages/note-written.v1";
    private static final String READ = "/channels/people.reader.v1/messages/reader-changed.v1";

    @Test
    void theSameDocumentHasNoChange() {
        assertThat(EventChanges.between(EventMutant.good(), EventMutant.good())).isEmpty();
    }

    @ParameterizedTest(name = "{3}")
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "/payload/properties/kind/enum/1 |     | true  | payload/kind lost value VERY_SHORT",
                "/payload/properties/kind/enum/1 | \"SHORT\" | true  | payload/kind may be SHORT",
                "/payload/properties/kind/enum |       | true  | payload/kind was a choice and is any text",
                "/payload/properties/district/enum | [\"310104\"] | false | payload/district was any text and is one of [\"310104\"]",
                "/payload/properties/dueOn |           | true  | payload/dueOn is gone",
                "/payload/properties/readOn | {\"type\": \"string\"} | false | payload/readOn is new",
                "/payload/properties/version/type | \"string\" | true | payload/version was integer int64 and is string int64",
                "/payload/properties/noteId/format |   | true  | payload/noteId was string uuid and is string",
                "/payload/required/5 |                 | true  | payload/version may be missing",
                "/payload/required/5 | \"dueOn\"       | false | payload/dueOn is never missing",
                "/payload/properties/parts/items/properties/length | | true | payload/parts/0/length is gone",
                "/payload/properties/hours/propertyNames/enum/1 | | true | payload/hours/propertyNames lost value SUNDAY",
                "/payload/properties/hours/propertyNames/enum/1 | \"FRIDAY\" | true | payload/hours/propertyNames may be FRIDAY",
                "/payload/properties/hours/propertyNames | | true | payload/hours/propertyNames was a choice and is any text",
                "/payload/properties/hours/additionalProperties/pattern | | true | payload/hours/0 was of the form ^[0-9]{2}:[0-9]{2}$ and is of any",
                "/payload/properties/hours/additionalProperties/pattern | \"^.*$\" | true | payload/hours/0 was of the form ^[0-9]{2}:[0-9]{2}$ and is of ^.*$",
                "/payload/properties/district/pattern | \"^[0-9]{6}$\" | false | payload/district was of the form any and is of ^[0-9]{6}$",
                "/headers/properties/ce_type/const | \"cn.zhigong.notes.note-penned.v1\" | true | was of type cn.zhigong.notes.note-written.v1 and is of cn.zhigong.notes.note-penned.v1",
                "/headers/properties/ce_source/const | \"/zhigong/pens\" | true | headers/ce_source was string /zhigong/notes and is string /zhigong/pens",
                "/bindings/kafka/key/description | \"personId\" | true | had another key: events of one aggregate may come in another order"
            })
    void aChangeOfWhatIsSentIsTold(String place, String json, boolean breaks, String words) {
        var changed = new EventMutant(EVENT + place, json == null ? "" : json).document();
        assertThat(EventChanges.between(EventMutant.good(), changed))
                .contains(new EventChange(breaks, "note-written.v1", words));
    }

    @Test
    void anEventThatIsGoneBreaksConsumersAndANewOneDoesNot() {
        var without = new EventMutant("/operations/sendNote", "").document();
        assertThat(EventChanges.between(EventMutant.good(), without))
                .contains(new EventChange(true, "note-written.v1", "is gone"));
        assertThat(EventChanges.between(without, EventMutant.good()))
                .contains(new EventChange(false, "note-written.v1", "is new"));
    }

    @Test
    void anEventOnAnotherTopicBreaksConsumers() {
        var moved = new EventMutant(TOPIC + "/address", "\"zhigong.notes.page.v1\"").document();
        assertThat(EventChanges.between(EventMutant.good(), moved))
                .containsExactly(new EventChange(
                        true, "note-written.v1", "stood on zhigong.notes.note.v1 and stands on zhigong.notes.page.v1"));
    }

    @Test
    void aTopicThatIsKeptOtherwiseBreaksConsumers() {
        var kept = new EventMutant(TOPIC + "/bindings/kafka/topicConfiguration", "{}").document();
        assertThat(EventChanges.between(EventMutant.good(), kept))
                .map(EventChange::toString)
                .containsExactly(
                        "BREAKS CONSUMERS  zhigong.notes.note.v1: was kept as {\"retention.ms\":-1} and is as {}");
    }

    @Test
    void anotherNumberOfPartitionsBreaksConsumers() {
        var wider = new EventMutant(TOPIC + "/bindings/kafka/partitions", "12").document();
        assertThat(EventChanges.between(EventMutant.good(), wider))
                .containsExactly(new EventChange(
                        true,
                        "zhigong.notes.note.v1",
                        "had 6 partitions and has 12: events of one aggregate may come in another order"));
    }

    @Test
    void whatIsReadOfOthersBreaksNobody() {
        var reads = new EventMutant(READ + "/payload/properties/state", "").document();
        assertThat(EventChanges.between(EventMutant.good(), reads))
                .map(EventChange::toString)
                .containsExactly("                  reader-changed.v1: payload/state is gone");
        var deaf = new EventMutant("/operations/receiveReader", "").document();
        assertThat(EventChanges.between(EventMutant.good(), deaf))
                .containsExactly(new EventChange(false, "reader-changed.v1", "is no longer received"));
    }
}
