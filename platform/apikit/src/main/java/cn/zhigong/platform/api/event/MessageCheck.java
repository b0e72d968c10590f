package cn.zhigong.platform.api.event;

import cn.zhigong.platform.api.BodyCheck;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Compares events, as they stand in Kafka, with what a document says of them. */
public final class MessageCheck {

    private final Map<String, EventMessage> messages;
    private final BodyCheck schemas;

    private MessageCheck(Map<String, EventMessage> messages, BodyCheck schemas) {
        this.messages = messages;
        this.schemas = schemas;
    }

    /** The messages as they are described; what a payload's schema does not name is allowed. */
    public static MessageCheck asWritten(List<EventMessage> messages) {
        var byPlace = byPlace(messages);
        return new MessageCheck(byPlace, BodyCheck.asWritten(schemas(byPlace)));
    }

    /** Refuses what a payload's schema does not name: who says it must document it. */
    public static MessageCheck closed(List<EventMessage> messages) {
        var byPlace = byPlace(messages);
        return new MessageCheck(byPlace, BodyCheck.closed(schemas(byPlace)));
    }

    private static Map<String, EventMessage> byPlace(List<EventMessage> messages) {
        return messages.stream()
                .collect(Collectors.toMap(EventMessage::pointer, Function.identity(), (one, _) -> one, TreeMap::new));
    }

    private static JsonNode schemas(Map<String, EventMessage> messages) {
        var schemas = JsonNodeFactory.instance.objectNode();
        messages.forEach((pointer, message) -> {
            var whole = schemas.putObject(pointer);
            whole.set("headers", message.headers());
            whole.set("payload", message.payload());
        });
        return schemas;
    }

    /**
     * What is wrong with an event; empty when nothing is.
     *
     * @param headers by name, as text
     */
    public List<String> errors(String topic, String key, Map<String, String> headers, JsonNode body) {
        var type = headers.getOrDefault("ce_type", "");
        var told = messages.values().stream()
                .filter(one ->
                        one.channel().address().equals(topic) && one.type().equals(type))
                .findFirst();
        if (told.isEmpty()) {
            return List.of("the document has no event of type '%s' on %s".formatted(type, topic));
        }
        var given = JsonNodeFactory.instance.objectNode();
        headers.forEach(given::put);
        var errors = new ArrayList<>(errors(told.get(), given, body));
        if (!key.equals(headers.get("ce_subject"))) {
            errors.add("key: is not the subject");
        }
        return errors;
    }

    /** What is wrong with headers and body of a message. */
    public List<String> errors(EventMessage message, JsonNode headers, JsonNode body) {
        var errors = new ArrayList<String>();
        found(message, "headers", headers).forEach(error -> errors.add("headers" + error));
        found(message, "payload", body).forEach(error -> errors.add("payload" + error));
        return errors;
    }

    private List<String> found(EventMessage message, String part, JsonNode json) {
        return schemas.errors("/" + EventDocument.escaped(message.pointer()) + "/" + part, json);
    }
}
