package cn.zhigong.platform.sample;

import static org.assertj.core.api.Assertions.assertThat;

import cn.zhigong.platform.api.event.EventDocument;
import cn.zhigong.platform.testing.DocumentedEvents;
import cn.zhigong.platform.testing.EventsOnKafka.Sent;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** A comparison that never failed proves nothing. */
class DocumentedEventsTest {

    private static final String TOPIC = "zhigong.training.skill-record.v1";

    private final DocumentedEvents events;
    private final JsonNode example;

    DocumentedEventsTest() throws IOException {
        var committed = Files.readString(Path.of("..", "..", "training-service", "api", "asyncapi.yaml"));
        var document = new EventDocument(new ObjectMapper(new YAMLFactory()).readTree(committed));
        events = new DocumentedEvents(document);
        example = document.sent("cn.zhigong.training.skill-level-promoted.v1")
                .orElseThrow()
                .definition()
                .path("examples")
                .path(0);
    }

    private Map<String, String> headers() {
        var headers = new TreeMap<String, String>();
        example.path("headers")
                .properties()
                .forEach(one -> headers.put(one.getKey(), one.getValue().asText()));
        return headers;
    }

    private ObjectNode body() {
        return example.path("payload").deepCopy();
    }

    private static Sent sent(Map<String, String> headers, JsonNode body) {
        return new Sent(headers.getOrDefault("ce_subject", ""), headers, body.toString());
    }

    @Test
    void anEventAsItIsDocumentedPasses() {
        assertThat(events.errors(TOPIC, sent(headers(), body()))).isEmpty();
    }

    @Test
    void aFactThatNobodyDeclaredAValueThatIsNoneAndAFactThatIsMissingAreNamed() {
        assertThat(events.errors(TOPIC, sent(headers(), body().put("mood", "GOOD"))))
                .singleElement()
                .asString()
                .contains("payload", "mood");
        assertThat(events.errors(TOPIC, sent(headers(), body().put("level", "MASTER"))))
                .singleElement()
                .asString()
                .contains("payload/level");
        var lacking = body();
        lacking.remove("version");
        assertThat(events.errors(TOPIC, sent(headers(), lacking)))
                .singleElement()
                .asString()
                .contains("version");
    }

    @Test
    void aHeaderOfOnesOwnAndATypeThatNobodyDeclaredAreNamed() {
        var more = headers();
        more.put("ce_mood", "good");
        assertThat(events.errors(TOPIC, sent(more, body())))
                .singleElement()
                .asString()
                .contains("ce_mood");
        var other = headers();
        other.put("ce_type", "cn.zhigong.training.skill-level-guessed.v1");
        assertThat(events.errors(TOPIC, sent(other, body())))
                .singleElement()
                .asString()
                .contains("skill-level-guessed");
    }

    @Test
    void anEventWithoutAnIdFailsHoweverManyCameBeforeIt() {
        var nameless = headers();
        nameless.remove("ce_id");
        var foreign = new TreeMap<>(nameless);
        foreign.put("ce_source", "/zhigong/test");
        assertThat(events.failures(TOPIC, List.of(sent(foreign, body())))).isEmpty();
        for (int i = 0; i < 2; i++) {
            assertThat(events.failures(TOPIC, List.of(sent(nameless, body()))))
                    .singleElement()
                    .asString()
                    .contains("ce_id");
        }
    }

    /** What another put there under the id of one of ours proves nothing of ours. */
    @Test
    void onlyAnEventOfOursThatPassedIsNotLookedAtAgain() {
        var foreign = headers();
        foreign.put("ce_source", "/zhigong/test");
        var wrong = sent(headers(), body().put("mood", "GOOD"));
        assertThat(events.failures(TOPIC, List.of(sent(foreign, body())))).isEmpty();
        assertThat(events.failures("zhigong.membership.member.v1", List.of(sent(headers(), body()))))
                .isEmpty();
        assertThat(events.failures(TOPIC, List.of(wrong, wrong))).hasSize(2);
        assertThat(events.failures(TOPIC, List.of(sent(headers(), body())))).isEmpty();
        assertThat(events.failures(TOPIC, List.of(wrong))).as("has passed").isEmpty();
    }

    @Test
    void whatATestPutThereInAnothersNameIsNotThisServices() {
        var foreign = headers();
        foreign.put("ce_source", "/zhigong/test");
        assertThat(events.errors(TOPIC, sent(foreign, body().put("mood", "GOOD"))))
                .isEmpty();
        assertThat(events.errors("zhigong.membership.member.v1", sent(headers(), body())))
                .isEmpty();
    }
}
