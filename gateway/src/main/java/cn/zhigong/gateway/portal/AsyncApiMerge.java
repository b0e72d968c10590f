package cn.zhigong.gateway.portal;

import cn.zhigong.gateway.service.Service;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.util.List;
import java.util.Map;

/**
 * Makes one AsyncAPI 3 document; channels and operations are named after their service, which owns its topics alone.
 */
final class AsyncApiMerge {
    private final ObjectNode merged;

    AsyncApiMerge(ObjectNode template) {
        this.merged = template;
    }

    ObjectNode merge(Map<Service, JsonNode> documents) {
        var names = new ComponentNames(documents);
        documents.forEach((service, document) -> {
            JsonNode copy = document.deepCopy();
            names.rename(service, copy);
            renameReferences(service, copy);
            for (var section : List.of("channels", "operations")) {
                copy.path(section)
                        .properties()
                        .forEach(entry ->
                                child(merged, section).set(service.lower() + "." + entry.getKey(), entry.getValue()));
            }
            copy.path("components")
                    .properties()
                    .forEach(section -> section.getValue()
                            .properties()
                            .forEach(component -> child(child(merged, "components"), section.getKey())
                                    .set(
                                            names.name(service, section.getKey(), component.getKey()),
                                            component.getValue())));
        });
        return merged;
    }

    private static void renameReferences(Service service, JsonNode node) {
        if (node instanceof ObjectNode object && object.path("$ref").isTextual()) {
            var reference = object.path("$ref").asText();
            for (var section : List.of("#/channels/", "#/operations/")) {
                if (reference.startsWith(section)) {
                    var name = service.lower() + "." + reference.substring(section.length());
                    object.set("$ref", TextNode.valueOf(section + name));
                }
            }
        }
        node.forEach(below -> renameReferences(service, below));
    }

    private static ObjectNode child(ObjectNode parent, String name) {
        return parent.get(name) instanceof ObjectNode existing ? existing : parent.putObject(name);
    }
}
