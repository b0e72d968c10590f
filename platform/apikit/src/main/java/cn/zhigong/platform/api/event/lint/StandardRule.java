package cn.zhigong.platform.api.event.lint;

import cn.zhigong.platform.api.event.EventDocument;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.BiConsumer;

/** Rules for a document as a whole. */
enum StandardRule implements EventRule {
    IS_ASYNCAPI_3("The document is AsyncAPI 3.0.0 with a title, a version and JSON as its content", StandardRule::head),
    KEEPS_THE_STANDARD("The document is valid by the JSON Schema of AsyncAPI 3.0.0", StandardRule::standard),
    REFERENCES_LEAD_SOMEWHERE("Every reference has a target in the document", StandardRule::references),
    COMPONENTS_ARE_USED("Every component is used", StandardRule::components);

    private final Stated<EventDocument> stated;

    StandardRule(String sentence, Check<EventDocument> check) {
        stated = new Stated<>(sentence, check);
    }

    @Override
    public Stated<EventDocument> stated() {
        return stated;
    }

    private static void head(EventDocument document, Report report) {
        var root = document.root();
        expect("3.0.0", root.path("asyncapi"), "/asyncapi", report);
        expect("application/json", root.path("defaultContentType"), "/defaultContentType", report);
        for (var name : List.of("title", "version", "description")) {
            if (root.path("info").path(name).asText().isBlank()) {
                report.add("/info/" + name, "is missing");
            }
        }
    }

    private static void expect(String text, JsonNode node, String pointer, Report report) {
        if (!node.asText().equals(text)) {
            report.add(pointer, "is %s, not %s".formatted(node, text));
        }
    }

    private static void standard(EventDocument document, Report report) {
        AsyncApiStandard.errors(document.root()).forEach(error -> report.add("", error));
    }

    private static void references(EventDocument document, Report report) {
        walk("", document.root(), (at, reference) -> {
            if (!reference.startsWith("#/")
                    || document.root().at(reference.substring(1)).isMissingNode()) {
                report.add(at, "leads nowhere: " + reference);
            }
        });
    }

    private static void components(EventDocument document, Report report) {
        Set<String> used = new HashSet<>();
        walk("", document.root(), (_, reference) -> used.add(reference));
        document.root()
                .path("components")
                .properties()
                .forEach(kind -> kind.getValue().fieldNames().forEachRemaining(name -> {
                    var at = "/components/" + kind.getKey() + "/" + EventDocument.escaped(name);
                    if (!used.contains("#" + at)) {
                        report.add(at, "is not used");
                    }
                }));
    }

    private static void walk(String at, JsonNode node, BiConsumer<String, String> reference) {
        if (node.path("$ref").isTextual()) {
            reference.accept(at + "/$ref", node.path("$ref").asText());
        }
        for (int i = 0; node.isArray() && i < node.size(); i++) {
            walk(at + "/" + i, node.path(i), reference);
        }
        node.properties()
                .forEach(one -> walk(at + "/" + EventDocument.escaped(one.getKey()), one.getValue(), reference));
    }
}
