package cn.zhigong.platform.testing.events;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.validation.constraints.Pattern;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RecordSchemasTest {

    private enum Day {
        MONDAY
    }

    private record Facts(
            @Pattern(regexp = "a") String plain,
            List<@Pattern(regexp = "a") String> elements,
            List<List<@Pattern(regexp = "a") String>> rows,
            Map<Day, @Pattern(regexp = "a") String> values,
            @Pattern(regexp = "b") List<String> list) {}

    private final JsonNode properties = new RecordSchemas(new ObjectMapper(), new Javadocs())
            .of(Facts.class)
            .path("properties");

    @ParameterizedTest
    @ValueSource(strings = {"/plain", "/elements/items", "/rows/items/items", "/values/additionalProperties"})
    void aFormIsOfTheTypeThatItStandsBefore(String pointer) {
        assertThat(properties.at(pointer).path("pattern").asText()).isEqualTo("^(?:a)$");
    }

    @Test
    void aFormOfAListIsNoneOfItsElements() {
        assertThat(properties.at("/list/type").asText()).isEqualTo("array");
        assertThat(properties.at("/list/items").has("pattern")).isFalse();
    }

    @Test
    void aMapNamesTheKeysThatItMayHave() {
        assertThat(properties.at("/values/propertyNames/enum/0").asText()).isEqualTo("MONDAY");
    }
}
