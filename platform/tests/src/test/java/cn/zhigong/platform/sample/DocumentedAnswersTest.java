package cn.zhigong.platform.sample;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cn.zhigong.platform.api.exchange.Exchange;
import cn.zhigong.platform.testing.DocumentedAnswers;
import cn.zhigong.platform.testing.Infrastructure;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** A comparison that never failed proves nothing. */
@QuarkusTest
@QuarkusTestResource(Infrastructure.class)
class DocumentedAnswersTest {

    /** No line of this class asks for the comparison: every test that Quarkus runs has it. */
    @Test
    void aTestThatGetsWhatNobodyPromisedFails() {
        assertThatThrownBy(() -> given().get("/v1/hidden"))
                .isInstanceOf(AssertionError.class)
                .hasMessageContaining("GET /v1/hidden 200: there is no such operation");
    }

    @Test
    void anUndeclaredPropertyIsNamedWithOperationStatusAndPlace() {
        assertThatThrownBy(() -> requireNotes(200, "application/json", "{\"items\": [{\"secret\": 1}]}"))
                .isInstanceOf(AssertionError.class)
                .hasMessageContaining("getNotes 200 /items/0")
                .hasMessageContaining("secret");
    }

    @Test
    void anotherStatusAndAnotherMediaTypeAreNamed() {
        assertThatThrownBy(() -> requireNotes(418, "application/problem+json", "{}"))
                .hasMessageContaining("getNotes 418 is not documented");
        assertThatThrownBy(() -> requireNotes(401, "application/json", "{}"))
                .hasMessageContaining("getNotes 401 is 'application/json' and not [application/problem+json]");
    }

    @Test
    void pagesAndManagementAreNoneOfTheDocumentsBusiness() {
        assertThatCode(() -> DocumentedAnswers.require(
                        new Exchange("GET", "/j/ABC", 200, Map.of(), "page"), Optional.empty()))
                .doesNotThrowAnyException();
        assertThatThrownBy(() ->
                        DocumentedAnswers.require(new Exchange("GET", "/jobs", 200, Map.of(), ""), Optional.empty()))
                .isInstanceOf(AssertionError.class);
    }

    private static void requireNotes(int status, String type, String body) {
        DocumentedAnswers.require(
                new Exchange("GET", "/v1/notes", status, Map.of("Content-Type", type), body), Optional.empty());
    }
}
