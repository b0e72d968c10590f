package cn.zhigong.platform.api.event;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;

/** An event of a channel. */
public record EventMessage(EventDocument document, EventDocument.Channel channel, String key, JsonNode definition) {

    public String pointer() {
        return channel.pointer() + "/messages/" + EventDocument.escaped(key);
    }

    /** The CloudEvents type that its header has. */
    public String type() {
        return header("ce_type").path("const").asText();
    }

    /** The schema of one header. */
    public JsonNode header(String name) {
        return headers().path("properties").path(name);
    }

    /** The schema of the headers. */
    public JsonNode headers() {
        return whole().path("headers");
    }

    /** The schema of the body. */
    public JsonNode payload() {
        return definition.path("payload");
    }

    /** What the record's key is. */
    public JsonNode recordKey() {
        return definition.path("bindings").path("kafka").path("key");
    }

    /** The message with its traits, merged as the standard has it: by RFC 7396, the message's own word prevails. */
    public JsonNode whole() {
        var whole = JsonNodeFactory.instance.objectNode();
        definition.path("traits").forEach(trait -> merge(whole, document.resolved(trait)));
        merge(whole, definition);
        return whole;
    }

    private static void merge(ObjectNode into, JsonNode patch) {
        for (var member : patch.properties()) {
            if (member.getValue() instanceof ObjectNode object
                    && into.get(member.getKey()) instanceof ObjectNode known) {
                merge(known, object);
            } else {
                into.set(member.getKey(), member.getValue().deepCopy());
            }
        }
    }
}
