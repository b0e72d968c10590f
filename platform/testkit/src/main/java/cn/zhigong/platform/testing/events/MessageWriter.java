package cn.zhigong.platform.testing.events;

import cn.zhigong.platform.event.DomainEvent;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.HashSet;
import java.util.Set;

/** Writes a message: of this service as it is published, of another as far as this one reads it. */
final class MessageWriter {

    static final String TRAIT = "cloudEvent";

    private static final String SOME_ID = "01990000-0000-7000-8000-000000000000";
    private static final String SOME_TIME = "2026-01-05T08:00:00Z";

    private final ObjectMapper json;
    private final Javadocs javadocs = new Javadocs();
    private final RecordSchemas schemas;

    MessageWriter(ObjectMapper json) {
        this.json = json;
        this.schemas = new RecordSchemas(json, javadocs);
    }

    /** The end of an event's type: {@code member-joined.v1}. */
    static String key(String type) {
        return type.substring(type.lastIndexOf('.', type.lastIndexOf('.') - 1) + 1);
    }

    ObjectNode said(SaidEvent event) {
        var example = event.example();
        var record = example.getClass();
        var owner = new TopicName(example.topic()).owner();
        var message = message(example.type(), javadocs.of(record).whole(), owner);
        message.set("payload", schemas.of(record));
        var kafka = message.putObject("bindings").putObject("kafka");
        kafka.putObject("key")
                .put("type", "string")
                .put("format", "uuid")
                .put("description", keyOf(example, event.body()));
        kafka.put("bindingVersion", "0.5.0");
        example(message, example.type(), owner, example.aggregateId().toString(), event.body());
        return message;
    }

    /** The facts that the key is; the sealer's is none, for all seals of a service have one. */
    private static String keyOf(DomainEvent example, JsonNode body) {
        var key = example.aggregateId().toString();
        return body.properties().stream()
                .filter(fact -> fact.getValue().asText().equals(key))
                .map(fact -> fact.getKey())
                .findFirst()
                .orElse("The same for all events of this type.");
    }

    ObjectNode heard(HeardEvent event, String owner) {
        var message = message(event.type(), "As far as this service reads it. 仅含本服务读取的内容。", owner);
        var payload = event.facts().stream().map(schemas::of).reduce(this::both).orElseThrow();
        message.set("payload", payload);
        example(message, event.type(), owner, SOME_ID, known(payload, event.body()));
        return message;
    }

    private ObjectNode message(String type, String summary, String owner) {
        var title = key(type).replaceFirst("\\.v.*", "").replace('-', ' ');
        var message = json.createObjectNode()
                .put("name", type)
                .put("title", TopicName.capital(title))
                .put("summary", summary);
        message.putArray("traits").addObject().put("$ref", "#/components/messageTraits/" + TRAIT);
        var headers = message.putObject("headers").put("type", "object").putObject("properties");
        headers.putObject("ce_type").put("const", type);
        headers.putObject("ce_source").put("const", "/zhigong/" + owner);
        return message;
    }

    private void example(ObjectNode message, String type, String owner, String subject, JsonNode body) {
        var example = message.putArray("examples").addObject();
        example.putObject("headers")
                .put("ce_specversion", "1.0")
                .put("ce_id", SOME_ID)
                .put("ce_type", type)
                .put("ce_source", "/zhigong/" + owner)
                .put("ce_subject", subject)
                .put("ce_time", SOME_TIME)
                .put("content-type", "application/json");
        example.set("payload", body);
    }

    /** What two features read of one event. */
    private ObjectNode both(ObjectNode one, ObjectNode other) {
        var properties = (ObjectNode) one.path("properties");
        for (var fact : other.path("properties").properties()) {
            var known = properties.get(fact.getKey());
            if (known == null) {
                properties.set(fact.getKey(), fact.getValue());
            } else if (!known.equals(fact.getValue())) {
                properties.putObject(fact.getKey()).putArray("allOf").add(known).add(fact.getValue());
            }
        }
        Set<String> names = new HashSet<>();
        var required = (ArrayNode) one.path("required");
        required.forEach(name -> names.add(name.asText()));
        other.path("required")
                .valueStream()
                .filter(name -> names.add(name.asText()))
                .forEach(required::add);
        return one;
    }

    /** As much of a body as the schema names. */
    private JsonNode known(JsonNode schema, JsonNode body) {
        if (body instanceof ArrayNode list) {
            var known = json.createArrayNode();
            list.forEach(element -> known.add(known(schema.path("items"), element)));
            return known;
        }
        if (!(body instanceof ObjectNode) || !schema.has("properties")) {
            return body;
        }
        var known = json.createObjectNode();
        schema.path("properties").properties().forEach(fact -> {
            if (body.has(fact.getKey())) {
                known.set(fact.getKey(), known(fact.getValue(), body.path(fact.getKey())));
            }
        });
        return known;
    }
}
