package cn.zhigong.platform.api.event.change;

import cn.zhigong.platform.api.event.EventDocument;
import cn.zhigong.platform.api.event.EventDocument.Operation;
import cn.zhigong.platform.api.event.EventMessage;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Compares two documents of one service event by event. */
public final class EventChanges {

    private static final String NAMES = "propertyNames";

    private final List<EventChange> changes = new ArrayList<>();

    private EventChanges() {}

    /** Every difference that another service could notice; what this one reads of others breaks none of them. */
    public static List<EventChange> between(EventDocument before, EventDocument after) {
        var comparison = new EventChanges();
        comparison.messages(before, after, Operation.SEND);
        comparison.messages(before, after, Operation.RECEIVE);
        comparison.topics(before, after);
        return comparison.changes;
    }

    private void messages(EventDocument before, EventDocument after, String action) {
        var isSent = action.equals(Operation.SEND);
        var old = byName(before, action);
        var now = byName(after, action);
        old.forEach((name, message) -> {
            if (now.containsKey(name)) {
                compare(message, now.get(name), isSent);
            } else {
                add(isSent, name, isSent ? "is gone" : "is no longer received");
            }
        });
        now.keySet().stream()
                .filter(name -> !old.containsKey(name))
                .forEach(name -> add(false, name, isSent ? "is new" : "is received now"));
    }

    private static Map<String, EventMessage> byName(EventDocument document, String action) {
        var byName = new TreeMap<String, EventMessage>();
        document.messages(action).forEach(one -> byName.put(one.key(), one));
        return byName;
    }

    private void add(boolean breaks, String event, String what) {
        changes.add(new EventChange(breaks, event, what));
    }

    private void compare(EventMessage old, EventMessage now, boolean isSent) {
        if (!old.channel().address().equals(now.channel().address())) {
            add(
                    isSent,
                    now.key(),
                    "stood on %s and stands on %s"
                            .formatted(old.channel().address(), now.channel().address()));
        }
        if (!old.type().equals(now.type())) {
            add(isSent, now.key(), "was of type %s and is of %s".formatted(old.type(), now.type()));
        }
        if (!old.recordKey().path("description").equals(now.recordKey().path("description"))) {
            add(isSent, now.key(), "had another key: events of one aggregate may come in another order");
        }
        schema(new Place(now, "headers", isSent), old.headers(), now.headers());
        schema(new Place(now, "payload", isSent), old.payload(), now.payload());
    }

    private record Place(EventMessage message, String path, boolean isSent) {

        Place in(String name) {
            return new Place(message, path + "/" + name, isSent);
        }
    }

    private void add(boolean breaks, Place place, String what) {
        add(breaks && place.isSent(), place.message().key(), place.path() + " " + what);
    }

    private void schema(Place place, JsonNode old, JsonNode now) {
        if (!kind(old).equals(kind(now))) {
            add(true, place, "was %s and is %s".formatted(kind(old), kind(now)));
        }
        values(place, old.path("enum"), now.path("enum"));
        form(place, old.path("pattern"), now.path("pattern"));
        required(place, old, now);
        var facts = new LinkedHashMap<String, JsonNode>();
        now.path("properties").properties().forEach(one -> facts.put(one.getKey(), one.getValue()));
        old.path("properties").properties().forEach(one -> {
            if (facts.containsKey(one.getKey())) {
                schema(place.in(one.getKey()), one.getValue(), facts.remove(one.getKey()));
            } else {
                add(true, place.in(one.getKey()), "is gone");
            }
        });
        facts.keySet().forEach(name -> add(false, place.in(name), "is new"));
        if (old.has(NAMES) || now.has(NAMES)) {
            schema(place.in(NAMES), old.path(NAMES), now.path(NAMES));
        }
        for (var part : List.of("items", "additionalProperties")) {
            if (old.path(part).isObject() && now.path(part).isObject()) {
                schema(place.in("0"), old.path(part), now.path(part));
            }
        }
    }

    private static String kind(JsonNode schema) {
        var kind = "%s %s %s"
                .formatted(
                        schema.path("type").asText(),
                        schema.path("format").asText(),
                        schema.path("const").asText())
                .strip()
                .replaceAll(" +", " ");
        return kind.isEmpty() ? "anything" : kind;
    }

    /** Whether one form is narrower than another nobody can tell, so only the first one is harmless. */
    private void form(Place place, JsonNode old, JsonNode now) {
        if (!old.equals(now)) {
            add(
                    !old.isMissingNode(),
                    place,
                    "was of the form %s and is of %s".formatted(old.asText("any"), now.asText("any")));
        }
    }

    /** Who knew every value there was does not know a new one. */
    private void values(Place place, JsonNode old, JsonNode now) {
        if (old.isMissingNode() && now.isArray()) {
            add(false, place, "was any text and is one of " + now);
            return;
        }
        old.forEach(value -> {
            if (!contains(now, value)) {
                add(true, place, now.isEmpty() ? "was a choice and is any text" : "lost value " + value.asText());
            }
        });
        now.forEach(value -> {
            if (!contains(old, value)) {
                add(true, place, "may be " + value.asText());
            }
        });
    }

    private void required(Place place, JsonNode old, JsonNode now) {
        old.path("required").forEach(name -> {
            var isThere = now.path("properties").has(name.asText());
            if (isThere && !contains(now.path("required"), name)) {
                add(true, place.in(name.asText()), "may be missing");
            }
        });
        now.path("required").forEach(name -> {
            var wasThere = old.path("properties").has(name.asText());
            if (wasThere && !contains(old.path("required"), name)) {
                add(false, place.in(name.asText()), "is never missing");
            }
        });
    }

    private static boolean contains(JsonNode array, JsonNode value) {
        return array.valueStream().anyMatch(value::equals);
    }

    private void topics(EventDocument before, EventDocument after) {
        var now = new TreeMap<String, JsonNode>();
        after.channels().forEach(one -> now.put(one.address(), kafka(one)));
        for (var channel : before.channels()) {
            var topic = channel.address();
            if (now.containsKey(topic)) {
                topic(topic, kafka(channel), now.get(topic));
            }
        }
    }

    private void topic(String topic, JsonNode old, JsonNode now) {
        var kept = "topicConfiguration";
        if (!old.path(kept).equals(now.path(kept))) {
            add(true, topic, "was kept as %s and is as %s".formatted(old.path(kept), now.path(kept)));
        }
        var parts = "partitions";
        if (!old.path(parts).equals(now.path(parts))) {
            add(
                    true,
                    topic,
                    "had %s partitions and has %s: events of one aggregate may come in another order"
                            .formatted(
                                    old.path(parts).asText("untold"),
                                    now.path(parts).asText("untold")));
        }
    }

    private static JsonNode kafka(EventDocument.Channel channel) {
        return channel.definition().path("bindings").path("kafka");
    }
}
