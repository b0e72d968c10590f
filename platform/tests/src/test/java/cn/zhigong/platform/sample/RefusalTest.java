package cn.zhigong.platform.sample;

import static cn.zhigong.platform.testing.Refusals.refused;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;

import cn.zhigong.platform.testing.Infrastructure;
import cn.zhigong.platform.testing.Tokens;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What the chassis refuses at every endpoint and how it says so, tried on notes. */
@QuarkusTest
@QuarkusTestResource(Infrastructure.class)
class RefusalTest extends WithAnAuthor {

    @Test
    void anUnexpectedFailureTellsNothingOfTheInsideAndChangesNothing() {
        var answer = write("fail at last").then().statusCode(500).body("code", equalTo("INTERNAL_ERROR"));
        assertThat(answer.extract().asString()).doesNotContain("Exception", "on purpose", "select", "cn.zhigong");
        assertThat(notesOfAuthor()).isZero();
    }

    @Test
    void aProblemSpeaksTheCallersLanguage() {
        write("blast")
                .then()
                .statusCode(422)
                .header("Content-Language", equalTo("zh-CN"))
                .body("title", equalTo("笔记不文明"))
                .body("type", equalTo("/problems/note-is-too-rude"))
                .body("detail", equalTo("“blast” 不宜出现。"));
        asAuthor()
                .header("Accept-Language", "en-GB,en;q=0.8")
                .body("{\"text\": \"blast\"}")
                .post("/v1/notes")
                .then()
                .body("title", equalTo("The note is too rude"));
    }

    @Test
    void aMalformedBodySaysWhere() {
        asAuthor()
                .body("{\"text\": \n  nonsense}")
                .post("/v1/notes")
                .then()
                .statusCode(400)
                .body("code", equalTo("MALFORMED_BODY"))
                .body("line", equalTo(2));
        asAuthor()
                .body("{\"text\": {\"deep\": 1}}")
                .post("/v1/notes")
                .then()
                .statusCode(400)
                .body("pointer", equalTo("/text"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"[[[", "[", "\"just text\"", "{\"text\":1e999999}", "{\"text\":\"a\",\"text\":\"b\"}"})
    void otherNonsenseIsRefusedToo(String body) {
        asAuthor().body(body).post("/v1/notes").then().statusCode(400).contentType("application/problem+json");
    }

    @Test
    void nestingWithoutEndIsRefused() {
        asAuthor()
                .body("{\"other\":" + "[".repeat(3_000) + "]".repeat(3_000) + "}")
                .post("/v1/notes")
                .then()
                .statusCode(400);
    }

    @Test
    void anInvalidFieldIsNamedAsInTheRequest() {
        write("")
                .then()
                .statusCode(422)
                .body("code", equalTo("INVALID_CONTENT"))
                .body("violations[0].field", equalTo("text"))
                .body("violations[0].code", equalTo("REQUIRED"))
                .body("violations[0].message", equalTo("必填"));
    }

    /** With interceptors and without, beside a part of the path, as an object or a list, optional or patched. */
    @Test
    void aMissingBodyIsNamedAsTheBody() {
        for (var body : new String[] {"", "null", " null "}) {
            bodyMissing(asAuthor().body(body).post("/v1/notes"));
            bodyMissing(asAuthor().body(body).post("/v1/notes/by-itself"));
            bodyMissing(asAuthor()
                    .header("Idempotency-Key", "of-nothing")
                    .body(body)
                    .post("/v1/notes"));
            bodyMissing(asAuthor().body(body).post("/v1/notes/several"));
            bodyMissing(asAuthor().body(body).post("/v1/moments"));
            bodyMissing(asAuthor().body(body).put("/v1/moments/now/party"));
            bodyMissing(asAuthor().body(body).put("/v1/moments/now/guests"));
        }
        bodyMissing(asAuthor().post("/v1/notes"));
        bodyMissing(asAuthor().put("/v1/moments/now/party"));
        var written = write("first");
        bodyMissing(patch(written.header("Location"), written.header("ETag"), "null"));
        bodyMissing(patch(written.header("Location"), written.header("ETag"), ""));
    }

    private static void bodyMissing(Response answer) {
        answer.then()
                .statusCode(422)
                .contentType("application/problem+json")
                .body("code", equalTo("INVALID_CONTENT"))
                .body("violations.field", contains("body"))
                .body("violations.code", contains("REQUIRED"));
    }

    @Test
    void aMissingPartOfAListIsInTheBody() {
        asAuthor()
                .body("[{\"name\": \"a\"}, null]")
                .put("/v1/moments/now/guests")
                .then()
                .statusCode(422)
                .body("code", equalTo("INVALID_CONTENT"));
    }

    @Test
    void whatTheFrameworkRefusesIsAProblemToo() {
        refused(asAuthor().get("/v1/nowhere"), 404, "NOT_FOUND");
        asAuthor()
                .delete("/v1/notes")
                .then()
                .statusCode(405)
                .header("Allow", equalTo("GET, HEAD, POST"))
                .body("code", equalTo("METHOD_NOT_ALLOWED"));
        refused(
                given().auth()
                        .oauth2(Tokens.of(author, "member"))
                        .contentType("text/plain")
                        .body("text")
                        .post("/v1/notes"),
                415,
                "UNSUPPORTED_MEDIA_TYPE");
        refused(asAuthor().accept("application/pdf").get("/v1/notes"), 406, "NOT_ACCEPTABLE");
        refused(asAuthor().get("/v1/notes/not-an-id"), 404, "NOT_FOUND");
        refused(given().auth().oauth2(Tokens.of(author, "judge")).get("/v1/notes"), 403, "FORBIDDEN");
    }

    @Test
    void anUnknownParameterIsRefused() {
        asAuthor()
                .get("/v1/notes?limt=3")
                .then()
                .statusCode(400)
                .body("code", equalTo("UNKNOWN_PARAMETER"))
                .body("parameter", equalTo("limt"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"a\\u0000b", "\\ud83d", "\\ude00", "\\ud83d\\ud83d"})
    void aTextThatCannotBeKeptIsRefused(String text) {
        write(text)
                .then()
                .statusCode(400)
                .body("code", equalTo("MALFORMED_BODY"))
                .body("pointer", equalTo("/text"));
        patch(write("first").header("Location"), "*", "{\"text\": \"" + text + "\"}")
                .then()
                .statusCode(422);
    }

    @Test
    void aWholeCharacterOfTwoHalvesIsText() {
        write("\\ud83d\\ude00").then().statusCode(201).body("text", equalTo("😀"));
    }

    @Test
    void aParameterThatCannotBeLookedForIsRefused() {
        asAuthor().urlEncodingEnabled(false).get("/v1/notes?after=%00").then().statusCode(400);
        asAuthor().urlEncodingEnabled(false).get("/v1/notes/%00").then().statusCode(404);
    }
}
