package cn.zhigong.platform.openapi;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.LinkedHashMap;
import java.util.Map;
import org.eclipse.microprofile.openapi.models.Operation;

/**
 * Bodies that a caller could send, by operation id, read from {@code examples.yaml} of the service and the chassis' own
 * {@code examples-common.yaml}.
 */
final class DocumentedExamples {

    private final Map<String, Map<String, Object>> bodies = new LinkedHashMap<>();

    DocumentedExamples() {
        read("examples-common.yaml");
        read("examples.yaml");
    }

    private void read(String resource) {
        try (var in = Thread.currentThread().getContextClassLoader().getResourceAsStream(resource)) {
            if (in != null) {
                bodies.putAll(new ObjectMapper(new YAMLFactory())
                        .readValue(in, new TypeReference<Map<String, Map<String, Object>>>() {}));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(resource, e);
        }
    }

    void complete(Operation operation) {
        var example = bodies.get(operation.getOperationId());
        if (example != null && operation.getRequestBody() != null) {
            operation
                    .getRequestBody()
                    .getContent()
                    .getMediaTypes()
                    .values()
                    .forEach(media -> media.setExample(example));
        }
    }
}
