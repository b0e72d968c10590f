package cn.zhigong.platform.testing;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.regex.Pattern;

/**
 * Compares what a service publishes with the approved JSON in its {@code events} folder, and a consumer's copy of such
 * a file with the producer's. Ids and times are put in a fixed form first; run with {@code -Dapprove} to write the
 * file.
 */
public final class ApprovedEvent {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Pattern INSTANT = Pattern.compile("\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d(:\\d\\d(\\.\\d+)?)?Z");
    private static final Pattern DAY = Pattern.compile("\\d{4}-\\d\\d-\\d\\d");

    private ApprovedEvent() {}

    /** The body is of the approved form. */
    public static void check(String name, String body) {
        var file = Path.of("events", name + ".json");
        try {
            var normal = normal(JSON.readTree(body), new HashMap<>());
            if (System.getProperty("approve") != null) {
                Files.createDirectories(file.getParent());
                Files.writeString(file, JSON.writerWithDefaultPrettyPrinter().writeValueAsString(normal) + "\n");
            }
            assertThat(normal).as(file.toString()).isEqualTo(JSON.readTree(Files.readString(file)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The copy among this module's test resources says what the producing module's file says. */
    public static void checkCopy(String producer, String name) {
        try {
            var theirs = Files.readString(Path.of("..", producer, "events", name + ".json"));
            assertThat(JSON.readTree(copy(name))).as(name).isEqualTo(JSON.readTree(theirs));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The producer's approved body, from this module's copy. */
    public static String copy(String name) {
        try {
            return Files.readString(Path.of("src", "test", "resources", "events", name + ".json"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static JsonNode normal(JsonNode node, Map<String, String> ids) {
        return switch (node) {
            case ObjectNode object -> {
                var sorted = new TreeMap<String, JsonNode>();
                object.properties().forEach(field -> sorted.put(field.getKey(), field.getValue()));
                var result = JSON.createObjectNode();
                sorted.forEach((name, value) -> result.set(name, normal(value, ids)));
                yield result;
            }
            case ArrayNode array -> {
                var result = JSON.createArrayNode();
                array.forEach(one -> result.add(normal(one, ids)));
                yield result;
            }
            default -> node.isTextual() ? JSON.getNodeFactory().textNode(text(node.textValue(), ids)) : node;
        };
    }

    private static String text(String text, Map<String, String> ids) {
        if (INSTANT.matcher(text).matches()) {
            return "2026-01-05T08:00:00Z";
        }
        if (DAY.matcher(text).matches()) {
            return "2026-01-05";
        }
        try {
            return ids.computeIfAbsent(
                    UUID.fromString(text).toString(), any -> "01900000-0000-7000-8000-%012d".formatted(ids.size() + 1));
        } catch (IllegalArgumentException other) {
            return text;
        }
    }
}
