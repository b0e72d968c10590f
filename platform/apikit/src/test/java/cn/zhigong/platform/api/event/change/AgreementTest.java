package cn.zhigong.platform.api.event.change;

import static org.assertj.core.api.Assertions.assertThat;

import cn.zhigong.platform.api.event.EventDocument;
import cn.zhigong.platform.api.event.EventMutant;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AgreementTest {

    private static final String READ = "/channels/people.reader.v1/messages/reader-changed.v1";
    private static final EventDocument READER = EventMutant.good();

    /** The document of people: it sends what notes receives. */
    private static EventDocument people(EventDocument changed) {
        var people = changed.root().deepCopy();
        ((ObjectNode) people.path("info")).put("x-service", "people");
        ((ObjectNode) people.at("/operations/receiveReader")).put("action", "send");
        return new EventDocument(people);
    }

    private static List<String> gaps(EventDocument producer) {
        return Agreement.gaps(READER, Map.of("people", producer));
    }

    @Test
    void aProducerWhoSaysWhatIsReadLeavesNoGap() {
        assertThat(gaps(people(EventMutant.good()))).isEmpty();
    }

    @Test
    void aProducerWhoSaysMoreLeavesNoGap() {
        var more = new EventMutant(READ + "/payload/properties/place", "{\"type\": \"string\"}").document();
        assertThat(gaps(people(more))).isEmpty();
        var closer = new EventMutant(READ + "/payload/properties/nickname", "{\"type\": \"string\", \"enum\": [\"A\"]}")
                .document();
        assertThat(gaps(people(closer))).isEmpty();
        var fewer = new EventMutant(READ + "/payload/properties/state/enum/0", "").document();
        assertThat(gaps(people(fewer))).isEmpty();
    }

    @ParameterizedTest(name = "{2}")
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "/payload/properties/nickname |            | payload/nickname is never said",
                "/payload/required/1 |                     | payload/state may be missing",
                "/payload/properties/state/enum/0 | \"ILL\" | payload/state may be ILL, which is not known here",
                "/payload/properties/state/enum |          | payload/state may be any text",
                "/payload/properties/readerId/format |     | payload/readerId is read as uuid and is anything",
                "/payload/properties/nickname/type | \"integer\" | payload/nickname is read as string and is integer",
                "/payload/properties/hours/propertyNames/enum/1 | \"FRIDAY\" | payload/hours/propertyNames may be FRIDAY, which is not known here",
                "/payload/properties/hours/propertyNames | | payload/hours/propertyNames may be any text",
                "/payload/properties/hours/additionalProperties/pattern | | payload/hours/0 is read as ^[0-9]{2}:[0-9]{2}$ and is anything",
                "/payload/properties/hours/additionalProperties/pattern | \"^.*$\" | payload/hours/0 is read as ^[0-9]{2}:[0-9]{2}$ and is ^.*$"
            })
    void whatIsReadAndNotPromisedIsAGap(String place, String json, String words) {
        var producer = people(new EventMutant(READ + place, json == null ? "" : json).document());
        assertThat(gaps(producer)).containsExactly("notes reads reader-changed.v1: " + words);
    }

    @Test
    void anEventThatNobodySendsIsAGap() {
        assertThat(gaps(READER))
                .containsExactly("notes reads reader-changed.v1: the document of notes sends no such event");
        assertThat(Agreement.gaps(READER, Map.of()))
                .containsExactly("notes reads reader-changed.v1: nobody is called people");
    }

    @Test
    void anEventOnAnotherTopicIsAGap() {
        JsonNode moved = people(EventMutant.good()).root();
        ((ObjectNode) moved.at("/channels/people.reader.v1")).put("address", "zhigong.people.person.v1");
        assertThat(gaps(new EventDocument(moved)))
                .containsExactly("notes reads reader-changed.v1: it stands on zhigong.people.person.v1");
    }
}
