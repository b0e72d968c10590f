package cn.zhigong.platform.api.lint;

import cn.zhigong.platform.api.ApiDocument;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** Holds a document to every rule. */
public final class ApiLint {

    /**
     * What became of it.
     *
     * @param findings where the document breaks rules, known exceptions left out
     * @param needless known exceptions that nothing needs any longer
     */
    public record Verdict(List<Finding> findings, List<String> needless) {}

    private ApiLint() {}

    /** Looks at a document. */
    public static Verdict verdict(ApiDocument document, Conventions conventions) {
        var subject = new Subject(document, conventions);
        var all = ApiRule.all().stream()
                .flatMap(rule -> rule.findings(subject).stream())
                .toList();
        var found = all.stream().map(Finding::key).collect(Collectors.toSet());
        return new Verdict(unknown(all, conventions.exceptions()), needless(found, conventions.exceptions()));
    }

    private static List<Finding> unknown(List<Finding> all, Set<String> exceptions) {
        return all.stream().filter(one -> !exceptions.contains(one.key())).toList();
    }

    private static List<String> needless(Set<String> found, Set<String> exceptions) {
        return exceptions.stream().filter(one -> !found.contains(one)).sorted().toList();
    }
}
