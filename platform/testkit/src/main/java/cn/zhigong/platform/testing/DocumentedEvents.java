package cn.zhigong.platform.testing;

import cn.zhigong.platform.api.event.EventDocument;
import cn.zhigong.platform.api.event.EventDocument.Operation;
import cn.zhigong.platform.api.event.MessageCheck;
import cn.zhigong.platform.testing.EventsOnKafka.Sent;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * What a service has sent is what its committed AsyncAPI document says: whoever reads its topics in a test finds out.
 * Events that tests put on a topic in another's name are theirs.
 */
public final class DocumentedEvents {

    private static final Set<String> PASSED = new HashSet<>();
    private static final DocumentedEvents COMMITTED = new DocumentedEvents(committed());

    private final String source;
    private final Set<String> topics;
    private final MessageCheck check;

    /** Compares with this document. */
    public DocumentedEvents(EventDocument document) {
        this.source = "/zhigong/" + document.service();
        var sent = document.messages(Operation.SEND);
        this.topics = sent.stream().map(one -> one.channel().address()).collect(Collectors.toSet());
        this.check = MessageCheck.closed(sent);
    }

    /** The chassis' own tests have no document, and a rewritten one is compared by the next run. */
    private static EventDocument committed() {
        var text = Approved.isRewriting() ? "" : Approved.read(AsyncApiContract.COMMITTED);
        return new EventDocument(Approved.tree(text.isEmpty() ? "{}" : text));
    }

    /** The topics that the service under test sends to. */
    static Collection<String> ownTopics() {
        return COMMITTED.topics;
    }

    /** Fails when an event of the service under test is not as its document has it. */
    static void require(String topic, Collection<Sent> sent) {
        for (var event : sent) {
            if (PASSED.contains(event.header("ce_id"))) {
                continue;
            }
            var errors = COMMITTED.errors(topic, event);
            if (!errors.isEmpty()) {
                throw new AssertionError("%s on %s is not what %s promises:\n%s\n%s"
                        .formatted(
                                event.type(),
                                topic,
                                AsyncApiContract.COMMITTED,
                                String.join("\n", errors),
                                event.body()));
            }
            PASSED.add(event.header("ce_id"));
        }
    }

    /** What is not as described in an event of this service; nothing of another's. */
    public List<String> errors(String topic, Sent event) {
        var isOurs = topics.contains(topic) && event.header("ce_source").equals(source);
        return isOurs ? check.errors(topic, event.key(), event.headers(), event.json()) : List.of();
    }
}
