package cn.zhigong.platform.api.lint;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/** Rules for the names of properties and parameters, and for what a name promises. */
enum NameRule implements ApiRule {
    NAMES_ARE_CAMEL_CASE("Properties and parameters are camelCase", NameRule::camelCase),
    NAMES_ARE_WORDS("Names are whole words, no abbreviations but those of the glossary", NameRule::words),
    MOMENTS_AND_DAYS_HAVE_A_FORMAT("What is named after a time is a date-time, after a day a date", NameRule::times),
    IDS_ARE_OPAQUE("An id is a string, never a number that could be counted on", NameRule::ids),
    CODES_NAME_THEIR_STANDARD("A code that a standard defines says which, in x-code-set", NameRule::codes);

    private static final Pattern CAMEL = Pattern.compile("[a-z][a-z0-9]*([A-Z][a-z0-9]*)*");
    private static final Pattern WORD_BEGINS = Pattern.compile("(?=[A-Z])");
    private static final Pattern NO_VOWEL = Pattern.compile("[b-df-hj-np-tv-xz]{2,}");
    private static final Set<String> ABBREVIATIONS = Set.of(
            "org", "addr", "tel", "num", "no", "amt", "desc", "info", "msg", "idx", "usr", "user", "cert", "dept",
            "auth", "acct", "app", "comp", "cat", "ref", "regs", "reg", "ver", "prev", "curr", "temp", "params");
    private static final Map<String, Pattern> FORMATS = Map.of(
            "date-time", Pattern.compile("at|.*At"),
            "date", Pattern.compile("date|.*(On|Day|Date)"));
    private static final Set<String> STANDARDISED =
            Set.of("creditCode", "district", "divisionCode", "sex", "gender", "currency", "country", "nationality");

    private final Stated<Subject> stated;

    NameRule(String sentence, Check<Subject> check) {
        stated = new Stated<>(sentence, check);
    }

    @Override
    public Stated<Subject> stated() {
        return stated;
    }

    /** Something with a name: a property, or a parameter of a path or query. */
    private record Named(String name, String pointer, Place schema) {}

    private static List<Named> named(Subject subject) {
        var named = new ArrayList<Named>();
        for (var used : subject.schemas()) {
            var properties = used.place().child("properties");
            properties
                    .json()
                    .fieldNames()
                    .forEachRemaining(name -> named.add(
                            new Named(name, properties.pointer() + "/" + Place.escaped(name), properties.child(name))));
        }
        for (var operation : subject.operations()) {
            for (var parameter : Subject.parameters(operation)) {
                if (!parameter.text("in").equals("header")) {
                    named.add(new Named(parameter.text("name"), parameter.pointer(), parameter.child("schema")));
                }
            }
        }
        return named;
    }

    private static void camelCase(Subject subject, Report report) {
        named(subject).stream()
                .filter(one -> !CAMEL.matcher(one.name()).matches())
                .forEach(one -> report.add(one.pointer(), one.name() + " is not camelCase"));
    }

    private static void words(Subject subject, Report report) {
        for (var one : named(subject)) {
            for (var part : WORD_BEGINS.split(one.name(), -1)) {
                var word = part.toLowerCase(Locale.ROOT);
                var isShort =
                        ABBREVIATIONS.contains(word) || NO_VOWEL.matcher(word).matches();
                if (isShort && !subject.conventions().glossary().contains(word)) {
                    report.add(one.pointer(), word + " is an abbreviation");
                }
            }
        }
    }

    private static void times(Subject subject, Report report) {
        for (var one : named(subject)) {
            FORMATS.forEach((format, name) -> {
                if (name.matcher(one.name()).matches()
                        && !format.equals(one.schema().text("format"))) {
                    report.add(one.pointer(), one.name() + " is no " + format);
                }
            });
        }
    }

    private static void ids(Subject subject, Report report) {
        named(subject).stream()
                .filter(one -> one.name().equals("id") || one.name().endsWith("Id"))
                .filter(one -> !one.schema().json().path("type").toString().contains("string"))
                .forEach(one -> report.add(one.pointer(), one.name() + " is no string"));
    }

    private static void codes(Subject subject, Report report) {
        for (var one : named(subject)) {
            if (STANDARDISED.contains(one.name())
                    && one.schema().text("x-code-set").isBlank()) {
                report.add(one.pointer(), one.name() + " has no x-code-set");
            }
        }
    }
}
