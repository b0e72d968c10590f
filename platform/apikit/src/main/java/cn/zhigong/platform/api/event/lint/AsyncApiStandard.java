package cn.zhigong.platform.api.event.lint;

import com.fasterxml.jackson.databind.JsonNode;
import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SchemaRegistryConfig;
import com.networknt.schema.dialect.Dialects;
import com.networknt.schema.path.PathType;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;

/** The JSON Schema that the AsyncAPI initiative publishes for documents of its version 3.0.0, bindings included. */
final class AsyncApiStandard {

    private static final Schema SCHEMA = read();

    private AsyncApiStandard() {}

    static List<String> errors(JsonNode document) {
        return SCHEMA.validate(document.toString(), InputFormat.JSON).stream()
                .map(error -> error.getInstanceLocation() + ": " + error.getMessage())
                .toList();
    }

    private static Schema read() {
        var settings =
                SchemaRegistryConfig.builder().pathType(PathType.JSON_POINTER).build();
        var registry =
                SchemaRegistry.withDialect(Dialects.getDraft7(), builder -> builder.schemaRegistryConfig(settings));
        try (var in = Objects.requireNonNull(AsyncApiStandard.class.getResourceAsStream("/asyncapi/3.0.0.json"))) {
            return registry.getSchema(new String(in.readAllBytes(), StandardCharsets.UTF_8), InputFormat.JSON);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
