package cn.zhigong.platform.testing;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.restassured.response.Response;
import java.util.UUID;

/**
 * Reads answers for fixtures, which ask thousands of times. RestAssured compiles a script for every path that it is
 * asked for, which was a sixth of the processor time of a service's tests; tests themselves go on asserting with it.
 */
public final class Answers {

    private static final ObjectMapper JSON = new ObjectMapper();

    private Answers() {}

    /** Fails unless the answer has this status, and shows it then. */
    public static void requireStatus(Response answer, int status) {
        assertThat(answer.statusCode()).as(answer.asString()).isEqualTo(status);
    }

    /** The body of an answer with this status. */
    public static JsonNode body(Response answer, int status) {
        requireStatus(answer, status);
        return read(answer);
    }

    private static JsonNode read(Response answer) {
        try {
            return JSON.readTree(answer.asString());
        } catch (JsonProcessingException e) {
            throw new AssertionError("Not JSON: " + answer.asString(), e);
        }
    }

    /** The text of a field of an answer with this status. */
    public static String text(Response answer, int status, String field) {
        return text(body(answer, status), field);
    }

    /** The text of a field of whatever was answered; for what is asked again and again, when a refusal may pass. */
    public static String textSoFar(Response answer, String field) {
        return read(answer).path(field).asText();
    }

    private static String text(JsonNode body, String field) {
        var value = body.path(field);
        assertThat(value.isValueNode() && !value.isNull())
                .as("%s of %s", field, body)
                .isTrue();
        return value.asText();
    }

    /** What an answer with this status names {@code id}. */
    public static UUID id(Response answer, int status) {
        return UUID.fromString(text(answer, status, "id"));
    }
}
