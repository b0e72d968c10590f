package cn.zhigong.platform.api.event.lint;

import cn.zhigong.platform.api.event.EventDocument;
import cn.zhigong.platform.api.event.EventDocument.Operation;
import cn.zhigong.platform.api.event.EventNames;
import java.util.HashSet;
import java.util.Set;
import java.util.stream.Collectors;

/** Rules for topics. */
enum TopicRule implements EventRule {
    TOPICS_FOLLOW_THE_CONVENTION(
            "A topic is zhigong.{service}.{aggregate}.v1, and its key is the same without the first word",
            TopicRule::names),
    TOPICS_STAND_ONCE("No topic is described twice", TopicRule::once),
    TOPICS_ARE_DESCRIBED("Every topic has a title and a description", TopicRule::words),
    TOPICS_HAVE_A_MESSAGE("Every topic has at least one message", TopicRule::messages),
    TOPICS_ARE_USED("Every topic is sent to or received from", TopicRule::used),
    OWN_TOPICS_SAY_WHAT_IS_KEPT(
            "A topic that the service sends to tells its partitions, and whether the broker keeps it longer than usual",
            TopicRule::kept);

    private static final String PREFIX = "zhigong.";

    private final Stated<EventDocument> stated;

    TopicRule(String sentence, Check<EventDocument> check) {
        stated = new Stated<>(sentence, check);
    }

    @Override
    public Stated<EventDocument> stated() {
        return stated;
    }

    private static void names(EventDocument document, Report report) {
        for (var channel : document.channels()) {
            if (!EventNames.TOPIC.matcher(channel.address()).matches()) {
                report.add(channel.pointer() + "/address", channel.address() + " is no name of a topic");
            } else if (!channel.address().equals(PREFIX + channel.key())) {
                report.add(channel.pointer(), "is the key of " + channel.address());
            }
        }
    }

    private static void once(EventDocument document, Report report) {
        Set<String> seen = new HashSet<>();
        for (var channel : document.channels()) {
            if (!seen.add(channel.address())) {
                report.add(channel.pointer(), channel.address() + " is described twice");
            }
        }
    }

    private static void words(EventDocument document, Report report) {
        for (var channel : document.channels()) {
            Words.missing(channel.definition(), "title").forEach(one -> report.add(channel.pointer(), one));
            Words.missing(channel.definition(), "description").forEach(one -> report.add(channel.pointer(), one));
        }
    }

    private static void messages(EventDocument document, Report report) {
        for (var channel : document.channels()) {
            if (channel.definition().path("messages").isEmpty()) {
                report.add(channel.pointer(), "has no message");
            }
        }
    }

    private static void used(EventDocument document, Report report) {
        var used = document.operations().stream().map(Operation::channel).collect(Collectors.toSet());
        for (var channel : document.channels()) {
            if (!used.contains("#" + channel.pointer())) {
                report.add(channel.pointer(), "is neither sent to nor received from");
            }
        }
    }

    private static void kept(EventDocument document, Report report) {
        var sent = document.operations().stream()
                .filter(one -> one.action().equals(Operation.SEND))
                .map(Operation::channel)
                .collect(Collectors.toSet());
        for (var channel : document.channels()) {
            var topic = channel.definition().path("bindings").path("kafka");
            if (sent.contains("#" + channel.pointer())
                    && !(topic.path("partitions").isInt()
                            && topic.path("topicConfiguration").isObject())) {
                report.add(channel.pointer() + "/bindings/kafka", "has no partitions or no topicConfiguration");
            }
        }
    }
}
