package cn.zhigong.gateway.portal;

import cn.zhigong.gateway.service.Service;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Map;

/**
 * Makes one AsyncAPI 3.0 document of those of the services. A topic is described by the service that owns it; what the
 * others say of it, each only what it reads, gives way. Operations get their service's name, for several receive from
 * one topic.
 */
final class AsyncApiMerge {

    private final ObjectNode merged;
    private final ObjectNode channels;
    private final ObjectNode operations;

    AsyncApiMerge(ObjectNode template) {
        this.merged = template;
        this.channels = child(template, "channels");
        this.operations = child(template, "operations");
    }

    ObjectNode merge(Map<Service, JsonNode> documents) {
        for (var service : Service.values()) {
            var document = documents.get(service);
            if (document == null) {
                merged.withObject("/info").withArray("x-unavailable").add(service.lower());
            } else {
                document.path("channels")
                        .properties()
                        .forEach(channel -> addChannel(service, channel.getKey(), channel.getValue()));
                document.path("operations")
                        .properties()
                        .forEach(operation -> addOperation(service, operation.getKey(), operation.getValue()));
                addComponents(document.path("components"));
            }
        }
        return merged;
    }

    private void addChannel(Service service, String name, JsonNode channel) {
        var known = channels.path(name);
        if (name.startsWith(service.lower() + ".")) {
            channels.set(name, completed(channel, known));
        } else {
            channels.set(name, known.isMissingNode() ? channel.deepCopy() : completed(known, channel));
        }
    }

    /** A message that its owner does not describe stays as its reader has it, so that every reference has a target. */
    private static JsonNode completed(JsonNode channel, JsonNode other) {
        var whole = channel.deepCopy();
        for (var message : other.path("messages").properties()) {
            if (!whole.path("messages").has(message.getKey())) {
                whole.withObject("/messages")
                        .set(message.getKey(), message.getValue().deepCopy());
            }
        }
        return whole;
    }

    private void addOperation(Service service, String name, JsonNode operation) {
        var own = (ObjectNode) operation.deepCopy();
        own.put("x-service", service.lower());
        operations.set(service.lower() + Character.toUpperCase(name.charAt(0)) + name.substring(1), own);
    }

    /** What messages share is the platform's, the same in every service. */
    private void addComponents(JsonNode components) {
        for (var kind : components.properties()) {
            var target = child(child(merged, "components"), kind.getKey());
            kind.getValue().properties().forEach(one -> target.set(one.getKey(), one.getValue()));
        }
    }

    private static ObjectNode child(ObjectNode parent, String name) {
        return parent.get(name) instanceof ObjectNode existing ? existing : parent.putObject(name);
    }
}
