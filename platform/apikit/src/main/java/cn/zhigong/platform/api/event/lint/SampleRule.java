package cn.zhigong.platform.api.event.lint;

import cn.zhigong.platform.api.event.EventDocument;
import cn.zhigong.platform.api.event.EventMessage;
import cn.zhigong.platform.api.event.MessageCheck;
import cn.zhigong.platform.api.lint.NobodysNumbers;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.function.BiConsumer;
import java.util.function.Consumer;

/** Rules for examples. */
enum SampleRule implements EventRule {
    MESSAGES_HAVE_AN_EXAMPLE("Every message has an example of its headers and its body", SampleRule::present),
    EXAMPLES_ARE_VALID("Every example is what the schemas describe, and nothing beyond", SampleRule::valid),
    EXAMPLES_ARE_WHOLE("Every fact stands in an example, those that may be missing too", SampleRule::whole),
    EXAMPLES_ARE_NOBODY(
            "No example has an identity number or a mobile phone that somebody could have", SampleRule::nobody);

    private final Stated<EventDocument> stated;

    SampleRule(String sentence, Check<EventDocument> check) {
        stated = new Stated<>(sentence, check);
    }

    @Override
    public Stated<EventDocument> stated() {
        return stated;
    }

    private static List<JsonNode> examples(EventMessage message) {
        return message.definition().path("examples").valueStream().toList();
    }

    private static String at(EventMessage message) {
        return message.pointer() + "/examples";
    }

    private static void present(EventDocument document, Report report) {
        for (var message : document.messages()) {
            if (examples(message).stream()
                    .noneMatch(one -> one.path("headers").isObject()
                            && one.path("payload").isObject())) {
                report.add(at(message), "has none");
            }
        }
    }

    private static void valid(EventDocument document, Report report) {
        var check = MessageCheck.closed(document.messages());
        for (var message : document.messages()) {
            for (var example : examples(message)) {
                check.errors(message, example.path("headers"), example.path("payload"))
                        .forEach(error -> report.add(at(message), error));
            }
        }
    }

    private static void whole(EventDocument document, Report report) {
        for (var message : document.messages()) {
            var bodies =
                    examples(message).stream().map(one -> one.path("payload")).toList();
            missing(
                    "",
                    message.payload(),
                    bodies,
                    (place, name) -> report.add(at(message), place + name + " is in none"));
        }
    }

    private static void missing(
            String place, JsonNode schema, List<JsonNode> examples, BiConsumer<String, String> report) {
        for (var fact : schema.path("properties").properties()) {
            var told = examples.stream()
                    .map(one -> one.path(fact.getKey()))
                    .filter(one -> !one.isMissingNode())
                    .toList();
            if (told.isEmpty()) {
                report.accept(place + "/", fact.getKey());
            } else {
                missing(place + "/" + fact.getKey(), fact.getValue(), told, report);
            }
        }
        if (schema.path("items").isObject()) {
            var elements = examples.stream().flatMap(JsonNode::valueStream).toList();
            if (elements.isEmpty()) {
                report.accept(place + "/", "0");
            } else {
                missing(place + "/0", schema.path("items"), elements, report);
            }
        }
    }

    private static void nobody(EventDocument document, Report report) {
        for (var message : document.messages()) {
            for (var example : examples(message)) {
                scan(example, text -> report.add(at(message), "could be somebody's"));
            }
        }
    }

    private static void scan(JsonNode node, Consumer<String> report) {
        if (node.isValueNode() && NobodysNumbers.couldBeSomebodys(node.asText())) {
            report.accept(node.asText());
        }
        node.forEach(child -> scan(child, report));
    }
}
