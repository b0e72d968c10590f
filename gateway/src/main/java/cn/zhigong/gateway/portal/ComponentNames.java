package cn.zhigong.gateway.portal;

import cn.zhigong.gateway.service.Service;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Decides which components of several documents share a name though they differ; those get their service's name in
 * front, in every document, so that names do not depend on which service answered first. What is the same everywhere
 * stays shared.
 */
final class ComponentNames {
    private static final String POINTER = "#/components/";

    /** Component paths like {@code schemas/Member} that mean different things in different services. */
    private final Set<String> ambiguous = new HashSet<>();

    ComponentNames(Map<Service, JsonNode> documents) {
        var bodies = new HashMap<String, List<JsonNode>>();
        for (var document : documents.values()) {
            document.path("components")
                    .properties()
                    .forEach(section -> section.getValue()
                            .properties()
                            .forEach(component -> bodies.computeIfAbsent(
                                            section.getKey() + "/" + component.getKey(), _ -> new ArrayList<>())
                                    .add(component.getValue())));
        }
        bodies.forEach((path, variants) -> {
            if (new HashSet<>(variants).size() > 1) {
                ambiguous.add(path);
            }
        });
        while (spread(bodies)) {
            // A shared component that refers to an ambiguous one differs, too, once the reference is renamed.
        }
    }

    private boolean spread(Map<String, List<JsonNode>> bodies) {
        var before = ambiguous.size();
        bodies.forEach((path, variants) -> {
            if (variants.size() > 1 && !ambiguous.contains(path) && refersToAmbiguous(variants.getFirst())) {
                ambiguous.add(path);
            }
        });
        return ambiguous.size() > before;
    }

    private boolean refersToAmbiguous(JsonNode node) {
        if (node.isTextual()) {
            return node.textValue().startsWith(POINTER)
                    && ambiguous.contains(node.textValue().substring(POINTER.length()));
        }
        for (var child : node) {
            if (refersToAmbiguous(child)) {
                return true;
            }
        }
        return false;
    }

    /** The name a component has in the merged document. */
    String name(Service service, String section, String name) {
        return ambiguous.contains(section + "/" + name) ? service.title() + name : name;
    }

    /** Follows the new names in every reference below {@code node}. */
    void rename(Service service, JsonNode node) {
        if (node instanceof ObjectNode object) {
            for (var field : List.copyOf(object.properties())) {
                if (field.getValue().isTextual()) {
                    object.set(
                            field.getKey(),
                            TextNode.valueOf(renamed(service, field.getValue().textValue())));
                }
            }
        }
        for (var child : node) {
            rename(service, child);
        }
    }

    private String renamed(Service service, String reference) {
        if (!reference.startsWith(POINTER)) {
            return reference;
        }
        var parts = reference.substring(POINTER.length()).split("/", 3);
        if (parts.length < 2) {
            return reference;
        }
        parts[1] = name(service, parts[0], parts[1]);
        return POINTER + String.join("/", parts);
    }
}
