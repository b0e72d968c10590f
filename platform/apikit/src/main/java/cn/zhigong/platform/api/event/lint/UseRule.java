package cn.zhigong.platform.api.event.lint;

import cn.zhigong.platform.api.event.EventDocument;
import cn.zhigong.platform.api.event.EventDocument.Operation;
import java.util.HashSet;
import java.util.Set;

/** Rules for what the service does with its topics. */
enum UseRule implements EventRule {
    OPERATIONS_ARE_DESCRIBED("Every operation has a title and a summary in both languages", UseRule::words),
    OPERATIONS_NAME_THEIR_MESSAGES("An operation names messages of its own topic", UseRule::messages),
    MESSAGES_ARE_USED("Every message is sent or received", UseRule::used),
    SERVICES_SEND_TO_THEIR_OWN_TOPICS(
            "A service sends to its own topics only, and receives from others'", UseRule::owners),
    RECEIVERS_NAME_THEIR_GROUP("Who receives names the consumer group", UseRule::groups);

    private final Stated<EventDocument> stated;

    UseRule(String sentence, Check<EventDocument> check) {
        stated = new Stated<>(sentence, check);
    }

    @Override
    public Stated<EventDocument> stated() {
        return stated;
    }

    private static void words(EventDocument document, Report report) {
        for (var operation : document.operations()) {
            Words.missing(operation.definition(), "title").forEach(one -> report.add(operation.pointer(), one));
            Words.languageMissing(operation.definition(), "summary")
                    .forEach(one -> report.add(operation.pointer(), one));
        }
    }

    private static void messages(EventDocument document, Report report) {
        for (var operation : document.operations()) {
            if (operation.messages().isEmpty()) {
                report.add(operation.pointer() + "/messages", "there is none");
            }
            for (var message : operation.messages()) {
                if (!message.startsWith(operation.channel() + "/messages/")) {
                    report.add(operation.pointer() + "/messages", message + " is none of " + operation.channel());
                }
            }
        }
    }

    private static void used(EventDocument document, Report report) {
        Set<String> named = new HashSet<>();
        document.operations().forEach(one -> named.addAll(one.messages()));
        for (var message : document.messages()) {
            if (!named.contains("#" + message.pointer())) {
                report.add(message.pointer(), "is neither sent nor received");
            }
        }
    }

    /** A merged document has no service of its own, and says of each operation whose it is. */
    private static void owners(EventDocument document, Report report) {
        for (var operation : document.operations()) {
            var service = operation.definition().path("x-service").asText(document.service());
            for (var channel : document.channels()) {
                var isOwn = channel.owner().equals(service);
                if (operation.channel().equals("#" + channel.pointer())
                        && isOwn != operation.action().equals(Operation.SEND)) {
                    report.add(
                            operation.pointer(), "%s: %s %s".formatted(service, operation.action(), channel.address()));
                }
            }
        }
    }

    private static void groups(EventDocument document, Report report) {
        for (var operation : document.operations()) {
            var group = operation
                    .definition()
                    .path("bindings")
                    .path("kafka")
                    .path("groupId")
                    .path("const");
            if (operation.action().equals(Operation.RECEIVE) && group.asText().isBlank()) {
                report.add(operation.pointer() + "/bindings/kafka/groupId", "is not said");
            }
        }
    }
}
