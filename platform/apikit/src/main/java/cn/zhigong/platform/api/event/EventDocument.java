package cn.zhigong.platform.api.event;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** An AsyncAPI 3.0 document, of one service or the gateway's merged one. */
public record EventDocument(JsonNode root) {

    /** A topic as the document has it. */
    public record Channel(String key, String address, JsonNode definition) {

        public String pointer() {
            return "/channels/" + escaped(key);
        }

        /** The service that the topic's name says it belongs to; empty when the name is not of our form. */
        public String owner() {
            var parts = address.split("\\.", -1);
            return parts.length > 1 ? parts[1] : "";
        }
    }

    /** What the service does with some messages of a channel. */
    public record Operation(String key, String action, String channel, List<String> messages, JsonNode definition) {

        public static final String SEND = "send";
        public static final String RECEIVE = "receive";

        public String pointer() {
            return "/operations/" + escaped(key);
        }
    }

    /** Whose document it is; empty in a merged one. */
    public String service() {
        return root.path("info").path("x-service").asText();
    }

    /** Every topic, in the document's order. */
    public List<Channel> channels() {
        return root.path("channels").properties().stream()
                .map(one ->
                        new Channel(one.getKey(), one.getValue().path("address").asText(), one.getValue()))
                .toList();
    }

    /** Every operation, in the document's order. */
    public List<Operation> operations() {
        return root.path("operations").properties().stream()
                .map(one -> operation(one.getKey(), one.getValue()))
                .toList();
    }

    private static Operation operation(String key, JsonNode definition) {
        return new Operation(
                key,
                definition.path("action").asText(),
                definition.path("channel").path("$ref").asText(),
                definition
                        .path("messages")
                        .valueStream()
                        .map(one -> one.path("$ref").asText())
                        .toList(),
                definition);
    }

    /** Every message of every channel, in the document's order. */
    public List<EventMessage> messages() {
        return channels().stream()
                .flatMap(channel -> channel.definition().path("messages").properties().stream()
                        .map(one -> new EventMessage(this, channel, one.getKey(), one.getValue())))
                .toList();
    }

    /** The messages that the service sends or receives. */
    public List<EventMessage> messages(String action) {
        Set<String> named = operations().stream()
                .filter(one -> one.action().equals(action))
                .flatMap(one -> one.messages().stream())
                .collect(Collectors.toSet());
        return messages().stream()
                .filter(one -> named.contains("#" + one.pointer()))
                .toList();
    }

    /** The event of a CloudEvents type that the service sends. */
    public Optional<EventMessage> sent(String type) {
        return messages(Operation.SEND).stream()
                .filter(one -> one.type().equals(type))
                .findFirst();
    }

    /** What a node's {@code $ref} stands for, or the node itself. */
    public JsonNode resolved(JsonNode node) {
        var reference = node.path("$ref").asText();
        return reference.startsWith("#/") ? root.at(reference.substring(1)) : node;
    }

    /** A name as a part of a JSON pointer. */
    public static String escaped(String name) {
        return name.replace("~", "~0").replace("/", "~1");
    }
}
