package cn.zhigong.platform.api;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SchemaRegistryConfig;
import com.networknt.schema.dialect.Dialects;
import com.networknt.schema.path.PathType;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** Compares JSON with a document's schemas (JSON Schema 2020-12, as OpenAPI 3.1 uses it). */
public final class BodyCheck {

    /** How the document is called in the registry; nothing is ever fetched from there. */
    private static final String DOCUMENT = "https://zhigong.invalid/api";

    private final SchemaRegistry registry;
    private final Map<String, Schema> schemas = new ConcurrentHashMap<>();

    private BodyCheck(JsonNode document) {
        var settings = SchemaRegistryConfig.builder()
                .formatAssertionsEnabled(true)
                .pathType(PathType.JSON_POINTER)
                .build();
        this.registry = SchemaRegistry.withDialect(
                Dialects.getDraft202012(),
                builder -> builder.schemaRegistryConfig(settings).schemas(Map.of(DOCUMENT, document.toString())));
    }

    /** Takes the schemas as they are: what they do not name is allowed. */
    public static BodyCheck asWritten(ApiDocument document) {
        return new BodyCheck(document.root());
    }

    /** Refuses properties that a schema does not declare, unless it says itself what else there may be. */
    public static BodyCheck closed(ApiDocument document) {
        var copy = document.root().deepCopy();
        close(copy.path("components").path("schemas"));
        close(copy.path("paths"));
        return new BodyCheck(copy);
    }

    /** The same of any JSON that holds schemas. */
    public static BodyCheck asWritten(JsonNode schemas) {
        return new BodyCheck(schemas);
    }

    /** Closes every schema in this JSON. */
    public static BodyCheck closed(JsonNode schemas) {
        var copy = schemas.deepCopy();
        close(copy);
        return new BodyCheck(copy);
    }

    /** What is wrong with a body, each with its place in it; empty when nothing is. */
    public List<String> errors(String schemaPointer, JsonNode body) {
        return schemas
                .computeIfAbsent(
                        schemaPointer, pointer -> registry.getSchema(SchemaLocation.of(DOCUMENT + "#" + uri(pointer))))
                .validate(body)
                .stream()
                .map(error -> error.getInstanceLocation() + ": " + error.getMessage())
                .toList();
    }

    private static String uri(String pointer) {
        return pointer.replace("%", "%25").replace("{", "%7B").replace("}", "%7D");
    }

    private static void close(JsonNode node) {
        if (node instanceof ObjectNode schema
                && schema.path("properties").isObject()
                && !schema.has("additionalProperties")) {
            schema.put("additionalProperties", false);
        }
        node.properties().forEach(member -> {
            // Parts of one schema know nothing of each other's properties.
            if (!member.getKey().equals("allOf")) {
                close(member.getValue());
            }
        });
        if (node.isArray()) {
            node.forEach(BodyCheck::close);
        }
    }
}
