package cn.zhigong.platform.testing.events;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;

/**
 * An event of another service that this one handles.
 *
 * @param facts the records that its handlers read
 * @param topic where its producer's document has it
 * @param body the producer's approved one
 */
public record HeardEvent(String type, List<Class<?>> facts, String topic, JsonNode body) {}
