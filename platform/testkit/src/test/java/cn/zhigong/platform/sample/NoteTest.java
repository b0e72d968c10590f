package cn.zhigong.platform.sample;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.nullValue;

import cn.zhigong.platform.sql.Sql;
import cn.zhigong.platform.testing.Infrastructure;
import cn.zhigong.platform.testing.Tokens;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What the chassis does for every endpoint, tried on notes. */
@QuarkusTest
@QuarkusTestResource(Infrastructure.class)
class NoteTest {

    private final String author = "author-" + UUID.randomUUID();

    @Inject
    Sql sql;

    private RequestSpecification asAuthor() {
        return given().auth().oauth2(Tokens.of(author, "member")).contentType(ContentType.JSON);
    }

    private Response write(String text) {
        return asAuthor().body("{\"text\": \"" + text + "\"}").post("/v1/notes");
    }

    @Test
    void aCreationSaysWhereTheNewThingIs() {
        var created = write("hello").then().statusCode(201).extract();
        assertThat(created.header("Location")).isEqualTo("/v1/notes/" + created.path("id"));
        asAuthor().get(created.header("Location")).then().statusCode(200).body("text", equalTo("hello"));
    }

    @Test
    void anAnswerIsNotCachedAndNamesItsTrace() {
        var answer = write("traced");
        assertThat(answer.header("Cache-Control")).isEqualTo("no-store");
        assertThat(answer.header("Trace-Id")).matches("[0-9a-f]{32}");
    }

    private int notesOfAuthor() {
        return sql.first("select count(*) from note where author = ?", row -> row.getInt(1), author)
                .orElseThrow();
    }

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

    @Test
    void whatTheFrameworkRefusesIsAProblemToo() {
        asAuthor().get("/v1/nowhere").then().statusCode(404).body("code", equalTo("NOT_FOUND"));
        asAuthor().delete("/v1/notes").then().statusCode(405).body("code", equalTo("METHOD_NOT_ALLOWED"));
        given().auth()
                .oauth2(Tokens.of(author, "member"))
                .contentType("text/plain")
                .body("text")
                .post("/v1/notes")
                .then()
                .statusCode(415)
                .body("code", equalTo("UNSUPPORTED_MEDIA_TYPE"));
        asAuthor()
                .accept("application/pdf")
                .get("/v1/notes")
                .then()
                .statusCode(406)
                .body("code", equalTo("NOT_ACCEPTABLE"));
        asAuthor().get("/v1/notes/not-an-id").then().statusCode(404).body("code", equalTo("NOT_FOUND"));
        given().auth()
                .oauth2(Tokens.of(author, "judge"))
                .get("/v1/notes")
                .then()
                .statusCode(403)
                .body("code", equalTo("FORBIDDEN"));
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
    @ValueSource(strings = {"0", "201", "-1", "1000000000"})
    void aPageHasALimit(String limit) {
        asAuthor().get("/v1/notes?limit=" + limit).then().statusCode(400).body("code", equalTo("INVALID_PARAMETER"));
    }

    @Test
    void pagesFollowEachOtherWithoutGapOrRepetition() {
        IntStream.range(0, 5).forEach(i -> write("note " + i).then().statusCode(201));
        var first = asAuthor()
                .get("/v1/notes?limit=2")
                .then()
                .body("items", hasSize(2))
                .extract();
        var second = asAuthor()
                .get("/v1/notes" + first.header("Link").replaceAll("<(.*)>.*", "$1"))
                .then()
                .body("items", hasSize(2))
                .extract();
        var third = asAuthor()
                .queryParam("limit", 2)
                .queryParam("after", second.<String>path("next"))
                .get("/v1/notes")
                .then()
                .body("items", hasSize(1))
                .body("next", nullValue())
                .extract();
        var texts = Stream.of(first, second, third)
                .flatMap(page -> page.<List<String>>path("items.text").stream())
                .toList();
        assertThat(texts).containsExactly("note 0", "note 1", "note 2", "note 3", "note 4");
    }

    @Test
    void aCursorIsGoodForItsCallerAndQueryOnly() {
        IntStream.range(0, 3).forEach(i -> write("note " + i));
        String next = asAuthor().get("/v1/notes?limit=2").path("next");
        given().auth()
                .oauth2(Tokens.of("thief-" + author, "member"))
                .queryParam("after", next)
                .get("/v1/notes")
                .then()
                .statusCode(400)
                .body("code", equalTo("INVALID_CURSOR"));
        asAuthor()
                .queryParam("after", "A" + next)
                .get("/v1/notes")
                .then()
                .statusCode(400)
                .body("code", equalTo("INVALID_CURSOR"));
    }

    @Test
    void aReadCanBeSkippedWhenNothingChanged() {
        var location = write("tagged").header("Location");
        var tag = asAuthor().get(location).header("ETag");
        asAuthor().header("If-None-Match", tag).get(location).then().statusCode(304);
    }

    /** What an answer shows may change while the version of the thing stays: here, how many notes its author has. */
    @Test
    void aReadIsNotSkippedWhenAnythingItShowsChanged() {
        var location = write("tagged").header("Location");
        var tag = asAuthor().get(location).header("ETag");
        write("one more");
        asAuthor()
                .header("If-None-Match", tag)
                .get(location)
                .then()
                .statusCode(200)
                .body("version", nullValue())
                .body("ofAuthor", equalTo(2));
        patch(location, tag, "{\"text\": \"still the same version\"}").then().statusCode(200);
    }

    @Test
    void whoeverWantsToChangeItWhateverItIsSaysSo() {
        var location = write("first").header("Location");
        patch(location, "*", "{\"text\": \"second\"}").then().statusCode(200);
        patch(location, "\"0\"", "{\"text\": \"third\"}").then().statusCode(412);
        patch(location, "\"1\"", "{\"text\": \"third\"}").then().statusCode(200);
        patch(location, "\"20\", \"2-whatever\"", "{\"text\": \"fourth\"}")
                .then()
                .statusCode(200);
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

    @Test
    void aLongAnswerIsCompressedForWhoeverTakesIt() {
        IntStream.range(0, 30).forEach(i -> write("note " + i));
        var connection = asAuthor().header("Accept-Encoding", "gzip");
        connection.get("/v1/notes?limit=200").then().statusCode(200).header("Content-Encoding", equalTo("gzip"));
    }

    @Test
    void aChangeNeedsTheCurrentVersion() {
        var location = write("first").header("Location");
        var tag = asAuthor().get(location).header("ETag");
        patch(location, null, "{\"text\": \"second\"}").then().statusCode(428);
        patch(location, tag, "{\"text\": \"second\", \"author\": \"mallory\"}")
                .then()
                .statusCode(200)
                .body("text", equalTo("second"))
                .body("author", equalTo(author));
        patch(location, tag, "{\"text\": \"third\"}").then().statusCode(412);
        patch(location, "\"1\"", "{\"text\": null}").then().statusCode(422);
        patch(location, "\"1-\"", "{\"text\": null}").then().statusCode(422);
    }

    private Response patch(String location, @Nullable String tag, String body) {
        var request = given().auth()
                .oauth2(Tokens.of(author, "member"))
                .contentType("application/merge-patch+json")
                .body(body);
        return (tag == null ? request : request.header("If-Match", tag)).patch(location);
    }
}
