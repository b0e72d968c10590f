package cn.zhigong.platform.openapi;

import java.util.HashSet;
import java.util.Set;
import org.eclipse.microprofile.openapi.models.Components;
import org.eclipse.microprofile.openapi.models.OpenAPI;
import org.eclipse.microprofile.openapi.models.Operation;
import org.eclipse.microprofile.openapi.models.media.Content;
import org.eclipse.microprofile.openapi.models.media.Schema;
import org.jspecify.annotations.Nullable;

/** Leaves out what no operation of the service refers to: the chassis offers more than one service needs. */
final class UnusedComponents {

    private final Components components;
    private final Set<String> used = new HashSet<>();

    private UnusedComponents(Components components) {
        this.components = components;
    }

    static void leaveOut(OpenAPI document) {
        var found = new UnusedComponents(document.getComponents());
        document.getPaths()
                .getPathItems()
                .values()
                .forEach(item -> item.getOperations().values().forEach(found::look));
        found.leaveOut();
    }

    private void leaveOut() {
        Set.copyOf(components.getResponses().keySet()).stream()
                .filter(name -> !used.contains("#/components/responses/" + name))
                .forEach(components::removeResponse);
        Set.copyOf(components.getParameters().keySet()).stream()
                .filter(name -> !used.contains("#/components/parameters/" + name))
                .forEach(components::removeParameter);
        Set.copyOf(components.getSchemas().keySet()).stream()
                .filter(name -> !used.contains("#/components/schemas/" + name))
                .forEach(components::removeSchema);
    }

    private void look(Operation operation) {
        if (operation.getParameters() != null) {
            operation.getParameters().forEach(one -> {
                var _ = note(one.getRef());
                look(one.getSchema());
            });
        }
        if (operation.getRequestBody() != null) {
            look(operation.getRequestBody().getContent());
        }
        operation.getResponses().getAPIResponses().values().forEach(one -> {
            var _ = note(one.getRef());
            look(one.getContent());
        });
        components.getResponses().forEach((name, answer) -> {
            if (used.contains("#/components/responses/" + name)) {
                look(answer.getContent());
            }
        });
    }

    private void look(@Nullable Content content) {
        if (content != null) {
            content.getMediaTypes().values().forEach(media -> look(media.getSchema()));
        }
    }

    private void look(@Nullable Schema schema) {
        if (schema == null) {
            return;
        }
        var reference = schema.getRef();
        if (reference != null && note(reference)) {
            look(components.getSchemas().get(DocumentedSchemas.name(reference)));
        }
        DocumentedSchemas.parts(schema).forEach(this::look);
    }

    /** Whether it is a reference that was not seen before. */
    private boolean note(@Nullable String reference) {
        return reference != null && used.add(reference);
    }
}
