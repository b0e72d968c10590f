package cn.zhigong.platform.api.lint;

import cn.zhigong.platform.api.lint.Subject.Side;
import com.fasterxml.jackson.databind.JsonNode;
import com.google.re2j.PatternSyntaxException;
import java.util.List;
import java.util.regex.Pattern;

/** Rules for schemas. */
enum SchemaRule implements ApiRule {
    BODIES_ARE_OBJECTS("The top level of every JSON body is an object", SchemaRule::bodies),
    TEXTS_ARE_BOUNDED("Every text that a caller may send has a longest form", SchemaRule::texts),
    ARRAYS_ARE_BOUNDED("Every array that a caller may send has maxItems", SchemaRule::arrays),
    NUMBERS_ARE_BOUNDED(
            "Every number has a format or bounds, those that a caller sends have bounds", SchemaRule::numbers),
    PATTERNS_ARE_WHOLE("A pattern describes the whole text, between ^ and $", SchemaRule::anchored),
    PATTERNS_ARE_LINEAR("A pattern takes linear time whatever it is given", SchemaRule::linear),
    BOOLEANS_ARE_NEVER_NULL("A boolean is true or false", SchemaRule::booleans);

    private static final List<String> BOUNDS = List.of("maxLength", "enum", "const", "format");
    /** What "not blank" is in JSON Schema: a search for one character, not the form of the text. */
    private static final String NOT_BLANK = "\\S";

    /**
     * A repeated group that repeats something inside: the classic form that backtracking takes exponential time for.
     */
    private static final Pattern NESTED = Pattern.compile("\\((?:[^()\\\\]|\\\\.)*[+*}](?:[^()\\\\]|\\\\.)*\\)[+*{]");

    private final Stated<Subject> stated;

    SchemaRule(String sentence, Check<Subject> check) {
        stated = new Stated<>(sentence, check);
    }

    @Override
    public Stated<Subject> stated() {
        return stated;
    }

    private static void bodies(Subject subject, Report report) {
        for (var operation : subject.operations()) {
            object(Place.of(operation).child("requestBody"), report);
            Place.of(operation).child("responses").children().forEach(one -> object(one, report));
        }
    }

    private static void object(Place body, Report report) {
        var content = body.child("content");
        content.json().fieldNames().forEachRemaining(media -> {
            var schema = content.child(media).child("schema");
            if (media.contains("json") && !is(schema.json(), "object")) {
                report.add(schema.pointer(), "is no object");
            }
        });
    }

    private static void texts(Subject subject, Report report) {
        each(subject, Side.REQUEST, "string", one -> {
            if (BOUNDS.stream().noneMatch(one.json()::has) && !boundsItself(one.text("pattern"))) {
                report.add(one.pointer(), "is a text of any length");
            }
        });
    }

    /** Whether a pattern admits texts of limited length only. */
    private static boolean boundsItself(String pattern) {
        return pattern.startsWith("^") && pattern.endsWith("$") && !pattern.matches(".*([*+]|\\{\\d+,}).*");
    }

    private static void arrays(Subject subject, Report report) {
        each(subject, Side.REQUEST, "array", one -> {
            if (!one.json().has("maxItems")) {
                report.add(one.pointer(), "is an array of any length");
            }
        });
    }

    private static void numbers(Subject subject, Report report) {
        for (var used : subject.schemas()) {
            var json = used.place().json();
            if (is(json, "integer") || is(json, "number")) {
                var bounded = json.has("minimum") && json.has("maximum");
                if (!bounded && (used.side() == Side.REQUEST || !json.has("format"))) {
                    report.add(used.place().pointer(), "is a number of any size");
                }
            }
        }
    }

    private static void anchored(Subject subject, Report report) {
        for (var used : subject.schemas()) {
            var pattern = used.place().text("pattern");
            if (!pattern.isEmpty()
                    && !pattern.equals(NOT_BLANK)
                    && !(pattern.startsWith("^") && pattern.endsWith("$"))) {
                report.add(used.place().pointer() + "/pattern", "may match a part: " + pattern);
            }
        }
    }

    private static void linear(Subject subject, Report report) {
        for (var used : subject.schemas()) {
            var pattern = used.place().text("pattern");
            if (!isLinear(pattern)) {
                report.add(used.place().pointer() + "/pattern", "may take exponential time: " + pattern);
            }
        }
    }

    private static boolean isLinear(String pattern) {
        try {
            var _ = com.google.re2j.Pattern.compile(pattern);
            return !NESTED.matcher(pattern).find();
        } catch (PatternSyntaxException needsBacktracking) {
            return false;
        }
    }

    private static void booleans(Subject subject, Report report) {
        for (var used : subject.schemas()) {
            var json = used.place().json();
            if (is(json, "boolean")
                    && (is(json, "null") || json.path("nullable").asBoolean())) {
                report.add(used.place().pointer(), "may be null");
            }
        }
    }

    private interface SchemaCheck {
        void look(Place schema);
    }

    private static void each(Subject subject, Side side, String type, SchemaCheck check) {
        subject.schemas().stream()
                .filter(used -> used.side() == side && is(used.place().json(), type))
                .forEach(used -> check.look(used.place()));
    }

    private static boolean is(JsonNode schema, String type) {
        var types = schema.path("type");
        return types.isArray()
                ? types.valueStream().anyMatch(one -> one.asText().equals(type))
                : types.asText().equals(type);
    }
}
