package cn.zhigong.platform.api.event.lint;

import cn.zhigong.platform.api.event.EventDocument;
import cn.zhigong.platform.api.lint.Finding;
import cn.zhigong.platform.api.lint.Rule;
import java.util.List;
import java.util.stream.Stream;

/** One rule for AsyncAPI documents. */
public sealed interface EventRule extends Rule<EventDocument>
        permits StandardRule, TopicRule, MessageRule, FactRule, SampleRule, UseRule {

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
