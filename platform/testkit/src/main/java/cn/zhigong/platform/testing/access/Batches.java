package cn.zhigong.platform.testing.access;

import cn.zhigong.platform.api.ApiOperation;
import com.fasterxml.jackson.databind.JsonNode;

/** Operations on many things at once: their body lists ids. */
final class Batches {

    private Batches() {}

    static boolean isBatch(ApiOperation operation) {
        return operation
                .bodySchema()
                .map(schema -> schema.path("properties").valueStream().anyMatch(one -> listsIds(operation, one)))
                .orElse(false);
    }

    private static boolean listsIds(ApiOperation operation, JsonNode reference) {
        var items = operation
                .document()
                .resolved(operation.document().resolved(reference).path("items"));
        return items.path("format").asText().equals("uuid");
    }
}
