package cn.zhigong.platform.api.event.lint;

import cn.zhigong.platform.api.event.EventDocument;
import cn.zhigong.platform.api.event.EventDocument.Operation;
import cn.zhigong.platform.api.event.EventMessage;
import cn.zhigong.platform.api.event.EventNames;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** Rules for messages and what comes with each: headers and key. */
enum MessageRule implements EventRule {
    TYPES_FOLLOW_THE_CONVENTION(
            "An event's type is cn.zhigong.{service}.{what-happened}.v1; it is the message's name, its last words the key",
            MessageRule::types),
    TYPES_STAND_ONCE("No event type is declared twice", MessageRule::once),
    MESSAGES_ARE_DESCRIBED("Every message has a title, and a summary in both languages", MessageRule::words),
    HEADERS_ARE_CLOUD_EVENTS(
            "The headers are the closed list of CloudEvents 1.0 in Kafka's binary mode, and the trace's",
            MessageRule::headers),
    SOURCES_ARE_THE_OWNERS("The source of an event is the service whose topic it stands on", MessageRule::sources),
    KEYS_ARE_SAID("Every message says what the record's key is", MessageRule::keys);

    /** What each header must hold at least; the last one comes only where something was traced. */
    private static final Map<String, String> HEADERS = Map.of(
            "ce_specversion", "{\"type\":\"string\",\"const\":\"1.0\"}",
            "ce_id", "{\"type\":\"string\",\"format\":\"uuid\"}",
            "ce_type", "{\"type\":\"string\"}",
            "ce_source", "{\"type\":\"string\"}",
            "ce_subject", "{\"type\":\"string\",\"format\":\"uuid\"}",
            "ce_time", "{\"type\":\"string\",\"format\":\"date-time\"}",
            "content-type", "{\"type\":\"string\",\"const\":\"application/json\"}",
            "traceparent", "{\"type\":\"string\"}");

    private static final String OPTIONAL = "traceparent";

    private final Stated<EventDocument> stated;

    MessageRule(String sentence, Check<EventDocument> check) {
        stated = new Stated<>(sentence, check);
    }

    @Override
    public Stated<EventDocument> stated() {
        return stated;
    }

    private static void types(EventDocument document, Report report) {
        for (var message : document.messages()) {
            var type = EventNames.TYPE.matcher(message.type());
            if (!type.matches()) {
                report.add(
                        message.pointer() + "/headers/properties/ce_type", "'%s' is no type".formatted(message.type()));
            } else if (!type.group(1).equals(message.key())) {
                report.add(message.pointer(), "is the key of " + message.type());
            } else if (!message.definition().path("name").asText().equals(message.type())) {
                report.add(message.pointer() + "/name", "is not " + message.type());
            }
        }
    }

    /** In a document of several services each may say an event of the chassis: there the source tells them apart. */
    private static void once(EventDocument document, Report report) {
        Set<String> seen = new HashSet<>();
        for (var message : document.messages()) {
            if (!seen.add(message.type() + " " + source(message))) {
                report.add(message.pointer(), message.type() + " is declared twice");
            }
        }
    }

    private static String source(EventMessage message) {
        return message.header("ce_source").path("const").asText();
    }

    private static void words(EventDocument document, Report report) {
        for (var message : document.messages()) {
            Words.missing(message.definition(), "title").forEach(one -> report.add(message.pointer(), one));
            Words.languageMissing(message.definition(), "summary").forEach(one -> report.add(message.pointer(), one));
        }
    }

    private static void headers(EventDocument document, Report report) {
        for (var message : document.messages()) {
            var at = message.pointer() + "/headers";
            var schema = message.headers();
            if (!schema.path("additionalProperties").isBoolean()
                    || schema.path("additionalProperties").asBoolean()) {
                report.add(at, "is no closed list");
            }
            schema.path("properties").fieldNames().forEachRemaining(name -> {
                if (!HEADERS.containsKey(name)) {
                    report.add(at, name + " is no header of ours");
                }
            });
            var required =
                    schema.path("required").valueStream().map(JsonNode::asText).collect(Collectors.toSet());
            HEADERS.forEach((name, least) -> {
                if (!Contained.in(message.header(name), least)) {
                    report.add(at, "%s is not %s".formatted(name, least));
                }
                if (required.contains(name) == name.equals(OPTIONAL)) {
                    report.add(at, name + (name.equals(OPTIONAL) ? " is required" : " may be missing"));
                }
            });
        }
    }

    private static void sources(EventDocument document, Report report) {
        for (var message : document.messages()) {
            if (!source(message).equals("/zhigong/" + message.channel().owner())) {
                report.add(message.pointer() + "/headers", "'%s' owns no such topic".formatted(source(message)));
            }
        }
    }

    private static void keys(EventDocument document, Report report) {
        for (var message : document.messages(Operation.SEND)) {
            if (!Contained.in(message.recordKey(), "{\"type\":\"string\",\"format\":\"uuid\"}")
                    || message.recordKey().path("description").asText().isBlank()) {
                report.add(message.pointer() + "/bindings/kafka/key", "does not say what the key is");
            }
        }
    }
}
