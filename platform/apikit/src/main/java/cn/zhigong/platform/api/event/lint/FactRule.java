package cn.zhigong.platform.api.event.lint;

import cn.zhigong.platform.api.event.EventDocument;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.Map;
import java.util.function.BiConsumer;
import java.util.regex.Pattern;

/** Rules for what a body holds. */
enum FactRule implements EventRule {
    BODIES_ARE_OBJECTS("A body is an object that says of each fact whether it may be missing", FactRule::objects),
    BODIES_MAY_GROW("No body refuses facts that come later", FactRule::open),
    FACTS_ARE_TYPED("Every fact has a type of its own or a choice of values", FactRule::typed),
    FACTS_ARE_CAMEL_CASE("Facts are camelCase", FactRule::camelCase),
    MOMENTS_AND_DAYS_HAVE_A_FORMAT("What is named after a time is a date-time, after a day a date", FactRule::times),
    IDS_ARE_UUIDS("What is named after an id is a UUID", FactRule::ids),
    CODES_NAME_THEIR_STANDARD("A code that a standard defines says which, in x-code-set", FactRule::standards),
    CHOICES_ARE_UPPER_SNAKE("The values of a choice are UPPER_SNAKE", FactRule::choices),
    NOTHING_IS_NULL("A fact that is absent is not there; it is never null", FactRule::nulls),
    NOTHING_IS_NAMED_AFTER_ANYTHING_PERSONAL(
            "No fact is named after an identity, a phone, a birth or an address", FactRule::personal);

    private static final Pattern CAMEL = Pattern.compile("[a-z][a-z0-9]*([A-Z][a-z0-9]*)*");
    private static final Pattern CONSTANT = Pattern.compile("[A-Z][A-Z0-9]*(_[A-Z0-9]+)*");
    private static final Map<String, Pattern> FORMATS = Map.of(
            "date-time", Pattern.compile("at|.*[a-z]At"),
            "date", Pattern.compile("on|date|.*[a-z](On|Day|Date)"));
    /** A place is {@code locatedAt} a street; that is no moment. */
    private static final String A_PLACE = "locatedAt";

    private static final Pattern ID = Pattern.compile("id|.*[a-z]Id");

    private final Stated<EventDocument> stated;

    FactRule(String sentence, Check<EventDocument> check) {
        stated = new Stated<>(sentence, check);
    }

    @Override
    public Stated<EventDocument> stated() {
        return stated;
    }

    /** Every schema of a body, with its place. */
    private static void eachSchema(EventDocument document, BiConsumer<String, JsonNode> look) {
        for (var message : document.messages()) {
            walk(message.pointer() + "/payload", message.payload(), look);
        }
    }

    private static void walk(String at, JsonNode schema, BiConsumer<String, JsonNode> look) {
        look.accept(at, schema);
        schema.path("properties")
                .properties()
                .forEach(one -> walk(at + "/properties/" + EventDocument.escaped(one.getKey()), one.getValue(), look));
        for (var part : new String[] {"items", "additionalProperties"}) {
            if (schema.path(part).isObject()) {
                walk(at + "/" + part, schema.path(part), look);
            }
        }
        for (int i = 0; i < schema.path("allOf").size(); i++) {
            walk(at + "/allOf/" + i, schema.path("allOf").path(i), look);
        }
    }

    /** Every fact with its name and place. */
    private static void eachFact(EventDocument document, Fact look) {
        eachSchema(
                document,
                (at, schema) -> schema.path("properties")
                        .properties()
                        .forEach(one -> look.at(
                                at + "/properties/" + EventDocument.escaped(one.getKey()),
                                one.getKey(),
                                one.getValue())));
    }

    private interface Fact {
        void at(String pointer, String name, JsonNode schema);
    }

    private static void objects(EventDocument document, Report report) {
        for (var message : document.messages()) {
            var body = message.payload();
            if (!body.path("type").asText().equals("object")
                    || !body.path("properties").isObject()) {
                report.add(message.pointer() + "/payload", "is no object");
            }
        }
        eachSchema(document, (at, schema) -> {
            if (schema.has("properties") && !schema.path("required").isArray()) {
                report.add(at, "does not say what is required");
            }
        });
    }

    private static void open(EventDocument document, Report report) {
        eachSchema(document, (at, schema) -> {
            if (schema.path("additionalProperties").isBoolean()
                    && !schema.path("additionalProperties").asBoolean()) {
                report.add(at, "refuses what it does not know");
            }
        });
    }

    private static void typed(EventDocument document, Report report) {
        eachSchema(document, (at, schema) -> {
            if (!schema.path("type").isTextual() && !schema.path("allOf").isArray()) {
                report.add(at, "has no type");
            }
        });
    }

    private static void camelCase(EventDocument document, Report report) {
        eachFact(document, (at, name, _) -> {
            if (!CAMEL.matcher(name).matches()) {
                report.add(at, name + " is not camelCase");
            }
        });
    }

    private static void times(EventDocument document, Report report) {
        eachFact(
                document,
                (at, name, schema) -> FORMATS.forEach((format, pattern) -> {
                    if (pattern.matcher(name).matches()
                            && !name.equals(A_PLACE)
                            && !schema.path("format").asText().equals(format)) {
                        report.add(at, name + " is no " + format);
                    }
                }));
    }

    private static void ids(EventDocument document, Report report) {
        eachFact(document, (at, name, schema) -> {
            if (ID.matcher(name).matches() && !schema.path("format").asText().equals("uuid")) {
                report.add(at, name + " is no UUID");
            }
        });
    }

    private static void standards(EventDocument document, Report report) {
        eachFact(document, (at, name, schema) -> {
            var standard = CodeSets.of(name);
            if (standard != null && !standard.equals(schema.path("x-code-set").asText())) {
                report.add(at, name + " does not name " + standard);
            }
        });
    }

    private static void choices(EventDocument document, Report report) {
        eachSchema(document, (at, schema) -> {
            if (schema.has("enum") && schema.path("enum").isEmpty()) {
                report.add(at, "has no value");
            }
            schema.path("enum").forEach(value -> {
                if (!value.isTextual() || !CONSTANT.matcher(value.asText()).matches()) {
                    report.add(at, value + " is not UPPER_SNAKE");
                }
            });
        });
    }

    private static void nulls(EventDocument document, Report report) {
        eachSchema(document, (at, schema) -> {
            if (schema.path("nullable").asBoolean()
                    || schema.path("type").toString().contains("\"null\"")) {
                report.add(at, "may be null");
            }
        });
    }

    private static void personal(EventDocument document, Report report) {
        eachFact(document, (at, name, _) -> {
            if (PersonalNames.isOne(name)) {
                report.add(at, name + " is named after something personal");
            }
        });
    }
}
