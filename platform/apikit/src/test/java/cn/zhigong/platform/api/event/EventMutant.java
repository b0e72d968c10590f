package cn.zhigong.platform.api.event;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Objects;

/**
 * One way to spoil the good document.
 *
 * @param pointer the member that is taken away or replaced
 * @param json what takes its place, nothing when it is empty
 */
public record EventMutant(String pointer, String json) {

    private static final ObjectMapper JSON = new ObjectMapper();

    public static EventDocument good() {
        try (var in = Objects.requireNonNull(EventMutant.class.getResourceAsStream("/good-events.json"))) {
            return new EventDocument(JSON.readTree(in));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public EventDocument document() {
        var document = good();
        var last = pointer.lastIndexOf('/');
        put(document.root().at(pointer.substring(0, last)), pointer.substring(last + 1));
        return document;
    }

    private void put(JsonNode parent, String name) {
        switch (parent) {
            case ObjectNode object
            when json.isEmpty() -> {
                if (object.remove(name) == null) {
                    throw new IllegalStateException("There is no " + pointer);
                }
            }
            case ObjectNode object -> object.set(name, tree());
            case ArrayNode array
            when json.isEmpty() -> {
                if (array.remove(Integer.parseInt(name)) == null) {
                    throw new IllegalStateException("There is no " + pointer);
                }
            }
            case ArrayNode array -> array.set(Integer.parseInt(name), tree());
            default -> throw new IllegalStateException("There is no " + pointer);
        }
    }

    private JsonNode tree() {
        try {
            return JSON.readTree(json);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(json, e);
        }
    }
}
