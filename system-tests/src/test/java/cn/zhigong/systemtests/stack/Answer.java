package cn.zhigong.systemtests.stack;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.google.errorprone.annotations.CanIgnoreReturnValue;
import java.net.http.HttpResponse;
import java.util.Optional;

/** What came back. */
public record Answer(String question, int status, String body, HttpResponse<String> response) {

    Answer(String question, HttpResponse<String> response) {
        this(question, response.statusCode(), response.body(), response);
    }

    /** Fails, showing question and answer, unless the status is this. */
    @CanIgnoreReturnValue
    public Answer expect(int expected) {
        assertThat(status).as("%s answered: %s", question, body).isEqualTo(expected);
        return this;
    }

    /** Fails unless this is a problem document with this status and code. */
    @CanIgnoreReturnValue
    public Answer refused(int expected, String code) {
        expect(expected);
        assertThat(header("content-type")).as(question).startsWith("application/problem+json");
        assertThat(text("code")).as("%s answered: %s", question, body).isEqualTo(code);
        return this;
    }

    /** Fails unless the problem names this field with this code among its violations. */
    @CanIgnoreReturnValue
    public Answer violation(String field, String code) {
        assertThat(json().path("violations"))
                .as("%s answered: %s", question, body)
                .anyMatch(it -> it.path("field").asText().equals(field)
                        && it.path("code").asText().equals(code));
        return this;
    }

    public String id() {
        return text("id");
    }

    /** A field of the body as text. */
    public String text(String field) {
        var node = json().path(field);
        assertThat(node.isValueNode()).as("%s in %s: %s", field, question, body).isTrue();
        return node.asText();
    }

    public JsonNode json() {
        try {
            return Api.JSON.readTree(body);
        } catch (JsonProcessingException e) {
            throw new AssertionError("%s answered no JSON: %s".formatted(question, body), e);
        }
    }

    /** Empty when there is none. */
    public String header(String name) {
        return response.headers().firstValue(name).orElse("");
    }

    Optional<String> problemSlug() {
        if (!header("content-type").startsWith("application/problem+json")) {
            return Optional.empty();
        }
        var type = json().path("type").asText();
        return Optional.of(type.substring(type.lastIndexOf('/') + 1));
    }
}
