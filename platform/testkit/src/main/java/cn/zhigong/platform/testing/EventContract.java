package cn.zhigong.platform.testing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import cn.zhigong.platform.api.event.EventNames;
import cn.zhigong.platform.api.event.lint.PersonalNames;
import cn.zhigong.platform.event.DomainEvent;
import cn.zhigong.platform.event.Outbox;
import cn.zhigong.platform.event.Topic;
import cn.zhigong.platform.event.TopicSource;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/**
 * What a feature says to others stays readable for them: each event's JSON is a committed file under {@code events/}
 * that may only grow, and on Kafka it is a CloudEvent. Subclass it with one example of every event of the feature, all
 * fields filled, of fixed values; {@link ArchitectureContract} sees that none is left out. Consumers' tests read the
 * same files ({@link ApprovedEvent}).
 */
public abstract class EventContract {

    static final Path FOLDER = Path.of("events");

    @Inject
    Outbox outbox;

    @Inject
    ObjectMapper json;

    @Inject
    @Any
    Instance<TopicSource> topics;

    /** One example of every event that the feature publishes. */
    protected abstract List<DomainEvent> examples();

    @Test
    void everyEventIsAsItsConsumersKnowIt() {
        for (var example : examples()) {
            var file = file(example);
            var now = written(json.valueToTree(example));
            var approved = Approved.read(file);
            var broken = approved.isEmpty() ? List.<String>of() : broken(tree(approved), json.valueToTree(example), "");
            assertThat(broken)
                    .as("%s: consumers rely on these; what is gone or of another kind needs a new version of the type"
                            .formatted(file))
                    .isEmpty();
            if (Approved.isRewriting()) {
                Approved.write(file, now);
            } else {
                assertThat(now)
                        .withFailMessage(() -> Approved.difference(approved, now) + "\n" + Approved.howToAccept(file))
                        .isEqualTo(approved);
            }
        }
    }

    @Test
    void namesFollowTheConvention() {
        var declared = topics.stream()
                .flatMap(source -> source.topics().stream())
                .map(Topic::name)
                .toList();
        for (var example : examples()) {
            assertThat(example.type()).matches(EventNames.TYPE);
            assertThat(example.topic()).matches(EventNames.TOPIC).isIn(declared);
        }
    }

    @Test
    void noFieldIsNamedAfterAnythingPersonal() {
        for (var example : examples()) {
            json.valueToTree(example)
                    .fieldNames()
                    .forEachRemaining(
                            name -> assertThat(name).as(example.type()).matches(it -> !PersonalNames.isOne(it)));
        }
    }

    @Test
    void onKafkaEveryEventIsACloudEvent() {
        var begin = Instant.now();
        QuarkusTransaction.requiringNew().run(() -> examples().forEach(outbox::publish));
        for (var example : examples()) {
            await().atMost(Duration.ofSeconds(20))
                    .untilAsserted(() -> assertThat(sent(example, begin)).isNotEmpty());
            var event = sent(example, begin).getLast();
            assertThat(event.header("ce_specversion")).isEqualTo("1.0");
            assertThat(UUID.fromString(event.header("ce_id")).version()).isEqualTo(7);
            assertThat(event.header("ce_source")).startsWith("/zhigong/");
            assertThat(event.header("ce_subject"))
                    .isEqualTo(example.aggregateId().toString());
            assertThat(event.header("content-type")).isEqualTo("application/json");
            assertThat(event.json()).isEqualTo(tree(written(json.valueToTree(example))));
        }
    }

    private static List<EventsOnKafka.Sent> sent(DomainEvent example, Instant begin) {
        return EventsOnKafka.about(example.topic(), example.aggregateId(), example.type()).stream()
                .filter(one -> !Instant.parse(one.header("ce_time")).isBefore(begin.minusSeconds(1)))
                .toList();
    }

    /** What consumers of the approved JSON would miss in the JSON of today. */
    private static List<String> broken(JsonNode approved, JsonNode now, String at) {
        var broken = new ArrayList<String>();
        if (now.isMissingNode()) {
            broken.add(at + " is gone");
        } else if (approved.getNodeType() != now.getNodeType()) {
            broken.add("%s was %s and is %s".formatted(at, approved.getNodeType(), now.getNodeType()));
        } else if (approved instanceof ObjectNode object) {
            object.properties()
                    .forEach(field -> broken.addAll(
                            broken(field.getValue(), now.path(field.getKey()), at + "/" + field.getKey())));
        } else if (approved instanceof ArrayNode && !approved.isEmpty()) {
            broken.addAll(broken(approved.get(0), now.path(0), at + "/0"));
        }
        return broken;
    }

    /** Where an event's approved form is, named after its type. */
    static Path file(DomainEvent event) {
        var named = EventNames.TYPE.matcher(event.type());
        return FOLDER.resolve((named.matches() ? named.group(1) : event.type()) + ".json");
    }

    private String written(JsonNode body) {
        try {
            return json.writer(SerializationFeature.INDENT_OUTPUT).writeValueAsString(body) + "\n";
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    private JsonNode tree(String text) {
        try {
            return json.readTree(text);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }
}
