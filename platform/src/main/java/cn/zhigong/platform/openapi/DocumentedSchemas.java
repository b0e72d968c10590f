package cn.zhigong.platform.openapi;

import static org.eclipse.microprofile.openapi.OASFactory.createSchema;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.eclipse.microprofile.openapi.models.media.Schema;

/** Says in a document's schemas what the chassis knows of them: whole patterns, and the standards of codes. */
final class DocumentedSchemas {

    /** What "not blank" is in JSON Schema: a search for one character, not the form of the text. */
    private static final String NOT_BLANK = "\\S";

    private static final Map<String, String> CODE_SETS = Map.of(
            "creditCode", "GB 32100-2015",
            "district", "GB/T 2260",
            "sex", "GB/T 2261.1",
            "currency", "ISO 4217",
            "nationality", "ISO 3166-1 alpha-3");

    private DocumentedSchemas() {}

    static void complete(Schema schema) {
        if (schema.getPattern() != null) {
            schema.setPattern(whole(schema.getPattern()));
        }
        if (schema.getProperties() != null) {
            schema.getProperties().forEach(DocumentedSchemas::nameStandard);
        }
        parts(schema).forEach(DocumentedSchemas::complete);
    }

    static void nameStandard(String name, Schema schema) {
        if (CODE_SETS.containsKey(name) && schema.getRef() == null) {
            schema.addExtension("x-code-set", CODE_SETS.get(name));
        }
    }

    /** Bean Validation matches whole texts, JSON Schema searches in them. */
    static String whole(String pattern) {
        if (pattern.equals(NOT_BLANK) || (pattern.startsWith("^") && pattern.endsWith("$"))) {
            return pattern;
        }
        return pattern.contains("|") ? "^(?:" + pattern + ")$" : "^" + pattern + "$";
    }

    /** What a reference to a component names. */
    static String name(String reference) {
        return reference.substring(reference.lastIndexOf('/') + 1);
    }

    /** What a change to such a thing looks like: nothing is required in a merge patch. */
    static Schema asPatch(Schema whole) {
        return createSchema().type(whole.getType()).properties(whole.getProperties());
    }

    static Stream<Schema> parts(Schema schema) {
        var lists = Stream.of(schema.getAllOf(), schema.getAnyOf(), schema.getOneOf())
                .filter(Objects::nonNull)
                .flatMap(List::stream);
        var properties =
                schema.getProperties() == null ? Stream.<Schema>empty() : schema.getProperties().values().stream();
        var single = Stream.of(schema.getItems(), schema.getAdditionalPropertiesSchema())
                .filter(Objects::nonNull);
        return Stream.of(lists, properties, single).flatMap(all -> all);
    }
}
