package cn.zhigong.platform.api.event.lint;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;

/** Whether an object says at least what another says. */
final class Contained {

    private static final ObjectMapper JSON = new ObjectMapper();

    private Contained() {}

    static boolean in(JsonNode object, String least) {
        try {
            return JSON.readTree(least).properties().stream()
                    .allMatch(one -> one.getValue().equals(object.path(one.getKey())));
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException(least, e);
        }
    }
}
