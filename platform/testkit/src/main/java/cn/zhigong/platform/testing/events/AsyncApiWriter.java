package cn.zhigong.platform.testing.events;

import static java.util.stream.Collectors.groupingBy;

import cn.zhigong.platform.event.Topic;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;

/** Writes the AsyncAPI document of a service. */
public final class AsyncApiWriter {

    /**
     * What the document says of the service itself.
     *
     * @param name as in its topics
     * @param partitions of each topic that it makes
     */
    public record Service(String name, String title, String version, String description, int partitions) {}

    private static final String BINDING = "0.5.0";

    private final Service service;
    private final ObjectMapper json;
    private final MessageWriter messages;
    private final ObjectNode channels;
    private final ObjectNode operations;

    private AsyncApiWriter(Service service, ObjectMapper json) {
        this.service = service;
        this.json = json;
        this.messages = new MessageWriter(json);
        this.channels = json.createObjectNode();
        this.operations = json.createObjectNode();
    }

    /**
     * The document, topics and events in the order of their names.
     *
     * @throws IllegalArgumentException when an event is said on a topic that is not there
     */
    public static ObjectNode document(
            Service service, ObjectMapper json, List<Topic> topics, List<SaidEvent> said, List<HeardEvent> heard) {
        var writer = new AsyncApiWriter(service, json);
        var saidOn = said.stream().collect(groupingBy(one -> one.example().topic()));
        requireDeclared(topics, saidOn);
        topics.stream()
                .sorted(Comparator.comparing(Topic::name))
                .forEach(topic -> writer.own(topic, saidOn.getOrDefault(topic.name(), List.of())));
        new TreeMap<>(heard.stream().collect(groupingBy(HeardEvent::topic))).forEach(writer::foreign);
        return writer.whole();
    }

    private static void requireDeclared(List<Topic> topics, Map<String, List<SaidEvent>> saidOn) {
        var undeclared = new TreeMap<>(saidOn);
        topics.forEach(topic -> undeclared.remove(topic.name()));
        undeclared.forEach((topic, events) -> {
            throw new IllegalArgumentException("No bean of type TopicSource declares %s, the topic of %s"
                    .formatted(topic, events.getFirst().example().type()));
        });
    }

    private ObjectNode whole() {
        var root = json.createObjectNode().put("asyncapi", "3.0.0");
        root.putObject("info")
                .put("title", service.title())
                .put("version", service.version())
                .put("description", service.description())
                .put("x-service", service.name());
        root.put("defaultContentType", "application/json");
        root.set("channels", channels);
        root.set("operations", operations);
        root.putObject("components")
                .putObject("messageTraits")
                .set(MessageWriter.TRAIT, read("/asyncapi/cloud-event.json"));
        return root;
    }

    private JsonNode read(String resource) {
        try (var in = Objects.requireNonNull(AsyncApiWriter.class.getResourceAsStream(resource))) {
            return json.readTree(in);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void own(Topic topic, List<SaidEvent> events) {
        var name = new TopicName(topic.name());
        var channel = channel(name, kept(topic.kept()));
        var described = channel.putObject("messages");
        events.stream()
                .sorted(Comparator.comparing(one -> one.example().type()))
                .forEach(one -> described.set(MessageWriter.key(one.example().type()), messages.said(one)));
        var kafka = channel.putObject("bindings").putObject("kafka").put("partitions", service.partitions());
        var settings = kafka.putObject("topicConfiguration");
        switch (topic.kept()) {
            case FOR_A_WHILE -> {}
            case NEWEST -> settings.putArray("cleanup.policy").add("compact");
            case FOR_EVER -> settings.put("retention.ms", -1);
        }
        kafka.put("bindingVersion", BINDING);
        var _ = operation(
                "send",
                name,
                "Sends %s events".formatted(name.words()),
                "What happened is told once it is committed, at least once each, in the order of the key."
                        + " 提交后发布，每个事件至少送达一次，同一键的事件保持先后次序。");
    }

    private static String kept(Topic.Kept kept) {
        return switch (kept) {
            case FOR_A_WHILE -> "Every event, for the broker's usual time. 保留全部事件，时长依消息平台的一般设置。";
            case NEWEST ->
                "The newest event of each key, for ever: read from the beginning it is the whole state."
                        + " 每个键只保留最新事件且永久保存，从头读取即得全部现状。";
            case FOR_EVER -> "Every event, for ever: evidence. 全部事件永久保存，作为证据。";
        };
    }

    private void foreign(String topic, List<HeardEvent> events) {
        var name = new TopicName(topic);
        var owner = name.owner();
        var channel =
                channel(name, "Of the service %1$s, whose document says more. 由 %1$s 服务发布，详见该服务的文档。".formatted(owner));
        var described = channel.putObject("messages");
        events.stream()
                .sorted(Comparator.comparing(HeardEvent::type))
                .forEach(one -> described.set(MessageWriter.key(one.type()), messages.heard(one, owner)));
        var operation = operation(
                "receive",
                name,
                "Receives %s events of %s".formatted(name.words(), owner),
                "Each takes effect once, however often it is delivered; one that cannot be applied is parked and can be"
                        + " replayed. 每个事件只生效一次；无法处理的事件进入死信，可以重放。");
        var kafka = operation.putObject("bindings").putObject("kafka");
        kafka.putObject("groupId").put("type", "string").put("const", service.name());
        kafka.put("bindingVersion", BINDING);
    }

    private ObjectNode channel(TopicName name, String description) {
        return channels.putObject(name.key())
                .put("address", name.topic())
                .put("title", name.title())
                .put("description", description);
    }

    private ObjectNode operation(String action, TopicName name, String title, String summary) {
        var operation = operations
                .putObject(action + name.type())
                .put("action", action)
                .put("title", title)
                .put("summary", summary);
        var pointer = "#/channels/" + name.key();
        operation.putObject("channel").put("$ref", pointer);
        var named = operation.putArray("messages");
        channels.path(name.key())
                .path("messages")
                .fieldNames()
                .forEachRemaining(message -> named.addObject().put("$ref", pointer + "/messages/" + message));
        return operation;
    }
}
