package cn.zhigong.platform.api.lint;

import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/** Rules for paths and what is written into addresses. */
enum AddressRule implements ApiRule {
    PATHS_ARE_KEBAB_CASE("Segments are lower-case words with hyphens", AddressRule::kebab),
    PATHS_END_WITHOUT_A_SLASH("No path ends with a slash or has an empty segment", AddressRule::slashes),
    COLLECTIONS_ARE_PLURALS("What a variable chooses from is a plural", AddressRule::plurals),
    PATHS_ARE_TOLD_APART("No two paths can mean the same address", AddressRule::ambiguous),
    PATHS_REPEAT_NO_METHOD("No segment says what the method says", AddressRule::methods),
    VERBS_END_A_POST("A verb is the last segment of a POST and in the service's dictionary", AddressRule::verbs),
    ADDRESSES_NAME_NOBODY("Nothing personal is written into a path or a query", AddressRule::personal);

    private static final Pattern KEBAB =
            Pattern.compile("[a-z][a-z0-9]*(-[a-z0-9]+)*(\\.[a-z]+)?|\\{[a-z][A-Za-z0-9]*}");
    private static final Set<String> METHODS =
            Set.of("get", "post", "put", "patch", "delete", "create", "update", "remove", "fetch", "list", "add");
    private static final Pattern PERSONAL = Pattern.compile(
            "(?i)(.*(phone|mobile|identity|idnumber|idcard|birth|email|passport).*|name|.*personname|address)");

    private final Stated<Subject> stated;

    AddressRule(String sentence, Check<Subject> check) {
        stated = new Stated<>(sentence, check);
    }

    @Override
    public Stated<Subject> stated() {
        return stated;
    }

    private static void kebab(Subject subject, Report report) {
        forEachPath(
                subject,
                (path, segments) -> segments.stream()
                        .filter(one -> !one.isEmpty() && !KEBAB.matcher(one).matches())
                        .forEach(one -> report.add(at(path), "is not kebab-case: " + one)));
    }

    private static void slashes(Subject subject, Report report) {
        forEachPath(subject, (path, segments) -> {
            if (!path.startsWith("/") || segments.contains("")) {
                report.add(at(path), "has an empty segment");
            }
        });
    }

    private static void plurals(Subject subject, Report report) {
        forEachPath(subject, (path, segments) -> {
            for (int i = 1; i < segments.size(); i++) {
                var before = segments.get(i - 1);
                if (isVariable(segments.get(i))
                        && !before.endsWith("s")
                        && !subject.conventions().singletons().contains(before)) {
                    report.add(at(path), "is no plural: " + before);
                }
            }
        });
    }

    private static void ambiguous(Subject subject, Report report) {
        forEachPath(
                subject,
                (path, segments) -> forEachPath(subject, (other, others) -> {
                    if (path.compareTo(other) < 0 && areAmbiguous(segments, others)) {
                        report.add(at(other), "can be taken for " + path);
                    }
                }));
    }

    /** Both match some address, and neither says at every segment at least as much as the other. */
    private static boolean areAmbiguous(List<String> one, List<String> other) {
        if (one.size() != other.size()) {
            return false;
        }
        var oneSaysMore = false;
        var otherSaysMore = false;
        for (int i = 0; i < one.size(); i++) {
            if (!isVariable(one.get(i))
                    && !isVariable(other.get(i))
                    && !one.get(i).equals(other.get(i))) {
                return false;
            }
            oneSaysMore |= !isVariable(one.get(i)) && isVariable(other.get(i));
            otherSaysMore |= isVariable(one.get(i)) && !isVariable(other.get(i));
        }
        return oneSaysMore == otherSaysMore;
    }

    private static void methods(Subject subject, Report report) {
        forEachPath(
                subject,
                (path, segments) -> segments.stream()
                        .filter(one -> METHODS.contains(one.split("-", -1)[0]))
                        .forEach(one -> report.add(at(path), "repeats a method: " + one)));
    }

    private static void verbs(Subject subject, Report report) {
        var dictionary = subject.conventions().verbs();
        forEachPath(
                subject,
                (path, segments) -> segments.subList(0, segments.size() - 1).stream()
                        .filter(dictionary::contains)
                        .forEach(one -> report.add(at(path), "is a verb in the middle: " + one)));
        for (var operation : subject.operations()) {
            var last = segments(operation.path()).getLast();
            if (dictionary.contains(last) && !operation.method().equals("post")) {
                report.add(Place.of(operation).pointer(), "is a verb and no POST: " + last);
            }
            if (operation.method().equals("post") && !dictionary.contains(last) && !last.endsWith("s")) {
                report.add(Place.of(operation).pointer(), "is neither a collection nor in the dictionary: " + last);
            }
        }
    }

    private static void personal(Subject subject, Report report) {
        for (var operation : subject.operations()) {
            for (var parameter : Subject.parameters(operation)) {
                if (Set.of("path", "query").contains(parameter.text("in"))
                        && PERSONAL.matcher(parameter.text("name")).matches()) {
                    report.add(parameter.pointer(), parameter.text("name") + " would be in logs and histories");
                }
            }
        }
    }

    private interface PathCheck {
        void look(String path, List<String> segments);
    }

    private static void forEachPath(Subject subject, PathCheck check) {
        subject.document().root().path("paths").fieldNames().forEachRemaining(path -> check.look(path, segments(path)));
    }

    private static List<String> segments(String path) {
        return List.of(path.replaceFirst("^/", "").split("/", -1));
    }

    private static boolean isVariable(String segment) {
        return segment.startsWith("{");
    }

    private static String at(String path) {
        return "/paths/" + Place.escaped(path);
    }
}
