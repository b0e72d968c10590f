package cn.zhigong.platform.testing.events;

import cn.zhigong.platform.api.event.lint.CodeSets;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.validation.constraints.Pattern;
import java.lang.reflect.AnnotatedElement;
import java.lang.reflect.AnnotatedParameterizedType;
import java.lang.reflect.AnnotatedType;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The JSON Schema of a record as the chassis writes it: a component is a property of its name, required unless it is
 * {@code @Nullable}, for what is null is left out.
 */
final class RecordSchemas {

    /** Type and format of what is no object, list or choice. */
    private static final Map<Class<?>, String[]> PLAIN = Map.ofEntries(
            Map.entry(String.class, new String[] {"string"}),
            Map.entry(UUID.class, new String[] {"string", "uuid"}),
            Map.entry(Instant.class, new String[] {"string", "date-time"}),
            Map.entry(LocalDate.class, new String[] {"string", "date"}),
            Map.entry(boolean.class, new String[] {"boolean"}),
            Map.entry(Boolean.class, new String[] {"boolean"}),
            Map.entry(int.class, new String[] {"integer", "int32"}),
            Map.entry(Integer.class, new String[] {"integer", "int32"}),
            Map.entry(long.class, new String[] {"integer", "int64"}),
            Map.entry(Long.class, new String[] {"integer", "int64"}),
            Map.entry(double.class, new String[] {"number", "double"}),
            Map.entry(Double.class, new String[] {"number", "double"}));

    private final ObjectMapper json;
    private final Javadocs javadocs;

    RecordSchemas(ObjectMapper json, Javadocs javadocs) {
        this.json = json;
        this.javadocs = javadocs;
    }

    /**
     * The schema of a record.
     *
     * @throws IllegalArgumentException when something in it has no form in JSON that is known here
     */
    ObjectNode of(Class<?> record) {
        var schema = json.createObjectNode().put("type", "object");
        var required = schema.putArray("required");
        var properties = schema.putObject("properties");
        var words = javadocs.of(record);
        for (var component : record.getRecordComponents()) {
            var name = component.getName();
            if (!component.getAnnotatedType().isAnnotationPresent(Nullable.class)) {
                required.add(name);
            }
            var fact = properties.putObject(name);
            describe(fact, words.parameters().getOrDefault(name, sentence(component.getType())));
            fact.setAll(of(component));
        }
        return schema;
    }

    private ObjectNode of(RecordComponent component) {
        var schema = of(component.getAnnotatedType());
        var standard = CodeSets.of(component.getName());
        if (standard != null) {
            schema.put("x-code-set", standard);
        }
        return schema;
    }

    private static void describe(ObjectNode schema, String words) {
        if (!words.isEmpty()) {
            schema.put("description", words);
        }
    }

    private String sentence(Class<?> type) {
        return javadocs.of(type).sentence();
    }

    /** What is said of a list is not said of its elements: each type brings its own annotations. */
    private ObjectNode of(AnnotatedType type) {
        return switch (type.getType()) {
            case Class<?> plain when PLAIN.containsKey(plain) -> plain(Objects.requireNonNull(PLAIN.get(plain)), type);
            case Class<?> choice
            when choice.isEnum() ->
                json.createObjectNode().put("type", "string").set("enum", constants(choice));
            case Class<?> record when record.isRecord() -> of(record);
            case ParameterizedType list
            when Collection.class.isAssignableFrom((Class<?>) list.getRawType()) ->
                json.createObjectNode().put("type", "array").set("items", of(argument(type, 0)));
            case ParameterizedType map when map.getRawType() == Map.class -> map(type);
            default -> throw new IllegalArgumentException("An event can not hold a " + type.getType());
        };
    }

    private static AnnotatedType argument(AnnotatedType type, int index) {
        return ((AnnotatedParameterizedType) type).getAnnotatedActualTypeArguments()[index];
    }

    private ObjectNode plain(String[] kind, AnnotatedElement annotations) {
        var schema = json.createObjectNode().put("type", kind[0]);
        if (kind.length > 1) {
            schema.put("format", kind[1]);
        }
        var form = annotations.getAnnotation(Pattern.class);
        if (form != null) {
            schema.put("pattern", "^(?:" + form.regexp() + ")$");
        }
        return schema;
    }

    private ObjectNode map(AnnotatedType map) {
        var schema = json.createObjectNode().put("type", "object");
        if (argument(map, 0).getType() instanceof Class<?> key && key.isEnum()) {
            schema.putObject("propertyNames").set("enum", constants(key));
        }
        return schema.set("additionalProperties", of(argument(map, 1)));
    }

    private ArrayNode constants(Class<?> choice) {
        var values = json.createArrayNode();
        for (var constant : choice.getEnumConstants()) {
            values.add(json.valueToTree(constant).asText());
        }
        return values;
    }
}
