package cn.zhigong.platform.openapi;

import static org.eclipse.microprofile.openapi.OASFactory.createHeader;
import static org.eclipse.microprofile.openapi.OASFactory.createSchema;

import java.util.List;
import java.util.Set;
import org.eclipse.microprofile.openapi.models.Components;
import org.eclipse.microprofile.openapi.models.media.Schema;
import org.eclipse.microprofile.openapi.models.responses.APIResponse;
import org.jspecify.annotations.Nullable;

/** The headers that the chassis gives answers: where the new thing is, which version was read, how long to wait. */
final class DocumentedHeaders {

    private static final Set<String> WITH_LOCATION = Set.of("201", "202");
    private static final Set<String> WITH_PAUSE = Set.of("429", "503");

    private final Components components;

    DocumentedHeaders(Components components) {
        this.components = components;
    }

    void complete(String status, APIResponse answer) {
        if (answer.getRef() != null) {
            return;
        }
        if (WITH_LOCATION.contains(status)) {
            add(answer, "Location", "The path of what was made or begun. 新建资源或任务的路径。", text());
        }
        if (WITH_PAUSE.contains(status)) {
            add(
                    answer,
                    "Retry-After",
                    "Seconds to wait. 需等待的秒数。",
                    createSchema().addType(Schema.SchemaType.INTEGER).format("int64"));
        }
        if (status.startsWith("2") && isVersioned(answer)) {
            add(answer, "ETag", "The version, for If-Match and If-None-Match. 版本标识。", text());
        }
    }

    private static void add(APIResponse answer, String name, String description, Schema schema) {
        answer.addHeader(
                name, createHeader().description(description).required(true).schema(schema));
    }

    private static Schema text() {
        return createSchema().addType(Schema.SchemaType.STRING);
    }

    private boolean isVersioned(APIResponse answer) {
        var json = answer.getContent() == null ? null : answer.getContent().getMediaType("application/json");
        var schema = json == null ? null : resolved(json.getSchema());
        var version = schema == null || schema.getProperties() == null
                ? null
                : schema.getProperties().get("version");
        // A text is the version of something else, as of a charter.
        return version != null && List.of(Schema.SchemaType.INTEGER).equals(version.getType());
    }

    private @Nullable Schema resolved(@Nullable Schema schema) {
        if (schema == null || schema.getRef() == null || components.getSchemas() == null) {
            return schema;
        }
        return resolved(components.getSchemas().get(DocumentedSchemas.name(schema.getRef())));
    }
}
