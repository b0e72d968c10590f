package cn.zhigong.platform.api.access;

import cn.zhigong.platform.api.ApiDocument;
import cn.zhigong.platform.api.ApiOperation;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Optional;

/**
 * The smallest body that a schema allows, as far as a schema tells: a service's rules may want more, and a pattern is
 * not guessed at.
 */
public final class SchemaSample {

    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;
    private static final String SOME_ID = "01900000-0000-7000-8000-00000000feed";

    private final ApiDocument document;

    private SchemaSample(ApiDocument document) {
        this.document = document;
    }

    /** A body for an operation; empty when it takes none or when its schema does not tell enough. */
    public static Optional<JsonNode> body(ApiOperation operation) {
        return operation.bodySchema().flatMap(new SchemaSample(operation.document())::of);
    }

    private Optional<JsonNode> of(JsonNode reference) {
        var schema = document.resolved(reference);
        if (schema.has("enum")) {
            return Optional.of(schema.path("enum").path(0));
        }
        return switch (type(schema)) {
            case "object" -> object(schema);
            case "string" -> string(schema);
            case "integer", "number" ->
                Optional.of(JSON.numberNode(schema.path("minimum").asLong(1)));
            case "boolean" -> Optional.of(JSON.booleanNode(true));
            case "array" ->
                of(schema.path("items")).map(item -> JSON.arrayNode().add(item));
            default -> Optional.empty();
        };
    }

    /** OpenAPI 3.1 writes what may be null as a list of two types. */
    static String type(JsonNode schema) {
        var type = schema.path("type");
        return type.isArray() ? type.path(0).asText() : type.asText();
    }

    private Optional<JsonNode> object(JsonNode schema) {
        if (!schema.has("properties")) {
            return Optional.empty();
        }
        var made = JSON.objectNode();
        for (var name : schema.path("required")) {
            var value = of(schema.path("properties").path(name.asText()));
            if (value.isEmpty()) {
                return Optional.empty();
            }
            ObjectNode _ = made.set(name.asText(), value.get());
        }
        return Optional.of(made);
    }

    private static Optional<JsonNode> string(JsonNode schema) {
        if (schema.has("pattern") && !schema.path("pattern").asText().equals("\\S")) {
            return Optional.empty();
        }
        return Optional.of(JSON.textNode(
                switch (schema.path("format").asText()) {
                    case "uuid" -> SOME_ID;
                    case "date" -> "2026-03-02";
                    case "date-time" -> "2026-03-02T01:00:00Z";
                    default -> "x".repeat(Math.max(5, schema.path("minLength").asInt()));
                }));
    }
}
