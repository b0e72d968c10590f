package cn.zhigong.platform.openapi;

import cn.zhigong.platform.http.StorableParameters;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.openapi.models.media.Schema;
import org.eclipse.microprofile.openapi.models.parameters.Parameter;
import org.eclipse.microprofile.openapi.models.parameters.Parameter.In;

/** What the chassis knows of parameters: how long one may be, and what those mean that are the same everywhere. */
final class DocumentedParameters {

    private static final Map<String, String> MEANINGS = Map.of(
            "limit", "How many at most. 每页条数上限。",
            "after", "Where the page begins: next of the page before. 翻页标记，取自上一页的 next。",
            "state", "Only those in this state. 仅限此状态。",
            "under", "Only those of this organisation and what is below it. 仅限该组织及其下级。");

    private DocumentedParameters() {}

    static void complete(Parameter parameter) {
        var schema = parameter.getSchema();
        if (schema == null) {
            return;
        }
        DocumentedSchemas.complete(schema);
        DocumentedSchemas.nameStandard(parameter.getName(), schema);
        if (parameter.getIn() == In.QUERY && parameter.getDescription() == null) {
            parameter.setDescription(MEANINGS.get(parameter.getName()));
        }
        var isPlainText = List.of(Schema.SchemaType.STRING).equals(schema.getType())
                && schema.getFormat() == null
                && schema.getEnumeration() == null
                && schema.getMaxLength() == null;
        if (isPlainText && parameter.getIn() == In.PATH) {
            schema.setMaxLength(StorableParameters.LONGEST_IN_PATH);
        } else if (isPlainText && parameter.getIn() == In.QUERY) {
            schema.setMaxLength(StorableParameters.LONGEST_IN_QUERY);
        } else if (isPlainText && parameter.getIn() == In.HEADER) {
            schema.setMaxLength(ApiDocument.LONGEST_HEADER);
        }
    }
}
