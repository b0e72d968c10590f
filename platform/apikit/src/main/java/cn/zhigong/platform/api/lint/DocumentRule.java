package cn.zhigong.platform.api.lint;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.BiConsumer;

/** Rules for a document as a whole. */
enum DocumentRule implements ApiRule {
    IS_OPENAPI_31("The document is OpenAPI 3.1 with a title and a version", DocumentRule::head),
    REFERENCES_LEAD_SOMEWHERE("Every reference has a target in the document", DocumentRule::references),
    COMPONENTS_ARE_USED("Every component is used by an operation", DocumentRule::components),
    TAGS_ARE_DECLARED("Every operation has a tag that the document declares", DocumentRule::tags),
    PARAMETERS_ARE_WHOLE("Every parameter has a place and a schema; those of paths are required", DocumentRule::whole),
    PATH_VARIABLES_ARE_DECLARED("The variables of a path are its path parameters", DocumentRule::variables),
    ANSWERS_ARE_DESCRIBED("Every answer has a description", DocumentRule::answers);

    private static final Set<String> PLACES = Set.of("path", "query", "header", "cookie");

    private final Stated<Subject> stated;

    DocumentRule(String sentence, Check<Subject> check) {
        stated = new Stated<>(sentence, check);
    }

    @Override
    public Stated<Subject> stated() {
        return stated;
    }

    private static void head(Subject subject, Report report) {
        var root = subject.document().root();
        if (!root.path("openapi").asText().startsWith("3.1.")) {
            report.add("/openapi", "is " + root.path("openapi").asText());
        }
        for (var name : List.of("title", "version")) {
            if (root.path("info").path(name).asText().isBlank()) {
                report.add("/info/" + name, "is missing");
            }
        }
    }

    private static void references(Subject subject, Report report) {
        var root = subject.document().root();
        walk("", root, (at, reference) -> {
            if (!reference.startsWith("#/") || root.at(reference.substring(1)).isMissingNode()) {
                report.add(at, "leads nowhere: " + reference);
            }
        });
    }

    private static void walk(String at, JsonNode node, BiConsumer<String, String> reference) {
        if (node.path("$ref").isTextual()) {
            reference.accept(at + "/$ref", node.path("$ref").asText());
        }
        for (int i = 0; node.isArray() && i < node.size(); i++) {
            walk(at + "/" + i, node.path(i), reference);
        }
        node.properties().forEach(one -> walk(at + "/" + Place.escaped(one.getKey()), one.getValue(), reference));
    }

    private static void components(Subject subject, Report report) {
        var root = subject.document().root();
        var used = new LinkedHashSet<String>();
        reach(root, root.path("paths"), used);
        var schemes = new HashSet<String>();
        root.path("security").forEach(one -> one.fieldNames().forEachRemaining(schemes::add));
        for (var operation : subject.operations()) {
            operation
                    .definition()
                    .path("security")
                    .forEach(one -> one.fieldNames().forEachRemaining(schemes::add));
        }
        for (var kind : Place.root(subject.document()).child("components").children()) {
            kind.json().fieldNames().forEachRemaining(name -> {
                var at = kind.pointer() + "/" + Place.escaped(name);
                var isUsed = at.startsWith("/components/securitySchemes/") ? schemes.contains(name) : used.contains(at);
                if (!isUsed) {
                    report.add(at, "is not used");
                }
            });
        }
    }

    private static void reach(JsonNode root, JsonNode node, Set<String> used) {
        walk("", node, (at, reference) -> {
            if (reference.startsWith("#/") && used.add(reference.substring(1))) {
                reach(root, root.at(reference.substring(1)), used);
            }
        });
    }

    private static void tags(Subject subject, Report report) {
        var declared = new HashSet<String>();
        subject.document()
                .root()
                .path("tags")
                .forEach(tag -> declared.add(tag.path("name").asText()));
        for (var operation : subject.operations()) {
            var tags = Place.of(operation).child("tags");
            if (tags.json().isEmpty()) {
                report.add(tags.pointer(), "there is none");
            }
            for (var tag : tags.children()) {
                if (!declared.contains(tag.json().asText())) {
                    report.add(tag.pointer(), "is not declared: " + tag.json().asText());
                }
            }
        }
    }

    private static void whole(Subject subject, Report report) {
        for (var operation : subject.operations()) {
            for (var parameter : Subject.parameters(operation)) {
                if (!PLACES.contains(parameter.text("in"))) {
                    report.add(parameter.pointer(), "is nowhere");
                }
                if (parameter.text("in").equals("path")
                        && !parameter.json().path("required").asBoolean()) {
                    report.add(parameter.pointer(), "is in the path and optional");
                }
                if (parameter.json().has("schema") == parameter.json().has("content")) {
                    report.add(parameter.pointer(), "has no schema");
                }
            }
        }
    }

    private static void variables(Subject subject, Report report) {
        for (var operation : subject.operations()) {
            var declared = new HashSet<>(operation.parameters("path"));
            if (!declared.equals(new HashSet<>(operation.pathVariables()))) {
                report.add(
                        Place.of(operation).pointer(),
                        "declares %s for %s".formatted(declared, operation.pathVariables()));
            }
        }
    }

    private static void answers(Subject subject, Report report) {
        for (var operation : subject.operations()) {
            for (var answer : Place.of(operation).child("responses").children()) {
                if (answer.text("description").isBlank()) {
                    report.add(answer.pointer(), "has no description");
                }
            }
        }
    }
}
