package cn.zhigong.platform.api.lint;

import com.google.errorprone.annotations.Immutable;
import java.util.ArrayList;
import java.util.List;

/**
 * One rule for documents of a kind; its constants are the rules of one matter.
 *
 * @param <D> what is looked at
 */
public interface Rule<D> {

    /** The constant's name, by which findings and exceptions name the rule. */
    String name();

    /** What the rule says, and how it is seen. */
    Stated<D> stated();

    /** A rule in words, and the check that sees where it is broken. */
    @Immutable
    record Stated<D>(String sentence, Check<D> check) {}

    /** Looks at a document and tells a report. */
    @Immutable
    interface Check<D> {
        void look(D document, Report report);
    }

    /** Takes what a check finds. */
    interface Report {
        void add(String pointer, String message);
    }

    /** The rule in words. */
    default String sentence() {
        return stated().sentence();
    }

    /** Where the document breaks this rule. */
    default List<Finding> findings(D document) {
        var findings = new ArrayList<Finding>();
        stated().check().look(document, (pointer, message) -> findings.add(new Finding(name(), pointer, message)));
        return findings.stream().distinct().toList();
    }
}
