package cn.zhigong.platform.testing;

import cn.zhigong.platform.api.event.EventDocument;
import cn.zhigong.platform.api.event.EventDocument.Operation;
import cn.zhigong.platform.api.event.MessageCheck;
import cn.zhigong.platform.testing.EventsOnKafka.Sent;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;

/**
 * What a service has sent is what its committed AsyncAPI document says: whoever reads its topics in a test finds out.
 * Events that tests put on a topic in another's name are theirs.
 */
public final class DocumentedEvents {

    private static final DocumentedEvents COMMITTED = new DocumentedEvents(committed());

    private final String source;
    private final Set<String> topics;
    private final MessageCheck check;

    /** By topic and id. Tests read topics from several threads. */
    private final Set<String> passed = ConcurrentHashMap.newKeySet();

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
        require(COMMITTED.failures(topic, sent));
    }

    /** The same for several topics: all that is wrong is said at once, for nobody looks at these events again. */
    static void require(Map<String, List<Sent>> sent) {
        require(sent.entrySet().stream()
                .flatMap(one -> COMMITTED.failures(one.getKey(), one.getValue()).stream())
                .toList());
    }

    private static void require(List<String> failures) {
        if (!failures.isEmpty()) {
            throw new AssertionError(String.join("\n\n", failures));
        }
    }

    /** In words what is not as described in these events; one that has passed is not looked at again. */
    public List<String> failures(String topic, Collection<Sent> sent) {
        return sent.stream()
                .filter(event -> isOurs(topic, event) && !passed.contains(name(topic, event)))
                .flatMap(event -> failure(topic, event).stream())
                .toList();
    }

    private Optional<String> failure(String topic, Sent event) {
        var errors = errors(topic, event);
        if (errors.isEmpty()) {
            passed.add(name(topic, event));
            return Optional.empty();
        }
        return Optional.of("%s on %s is not what %s promises:\n%s\n%s"
                .formatted(event.type(), topic, AsyncApiContract.COMMITTED, String.join("\n", errors), event.body()));
    }

    private static String name(String topic, Sent event) {
        return topic + " " + event.header("ce_id");
    }

    private boolean isOurs(String topic, Sent event) {
        return topics.contains(topic) && event.header("ce_source").equals(source);
    }

    /** What is not as described in an event of this service; nothing of another's. */
    public List<String> errors(String topic, Sent event) {
        if (!isOurs(topic, event)) {
            return List.of();
        }
        var errors = new ArrayList<>(check.errors(topic, event.key(), event.headers(), event.json()));
        if (event.header("ce_id").isEmpty() && errors.isEmpty()) {
            errors.add("headers: has no ce_id");
        }
        return errors;
    }
}
