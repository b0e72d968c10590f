package cn.zhigong.platform.api.exchange;

import static org.assertj.core.api.Assertions.assertThat;

import cn.zhigong.platform.api.ApiDocument;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ExchangeCheckTest {

    private static final String PROBLEM = "application/problem+json";
    private static final String ID = "01900000-0000-7000-8000-000000000000";

    private final ExchangeCheck check = new ExchangeCheck(document());

    @Test
    void anAnswerAsPromisedIsFine() {
        assertThat(list(200, "application/json;charset=UTF-8", "{\"items\": [{\"id\": \"" + ID + "\"}]}"))
                .isEmpty();
        assertThat(list(401, PROBLEM, "{\"code\": \"UNAUTHENTICATED\"}")).isEmpty();
    }

    @Test
    void aStatusThatNobodyPromisedIsFound() {
        assertThat(list(418, PROBLEM, "{}")).containsExactly("getNotes 418 is not documented");
    }

    @Test
    void whatAnyServerMayAnswerIsAProblemAllTheSame() {
        assertThat(list(405, PROBLEM, "{}")).isEmpty();
        assertThat(list(500, "text/html", "oops")).containsExactly("getNotes 500 is not documented");
    }

    @ParameterizedTest
    @ValueSource(ints = {404, 405, 406, 413, 414, 431, 500, 502, 504})
    void anAnswerThatSaysNothingIsNoProblem(int status) {
        assertThat(list(status, "", "")).isNotEmpty();
    }

    @Test
    void aHeadHasNoBodyWhateverItsStatus() {
        var heads = new ExchangeCheck(
                ApiDocument.of(
                        "{\"paths\": {\"/v1/notes\": {\"head\": {\"operationId\": \"headNotes\", \"responses\": {\"200\": {}}}}}}"));
        assertThat(heads.findings(new Exchange("HEAD", "/v1/notes", 404, Map.of(), "")))
                .isEmpty();
    }

    @Test
    void whatAServerSaysOfItsOwnIsAProblemToo() {
        var gateway = new ExchangeCheck(document(), Set.of(418));
        assertThat(gateway.findings(new Exchange("GET", "/v1/notes", 418, json(PROBLEM), "{}")))
                .isEmpty();
        assertThat(gateway.findings(new Exchange("GET", "/v1/notes", 418, json("text/html"), "oops")))
                .containsExactly("getNotes 418 is not documented");
    }

    @Test
    void anotherMediaTypeIsFound() {
        assertThat(list(401, "application/json", "{}"))
                .containsExactly("getNotes 401 is 'application/json' and not [application/problem+json]");
    }

    @Test
    void aPropertyThatNobodyDeclaredIsFoundWithItsPlace() {
        assertThat(list(200, "application/json", "{\"items\": [{\"secret\": 1}]}"))
                .singleElement()
                .asString()
                .startsWith("getNotes 200 /items/0: ")
                .contains("secret");
    }

    @Test
    void aValueOfAnotherFormIsFoundWithItsPlace() {
        assertThat(list(200, "application/json", "{\"items\": [{\"writtenAt\": \"yesterday\"}]}"))
                .singleElement()
                .asString()
                .startsWith("getNotes 200 /items/0/writtenAt: ");
    }

    @Test
    void aMissingHeaderIsFoundWhereItIsRequired() {
        var exchange = new Exchange("POST", "/v1/notes/" + ID + "/burn", 429, json(PROBLEM), "{}");
        assertThat(check.findings(exchange)).containsExactly("postNoteBurn 429 has no Retry-After");
    }

    @Test
    void aBodyWhereThereIsNoneIsFound() {
        var exchange = new Exchange("POST", "/v1/notes/" + ID + "/burn", 204, Map.of(), "ash");
        assertThat(check.findings(exchange)).containsExactly("postNoteBurn 204 has a body that is not documented");
    }

    @Test
    void anOperationThatIsNotThereIsFoundWhenItSucceeds() {
        assertThat(check.findings(new Exchange("DELETE", "/v1/notes/" + ID, 204, Map.of(), "")))
                .containsExactly("DELETE /v1/notes/" + ID + " 204: there is no such operation");
        assertThat(check.findings(new Exchange("GET", "/v1/hidden", 200, Map.of(), "")))
                .containsExactly("GET /v1/hidden 200: there is no such operation");
        assertThat(check.findings(new Exchange("DELETE", "/v1/notes/" + ID, 405, Map.of(), "")))
                .isEmpty();
    }

    /** A path with path parameters is refused whatever is behind it, so what is said to it is no operation's answer. */
    @Test
    void aPathWithParametersIsNoOperations() {
        assertThat(check.routes().operation("PATCH", "/v1/notes/" + ID)).isPresent();
        assertThat(check.routes().operation("PATCH", "/v1/notes/" + ID + ";x=1"))
                .isEmpty();
    }

    private List<String> list(int status, String type, String body) {
        return check.findings(new Exchange("GET", "/v1/notes", status, json(type), body));
    }

    private static Map<String, String> json(String type) {
        return Map.of("content-type", type);
    }

    private static ApiDocument document() {
        try (var in = ExchangeCheckTest.class.getResourceAsStream("/good.json")) {
            return new ApiDocument(new ObjectMapper().readTree(in));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
