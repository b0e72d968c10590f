package cn.zhigong.platform.api.lint;

import cn.zhigong.platform.api.ApiDocument;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;

/**
 * One way to break one rule.
 *
 * @param what the breach in words
 * @param pointer the member that is taken away or replaced
 * @param json what takes its place, nothing when it is empty
 */
record Mutant(ApiRule rule, String what, String pointer, String json) {

    private static final ObjectMapper JSON = new ObjectMapper();

    static ApiDocument good() {
        try (var in = Mutant.class.getResourceAsStream("/good.json")) {
            return new ApiDocument(JSON.readTree(in));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    ApiDocument document() {
        var document = good();
        var last = pointer.lastIndexOf('/');
        var parent = document.root().at(pointer.substring(0, last));
        put(parent, pointer.substring(last + 1).replace("~1", "/"));
        return document;
    }

    /** The document with one more member taken away. */
    ApiDocument and(String otherPointer) {
        var document = document();
        var last = otherPointer.lastIndexOf('/');
        if (((ObjectNode) document.root().at(otherPointer.substring(0, last))).remove(otherPointer.substring(last + 1))
                == null) {
            throw new IllegalStateException("There is no " + otherPointer);
        }
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

    @Override
    public String toString() {
        return rule.name() + " sees " + what;
    }
}
