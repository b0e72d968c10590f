package cn.zhigong.platform.testing;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import cn.zhigong.platform.api.ApiDocument;
import cn.zhigong.platform.api.ApiOperation;
import cn.zhigong.platform.api.access.AccessRule;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/**
 * The API document is complete, in both languages, and the committed {@code api/openapi.yaml} is what the service
 * serves. A service's test subclasses this in three lines.
 */
public abstract class OpenApiContract {

    private static final Path COMMITTED = Path.of("api", "openapi.yaml");
    private static final Pattern CHINESE = Pattern.compile("\\p{IsHan}");
    private static final Pattern ENGLISH = Pattern.compile("[A-Za-z]{2,}");

    @Test
    void theDocumentIsOpenApi31() {
        assertThat(document().root().path("openapi").asText()).startsWith("3.1");
        assertThat(document().root().path("info").path("title").asText()).isNotBlank();
    }

    @Test
    void everyOperationHasAnIdOfItsOwn() {
        var ids = operations().stream().map(ApiOperation::id).toList();
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
        assertThat(lacking(one -> answers(one, "2") && answers(one, "4"))).isEmpty();
    }

    @Test
    void everyOperationSaysWhoMayCallIt() {
        assertThat(lacking(one ->
                        one.roles().isEmpty() ? one.isPublic() : one.statuses().containsAll(List.of("401", "403"))))
                .isEmpty();
    }

    @Test
    void everyOperationSaysHowFarItsRolesReach() {
        assertThat(lacking(one -> new AccessRule(one).defects().isEmpty())).isEmpty();
    }

    @Test
    void everyRefusalIsAProblemDocument() {
        assertThat(lacking(one -> one.statuses().stream()
                        .filter(status -> status.startsWith("4"))
                        .allMatch(status -> one.response(status).path("content").has("application/problem+json"))))
                .isEmpty();
    }

    @Test
    void writesCanBeRepeatedAndChangesNameTheirVersion() {
        assertThat(lacking(one -> switch (one.method()) {
                    case "post" -> one.parameters("header").contains("Idempotency-Key");
                    case "patch" -> one.parameters("header").contains("If-Match");
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

    private static boolean answers(ApiOperation operation, String kind) {
        return operation.statuses().stream().anyMatch(status -> status.startsWith(kind));
    }

    private static List<String> lacking(Predicate<ApiOperation> rule) {
        return operations().stream()
                .filter(rule.negate())
                .map(ApiOperation::name)
                .toList();
    }

    private static List<ApiOperation> operations() {
        var operations = document().operations();
        assertThat(operations).isNotEmpty();
        return operations;
    }

    private static ApiDocument document() {
        return ApiDocument.of(given().get("/openapi?format=json").asString());
    }
}
