package cn.zhigong.platform.api.lint;

import cn.zhigong.platform.api.ApiOperation;
import java.util.List;

/** Rules for headers and media types. */
enum HeaderRule implements ApiRule {
    POSTS_CAN_BE_REPEATED("Every POST takes an Idempotency-Key", HeaderRule::idempotency),
    CHANGES_NAME_THEIR_VERSION("Every PATCH requires If-Match", HeaderRule::versions),
    CHANGES_ARE_MERGE_PATCHES("Every PATCH takes application/merge-patch+json and nothing else", HeaderRule::patches),
    CHANGES_REQUIRE_NOTHING("A merge patch describes the thing and requires none of its fields", HeaderRule::patched),
    VERSIONED_ANSWERS_HAVE_A_TAG("An answer with a version documents its ETag", HeaderRule::tags),
    PLACES_ARE_SAID("201 and 202 document their Location", HeaderRule::locations),
    WAITING_IS_SAID("429 and 503 document Retry-After", HeaderRule::waiting);

    private final Stated<Subject> stated;

    HeaderRule(String sentence, Check<Subject> check) {
        stated = new Stated<>(sentence, check);
    }

    @Override
    public Stated<Subject> stated() {
        return stated;
    }

    private static void idempotency(Subject subject, Report report) {
        for (var operation : subject.operations()) {
            if (operation.method().equals("post")
                    && !operation.parameters("header").contains("Idempotency-Key")) {
                report.add(Place.of(operation).pointer(), "takes no Idempotency-Key");
            }
        }
    }

    private static void versions(Subject subject, Report report) {
        for (var operation : subject.operations()) {
            if (operation.method().equals("patch")
                    && operation.parameters().stream()
                            .noneMatch(one -> one.path("name").asText().equals("If-Match")
                                    && one.path("required").asBoolean())) {
                report.add(Place.of(operation).pointer(), "does not require If-Match");
            }
        }
    }

    private static void patches(Subject subject, Report report) {
        for (var operation : subject.operations()) {
            var media = Place.of(operation).child("requestBody").child("content");
            if (operation.method().equals("patch")
                    && !(media.json().size() == 1 && media.json().has("application/merge-patch+json"))) {
                report.add(media.pointer(), "is no merge patch");
            }
        }
    }

    private static void patched(Subject subject, Report report) {
        for (var operation : subject.operations()) {
            if (operation.method().equals("patch")) {
                for (var media : Subject.media(Place.of(operation).child("requestBody"))) {
                    var schema = media.child("schema");
                    if (!schema.child("properties").exists()
                            || schema.child("required").exists()) {
                        report.add(schema.pointer(), "is not any part of a thing");
                    }
                }
            }
        }
    }

    private static void tags(Subject subject, Report report) {
        for (var operation : subject.operations()) {
            for (var status : operation.statuses()) {
                var answer = answer(operation, status);
                var versioned = status.startsWith("2")
                        && answer.child("content")
                                .child("application/json")
                                .child("schema")
                                .child("properties")
                                .child("version")
                                .text("type")
                                .equals("integer");
                requires(report, answer, "ETag", versioned);
            }
        }
    }

    private static void locations(Subject subject, Report report) {
        forStatuses(subject, report, List.of("201", "202"), "Location");
    }

    private static void waiting(Subject subject, Report report) {
        forStatuses(subject, report, List.of("429", "503"), "Retry-After");
    }

    private static void forStatuses(Subject subject, Report report, List<String> statuses, String header) {
        for (var operation : subject.operations()) {
            for (var status : operation.statuses()) {
                requires(report, answer(operation, status), header, statuses.contains(status));
            }
        }
    }

    private static Place answer(ApiOperation operation, String status) {
        return Place.of(operation).child("responses").child(status);
    }

    private static void requires(Report report, Place answer, String header, boolean needed) {
        if (needed && !answer.child("headers").child(header).exists()) {
            report.add(answer.pointer(), "does not document " + header);
        }
    }
}
