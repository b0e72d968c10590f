package cn.zhigong.platform.event;

import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;
import org.jboss.logging.Logger;

/** Hands an event to every feature that asked for its type. */
@Singleton
class EventDispatch {

    /** The body is not what its type promises; trying again cannot help. */
    static final class Unreadable extends RuntimeException {
        Unreadable(IOException cause) {
            super("The body could not be read", cause);
        }
    }

    private record Handling<T>(Class<T> facts, BiConsumer<ReceivedEvent, T> handler) {

        void apply(ReceivedEvent event, ObjectMapper json) {
            T read;
            try {
                read = json.readValue(event.body(), facts);
            } catch (IOException e) {
                throw new Unreadable(e);
            }
            handler.accept(event, read);
        }
    }

    private static final Logger LOG = Logger.getLogger(EventDispatch.class);

    private final ObjectMapper json;
    private final Map<String, List<Handling<?>>> handlings = new HashMap<>();

    EventDispatch(ObjectMapper json, @Any Instance<EventHandlers> features) {
        this.json = json;
        features.forEach(feature -> feature.register(new Interests()));
    }

    private final class Interests implements EventHandlers.Registry {

        @Override
        public <T> void on(String type, Class<T> facts, BiConsumer<ReceivedEvent, T> handler) {
            handlings.computeIfAbsent(type, any -> new ArrayList<>()).add(new Handling<>(facts, handler));
        }
    }

    boolean concerns(ReceivedEvent event) {
        return handlings.containsKey(event.type());
    }

    void apply(ReceivedEvent event) {
        var interested = handlings.getOrDefault(event.type(), List.of());
        LOG.infof("%s of %s arrived, traceparent %s", event.type(), event.subject(), event.traceparent());
        TraceContext.continuing(
                event.traceparent(), event.type(), () -> interested.forEach(one -> one.apply(event, json)));
    }
}
