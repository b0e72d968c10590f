package cn.zhigong.platform.api;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.List;
import java.util.Set;

/** An OpenAPI 3.1 document, of one service or the gateway's merged one. */
public record ApiDocument(JsonNode root) {

    private static final Set<String> METHODS = Set.of("get", "put", "post", "delete", "patch");
    private static final ObjectMapper JSON = new ObjectMapper();

    /**
     * Reads a document.
     *
     * @throws IllegalArgumentException when it is not JSON
     */
    public static ApiDocument of(String json) {
        try {
            return new ApiDocument(JSON.readTree(json));
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException("The API document is not JSON", e);
        }
    }

    /** Every operation, in the document's order. */
    public List<ApiOperation> operations() {
        return root.path("paths").properties().stream()
                .flatMap(path -> path.getValue().properties().stream()
                        .filter(one -> METHODS.contains(one.getKey()))
                        .map(one -> new ApiOperation(this, one.getKey(), path.getKey(), one.getValue())))
                .toList();
    }

    /** What a node's {@code $ref} stands for, or the node itself. */
    public JsonNode resolved(JsonNode node) {
        var reference = node.path("$ref").asText();
        return reference.isEmpty() ? node : resolved(root.at(reference.substring(1)));
    }
}
