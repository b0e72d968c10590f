package cn.zhigong.platform.api.access;

import static org.assertj.core.api.Assertions.assertThat;

import cn.zhigong.platform.api.ApiOperation;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.util.List;
import org.junit.jupiter.api.Test;

class AttackTest {

    private static final String TAKES = """
            {"requestBody": {"content": {"application/json": {"schema": {"type": "object", "required": ["name", "size"],
              "properties": {"name": {"type": "string", "pattern": "\\\\S"}, "size": {"type": "integer", "minimum": 3},
                "note": {"type": "string"}}}}}},
             "responses": {"201": {"content": {"application/json": {"schema": {"properties": {
                "name": {"type": "string"}, "state": {"enum": ["NEW", "OLD"]}, "points": {"type": "integer"},
                "parts": {"type": "array"}}}}}}}}
            """;

    private static ApiOperation operation(String definition) {
        return AccessRuleTest.operation("post", "/v1/things", definition);
    }

    @Test
    void theSmallestBodyHoldsWhatIsRequired() {
        assertThat(SchemaSample.body(operation(TAKES))).hasValueSatisfying(body -> {
            assertThat(body.path("name").asText()).isNotBlank();
            assertThat(body.path("size").asInt()).isEqualTo(3);
            assertThat(body.has("note")).isFalse();
        });
    }

    @Test
    void aPatternIsNotGuessedAt() {
        assertThat(SchemaSample.body(operation(TAKES.replace("\\\\S", "[A-Z]{3}"))))
                .isEmpty();
    }

    @Test
    void whatIsAnsweredButNotTakenIsAssignedAndSoAreInternalNames() {
        var fields = MassAssignment.fields(operation(TAKES), JsonNodeFactory.instance.objectNode(), false);
        assertThat(fields)
                .containsKeys("points", "state", "version", "memberId")
                .doesNotContainKeys("name", "parts");
        assertThat(fields.get("state")).hasToString("\"OLD\"");
        assertThat(MassAssignment.fields(operation(TAKES), JsonNodeFactory.instance.objectNode(), true))
                .hasEntrySatisfying("state", value -> assertThat(value).hasToString("\"NEW\""));
    }

    @Test
    void aFieldThatIsAnsweredAsItWasSentWasTaken() {
        var fields = MassAssignment.fields(operation(TAKES), JsonNodeFactory.instance.objectNode(), false);
        var answer = JsonNodeFactory.instance.objectNode().put("state", "OLD").put("points", 0);
        assertThat(MassAssignment.taken(fields, answer)).isEqualTo(List.of("state"));
    }

    @Test
    void everyOtherWritingOfAPathDiffersFromIt() {
        var path = "/api/x/v1/things/1/close";
        assertThat(Tampering.paths(path))
                .hasSize(9)
                .doesNotContainValue(path)
                .allSatisfy((how, written) -> assertThat(written).as(how).startsWith("/api/x/"));
    }

    @Test
    void aVerbThatAPathDoesNotHaveIsTried() {
        var operation = operation("{}");
        assertThat(Tampering.undeclaredVerbs(operation.document(), "/v1/things"))
                .contains("GET", "DELETE", "TRACE")
                .doesNotContain("POST");
        assertThat(Tampering.canBeDisguised(operation)).isTrue();
    }
}
