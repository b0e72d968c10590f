package cn.zhigong.platform.sample;

import static cn.zhigong.platform.testing.Refusals.refused;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;

import cn.zhigong.platform.testing.Infrastructure;
import cn.zhigong.platform.testing.Tokens;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** One effect and one answer for each idempotency key, tried on notes. */
@QuarkusTest
@QuarkusTestResource(Infrastructure.class)
class KeyTest extends WithAnAuthor {

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
        refused(withKey(key, "another"), 422, "IDEMPOTENCY_KEY_REUSED");
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
        assertThat(ofTwentyAtOnce(() -> withKey(key, "crowd"))).contains(201).isSubsetOf(201, 409);
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
        refused(withKey(key, "text"), 400, "INVALID_IDEMPOTENCY_KEY");
    }

    /** The different statuses that twenty copies of a request get when they are sent at once. */
    private static Set<Integer> ofTwentyAtOnce(Callable<Response> request) throws InterruptedException {
        try (var crowd = Executors.newVirtualThreadPerTaskExecutor()) {
            return crowd.invokeAll(Collections.nCopies(20, request)).stream()
                    .map(done -> done.resultNow().statusCode())
                    .collect(Collectors.toSet());
        }
    }

    private Response withKey(String key, String text) {
        return asAuthor()
                .header("Idempotency-Key", key)
                .body("{\"text\": \"" + text + "\"}")
                .post("/v1/notes");
    }

    private Response withKey(String key, String path, String body) {
        return asAuthor().header("Idempotency-Key", key).body(body).post(path);
    }

    @Test
    void theEntityTagIsGivenAgainToo() {
        var key = UUID.randomUUID().toString();
        var first = withKey(key, "tagged");
        assertThat(withKey(key, "tagged").header("ETag"))
                .isEqualTo(first.header("ETag"))
                .isNotBlank();
    }

    @Test
    void aListIsPartOfWhatWasAsked() {
        var key = UUID.randomUUID().toString();
        withKey(key, "/v1/notes/several", "[{\"text\": \"a\"}]").then().statusCode(200);
        withKey(key, "/v1/notes/several", "[{\"text\": \"b\"}]")
                .then()
                .statusCode(422)
                .body("code", equalTo("IDEMPOTENCY_KEY_REUSED"));
        withKey(key, "/v1/notes/several", "[{\"text\": \"a\"}]")
                .then()
                .statusCode(200)
                .header("Idempotency-Replayed", equalTo("true"));
        assertThat(notesOfAuthor()).isEqualTo(1);
    }

    /** More requests than connections, each with a transaction of its own inside: none may wait for another's. */
    @Test
    void anOperationWithItsOwnTransactionsNeverHoldsTwoConnections() throws Exception {
        List<Callable<Response>> requests = IntStream.range(0, 60)
                .mapToObj(i -> (Callable<Response>)
                        () -> withKey("own-" + i, "/v1/notes/by-itself", "{\"text\": \"crowd " + i + "\"}"))
                .toList();
        try (var crowd = Executors.newVirtualThreadPerTaskExecutor()) {
            assertThat(crowd.invokeAll(requests))
                    .allSatisfy(
                            done -> assertThat(done.resultNow().statusCode()).isEqualTo(200));
        }
        assertThat(notesOfAuthor()).isEqualTo(60);
        withKey("own-7", "/v1/notes/by-itself", "{\"text\": \"crowd 7\"}")
                .then()
                .statusCode(200)
                .header("Idempotency-Replayed", equalTo("true"));
        assertThat(notesOfAuthor()).isEqualTo(60);
    }

    @Test
    void itsCopiesHaveOneEffectAndItsFailureFreesTheKey() throws Exception {
        var key = UUID.randomUUID().toString();
        withKey(key, "/v1/notes/by-itself", "{\"text\": \"blast\"}").then().statusCode(422);
        assertThat(ofTwentyAtOnce(() -> withKey(key, "/v1/notes/by-itself", "{\"text\": \"crowd\"}")))
                .contains(200)
                .isSubsetOf(200, 409);
        assertThat(notesOfAuthor()).isEqualTo(1);
    }

    @Test
    void aClaimOfAnInstanceThatDiedEnds() {
        claimed("young", "1 minute");
        withKey("young", "/v1/notes/by-itself", "{\"text\": \"a\"}")
                .then()
                .statusCode(409)
                .body("code", equalTo("REQUEST_IN_PROGRESS"));
        claimed("old", "3 minutes");
        withKey("old", "/v1/notes/by-itself", "{\"text\": \"a\"}").then().statusCode(200);
    }

    private void claimed(String key, String ago) {
        sql.update(
                "insert into idempotency (id, caller, endpoint, key, request_hash, status, body, created_at)"
                        + " values (?, ?, '/v1/notes/by-itself', ?, 'h', 0, ''::bytea, now() - ?::interval)",
                UUID.randomUUID(),
                author,
                key,
                ago);
    }

    /** Everybody comes through the gateway, so its address tells nobody apart; the one it names does. */
    @Test
    void strangersDoNotShareKeys() {
        var key = UUID.randomUUID().toString();
        asStranger("203.0.113.1", key).then().statusCode(200).header("Idempotency-Replayed", nullValue());
        asStranger("203.0.113.2", key).then().statusCode(200).header("Idempotency-Replayed", nullValue());
        asStranger("203.0.113.1", key).then().header("Idempotency-Replayed", equalTo("true"));
    }

    private static Response asStranger(String address, String key) {
        return given().header("X-Forwarded-For", address)
                .header("Idempotency-Key", key)
                .contentType(ContentType.JSON)
                .body("\"hello\"")
                .post("/v1/notes/anonymous");
    }
}
