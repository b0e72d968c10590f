package cn.zhigong.platform.api.event.lint;

import static org.assertj.core.api.Assertions.assertThat;

import cn.zhigong.platform.api.event.EventMutant;
import cn.zhigong.platform.api.lint.Finding;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every rule sees each way of breaking it that is listed here; a rule that no mutant breaks fails. */
class EventRuleTest {

    private static final String TOPIC = "/channels/notes.note.v1";
    private static final String OTHER = "/channels/people.reader.v1";
    private static final String EVENT = TOPIC + "/messages/note-written.v1";
    private static final String BODY = EVENT + "/payload";
    private static final String FACTS = BODY + "/properties";
    private static final String SAMPLE = EVENT + "/examples/0";
    private static final String HEADERS = "/components/messageTraits/cloudEvent/headers";
    private static final String SEND = "/operations/sendNote";
    private static final String RECEIVE = "/operations/receiveReader";

    record Breach(EventRule rule, String what, EventMutant mutant) {

        static Breach of(EventRule rule, String what, String pointer, String json) {
            return new Breach(rule, what, new EventMutant(pointer, json));
        }

        @Override
        public String toString() {
            return rule.name() + " sees " + what;
        }
    }

    static Stream<Breach> breaches() {
        return Stream.of(standard(), topics(), messages(), headers(), facts(), samples(), uses())
                .flatMap(List::stream);
    }

    private static List<Breach> standard() {
        return List.of(
                Breach.of(StandardRule.IS_ASYNCAPI_3, "an old document", "/asyncapi", "\"2.6.0\""),
                Breach.of(StandardRule.IS_ASYNCAPI_3, "no title", "/info/title", ""),
                Breach.of(StandardRule.IS_ASYNCAPI_3, "another content", "/defaultContentType", "\"text/plain\""),
                Breach.of(StandardRule.KEEPS_THE_STANDARD, "a word of version 2", SEND + "/message", "{}"),
                Breach.of(StandardRule.KEEPS_THE_STANDARD, "an unknown action", SEND + "/action", "\"publish\""),
                Breach.of(StandardRule.KEEPS_THE_STANDARD, "a schema of no type", BODY + "/type", "\"record\""),
                Breach.of(
                        StandardRule.KEEPS_THE_STANDARD,
                        "a policy that Kafka lacks",
                        TOPIC + "/bindings/kafka/topicConfiguration",
                        "{\"cleanup.policy\": [\"forget\"]}"),
                Breach.of(StandardRule.REFERENCES_LEAD_SOMEWHERE, "a lost trait", "/components/messageTraits", ""),
                Breach.of(
                        StandardRule.REFERENCES_LEAD_SOMEWHERE,
                        "a reference to elsewhere",
                        SEND + "/channel/$ref",
                        "\"other.yaml\""),
                Breach.of(
                        StandardRule.COMPONENTS_ARE_USED,
                        "a component that nobody needs",
                        "/components/schemas",
                        "{\"Other\": {\"type\": \"object\"}}"));
    }

    private static List<Breach> topics() {
        return List.of(
                Breach.of(
                        TopicRule.TOPICS_FOLLOW_THE_CONVENTION,
                        "a name without a version",
                        TOPIC + "/address",
                        "\"zhigong.notes.note\""),
                Breach.of(
                        TopicRule.TOPICS_FOLLOW_THE_CONVENTION,
                        "camelCase",
                        TOPIC + "/address",
                        "\"zhigong.notes.myNote.v1\""),
                Breach.of(
                        TopicRule.TOPICS_FOLLOW_THE_CONVENTION,
                        "the key of another",
                        TOPIC + "/address",
                        "\"zhigong.notes.page.v1\""),
                Breach.of(
                        TopicRule.TOPICS_STAND_ONCE, "a topic twice", OTHER + "/address", "\"zhigong.notes.note.v1\""),
                Breach.of(TopicRule.TOPICS_ARE_DESCRIBED, "no title", TOPIC + "/title", ""),
                Breach.of(TopicRule.TOPICS_ARE_DESCRIBED, "no description", TOPIC + "/description", "\"  \""),
                Breach.of(TopicRule.TOPICS_HAVE_A_MESSAGE, "an empty topic", TOPIC + "/messages", "{}"),
                Breach.of(TopicRule.TOPICS_ARE_USED, "a topic of nobody", SEND, ""),
                Breach.of(
                        TopicRule.OWN_TOPICS_SAY_WHAT_IS_KEPT,
                        "no partitions",
                        TOPIC + "/bindings/kafka/partitions",
                        ""),
                Breach.of(
                        TopicRule.OWN_TOPICS_SAY_WHAT_IS_KEPT,
                        "no configuration",
                        TOPIC + "/bindings/kafka/topicConfiguration",
                        ""));
    }

    private static List<Breach> messages() {
        var type = EVENT + "/headers/properties/ce_type/const";
        return List.of(
                Breach.of(MessageRule.TYPES_FOLLOW_THE_CONVENTION, "a class as type", type, "\"NoteWritten\""),
                Breach.of(
                        MessageRule.TYPES_FOLLOW_THE_CONVENTION,
                        "the key of another",
                        type,
                        "\"cn.zhigong.notes.note-read.v1\""),
                Breach.of(MessageRule.TYPES_FOLLOW_THE_CONVENTION, "another name", EVENT + "/name", "\"NoteWritten\""),
                Breach.of(
                        MessageRule.TYPES_STAND_ONCE,
                        "a type on two topics",
                        OTHER + "/messages/reader-changed.v1/headers/properties",
                        "{\"ce_type\": {\"const\": \"cn.zhigong.notes.note-written.v1\"},"
                                + " \"ce_source\": {\"const\": \"/zhigong/notes\"}}"),
                Breach.of(MessageRule.MESSAGES_ARE_DESCRIBED, "no title", EVENT + "/title", ""),
                Breach.of(MessageRule.MESSAGES_ARE_DESCRIBED, "no Chinese", EVENT + "/summary", "\"A note is there.\""),
                Breach.of(MessageRule.MESSAGES_ARE_DESCRIBED, "no English", EVENT + "/summary", "\"笔记已写下。\""),
                Breach.of(
                        MessageRule.SOURCES_ARE_THE_OWNERS,
                        "a stranger on our topic",
                        EVENT + "/headers/properties/ce_source/const",
                        "\"/zhigong/people\""),
                Breach.of(MessageRule.KEYS_ARE_SAID, "no key", EVENT + "/bindings", ""),
                Breach.of(
                        MessageRule.KEYS_ARE_SAID,
                        "a key without words",
                        EVENT + "/bindings/kafka/key/description",
                        ""));
    }

    private static List<Breach> headers() {
        var rule = MessageRule.HEADERS_ARE_CLOUD_EVENTS;
        return List.of(
                Breach.of(rule, "an open list", HEADERS + "/additionalProperties", ""),
                Breach.of(rule, "an open list, said so", HEADERS + "/additionalProperties", "true"),
                Breach.of(rule, "a header of one's own", HEADERS + "/properties/ce_mood", "{\"type\": \"string\"}"),
                Breach.of(rule, "no id", HEADERS + "/properties/ce_id", ""),
                Breach.of(rule, "an id of any form", HEADERS + "/properties/ce_id/format", ""),
                Breach.of(rule, "another version", HEADERS + "/properties/ce_specversion/const", "\"0.3\""),
                Breach.of(rule, "a time of any form", HEADERS + "/properties/ce_time/format", ""),
                Breach.of(rule, "an optional type", HEADERS + "/required/2", ""),
                Breach.of(rule, "a trace that must be there", HEADERS + "/required/2", "\"traceparent\""),
                Breach.of(rule, "no traits", EVENT + "/traits", ""));
    }

    private static List<Breach> facts() {
        return List.of(
                Breach.of(FactRule.BODIES_ARE_OBJECTS, "a text", BODY, "{\"type\": \"string\"}"),
                Breach.of(FactRule.BODIES_ARE_OBJECTS, "nothing required", BODY + "/required", ""),
                Breach.of(FactRule.BODIES_ARE_OBJECTS, "a part of nothing", FACTS + "/parts/items/required", ""),
                Breach.of(FactRule.BODIES_MAY_GROW, "a closed body", BODY + "/additionalProperties", "false"),
                Breach.of(FactRule.FACTS_ARE_TYPED, "anything", FACTS + "/kind", "{}"),
                Breach.of(FactRule.FACTS_ARE_TYPED, "elements of any kind", FACTS + "/parts/items", "{}"),
                fact(FactRule.FACTS_ARE_CAMEL_CASE, "snake_case", "read_by", "{\"type\": \"string\"}"),
                fact(FactRule.MOMENTS_AND_DAYS_HAVE_A_FORMAT, "an epoch", "readAt", "{\"type\": \"integer\"}"),
                fact(FactRule.MOMENTS_AND_DAYS_HAVE_A_FORMAT, "a day as text", "endsOn", "{\"type\": \"string\"}"),
                fact(FactRule.IDS_ARE_UUIDS, "an id of any form", "ownerId", "{\"type\": \"string\"}"),
                Breach.of(
                        FactRule.CODES_NAME_THEIR_STANDARD,
                        "a code without its standard",
                        FACTS + "/district/x-code-set",
                        ""),
                Breach.of(
                        FactRule.CHOICES_ARE_UPPER_SNAKE, "a value in words", FACTS + "/kind/enum/0", "\"quite long\""),
                Breach.of(FactRule.CHOICES_ARE_UPPER_SNAKE, "no value", FACTS + "/kind/enum", "[]"),
                Breach.of(FactRule.NOTHING_IS_NULL, "null", FACTS + "/dueOn/type", "[\"string\", \"null\"]"),
                fact(
                        FactRule.NOTHING_IS_NAMED_AFTER_ANYTHING_PERSONAL,
                        "a phone",
                        "readersPhone",
                        "{\"type\": \"string\"}"),
                Breach.of(
                        FactRule.NOTHING_IS_NAMED_AFTER_ANYTHING_PERSONAL,
                        "a birth date in a part",
                        FACTS + "/parts/items/properties/birthDate",
                        "{\"type\": \"string\", \"format\": \"date\"}"));
    }

    private static Breach fact(EventRule rule, String what, String name, String schema) {
        return Breach.of(rule, what, FACTS + "/" + name, schema);
    }

    private static List<Breach> samples() {
        return List.of(
                Breach.of(SampleRule.MESSAGES_HAVE_AN_EXAMPLE, "no example", EVENT + "/examples", ""),
                Breach.of(SampleRule.MESSAGES_HAVE_AN_EXAMPLE, "an example without headers", SAMPLE + "/headers", ""),
                Breach.of(SampleRule.EXAMPLES_ARE_VALID, "a value that is none", SAMPLE + "/payload/kind", "\"SHORT\""),
                Breach.of(SampleRule.EXAMPLES_ARE_VALID, "a fact too few", SAMPLE + "/payload/version", ""),
                Breach.of(SampleRule.EXAMPLES_ARE_VALID, "a fact too many", SAMPLE + "/payload/mood", "\"GOOD\""),
                Breach.of(
                        SampleRule.EXAMPLES_ARE_VALID,
                        "a fact too many in a part",
                        SAMPLE + "/payload/parts/0/mood",
                        "\"GOOD\""),
                Breach.of(SampleRule.EXAMPLES_ARE_VALID, "no UUID", SAMPLE + "/payload/noteId", "\"1\""),
                Breach.of(SampleRule.EXAMPLES_ARE_VALID, "a header too few", SAMPLE + "/headers/ce_id", ""),
                Breach.of(
                        SampleRule.EXAMPLES_ARE_VALID,
                        "another event's type",
                        SAMPLE + "/headers/ce_type",
                        "\"cn.zhigong.notes.note-read.v1\""),
                Breach.of(SampleRule.EXAMPLES_ARE_WHOLE, "a fact in none", SAMPLE + "/payload/dueOn", ""),
                Breach.of(SampleRule.EXAMPLES_ARE_WHOLE, "an empty list", SAMPLE + "/payload/parts", "[]"),
                Breach.of(
                        SampleRule.EXAMPLES_ARE_NOBODY,
                        "a phone that somebody may have",
                        OTHER + "/messages/reader-changed.v1/examples/0/payload/nickname",
                        "\"13800138000\""));
    }

    private static List<Breach> uses() {
        return List.of(
                Breach.of(UseRule.OPERATIONS_ARE_DESCRIBED, "no title", SEND + "/title", ""),
                Breach.of(UseRule.OPERATIONS_ARE_DESCRIBED, "no Chinese", SEND + "/summary", "\"Notes.\""),
                Breach.of(UseRule.OPERATIONS_NAME_THEIR_MESSAGES, "no message", SEND + "/messages", "[]"),
                Breach.of(
                        UseRule.OPERATIONS_NAME_THEIR_MESSAGES,
                        "another topic's message",
                        SEND + "/messages/0/$ref",
                        "\"#" + OTHER + "/messages/reader-changed.v1\""),
                Breach.of(
                        UseRule.MESSAGES_ARE_USED,
                        "a message of nobody",
                        TOPIC + "/messages/note-read.v1",
                        "{\"name\": \"cn.zhigong.notes.note-read.v1\"}"),
                Breach.of(
                        UseRule.SERVICES_SEND_TO_THEIR_OWN_TOPICS,
                        "a word in another's name",
                        RECEIVE + "/action",
                        "\"send\""),
                Breach.of(
                        UseRule.SERVICES_SEND_TO_THEIR_OWN_TOPICS,
                        "a talk with oneself",
                        SEND + "/action",
                        "\"receive\""),
                Breach.of(UseRule.RECEIVERS_NAME_THEIR_GROUP, "no group", RECEIVE + "/bindings", ""));
    }

    @Test
    void theGoodDocumentBreaksNothing() {
        assertThat(EventRule.allFindings(EventMutant.good())).isEmpty();
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("breaches")
    void aBreachIsSeenByItsRule(Breach breach) {
        assertThat(breach.rule().findings(breach.mutant().document())).isNotEmpty();
    }

    @Test
    void noRuleIsWithoutABreach() {
        var broken = breaches().map(Breach::rule).collect(Collectors.toSet());
        assertThat(EventRule.all()).allSatisfy(rule -> assertThat(broken).contains(rule));
    }

    @Test
    void aFindingSaysItsRuleItsPlaceAndWhy() {
        assertThat(EventRule.allFindings(new EventMutant(TOPIC + "/title", "").document()))
                .map(Finding::toString)
                .containsExactly("TOPICS_ARE_DESCRIBED " + TOPIC + ": has no title");
    }
}
