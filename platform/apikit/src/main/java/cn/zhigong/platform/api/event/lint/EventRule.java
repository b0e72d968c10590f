package cn.zhigong.platform.api.event.lint;

import cn.zhigong.platform.api.event.EventDocument;
import cn.zhigong.platform.api.lint.Finding;
import com.google.errorprone.annotations.Immutable;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** One rule for AsyncAPI documents. */
public sealed interface EventRule permits StandardRule, TopicRule, MessageRule, FactRule, SampleRule, UseRule {

    /** The constant's name, by which findings name the rule. */
    String name();

    /** The rule in words. */
    String sentence();

    /** How it is seen. */
    Check check();

    /** Looks at a document and tells a report. */
    @Immutable
    interface Check {
        void look(EventDocument document, Report report);
    }

    /** Takes what a check finds. */
    interface Report {
        void add(String pointer, String message);
    }

    /** Where the document breaks this rule. */
    default List<Finding> findings(EventDocument document) {
        var findings = new ArrayList<Finding>();
        check().look(document, (pointer, message) -> findings.add(new Finding(name(), pointer, message)));
        return findings.stream().distinct().toList();
    }

    /** Every rule there is. */
    static List<EventRule> all() {
        return Stream.<EventRule[]>of(
                        StandardRule.values(),
                        TopicRule.values(),
                        MessageRule.values(),
                        FactRule.values(),
                        SampleRule.values(),
                        UseRule.values())
                .flatMap(Stream::of)
                .toList();
    }

    /** Where the document breaks any rule. */
    static List<Finding> allFindings(EventDocument document) {
        return all().stream().flatMap(rule -> rule.findings(document).stream()).toList();
    }
}
