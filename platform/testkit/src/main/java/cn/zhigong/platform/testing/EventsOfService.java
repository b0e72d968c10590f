package cn.zhigong.platform.testing;

import cn.zhigong.platform.api.event.EventDocument;
import cn.zhigong.platform.event.DomainEvent;
import cn.zhigong.platform.event.EventHandlers;
import cn.zhigong.platform.event.ReceivedEvent;
import cn.zhigong.platform.event.Topic;
import cn.zhigong.platform.event.TopicSource;
import cn.zhigong.platform.testing.events.AsyncApiWriter;
import cn.zhigong.platform.testing.events.HeardEvent;
import cn.zhigong.platform.testing.events.SaidEvent;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import com.fasterxml.jackson.dataformat.yaml.YAMLGenerator;
import com.fasterxml.jackson.dataformat.yaml.util.StringQuotingChecker;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.BiConsumer;
import java.util.stream.Stream;
import org.eclipse.microprofile.config.ConfigProvider;

/** What the code of the service under test says and hears, and the document made of it. */
final class EventsOfService {

    /** The chassis says events of its own in the name of each service. */
    private static final String CHASSIS = "cn.zhigong.platform";

    private static final Path CHASSIS_FOLDER = Path.of("..", "platform", "events");

    private final List<Topic> topics;
    private final Map<String, List<Class<?>>> heard = new TreeMap<>();
    private final ObjectMapper json;
    private final String service = setting("zhigong.events.service");

    EventsOfService(Iterable<TopicSource> sources, Iterable<EventHandlers> handlers, ObjectMapper json) {
        this.topics = new ArrayList<>();
        sources.forEach(source -> topics.addAll(source.topics()));
        handlers.forEach(feature -> feature.register(new Interests()));
        this.json = json;
    }

    private final class Interests implements EventHandlers.Registry {

        @Override
        public <T> void on(String type, Class<T> facts, BiConsumer<ReceivedEvent, T> handler) {
            var known = heard.computeIfAbsent(type, _ -> new ArrayList<>());
            if (!known.contains(facts)) {
                known.add(facts);
                // Beans come in no order that can be relied on; the document does.
                known.sort(Comparator.comparing(Class::getName));
            }
        }
    }

    /** As YAML; {@code root} is the package that holds the service's features. */
    String document(String root) {
        var said = Stream.concat(
                        EventRecords.in(Imported.productOf(root)).stream()
                                .map(record -> said(record, EventContract.FOLDER)),
                        EventRecords.in(Imported.productOf(CHASSIS)).stream()
                                .map(record -> said(record, CHASSIS_FOLDER)))
                .toList();
        var others = heard.entrySet().stream()
                .map(one -> heard(one.getKey(), one.getValue()))
                .toList();
        return yaml(AsyncApiWriter.document(self(), json, topics, said, others));
    }

    private AsyncApiWriter.Service self() {
        var info = "mp.openapi.extensions.smallrye.info.";
        return new AsyncApiWriter.Service(
                service,
                setting(info + "title"),
                setting(info + "version"),
                setting(info + "description"),
                Integer.parseInt(setting("zhigong.events.partitions")));
    }

    private static String setting(String name) {
        return ConfigProvider.getConfig().getValue(name, String.class);
    }

    static Set<String> subscriptions() {
        return new TreeSet<>(
                List.of(setting("mp.messaging.incoming.events.topics").split(",", -1)));
    }

    private SaidEvent said(Class<? extends DomainEvent> record, Path folder) {
        var type = EventRecords.blank(record).type();
        var body = approved(folder, type);
        if (body instanceof ObjectNode chassis && chassis.has("service")) {
            chassis.put("service", service);
        }
        try {
            return new SaidEvent(json.treeToValue(body, record), body);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("The approved form of " + type + " is no " + record.getName(), e);
        }
    }

    /** The approved body of an event that {@code folder} keeps. */
    private static JsonNode approved(Path folder, String type) {
        var file = folder.resolve(name(type) + ".json");
        var text = Approved.read(file);
        if (text.isEmpty()) {
            throw new IllegalStateException("There is no approved form of %s: %s".formatted(type, file));
        }
        return Approved.tree(text);
    }

    private static String name(String type) {
        return type.replaceFirst("cn\\.zhigong\\.[a-z]+\\.", "");
    }

    private static String owner(String type) {
        return type.replaceFirst("cn\\.zhigong\\.([a-z]+)\\..*", "$1");
    }

    private HeardEvent heard(String type, List<Class<?>> facts) {
        var owner = owner(type);
        var topic = Files.exists(documentOf(owner))
                ? new EventDocument(Approved.tree(Approved.read(documentOf(owner))))
                        .sent(type)
                        .map(message -> message.channel().address())
                : Optional.<String>empty();
        if (topic.isEmpty()) {
            throw new AssertionError(
                    "%s handles %s, which %s does not send".formatted(service, type, documentOf(owner)));
        }
        return new HeardEvent(type, facts, topic.get(), approved(Path.of("..", owner + "-service", "events"), type));
    }

    /** The committed document of another service of this repository. */
    static Path documentOf(String service) {
        return Path.of("..", service + "-service").resolve(AsyncApiContract.COMMITTED);
    }

    private static String yaml(ObjectNode document) {
        var format = YAMLFactory.builder()
                .disable(YAMLGenerator.Feature.WRITE_DOC_START_MARKER)
                .disable(YAMLGenerator.Feature.SPLIT_LINES)
                .enable(YAMLGenerator.Feature.MINIMIZE_QUOTES)
                .stringQuotingChecker(new Quoting())
                .build();
        try {
            return new ObjectMapper(format).writeValueAsString(document);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Days, times of day and figures in a text are texts, whatever a reader of YAML 1.1 takes them for. */
    private static final class Quoting extends StringQuotingChecker.Default {

        private static final long serialVersionUID = 1L;

        @Override
        public boolean needToQuoteValue(String value) {
            return super.needToQuoteValue(value) || value.matches("[-+.]?[0-9].*");
        }
    }
}
