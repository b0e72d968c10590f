package cn.zhigong.gateway.portal;

import cn.zhigong.gateway.service.Service;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Makes one OpenAPI 3.1 document of the gateway's own (the template) and those of the services. */
final class OpenApiMerge {
    private static final Set<String> METHODS =
            Set.of("get", "put", "post", "delete", "options", "head", "patch", "trace");
    private static final String SCHEME = "bearer";

    private final ObjectNode merged;
    private final Set<String> operationIds = new HashSet<>();
    private final Set<String> tags = new HashSet<>();

    OpenApiMerge(ObjectNode template) {
        this.merged = template;
    }

    ObjectNode merge(Map<Service, JsonNode> documents) {
        merged.path("tags").forEach(tag -> tags.add(tag.path("name").asText()));
        var copies = new HashMap<Service, JsonNode>();
        documents.forEach((service, document) -> copies.put(service, document.deepCopy()));
        var names = new ComponentNames(copies);
        for (var service : Service.values()) {
            var document = copies.get(service);
            if (document == null) {
                merged.withObject("/info").withArray("x-unavailable").add(service.lower());
            } else {
                names.rename(service, document);
                addComponents(service, document.path("components"), names);
                addTags(service, document.path("tags"));
                addPaths(service, document.path("paths"));
            }
        }
        return merged;
    }

    private void addComponents(Service service, JsonNode components, ComponentNames names) {
        for (var section : components.properties()) {
            if (!section.getKey().equals("securitySchemes")) { // the platform has one, and the template describes it
                var target = child(child(merged, "components"), section.getKey());
                for (var component : section.getValue().properties()) {
                    target.set(names.name(service, section.getKey(), component.getKey()), component.getValue());
                }
            }
        }
    }

    private void addTags(Service service, JsonNode described) {
        for (var tag : described) {
            var name = tagName(service, tag.path("name").asText());
            if (tags.add(name) && tag instanceof ObjectNode object) {
                merged.withArray("tags").add(object.put("name", name));
            }
        }
    }

    /** Tags carry their service's name, so that the reference groups by service. */
    private static String tagName(Service service, String tag) {
        return tag.isEmpty() ? service.title() : service.title() + ": " + tag;
    }

    private void addPaths(Service service, JsonNode paths) {
        for (var path : paths.properties()) {
            if (path.getKey().startsWith("/v1/") && path.getValue() instanceof ObjectNode item) {
                for (var operation : List.copyOf(item.properties())) {
                    if (METHODS.contains(operation.getKey()) && operation.getValue() instanceof ObjectNode object) {
                        adapt(service, object);
                    }
                }
                child(merged, "paths").set(service.prefix() + path.getKey(), item);
            }
        }
    }

    private void adapt(Service service, ObjectNode operation) {
        var own = operation.path("tags");
        var named = operation.arrayNode();
        own.forEach(tag -> named.add(tagName(service, tag.asText())));
        if (named.isEmpty()) {
            named.add(tagName(service, ""));
        }
        for (var tag : named) {
            if (tags.add(tag.asText())) {
                merged.withArray("tags").addObject().put("name", tag.asText());
            }
        }
        operation.set("tags", named);
        if (operation.path("operationId").isTextual()) {
            var id = operation.path("operationId").asText();
            if (!operationIds.add(id)) {
                operation.put("operationId", service.lower() + Character.toUpperCase(id.charAt(0)) + id.substring(1));
            }
        }
        if (operation.path("security") instanceof ArrayNode security) {
            security.forEach(OpenApiMerge::useOurScheme);
        }
    }

    private static void useOurScheme(JsonNode requirement) {
        if (requirement instanceof ObjectNode object && !object.isEmpty()) {
            var scopes = object.arrayNode();
            object.forEach(list -> list.forEach(scopes::add));
            object.removeAll();
            object.set(SCHEME, scopes);
        }
    }

    private static ObjectNode child(ObjectNode parent, String name) {
        return parent.get(name) instanceof ObjectNode existing ? existing : parent.putObject(name);
    }
}
