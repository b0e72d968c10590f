package cn.zhigong.platform.sample;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;

import cn.zhigong.platform.sql.Sql;
import cn.zhigong.platform.testing.EventsOnKafka;
import cn.zhigong.platform.testing.Infrastructure;
import cn.zhigong.platform.testing.Tokens;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.awaitility.core.ConditionFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** How an operator gives up an event that nobody can ever apply. */
@QuarkusTest
@QuarkusTestResource(Infrastructure.class)
class DiscardTest {

    private static final String REASON = "写坏的事件，生产者已更正";

    @Inject
    Sql sql;

    private final UUID note = UUID.randomUUID();

    private static ConditionFactory soon() {
        return await().atMost(Duration.ofSeconds(25));
    }

    private static RequestSpecification admin() {
        return given().auth().oauth2(Tokens.of("admin-x", "admin")).contentType(ContentType.JSON);
    }

    private static Response discard(String letter) {
        return admin().body(Map.of("reason", REASON)).post("/v1/dead-letters/" + letter + "/discard");
    }

    private static Response replay(String letter) {
        return admin().post("/v1/dead-letters/" + letter + "/replay");
    }

    private UUID unreadable() {
        return EventsOnKafka.put(NoteWritten.TOPIC, NoteWritten.TYPE, note, "{\"length\": \"nonsense");
    }

    private UUID readable(UUID about) {
        return EventsOnKafka.put(
                NoteWritten.TOPIC, NoteWritten.TYPE, about, "{\"noteId\": \"%s\", \"length\": 4}".formatted(about));
    }

    private String letterOf(UUID event) {
        return soon().until(
                        () -> sql.first(
                                "select id::text from dead_letter where event_id = ?", row -> row.text(1), event),
                        Optional::isPresent)
                .orElseThrow();
    }

    private int times(UUID about) {
        return sql.first("select times from note_echo where note_id = ?", row -> row.integer(1), about)
                .orElse(0);
    }

    @Test
    void afterAnUnreadableEventIsDiscardedThoseBehindItTakeEffect() {
        var broken = unreadable();
        var letter = letterOf(broken);
        var behind = letterOf(readable(note));
        replay(behind).then().statusCode(409).body("code", equalTo("STILL_NOT_APPLICABLE"));
        discard(letter)
                .then()
                .statusCode(200)
                .body("state", equalTo("DISCARDED"))
                .body("discardedBy", equalTo("admin-x"))
                .body("discardReason", equalTo(REASON))
                .body("discardedAt", notNullValue());
        replay(behind).then().statusCode(200).body("replayed", equalTo(1));
        assertThat(times(note)).isEqualTo(1);
        readable(note);
        soon().untilAsserted(() -> assertThat(times(note)).isEqualTo(2));
    }

    @Test
    void whatIsDiscardedIsKeptButListedOnlyWhenAskedFor() {
        var letter = letterOf(unreadable());
        listed("?limit=200").body("items.id", hasItem(letter));
        discard(letter).then().statusCode(200);
        listed("?limit=200").body("items.id", not(hasItem(letter)));
        listed("?limit=200&state=DISCARDED").body("items.id", hasItem(letter));
        admin().get("/v1/dead-letters?state=LOST")
                .then()
                .statusCode(400)
                .body("code", equalTo("INVALID_PARAMETER"))
                .body("violations.field", contains("state"));
    }

    private static ValidatableResponse listed(String query) {
        return admin().get("/v1/dead-letters" + query).then().statusCode(200);
    }

    @Test
    void aSecondDeliveryOfWhatWasDiscardedHasNoEffect() {
        var broken = unreadable();
        discard(letterOf(broken)).then().statusCode(200);
        EventsOnKafka.put(
                NoteWritten.TOPIC,
                NoteWritten.TYPE,
                note,
                "{\"noteId\": \"%s\", \"length\": 4}".formatted(note),
                broken);
        readable(note);
        soon().untilAsserted(() -> assertThat(times(note)).isEqualTo(1));
    }

    @Test
    void onlyWhatIsParkedCanBeDiscarded() {
        var letter = letterOf(unreadable());
        discard(letter).then().statusCode(200);
        refused(discard(letter), "DISCARDED");
        NoteEcho.refusesNegative = true;
        var about = UUID.randomUUID();
        var negative = letterOf(EventsOnKafka.put(
                NoteWritten.TOPIC, NoteWritten.TYPE, about, "{\"noteId\": \"%s\", \"length\": -1}".formatted(about)));
        NoteEcho.refusesNegative = false;
        replay(negative).then().statusCode(200).body("replayed", equalTo(1));
        NoteEcho.refusesNegative = true;
        refused(discard(negative), "REPLAYED");
        discard(UUID.randomUUID().toString()).then().statusCode(404).body("code", equalTo("NOT_FOUND"));
    }

    private static void refused(Response answer, String state) {
        answer.then()
                .statusCode(409)
                .body("code", equalTo("ILLEGAL_TRANSITION"))
                .body("state", equalTo(state));
    }

    @Test
    void theSameRequestAgainGetsTheSameAnswerAndOneEntryInTheLog() {
        var broken = unreadable();
        var letter = letterOf(broken);
        for (int i = 0; i < 2; i++) {
            admin().header("Idempotency-Key", letter)
                    .body(Map.of("reason", REASON))
                    .post("/v1/dead-letters/" + letter + "/discard")
                    .then()
                    .statusCode(200)
                    .body("state", equalTo("DISCARDED"));
        }
        assertThat(sql.list(
                        "select actor || ' ' || action from audit_entry where object_id = ?",
                        row -> row.text(1),
                        broken.toString()))
                .containsExactly("admin-x dead-letter.discard");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "       ", "1234", "long"})
    void theReasonMustSaySomething(String given) {
        var letter = letterOf(unreadable());
        admin().body(Map.of("reason", given.equals("long") ? "x".repeat(501) : given))
                .post("/v1/dead-letters/" + letter + "/discard")
                .then()
                .statusCode(422)
                .body("code", equalTo("INVALID_CONTENT"))
                .body("violations.field", hasItem("reason"));
        admin().post("/v1/dead-letters/" + letter + "/discard")
                .then()
                .statusCode(422)
                .body("violations.field", contains("body"));
    }

    @Test
    void onlyOperatorsDiscard() {
        given().auth()
                .oauth2(Tokens.of("m", "member"))
                .contentType(ContentType.JSON)
                .body(Map.of("reason", REASON))
                .post("/v1/dead-letters/" + UUID.randomUUID() + "/discard")
                .then()
                .statusCode(403);
    }
}
