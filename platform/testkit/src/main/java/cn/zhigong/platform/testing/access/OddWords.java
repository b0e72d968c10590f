package cn.zhigong.platform.testing.access;

import static org.assertj.core.api.Assertions.assertThat;

import cn.zhigong.platform.api.ApiOperation;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/**
 * Ids of nothing and words that end a text in SQL, one value of a request at a time: whether they are taken or refused
 * is for the feature to say, but they are never a failure of the service.
 */
final class OddWords {

    private static final ObjectMapper JSON = new ObjectMapper();

    private static final String QUOTES = "'\"\\%";
    private static final String QUOTES_IN_A_QUERY = "%27%22%5C%25";

    private static final Pattern ID = Pattern.compile(Attempts.UUID_FORM);

    private final Wire wire;
    private final Rightful rightful;

    OddWords(Wire wire, Rightful rightful) {
        this.wire = wire;
        this.rightful = rightful;
    }

    static boolean concern(ApiOperation operation) {
        return operation.bodySchema().isPresent()
                || !operation.parameters("query").isEmpty();
    }

    void survive(ApiOperation operation) {
        for (var parameter : operation.parameters("query")) {
            noFailure(parameter, rightful.request(operation).asking(parameter, QUOTES_IN_A_QUERY));
        }
        if (operation.bodySchema().isPresent()) {
            // Made anew each time, for what one request does another may not find.
            for (int each = 0;
                    each < places(read(rightful.request(operation).body())).size();
                    each++) {
                var request = rightful.request(operation);
                var body = read(request.body());
                var place = places(body).get(each);
                place.set();
                noFailure(place.name(), request.saying(body.toString()));
            }
        }
    }

    private void noFailure(String where, Attempts.Attempt attempt) {
        var answer = wire.sendUncounted(attempt.request());
        assertThat(answer.status()).as("an odd word as %s: %s", where, answer).isLessThan(500);
    }

    private static JsonNode read(String body) {
        try {
            return JSON.readTree(body);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException("A sample body that is no JSON: " + body, e);
        }
    }

    /** A text of a body, and how to replace it. */
    private record Place(String name, Runnable change) {

        void set() {
            change.run();
        }
    }

    private static List<Place> places(JsonNode body) {
        var places = new ArrayList<Place>();
        collect(body, places);
        return places;
    }

    private static void collect(JsonNode node, List<Place> places) {
        switch (node) {
            case ObjectNode object ->
                object.properties().forEach(field -> {
                    if (field.getValue().isTextual()) {
                        places.add(new Place(
                                field.getKey(),
                                () -> object.put(
                                        field.getKey(), odd(field.getValue().textValue()))));
                    } else {
                        collect(field.getValue(), places);
                    }
                });
            case ArrayNode array -> {
                for (int i = 0; i < array.size(); i++) {
                    var index = i;
                    if (array.get(i).isTextual()) {
                        places.add(new Place(
                                "[%d]".formatted(i),
                                () -> array.set(index, odd(array.get(index).textValue()))));
                    } else {
                        collect(array.get(i), places);
                    }
                }
            }
            default -> {}
        }
    }

    private static String odd(String usual) {
        return ID.matcher(usual).matches() ? Attempts.NOBODY_S : QUOTES;
    }
}
