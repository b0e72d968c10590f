package cn.zhigong.platform.api.lint;

import cn.zhigong.platform.api.ApiOperation;
import cn.zhigong.platform.api.access.AccessRule;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Pattern;

/** Rules for what an operation says of itself and of its refusals. */
enum OperationRule implements ApiRule {
    IDS_ARE_UNIQUE("Every operation has an id of its own that a URL and a method name can carry", OperationRule::ids),
    SUMMARIES_ARE_IN_BOTH_LANGUAGES("Every operation is summed up in Chinese and English", OperationRule::summaries),
    FILTERS_ARE_EXPLAINED("What a query parameter does is said where its name is not enough", OperationRule::filters),
    WHO_MAY_CALL_IS_SAID(
            "An operation needs a token, or it is marked public and on the service's list", OperationRule::security),
    SUCCESS_AND_REFUSAL_ARE_DOCUMENTED("Every operation has an answer 2xx and one 4xx", OperationRule::answers),
    REFUSALS_ARE_DOCUMENTED("Every status that can occur is documented", OperationRule::refusals),
    REFUSALS_ARE_PROBLEMS("Every 4xx and 5xx is application/problem+json and nothing else", OperationRule::problems),
    DEPRECATION_HAS_AN_END("A deprecated operation says with x-sunset when it ends", OperationRule::deprecation);

    private static final Pattern CHINESE = Pattern.compile("\\p{IsHan}");
    private static final Pattern ENGLISH = Pattern.compile("[A-Za-z]{2,}");
    private static final Set<String> EVERYWHERE_THE_SAME = Set.of("limit", "after", "count", "sort");

    private final Stated<Subject> stated;

    OperationRule(String sentence, Check<Subject> check) {
        stated = new Stated<>(sentence, check);
    }

    @Override
    public Stated<Subject> stated() {
        return stated;
    }

    private static void ids(Subject subject, Report report) {
        var seen = new HashMap<String, String>();
        for (var operation : subject.operations()) {
            var at = Place.of(operation).pointer() + "/operationId";
            if (!operation.id().matches("[a-z][A-Za-z0-9]*")) {
                report.add(at, "is not one: " + operation.id());
            }
            var other = seen.put(operation.id(), operation.name());
            if (other != null) {
                report.add(at, "is also that of " + other);
            }
        }
    }

    private static void summaries(Subject subject, Report report) {
        lacking(subject, report, "/summary", "is not in both languages", one -> {
            var summary = one.definition().path("summary").asText();
            return CHINESE.matcher(summary).find() && ENGLISH.matcher(summary).find();
        });
    }

    private static void filters(Subject subject, Report report) {
        for (var operation : subject.operations()) {
            var said = operation.definition().path("description").asText() + " "
                    + operation.definition().path("summary").asText();
            for (var parameter : Subject.parameters(operation)) {
                var name = parameter.text("name");
                if (parameter.text("in").equals("query")
                        && !EVERYWHERE_THE_SAME.contains(name)
                        && parameter.text("description").isBlank()
                        && !said.matches("(?s).*\\b" + Pattern.quote(name) + "\\b.*")) {
                    report.add(parameter.pointer(), "nobody says what " + name + " does");
                }
            }
        }
    }

    private static void security(Subject subject, Report report) {
        var ids = new HashSet<String>();
        for (var operation : subject.operations()) {
            ids.add(operation.id());
            var at = Place.of(operation).pointer() + "/security";
            var listed = subject.conventions().publicOperations().contains(operation.id());
            var guarded = !operation.definition().path("security").isEmpty();
            if (guarded == operation.isPublic()) {
                report.add(at, guarded ? "is there although it is public" : "is neither there nor said to be needless");
            }
            if (operation.isPublic() != listed) {
                report.add(at, operation.id() + (listed ? " is listed as public and is not" : " is public, unlisted"));
            }
        }
        subject.conventions().publicOperations().stream()
                .filter(id -> !ids.contains(id))
                .forEach(id -> report.add("/paths", "there is no public operation " + id));
    }

    private static void answers(Subject subject, Report report) {
        lacking(
                subject,
                report,
                "/responses",
                "has no success or no refusal",
                one -> answers(one, "2") && answers(one, "4"));
    }

    private static boolean answers(ApiOperation operation, String kind) {
        return operation.statuses().stream().anyMatch(status -> status.startsWith(kind));
    }

    private static void refusals(Subject subject, Report report) {
        for (var operation : subject.operations()) {
            for (var status : possible(operation)) {
                if (!operation.statuses().contains(status)) {
                    report.add(Place.of(operation).pointer() + "/responses", status + " can occur");
                }
            }
        }
    }

    private static List<String> possible(ApiOperation operation) {
        var possible = new ArrayList<>(List.of("400", "429", "503"));
        if (!operation.isPublic()) {
            possible.add("401");
        }
        if (new AccessRule(operation).refusesRoles()) {
            possible.add("403");
        }
        if (operation.path().contains("{")) {
            possible.add("404");
        }
        if (!operation.method().equals("get")) {
            possible.add("409");
        }
        if (operation.definition().has("requestBody")) {
            possible.addAll(List.of("413", "415", "422"));
        }
        if (operation.parameters("header").contains("If-Match")) {
            possible.addAll(List.of("412", "428"));
        }
        return possible;
    }

    private static void problems(Subject subject, Report report) {
        for (var operation : subject.operations()) {
            for (var status : operation.statuses()) {
                var answer = Place.of(operation).child("responses").child(status);
                var media = answer.child("content").json();
                if (status.matches("[45]..") && !(media.size() == 1 && media.has("application/problem+json"))) {
                    report.add(answer.pointer(), "is no problem document");
                }
            }
        }
    }

    private static void deprecation(Subject subject, Report report) {
        lacking(
                subject,
                report,
                "/x-sunset",
                "is no date",
                one -> !one.definition().path("deprecated").asBoolean()
                        || one.definition().path("x-sunset").asText().matches("\\d{4}-\\d{2}-\\d{2}"));
    }

    private static void lacking(
            Subject subject, Report report, String member, String message, Predicate<ApiOperation> rule) {
        subject.operations().stream()
                .filter(rule.negate())
                .forEach(one -> report.add(Place.of(one).pointer() + member, message));
    }
}
