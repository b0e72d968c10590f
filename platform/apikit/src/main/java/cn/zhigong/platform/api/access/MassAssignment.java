package cn.zhigong.platform.api.access;

import cn.zhigong.platform.api.ApiOperation;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Fields that a caller has no business to set: names that are internal anywhere, and all that an operation answers with
 * but does not take. Each gets a value that it would not have by itself.
 */
public final class MassAssignment {

    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;
    private static final String ID = "01900000-0000-7000-8000-0000badc0de5";
    private static final JsonNode TEXT = JSON.textNode("assigned-by-mass");

    /** What such attacks try first; some of them are real columns of ours. */
    private static final Map<String, JsonNode> INTERNAL = Map.ofEntries(
            Map.entry("id", JSON.textNode(ID)),
            Map.entry("state", TEXT),
            Map.entry("status", TEXT),
            Map.entry("role", JSON.textNode("admin")),
            Map.entry("roles", JSON.arrayNode().add("admin")),
            Map.entry("organisationId", JSON.textNode(ID)),
            Map.entry("unionId", JSON.textNode(ID)),
            Map.entry("memberId", JSON.textNode(ID)),
            Map.entry("tenantId", JSON.textNode(ID)),
            Map.entry("account", TEXT),
            Map.entry("owner", TEXT),
            Map.entry("verified", JSON.booleanNode(true)),
            Map.entry("version", JSON.numberNode(987_654)),
            Map.entry("createdBy", TEXT),
            Map.entry("createdAt", JSON.textNode("2001-02-03T04:05:06Z")));

    private MassAssignment() {}

    /**
     * Fields to add to a body, with their values.
     *
     * @param body what is sent without them; what it holds already is the caller's to say
     * @param other the other value of a field that has few: what one attempt meets by chance, two do not
     */
    public static Map<String, JsonNode> fields(ApiOperation operation, JsonNode body, boolean other) {
        var declared = new HashSet<String>();
        body.fieldNames().forEachRemaining(declared::add);
        var taken =
                operation.bodySchema().map(schema -> schema.path("properties")).orElse(JSON.objectNode());
        taken.fieldNames().forEachRemaining(declared::add);
        var fields = new LinkedHashMap<>(INTERNAL);
        answered(operation).forEach((name, schema) -> {
            // A body without a declared shape (a patch as a JSON tree) may hold any field that is answered: only the
            // names that are internal anywhere tell an attack from a change.
            if (!taken.isEmpty() || INTERNAL.containsKey(name)) {
                value(operation, schema, other).ifPresent(value -> fields.put(name, value));
            }
        });
        fields.keySet().removeAll(declared);
        return fields;
    }

    /** Which of the fields an answer shows as they were sent. */
    public static List<String> taken(Map<String, JsonNode> fields, JsonNode answer) {
        return fields.entrySet().stream()
                .filter(field -> field.getValue().equals(answer.path(field.getKey())))
                .map(Map.Entry::getKey)
                .toList();
    }

    private static Map<String, JsonNode> answered(ApiOperation operation) {
        var properties = new LinkedHashMap<String, JsonNode>();
        for (var status : Set.of("200", "201", "202")) {
            var schema = operation.response(status).path("content").path("application/json");
            operation
                    .document()
                    .resolved(schema.path("schema"))
                    .path("properties")
                    .properties()
                    .forEach(one -> properties.put(one.getKey(), one.getValue()));
        }
        return properties;
    }

    /** Nothing for lists and objects, whose emptiness would prove nothing. */
    private static Optional<JsonNode> value(ApiOperation operation, JsonNode reference, boolean other) {
        var schema = operation.document().resolved(reference);
        if (schema.has("enum")) {
            var values = schema.path("enum");
            return Optional.of(values.path(other ? 0 : values.size() - 1));
        }
        return switch (SchemaSample.type(schema)) {
            case "integer", "number" -> Optional.of(JSON.numberNode(987_654));
            case "boolean" -> Optional.of(JSON.booleanNode(!other));
            case "string" ->
                Optional.of(
                        switch (schema.path("format").asText()) {
                            case "uuid" -> JSON.textNode(ID);
                            case "date" -> JSON.textNode("2001-02-03");
                            case "date-time" -> JSON.textNode("2001-02-03T04:05:06Z");
                            default -> TEXT;
                        });
            default -> Optional.empty();
        };
    }
}
