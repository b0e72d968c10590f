package cn.zhigong.platform.api.change;

import cn.zhigong.platform.api.ApiDocument;
import cn.zhigong.platform.api.ApiOperation;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Compares two documents operation by operation. */
public final class ApiChanges {

    private final ApiDocument before;
    private final ApiDocument after;
    private final List<ApiChange> changes = new ArrayList<>();

    private ApiChanges(ApiDocument before, ApiDocument after) {
        this.before = before;
        this.after = after;
    }

    /** Every difference that a client could notice, operations in the order of their names. */
    public static List<ApiChange> between(ApiDocument before, ApiDocument after) {
        var comparison = new ApiChanges(before, after);
        var old = byName(before);
        var now = byName(after);
        old.forEach((name, one) -> {
            if (!now.containsKey(name)) {
                comparison.add(true, one, "is gone");
            }
        });
        now.forEach((name, one) -> {
            if (old.containsKey(name)) {
                comparison.compare(old.get(name), one);
            } else {
                comparison.add(false, one, "is new");
            }
        });
        return comparison.changes;
    }

    private static Map<String, ApiOperation> byName(ApiDocument document) {
        return document.operations().stream()
                .sorted(Comparator.comparing(ApiOperation::name))
                .collect(
                        Collectors.toMap(ApiOperation::name, Function.identity(), (one, _) -> one, LinkedHashMap::new));
    }

    private void add(boolean breaks, ApiOperation operation, String what) {
        changes.add(new ApiChange(breaks, operation.id().isEmpty() ? operation.name() : operation.id(), what));
    }

    private void compare(ApiOperation old, ApiOperation now) {
        if (!old.id().equals(now.id())) {
            add(true, now, "was called " + old.id());
        }
        if (!now.roles().containsAll(old.roles()) || (old.isPublic() && !now.isPublic())) {
            add(true, now, "may be called by %s, was by %s".formatted(now.roles(), old.roles()));
        }
        parameters(old, now);
        statuses(old, now);
        var body = bodyOf(now);
        if (bodyOf(old).isMissingNode() && !body.isMissingNode()) {
            add(true, now, "takes a body now");
        }
        schema(new Place(now, "body", true), bodyOf(old), body, 0);
        for (var status : now.statuses()) {
            schema(new Place(now, status, false), answerOf(old, status), answerOf(now, status), 0);
        }
    }

    private void parameters(ApiOperation old, ApiOperation now) {
        var known = old.parameters().stream().collect(Collectors.toMap(ApiChanges::key, one -> one, (one, _) -> one));
        for (var parameter : now.parameters()) {
            var name = key(parameter);
            var earlier = known.remove(name);
            var required = parameter.path("required").asBoolean();
            if (earlier == null) {
                add(required, now, "takes a new parameter " + name + (required ? ", required" : ""));
            } else {
                if (required && !earlier.path("required").asBoolean()) {
                    add(true, now, "requires parameter " + name);
                }
                schema(new Place(now, name, true), earlier.path("schema"), parameter.path("schema"), 0);
            }
        }
        known.keySet().forEach(name -> add(true, now, "no longer takes parameter " + name));
    }

    private static String key(JsonNode parameter) {
        return parameter.path("name").asText() + " (" + parameter.path("in").asText() + ")";
    }

    private void statuses(ApiOperation old, ApiOperation now) {
        for (var status : now.statuses()) {
            if (!old.statuses().contains(status)) {
                add(false, now, "may answer " + status);
            }
        }
        for (var status : old.statuses()) {
            if (!now.statuses().contains(status)) {
                add(status.startsWith("2"), now, "no longer answers " + status);
            }
        }
    }

    /** Where in an operation a schema is, and whether the caller or the service fills it. */
    private record Place(ApiOperation operation, String path, boolean sent) {

        Place in(String name) {
            return new Place(operation, path + "/" + name, sent);
        }
    }

    /** Schemas may contain themselves; nothing that people wrote is nested deeper. */
    private static final int DEEPEST = 8;

    private void schema(Place place, JsonNode oldOne, JsonNode nowOne, int depth) {
        var old = before.resolved(oldOne);
        var now = after.resolved(nowOne);
        if (old.isMissingNode() || now.isMissingNode() || depth > DEEPEST) {
            return;
        }
        if (!old.path("type").equals(now.path("type")) || !old.path("format").equals(now.path("format"))) {
            add(true, place.operation(), "%s was %s and is %s".formatted(place.path(), kind(old), kind(now)));
        }
        values(place, old.path("enum"), now.path("enum"));
        required(place, old, now);
        old.path("properties").properties().forEach(one -> {
            var other = now.path("properties").path(one.getKey());
            if (other.isMissingNode()) {
                add(true, place.operation(), place.path() + " has no " + one.getKey() + " any longer");
            }
            schema(place.in(one.getKey()), one.getValue(), other, depth + 1);
        });
        now.path("properties").fieldNames().forEachRemaining(name -> {
            if (!old.path("properties").has(name)) {
                add(false, place.operation(), place.path() + " has a new " + name);
            }
        });
        schema(place.in("0"), old.path("items"), now.path("items"), depth + 1);
    }

    private static String kind(JsonNode schema) {
        return (schema.path("type").asText() + " " + schema.path("format").asText()).strip();
    }

    private void values(Place place, JsonNode old, JsonNode now) {
        old.forEach(value -> {
            if (!contains(now, value) && !now.isMissingNode()) {
                add(place.sent(), place.operation(), place.path() + " is never " + value.asText() + " any longer");
            }
        });
        now.forEach(value -> {
            if (!contains(old, value)) {
                add(false, place.operation(), place.path() + " may be " + value.asText());
            }
        });
    }

    private void required(Place place, JsonNode old, JsonNode now) {
        now.path("required").forEach(name -> {
            if (!contains(old.path("required"), name) && place.sent()) {
                add(true, place.operation(), place.path() + " requires " + name.asText());
            }
        });
        old.path("required").forEach(name -> {
            if (!contains(now.path("required"), name) && now.path("properties").has(name.asText())) {
                add(!place.sent(), place.operation(), place.path() + " may lack " + name.asText());
            }
        });
    }

    private static boolean contains(JsonNode array, JsonNode value) {
        return array.valueStream().anyMatch(value::equals);
    }

    private static JsonNode bodyOf(ApiOperation operation) {
        return content(operation, operation.definition().path("requestBody"));
    }

    private static JsonNode answerOf(ApiOperation operation, String status) {
        return content(operation, operation.response(status));
    }

    private static JsonNode content(ApiOperation operation, JsonNode carrier) {
        var media = operation.document().resolved(carrier).path("content").elements();
        return media.hasNext() ? media.next().path("schema") : MissingNode.getInstance();
    }
}
