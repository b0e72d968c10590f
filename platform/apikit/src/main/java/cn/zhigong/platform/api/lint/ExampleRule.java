package cn.zhigong.platform.api.lint;

import cn.zhigong.platform.api.BodyCheck;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;

/** Rules for examples. */
enum ExampleRule implements ApiRule {
    BODIES_HAVE_AN_EXAMPLE("Every JSON body that is sent has an example", ExampleRule::present),
    EXAMPLES_ARE_VALID("Every example is what its schema describes", ExampleRule::valid),
    EXAMPLES_ARE_NOBODY(
            "No example has an identity number or a mobile phone that somebody could have", ExampleRule::nobody);

    private final Stated<Subject> stated;

    ExampleRule(String sentence, Check<Subject> check) {
        stated = new Stated<>(sentence, check);
    }

    @Override
    public Stated<Subject> stated() {
        return stated;
    }

    private static void present(Subject subject, Report report) {
        for (var operation : subject.operations()) {
            for (var media : Subject.media(Place.of(operation).child("requestBody"))) {
                if (media.pointer().contains("json") && examples(media).isEmpty()) {
                    report.add(media.pointer(), "has no example");
                }
            }
        }
    }

    private static void valid(Subject subject, Report report) {
        var bodies = BodyCheck.asWritten(subject.document());
        for (var operation : subject.operations()) {
            var places = new ArrayList<>(Subject.media(Place.of(operation).child("requestBody")));
            Place.of(operation).child("responses").children().forEach(answer -> places.addAll(Subject.media(answer)));
            for (var media : places) {
                for (var example : examples(media)) {
                    bodies.errors(media.child("schema").pointer(), example.json())
                            .forEach(error -> report.add(example.pointer(), error));
                }
            }
        }
        for (var used : subject.schemas()) {
            for (var example : used.place().child("examples").children()) {
                bodies.errors(used.place().pointer(), example.json())
                        .forEach(error -> report.add(example.pointer(), error));
            }
        }
    }

    private static List<Place> examples(Place media) {
        var examples = new ArrayList<Place>();
        if (media.child("example").exists()) {
            examples.add(media.child("example"));
        }
        media.child("examples").children().forEach(one -> examples.add(one.child("value")));
        return examples;
    }

    private static void nobody(Subject subject, Report report) {
        scan("", subject.document().root(), false, report);
    }

    private static void scan(String at, JsonNode node, boolean example, Report report) {
        if (example && node.isValueNode() && NobodysNumbers.couldBeSomebodys(node.asText())) {
            report.add(at, "could be somebody's");
        }
        for (int i = 0; node.isArray() && i < node.size(); i++) {
            scan(at + "/" + i, node.path(i), example, report);
        }
        node.properties()
                .forEach(one -> scan(
                        at + "/" + Place.escaped(one.getKey()),
                        one.getValue(),
                        example
                                || one.getKey().equals("example")
                                || one.getKey().equals("examples"),
                        report));
    }
}
