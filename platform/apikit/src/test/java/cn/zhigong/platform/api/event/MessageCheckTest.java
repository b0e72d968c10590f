package cn.zhigong.platform.api.event;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class MessageCheckTest {

    private static final String TOPIC = "zhigong.notes.note.v1";
    private static final EventDocument DOCUMENT = EventMutant.good();
    private static final MessageCheck CHECK = MessageCheck.closed(DOCUMENT.messages());

    private static JsonNode example() {
        return DOCUMENT.root()
                .at("/channels/notes.note.v1/messages/note-written.v1/examples/0")
                .deepCopy();
    }

    private static Map<String, String> headers() {
        var headers = new TreeMap<String, String>();
        example()
                .path("headers")
                .properties()
                .forEach(one -> headers.put(one.getKey(), one.getValue().asText()));
        return headers;
    }

    private static List<String> errors(Map<String, String> headers, JsonNode body) {
        return CHECK.errors(TOPIC, "01990000-0000-7000-8000-000000000001", headers, body);
    }

    @Test
    void anEventAsDescribedHasNoError() {
        assertThat(errors(headers(), example().path("payload"))).isEmpty();
    }

    @Test
    void aFactThatNobodyDeclaredIsAnError() {
        var body = ((ObjectNode) example().path("payload")).put("mood", "GOOD");
        assertThat(errors(headers(), body)).anyMatch(error -> error.contains("mood"));
        assertThat(MessageCheck.asWritten(DOCUMENT.messages())
                        .errors(TOPIC, "01990000-0000-7000-8000-000000000001", headers(), body))
                .isEmpty();
    }

    @Test
    void aFactThatIsMissingOrWrongIsAnError() {
        var lacking = (ObjectNode) example().path("payload");
        lacking.remove("version");
        assertThat(errors(headers(), lacking)).anyMatch(error -> error.contains("version"));
        var wrong = ((ObjectNode) example().path("payload")).put("kind", "SHORT");
        assertThat(errors(headers(), wrong)).anyMatch(error -> error.startsWith("payload/kind"));
    }

    @Test
    void aHeaderTooManyOrTooFewIsAnError() {
        var more = headers();
        more.put("ce_mood", "good");
        assertThat(errors(more, example().path("payload"))).anyMatch(error -> error.contains("ce_mood"));
        var fewer = headers();
        fewer.remove("ce_time");
        assertThat(errors(fewer, example().path("payload"))).anyMatch(error -> error.contains("ce_time"));
    }

    @Test
    void aTypeThatTheTopicLacksIsAnError() {
        var other = headers();
        other.put("ce_type", "cn.zhigong.notes.note-read.v1");
        assertThat(errors(other, example().path("payload")))
                .containsExactly(
                        "the document has no event of type 'cn.zhigong.notes.note-read.v1' on zhigong.notes.note.v1");
    }

    @Test
    void aKeyThatIsNotTheSubjectIsAnError() {
        assertThat(CHECK.errors(TOPIC, "another", headers(), example().path("payload")))
                .containsExactly("key: is not the subject");
    }
}
