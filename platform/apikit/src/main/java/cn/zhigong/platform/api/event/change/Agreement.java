package cn.zhigong.platform.api.event.change;

import cn.zhigong.platform.api.event.EventDocument;
import cn.zhigong.platform.api.event.EventDocument.Operation;
import cn.zhigong.platform.api.event.EventMessage;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Whether services say what others read of them. */
public final class Agreement {

    private static final String NAMES = "propertyNames";

    private final List<String> gaps = new ArrayList<>();

    private Agreement() {}

    /**
     * What a service reads of others' events that their documents do not promise; empty when all is well.
     *
     * @param producers by the service's name
     */
    public static List<String> gaps(EventDocument consumer, Map<String, EventDocument> producers) {
        var agreement = new Agreement();
        for (var read : consumer.messages(Operation.RECEIVE)) {
            var producer = producers.get(read.channel().owner());
            if (producer == null) {
                agreement.add(read, "nobody is called " + read.channel().owner());
            } else {
                producer.sent(read.type())
                        .ifPresentOrElse(
                                said -> agreement.compare(read, said),
                                () -> agreement.add(
                                        read, "the document of %s sends no such event".formatted(producer.service())));
            }
        }
        return agreement.gaps;
    }

    private void add(EventMessage read, String what) {
        gaps.add("%s reads %s: %s".formatted(read.document().service(), read.key(), what));
    }

    private void compare(EventMessage read, EventMessage said) {
        if (!read.channel().address().equals(said.channel().address())) {
            add(read, "it stands on " + said.channel().address());
        }
        compare(read, "payload", read.payload(), said.payload());
    }

    private void compare(EventMessage message, String at, JsonNode read, JsonNode said) {
        for (var part : read.path("allOf")) {
            compare(message, at, part, said);
        }
        for (var word : List.of("type", "format", "pattern")) {
            if (read.has(word) && !read.path(word).equals(said.path(word))) {
                add(
                        message,
                        "%s is read as %s and is %s"
                                .formatted(
                                        at,
                                        read.path(word).asText(),
                                        said.path(word).asText("anything")));
            }
        }
        values(message, at, read.path("enum"), said.path("enum"));
        read.path("properties").properties().forEach(fact -> {
            var name = fact.getKey();
            if (!said.path("properties").has(name)) {
                add(message, "%s/%s is never said".formatted(at, name));
                return;
            }
            if (contains(read.path("required"), name) && !contains(said.path("required"), name)) {
                add(message, "%s/%s may be missing".formatted(at, name));
            }
            compare(
                    message,
                    at + "/" + name,
                    fact.getValue(),
                    said.path("properties").path(name));
        });
        if (read.has(NAMES)) {
            compare(message, at + "/" + NAMES, read.path(NAMES), said.path(NAMES));
        }
        for (var part : List.of("items", "additionalProperties")) {
            if (read.path(part).isObject()) {
                compare(message, at + "/0", read.path(part), said.path(part));
            }
        }
    }

    private void values(EventMessage message, String at, JsonNode known, JsonNode said) {
        if (known.isArray() && !said.isArray()) {
            add(message, at + " may be any text");
        }
        said.forEach(value -> {
            if (known.isArray() && !contains(known, value.asText())) {
                add(message, "%s may be %s, which is not known here".formatted(at, value.asText()));
            }
        });
    }

    private static boolean contains(JsonNode array, String text) {
        return array.valueStream().anyMatch(one -> one.asText().equals(text));
    }
}
