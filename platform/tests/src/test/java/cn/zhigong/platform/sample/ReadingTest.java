package cn.zhigong.platform.sample;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;

import cn.zhigong.platform.testing.Infrastructure;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.ValidatableResponse;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What of a request is read, and how what cannot be read is refused. */
@QuarkusTest
@QuarkusTestResource(Infrastructure.class)
class ReadingTest {

    private static final String PATH = "/v1/moments";

    @TestHTTPResource(PATH)
    URI moments;

    @ParameterizedTest
    @ValueSource(strings = {"///", "", "abc", ";", "application/json/x", "/"})
    void aTypeThatIsNoneIsNotSupportedAndNeverAFailure(String type) throws Exception {
        try (var client =
                HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build()) {
            for (var request : new HttpRequest.Builder[] {
                HttpRequest.newBuilder(moments).GET(),
                HttpRequest.newBuilder(moments).POST(HttpRequest.BodyPublishers.ofString("{}")),
                HttpRequest.newBuilder(URI.create(moments + "/x/party")).PUT(HttpRequest.BodyPublishers.ofString("{}"))
            }) {
                var answer = client.send(request.header("Content-Type", type).build(), BodyHandlers.ofString());
                assertThat(answer.statusCode()).isEqualTo(415);
                assertThat(answer.body()).contains("UNSUPPORTED_MEDIA_TYPE");
            }
        }
    }

    @ParameterizedTest
    @CsvSource({
        "1900-01-01T00:00:00Z, 1900-01-01T00:00:00Z",
        "9999-12-31T23:59:59.999999Z, 9999-12-31T23:59:59.999999Z",
        "2026-01-15T10:00:00.123Z, 2026-01-15T10:00:00.123Z",
        "2026-01-15T10:00:00+08:00, 2026-01-15T02:00:00Z"
    })
    void anInstantIsRead(String sent, String read) {
        post("{\"at\": \"" + sent + "\"}").statusCode(200).body("at", equalTo(read));
        given().queryParam("at", sent).get(PATH).then().statusCode(200).body("at", equalTo(read));
    }

    @ParameterizedTest
    @ValueSource(strings = {"1900-01-01", "2024-02-29", "9999-12-31"})
    void aDateIsRead(String date) {
        post("{\"on\": \"" + date + "\"}").statusCode(200).body("on", equalTo(date));
        given().queryParam("on", date).get(PATH).then().statusCode(200).body("on", equalTo(date));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "1899-12-31T23:59:59Z",
                "+10000-01-01T00:00:00Z",
                "+294277-01-01T00:00:00Z",
                "+1000000000-12-31T23:59:59.999999999Z",
                "-4714-01-01T00:00:00Z",
                "-1000000000-01-01T00:00:00Z",
                "+1000000001-01-01T00:00:00Z",
                "2026-01-15",
                "1768471200",
                "tomorrow",
                ""
            })
    void anInstantThatCannotBeKeptIsRefusedByName(String at) {
        refusedBody("{\"at\": \"" + at + "\"}", "/at");
        refusedParameter("at", at);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "1899-12-31",
                "+10000-01-01",
                "+5874898-01-01",
                "+999999999-12-31",
                "-4713-01-01",
                "2026-02-29",
                "2026-01-15T10:00:00Z",
                "2026-1-5",
                "20000",
                " 2026-01-15",
                ""
            })
    void aDateThatCannotBeKeptIsRefusedByName(String on) {
        refusedBody("{\"on\": \"" + on + "\"}", "/on");
        refusedParameter("on", on);
    }

    @ParameterizedTest
    @ValueSource(strings = {"20000", "1.5", "[2026,1,1]", "{}", "true", "[\"2026-01-01\"]"})
    void onlyATextIsATime(String json) {
        refusedBody("{\"on\": " + json + "}", "/on");
        refusedBody("{\"at\": " + json + "}", "/at");
    }

    @ParameterizedTest
    @ValueSource(strings = {"PRESENT", "past", "", "0", " PAST ", "PAST "})
    void aWordThatIsNoneOfAListIsRefusedWithTheList(String word) {
        refusedBody("{\"tense\": \"" + word + "\"}", "/tense").body("known", contains("PAST", "FUTURE"));
        refusedParameter("tense", word).body("known", contains("PAST", "FUTURE"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"0", "true", "{}", "[\"PAST\"]"})
    void whatIsNoWordIsRefusedWithTheListToo(String json) {
        refusedBody("{\"tense\": " + json + "}", "/tense").body("known", contains("PAST", "FUTURE"));
    }

    private static ValidatableResponse refusedBody(String body, String pointer) {
        return post(body)
                .statusCode(400)
                .body("code", equalTo("MALFORMED_BODY"))
                .body("pointer", equalTo(pointer));
    }

    private static ValidatableResponse refusedParameter(String name, String value) {
        return given().queryParam(name, value)
                .get(PATH)
                .then()
                .statusCode(400)
                .body("code", equalTo("INVALID_PARAMETER"))
                .body("violations.field", contains(name))
                .body("violations.code", contains("FORMAT"));
    }

    private static ValidatableResponse post(String body) {
        return given().contentType(ContentType.JSON).body(body).post(PATH).then();
    }
}
