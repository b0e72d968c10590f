package cn.zhigong.platform.sample;

import static cn.zhigong.platform.testing.Refusals.refused;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.nullValue;

import cn.zhigong.platform.testing.Infrastructure;
import cn.zhigong.platform.testing.Tokens;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What the chassis does for every answer, tried on notes. */
@QuarkusTest
@QuarkusTestResource(Infrastructure.class)
class NoteTest extends WithAnAuthor {

    @Test
    void aCreationSaysWhereTheNewThingIs() {
        var created = write("hello").then().statusCode(201).extract();
        assertThat(created.header("Location")).isEqualTo("/v1/notes/" + created.path("id"));
        asAuthor().get(created.header("Location")).then().statusCode(200).body("text", equalTo("hello"));
    }

    /** What is one transaction must not depend on whether a caller sends a key. */
    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void aPostIsOneTransaction(boolean withKey) {
        var request = withKey ? asAuthor().header("Idempotency-Key", "steps-" + author) : asAuthor();
        request.body("{\"text\": \"fail at last\"}")
                .post("/v1/notes/in-two-steps")
                .then()
                .statusCode(500);
        assertThat(notesOfAuthor()).isZero();
    }

    @Test
    void anAnswerIsNotCachedAndNamesItsTrace() {
        var answer = write("traced");
        assertThat(answer.header("Cache-Control")).isEqualTo("no-store");
        assertThat(answer.header("Trace-Id")).matches("[0-9a-f]{32}");
    }

    @ParameterizedTest
    @ValueSource(strings = {"0", "201", "-1", "1000000000"})
    void aPageHasALimit(String limit) {
        refused(asAuthor().get("/v1/notes?limit=" + limit), 400, "INVALID_PARAMETER");
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
        refused(
                given().auth()
                        .oauth2(Tokens.of("thief-" + author, "member"))
                        .queryParam("after", next)
                        .get("/v1/notes"),
                400,
                "INVALID_CURSOR");
        refused(asAuthor().queryParam("after", "A" + next).get("/v1/notes"), 400, "INVALID_CURSOR");
    }

    @Test
    void aLongAnswerIsCompressedForWhoeverTakesIt() {
        IntStream.range(0, 30).forEach(i -> write("note " + i));
        var connection = asAuthor().header("Accept-Encoding", "gzip");
        connection.get("/v1/notes?limit=200").then().statusCode(200).header("Content-Encoding", equalTo("gzip"));
    }
}
