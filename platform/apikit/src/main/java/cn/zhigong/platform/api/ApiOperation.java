package cn.zhigong.platform.api;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.StreamSupport;

/**
 * One operation of a document.
 *
 * @param method in lower case, as the document writes it
 * @param path the template, {@code /v1/things/{id}}
 */
public record ApiOperation(ApiDocument document, String method, String path, JsonNode definition) {

    private static final Pattern VARIABLE = Pattern.compile("\\{([^}]+)}");

    /** {@code operationId}, the name that generated clients use; empty when there is none. */
    public String id() {
        return definition.path("operationId").asText();
    }

    /** {@code post /v1/things}, for messages. */
    public String name() {
        return method + " " + path;
    }

    /** Whether anybody may call it, without a token. */
    public boolean isPublic() {
        return definition.path("x-public").asBoolean();
    }

    /** Realm roles and partner scopes of which one is needed; {@code **} is anybody with a token. */
    public Set<String> roles() {
        var roles = new HashSet<String>();
        for (var requirement : definition.path("security")) {
            requirement.forEach(scopes -> scopes.forEach(scope -> roles.add(scope.asText())));
        }
        return roles;
    }

    /** How far an allowed role reaches, {@code x-reach}; empty when that is not declared. */
    public Optional<String> reach() {
        return Optional.of(definition.path("x-reach").asText()).filter(reach -> !reach.isEmpty());
    }

    /** The names in the path's template, in its order. */
    public List<String> pathVariables() {
        return VARIABLE.matcher(path).results().map(match -> match.group(1)).toList();
    }

    /** Its parameters with references followed. */
    public List<JsonNode> parameters() {
        return elements(definition.path("parameters")).stream()
                .map(document::resolved)
                .toList();
    }

    /** The names of parameters at one place: {@code query}, {@code header} or {@code path}. */
    public List<String> parameters(String in) {
        return parameters().stream()
                .filter(one -> one.path("in").asText().equals(in))
                .map(one -> one.path("name").asText())
                .toList();
    }

    /** The statuses it documents. */
    public List<String> statuses() {
        return definition
                .path("responses")
                .propertyStream()
                .map(Map.Entry::getKey)
                .toList();
    }

    /** What it answers with a status, references followed. */
    public JsonNode response(String status) {
        return document.resolved(definition.path("responses").path(status));
    }

    /** Whether its body is a form with files in it. */
    public boolean takesForm() {
        return document.resolved(definition.path("requestBody")).path("content").has("multipart/form-data");
    }

    /** The schema of its JSON body, references followed; empty when it takes none. */
    public Optional<JsonNode> bodySchema() {
        return document.resolved(definition.path("requestBody")).path("content").properties().stream()
                .filter(media -> media.getKey().contains("json"))
                .map(media -> document.resolved(media.getValue().path("schema")))
                .findFirst();
    }

    private static List<JsonNode> elements(JsonNode array) {
        return StreamSupport.stream(array.spliterator(), false).toList();
    }
}
