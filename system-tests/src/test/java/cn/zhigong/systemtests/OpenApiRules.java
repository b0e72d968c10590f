package cn.zhigong.systemtests;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/** Rules of OpenAPI 3.1 that a merged document breaks most easily. */
final class OpenApiRules {

    private static final Set<String> METHODS =
            Set.of("get", "put", "post", "delete", "options", "head", "patch", "trace", "query");
    private static final Pattern TEMPLATE = Pattern.compile("\\{([^}]+)}");

    private final JsonNode document;
    private final List<String> broken = new ArrayList<>();
    private final Set<String> operationIds = new HashSet<>();

    private OpenApiRules(JsonNode document) {
        this.document = document;
    }

    /** What is wrong, in words; empty when nothing is. */
    static List<String> broken(JsonNode document) {
        var rules = new OpenApiRules(document);
        rules.references(document);
        document.path("paths").properties().forEach(path -> rules.path(path.getKey(), path.getValue()));
        for (var name : List.of("title", "version")) {
            rules.require(document.path("info").path(name).isTextual(), "info has no " + name);
        }
        return rules.broken;
    }

    private void references(JsonNode node) {
        var reference = node.path("$ref");
        if (reference.isTextual()) {
            var target = reference.asText();
            require(
                    target.startsWith("#/") && !document.at(target.substring(1)).isMissingNode(),
                    "reference to nothing: " + target);
        }
        node.forEach(this::references);
    }

    private void path(String path, JsonNode item) {
        require(path.startsWith("/"), path + " does not start with a slash");
        item.properties().stream()
                .filter(field -> METHODS.contains(field.getKey()))
                .forEach(field -> operation(field.getKey() + " " + path, path, item, field.getValue()));
    }

    private void operation(String name, String path, JsonNode item, JsonNode operation) {
        var id = operation.path("operationId").asText();
        require(id.isEmpty() || operationIds.add(id), name + " repeats the operationId " + id);
        require(operation.path("responses").size() > 0, name + " has no responses");
        operation
                .path("responses")
                .properties()
                .forEach(response -> require(
                        response.getValue().has("$ref")
                                || response.getValue().path("description").isTextual(),
                        "%s: response %s has no description".formatted(name, response.getKey())));
        var declared = new HashSet<String>();
        for (var parameters : List.of(item.path("parameters"), operation.path("parameters"))) {
            parameters.forEach(parameter -> declared.add(parameterName(name, resolved(parameter))));
        }
        TEMPLATE.matcher(path)
                .results()
                .map(match -> match.group(1))
                .forEach(variable ->
                        require(declared.contains("path " + variable), name + " does not declare {" + variable + "}"));
    }

    private String parameterName(String operation, JsonNode parameter) {
        var in = parameter.path("in").asText();
        require(Set.of("path", "query", "header", "cookie").contains(in), operation + ": a parameter is nowhere");
        require(
                !in.equals("path") || parameter.path("required").asBoolean(),
                operation + ": a path variable is optional");
        require(
                parameter.has("schema") != parameter.has("content"),
                "%s: parameter %s has no schema"
                        .formatted(operation, parameter.path("name").asText()));
        return in + " " + parameter.path("name").asText();
    }

    private JsonNode resolved(JsonNode node) {
        return node.has("$ref") ? document.at(node.path("$ref").asText().substring(1)) : node;
    }

    private void require(boolean holds, String otherwise) {
        if (!holds) {
            broken.add(otherwise);
        }
    }
}
