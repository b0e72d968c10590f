package cn.zhigong.platform.api.lint;

import com.google.errorprone.annotations.Immutable;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** One rule for API documents. */
public sealed interface ApiRule
        permits AddressRule, DocumentRule, ExampleRule, HeaderRule, ListRule, NameRule, OperationRule, SchemaRule {

    /** The constant's name, by which findings and exceptions name the rule. */
    String name();

    /** The rule in words. */
    String sentence();

    /** How it is seen. */
    Check check();

    /** Looks at a document and tells a report. */
    @Immutable
    interface Check {
        void look(Subject subject, Report report);
    }

    /** Takes what a check finds. */
    interface Report {
        void add(String pointer, String message);
    }

    /** Where the subject breaks this rule. */
    default List<Finding> findings(Subject subject) {
        var findings = new ArrayList<Finding>();
        check().look(subject, (pointer, message) -> findings.add(new Finding(name(), pointer, message)));
        return findings.stream().distinct().toList();
    }

    /** Every rule there is. */
    static List<ApiRule> all() {
        return Stream.<ApiRule[]>of(
                        DocumentRule.values(),
                        OperationRule.values(),
                        AddressRule.values(),
                        HeaderRule.values(),
                        ListRule.values(),
                        NameRule.values(),
                        SchemaRule.values(),
                        ExampleRule.values())
                .flatMap(Stream::of)
                .toList();
    }
}
