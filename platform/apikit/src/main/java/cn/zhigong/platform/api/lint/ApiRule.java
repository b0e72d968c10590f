package cn.zhigong.platform.api.lint;

import java.util.List;
import java.util.stream.Stream;

/** One rule for API documents. */
public sealed interface ApiRule extends Rule<Subject>
        permits AddressRule, DocumentRule, ExampleRule, HeaderRule, ListRule, NameRule, OperationRule, SchemaRule {

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
