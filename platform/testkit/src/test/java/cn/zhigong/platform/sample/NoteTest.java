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
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
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

    @Test
    void theSameKeyGivesTheSameAnswerAgain() {
        var key = UUID.randomUUID().toString();
        var first = withKey(key, "once");
        var second = withKey(key, "once");
        assertThat(second.statusCode()).isEqualTo(201);
        assertThat(second.asString()).isEqualTo(first.asString());
        assertThat(second.header("Location")).isEqualTo(first.header("Location"));
        assertThat(second.header("Idempotency-Replayed")).isEqualTo("true");
        assertThat(notesOfAuthor()).isEqualTo(1);
    }

    @Test
    void aKeyCannotBeUsedForAnotherRequest() {
        var key = UUID.randomUUID().toString();
        withKey(key, "one").then().statusCode(201);
        withKey(key, "another").then().statusCode(422).body("code", equalTo("IDEMPOTENCY_KEY_REUSED"));
    }

    @Test
    void aKeyBelongsToItsCaller() {
        var key = UUID.randomUUID().toString();
        withKey(key, "mine").then().statusCode(201);
        given().auth()
                .oauth2(Tokens.of("other-" + author, "member"))
                .contentType(ContentType.JSON)
                .header("Idempotency-Key", key)
                .body("{\"text\": \"mine\"}")
                .post("/v1/notes")
                .then()
                .statusCode(201)
                .header("Idempotency-Replayed", nullValue());
    }

    @Test
    void twentyCopiesAtOnceHaveOneEffect() throws Exception {
        var key = UUID.randomUUID().toString();
        List<Callable<Response>> copies = Stream.generate(() -> (Callable<Response>) () -> withKey(key, "crowd"))
                .limit(20)
                .toList();
        try (var crowd = Executors.newVirtualThreadPerTaskExecutor()) {
            var statuses = crowd.invokeAll(copies).stream()
                    .map(done -> done.resultNow().statusCode())
                    .collect(Collectors.toSet());
            assertThat(statuses).contains(201).isSubsetOf(201, 409);
        }
        assertThat(notesOfAuthor()).isEqualTo(1);
        withKey(key, "crowd").then().statusCode(201).header("Idempotency-Replayed", equalTo("true"));
    }

    @Test
    void aFailureIsNotFrozenBehindItsKey() {
        var key = UUID.randomUUID().toString();
        withKey(key, "blast").then().statusCode(422);
        withKey(key, "blessed").then().statusCode(201);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "with space", "schlüssel"})
    void aMalformedKeyIsRefused(String key) {
        withKey(key, "text").then().statusCode(400).body("code", equalTo("INVALID_IDEMPOTENCY_KEY"));
    }

    private Response withKey(String key, String text) {
        return asAuthor()
                .header("Idempotency-Key", key)
                .body("{\"text\": \"" + text + "\"}")
                .post("/v1/notes");
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
    }

    private Response patch(String location, String tag, String body) {
        var request = given().auth()
                .oauth2(Tokens.of(author, "member"))
                .contentType("application/merge-patch+json")
                .body(body);
        return (tag == null ? request : request.header("If-Match", tag)).patch(location);
    }
}
