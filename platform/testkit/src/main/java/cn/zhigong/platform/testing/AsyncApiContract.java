package cn.zhigong.platform.testing;

import static org.assertj.core.api.Assertions.assertThat;

import cn.zhigong.platform.api.event.EventDocument;
import cn.zhigong.platform.api.event.change.Agreement;
import cn.zhigong.platform.api.event.change.EventChange;
import cn.zhigong.platform.api.event.change.EventChanges;
import cn.zhigong.platform.api.event.lint.EventRule;
import cn.zhigong.platform.event.EventHandlers;
import cn.zhigong.platform.event.TopicSource;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * The committed {@code api/asyncapi.yaml} is what the code sends and receives, it keeps every rule ({@link EventRule}),
 * and producers promise in theirs what this service reads. A service's test subclasses this in its root package and
 * declares nothing. What is really sent is compared by {@link DocumentedEvents} in every test.
 */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
public abstract class AsyncApiContract {

    static final Path COMMITTED = Path.of("api", "asyncapi.yaml");

    @Inject
    @Any
    Instance<TopicSource> topics;

    @Inject
    @Any
    Instance<EventHandlers> handlers;

    @Inject
    ObjectMapper json;

    static List<String> rules() {
        return EventRule.all().stream().map(EventRule::name).toList();
    }

    private static EventDocument committed() {
        return new EventDocument(Approved.tree(Approved.read(COMMITTED)));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("rules")
    void theDocumentKeepsTheRule(String name) {
        var rule = EventRule.all().stream()
                .filter(one -> one.name().equals(name))
                .findFirst()
                .orElseThrow();
        assertThat(rule.findings(committed())).as(rule.sentence()).isEmpty();
    }

    /** First, for the others look at what it has rewritten. */
    @Test
    @Order(1)
    void theCommittedDocumentIsWhatTheCodeSaysAndHears() {
        var now =
                new EventsOfService(topics, handlers, json).document(getClass().getPackageName());
        if (Approved.isRewriting()) {
            Approved.write(COMMITTED, now);
        }
        var committed = Approved.read(COMMITTED);
        assertThat(now)
                .withFailMessage(() -> inWords(committed, now) + "\n\n" + Approved.difference(committed, now) + "\n"
                        + Approved.howToAccept(COMMITTED))
                .isEqualTo(committed);
    }

    /** What other services will notice, before the lines of the file. */
    private static String inWords(String committed, String now) {
        if (committed.isEmpty()) {
            return "Nothing is committed yet.";
        }
        var changes = EventChanges.between(
                new EventDocument(Approved.tree(committed)), new EventDocument(Approved.tree(now)));
        return changes.isEmpty()
                ? "No consumer will notice:"
                : changes.stream().map(EventChange::toString).collect(Collectors.joining("\n"));
    }

    /** The gateway takes it from there. A rewritten document is served by the next build. */
    @Test
    void theServiceServesItsDocument() {
        if (!Approved.isRewriting()) {
            assertThat(Approved.tree(ServedDocument.fetch("/asyncapi")))
                    .isEqualTo(committed().root());
        }
    }

    @Test
    void producersPromiseWhatThisServiceReads() {
        var read = committed();
        var producers = read.channels().stream()
                .map(EventDocument.Channel::owner)
                .distinct()
                .filter(owner -> Files.exists(EventsOfService.documentOf(owner)))
                .collect(Collectors.toMap(
                        owner -> owner,
                        owner -> new EventDocument(Approved.tree(Approved.read(EventsOfService.documentOf(owner))))));
        assertThat(Agreement.gaps(read, Map.copyOf(producers))).isEmpty();
    }

    /**
     * A handler of a topic that nobody subscribed to waits for ever, and one that nobody handles is read for nothing.
     */
    @Test
    void theServiceSubscribesToWhatItHandles() {
        var handled = committed().messages(EventDocument.Operation.RECEIVE).stream()
                .map(one -> one.channel().address())
                .collect(Collectors.toCollection(TreeSet::new));
        assertThat(EventsOfService.subscriptions()).isEqualTo(handled);
    }
}
