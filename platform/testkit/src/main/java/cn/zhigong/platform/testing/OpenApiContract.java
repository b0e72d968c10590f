package cn.zhigong.platform.testing;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/**
 * The API document is complete, in both languages, and the committed {@code api/openapi.yaml} is what the service
 * serves. A service's test subclasses this in three lines.
 */
public abstract class OpenApiContract {

    private static final Path COMMITTED = Path.of("api", "openapi.yaml");
    private static final Set<String> METHODS = Set.of("get", "put", "post", "delete", "patch");
    private static final Pattern CHINESE = Pattern.compile("\\p{IsHan}");
    private static final Pattern ENGLISH = Pattern.compile("[A-Za-z]{2,}");

    private record Operation(String name, String method, JsonNode definition) {

        JsonNode responses() {
            return definition.path("responses");
        }

        boolean answers(String pattern) {
            return responses().properties().stream()
                    .anyMatch(one -> one.getKey().matches(pattern));
        }
    }

    @Test
    void theDocumentIsOpenApi31() {
        assertThat(document().path("openapi").asText()).startsWith("3.1");
        assertThat(document().path("info").path("title").asText()).isNotBlank();
    }

    @Test
    void everyOperationHasAnIdOfItsOwn() {
        var ids = operations().stream()
                .map(one -> one.definition().path("operationId").asText())
                .toList();
        assertThat(ids).allMatch(id -> id.matches("[a-z][A-Za-z0-9]*")).doesNotHaveDuplicates();
    }

    @Test
    void everyOperationIsSummedUpInBothLanguages() {
        assertThat(lacking(one -> {
                    var summary = one.definition().path("summary").asText();
                    return CHINESE.matcher(summary).find()
                            && ENGLISH.matcher(summary).find();
                }))
                .isEmpty();
    }

    @Test
    void everyOperationDocumentsSuccessAndRefusal() {
        assertThat(lacking(one -> one.answers("2\\d\\d") && one.answers("4\\d\\d")))
                .isEmpty();
    }

    @Test
    void everyOperationSaysWhoMayCallIt() {
        assertThat(lacking(one -> one.definition().path("security").size() > 0
                        ? one.answers("401") && one.answers("403")
                        : one.definition().path("x-public").asBoolean()))
                .isEmpty();
    }

    @Test
    void everyRefusalIsAProblemDocument() {
        var document = document();
        assertThat(lacking(one -> one.responses().properties().stream()
                        .filter(answer -> answer.getKey().startsWith("4"))
                        .allMatch(answer -> resolved(document, answer.getValue())
                                .path("content")
                                .has("application/problem+json"))))
                .isEmpty();
    }

    @Test
    void writesCanBeRepeatedAndChangesNameTheirVersion() {
        var document = document();
        assertThat(lacking(one -> switch (one.method()) {
                    case "post" -> headers(document, one).contains("Idempotency-Key");
                    case "patch" -> headers(document, one).contains("If-Match");
                    default -> true;
                }))
                .isEmpty();
    }

    @Test
    void theCommittedDocumentIsWhatIsServed() {
        var served = given().get("/openapi?format=yaml").asString();
        if (Approved.isRewriting()) {
            Approved.write(COMMITTED, served);
        }
        var committed = Approved.read(COMMITTED);
        assertThat(served)
                .withFailMessage(() -> Approved.difference(committed, served) + "\n" + Approved.howToAccept(COMMITTED))
                .isEqualTo(committed);
    }

    private static Set<String> headers(JsonNode document, Operation operation) {
        var names = new HashSet<String>();
        for (var parameter : operation.definition().path("parameters")) {
            names.add(resolved(document, parameter).path("name").asText());
        }
        return names;
    }

    private static JsonNode resolved(JsonNode document, JsonNode node) {
        var reference = node.path("$ref").asText();
        return reference.isEmpty() ? node : document.at(reference.substring(1));
    }

    private static List<String> lacking(Predicate<Operation> rule) {
        return operations().stream().filter(rule.negate()).map(Operation::name).toList();
    }

    private static List<Operation> operations() {
        var operations = new ArrayList<Operation>();
        document()
                .path("paths")
                .properties()
                .forEach(path -> path.getValue().properties().stream()
                        .filter(one -> METHODS.contains(one.getKey()))
                        .forEach(one -> operations.add(
                                new Operation(one.getKey() + " " + path.getKey(), one.getKey(), one.getValue()))));
        assertThat(operations).isNotEmpty();
        return operations;
    }

    private static JsonNode document() {
        try {
            return new ObjectMapper()
                    .readTree(given().get("/openapi?format=json").asString());
        } catch (JsonProcessingException e) {
            throw new AssertionError("The document is not JSON", e);
        }
    }
}
