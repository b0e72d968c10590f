package cn.zhigong.platform.sample;

import static cn.zhigong.platform.testing.Refusals.refused;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.notNullValue;

import cn.zhigong.platform.event.DomainEvent;
import cn.zhigong.platform.event.Outbox;
import cn.zhigong.platform.sql.Sql;
import cn.zhigong.platform.testing.EventsOnKafka;
import cn.zhigong.platform.testing.Infrastructure;
import cn.zhigong.platform.testing.Tokens;
import com.fasterxml.jackson.annotation.JsonProperty;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.awaitility.core.ConditionFactory;
import org.eclipse.microprofile.config.ConfigProvider;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Events from the transaction that caused them to the effect elsewhere, over a real broker. */
@QuarkusTest
@QuarkusTestResource(Infrastructure.class)
class EventsTest {

    @Inject
    Sql sql;

    @Inject
    Outbox outbox;

    @AfterEach
    void beStrictAgain() {
        NoteEcho.refusesNegative = true;
    }

    private static ConditionFactory soon() {
        return await().atMost(Duration.ofSeconds(25));
    }

    private static Response write(String text) {
        return given().auth()
                .oauth2(Tokens.of("author", "member"))
                .contentType(ContentType.JSON)
                .body("{\"text\": \"" + text + "\"}")
                .post("/v1/notes");
    }

    private static RequestSpecification admin() {
        return given().auth().oauth2(Tokens.of("admin-x", "admin")).contentType(ContentType.JSON);
    }

    private static UUID hear(UUID note, int length) {
        return EventsOnKafka.put(NoteWritten.TOPIC, NoteWritten.TYPE, note, body(note, length));
    }

    private static String body(UUID note, int length) {
        return "{\"noteId\": \"%s\", \"length\": %d, \"unknown\": [1]}".formatted(note, length);
    }

    private int times(UUID note) {
        return sql.first("select times from note_echo where note_id = ?", row -> row.integer(1), note)
                .orElse(0);
    }

    private List<String> parked(UUID subject) {
        return sql.list(
                "select event_id::text from dead_letter where subject = ? and state = 'PARKED' order by id",
                row -> row.text(1),
                subject.toString());
    }

    @Test
    void whatIsWrittenIsHeardOnceAndAsACloudEventOfTheSameTrace() {
        var created = write("hello");
        var note = UUID.fromString(created.path("id"));
        soon().untilAsserted(() -> assertThat(times(note)).isEqualTo(1));
        assertThat(NoteEcho.TRACES.get(note)).isEqualTo(created.header("Trace-Id"));
        var sent = EventsOnKafka.about(NoteWritten.TOPIC, note).getFirst();
        assertThat(sent.headers())
                .containsEntry("ce_specversion", "1.0")
                .containsEntry("ce_type", NoteWritten.TYPE)
                .containsEntry("ce_source", "/zhigong/platform")
                .containsEntry("ce_subject", note.toString())
                .containsEntry("content-type", "application/json");
        assertThat(UUID.fromString(sent.header("ce_id")).version()).isEqualTo(7);
        assertThat(Instant.parse(sent.header("ce_time")))
                .isBeforeOrEqualTo(Instant.now().plusSeconds(1));
        assertThat(sent.header("traceparent")).contains(created.header("Trace-Id"));
        soon().untilAsserted(() -> assertThat(
                        sql.list("select 1 from outbox where aggregateid = ?", row -> 1, note.toString()))
                .isEmpty());
    }

    /** The connector's own limit would close the consumer for good: a database may be away for longer. */
    @Test
    void aBatchMayTakeAsLongAsItNeeds() {
        var age = "mp.messaging.incoming.events.throttled.unprocessed-record-max-age.ms";
        assertThat(ConfigProvider.getConfig().getValue(age, Integer.class)).isZero();
    }

    @Test
    void anEventThatIsSentTwiceHasOneEffect() {
        var note = UUID.randomUUID();
        var id = hear(note, 5);
        EventsOnKafka.put(NoteWritten.TOPIC, NoteWritten.TYPE, note, body(note, 5), id);
        hear(note, 6);
        soon().untilAsserted(() -> assertThat(times(note)).isEqualTo(2));
        EventsOnKafka.put(NoteWritten.TOPIC, NoteWritten.TYPE, note, body(note, 5), id);
        hear(note, 7);
        soon().untilAsserted(() -> assertThat(times(note)).isEqualTo(3));
    }

    @Test
    void nothingIsToldOfWhatDidNotHappen() {
        var before = EventsOnKafka.on(NoteWritten.TOPIC).size();
        write("fail at last").then().statusCode(500);
        var after = UUID.fromString(write("works").path("id"));
        soon().untilAsserted(() ->
                assertThat(EventsOnKafka.about(NoteWritten.TOPIC, after)).hasSize(1));
        assertThat(EventsOnKafka.on(NoteWritten.TOPIC)).hasSize(before + 1);
    }

    @Test
    void theServiceCreatesItsTopics() {
        write("anything").then().statusCode(201);
        soon().untilAsserted(() -> assertThat(partitions(NoteWritten.TOPIC)).isEqualTo(6));
        assertThat(partitions("zhigong.platform.dead-letter.v1")).isEqualTo(6);
    }

    private static int partitions(String topic) {
        var broker = ConfigProvider.getConfig().getValue("kafka.bootstrap.servers", String.class);
        try (var admin = Admin.create(Map.of("bootstrap.servers", broker))) {
            var description = admin.describeTopics(List.of(topic)).topicNameValues();
            return description.get(topic).get().partitions().size();
        } catch (ExecutionException | InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    @Test
    void aPoisonousEventIsParkedWithThoseBehindItWhileOthersFlow() {
        var sick = UUID.randomUUID();
        var well = UUID.randomUUID();
        var poison = hear(sick, -1);
        var behind = hear(sick, 4);
        hear(well, 4);
        soon().untilAsserted(() -> assertThat(parked(sick)).containsExactly(poison.toString(), behind.toString()));
        soon().untilAsserted(() -> assertThat(times(well)).isEqualTo(1));
        assertThat(times(sick)).isZero();
        var listed = listed(poison);
        assertThat(listed).isEqualTo("IllegalArgumentException");
        soon().untilAsserted(() -> assertThat(EventsOnKafka.about("zhigong.platform.dead-letter.v1", poison))
                .hasSize(1));
        refused(replay(sick), 409, "STILL_NOT_APPLICABLE");
        assertThat(parked(sick)).hasSize(2);
        NoteEcho.refusesNegative = false;
        var first = letter(sick);
        replay(sick).then().statusCode(200).body("replayed", equalTo(2));
        assertThat(times(sick)).isEqualTo(2);
        assertThat(replaysToldOf(poison)).isOne();
        assertThat(replaysToldOf(behind)).isOne();
        admin().post("/v1/dead-letters/" + first + "/replay")
                .then()
                .statusCode(200)
                .body("replayed", equalTo(0));
        hear(sick, 8);
        soon().untilAsserted(() -> assertThat(times(sick)).isEqualTo(3));
    }

    @Test
    void aReplayThatFailsHalfwayKeepsWhatWasDoneAndTheOrder() {
        var note = UUID.randomUUID();
        hear(note, -1);
        hear(note, 3);
        var unreadable = EventsOnKafka.put(NoteWritten.TOPIC, NoteWritten.TYPE, note, "{\"length\": \"nonsense");
        hear(note, 4);
        soon().untilAsserted(() -> assertThat(parked(note)).hasSize(4));
        NoteEcho.refusesNegative = false;
        replay(note)
                .then()
                .statusCode(409)
                .body("replayed", equalTo(2))
                .body("eventId", equalTo(unreadable.toString()));
        assertThat(times(note)).isEqualTo(2);
        assertThat(parked(note)).hasSize(2).startsWith(unreadable.toString());
    }

    /** One that the broker would never take would hold up all that follow it, so it never gets into the outbox. */
    @Test
    void anEventTooLargeToSendIsRefusedWhereItIsPublished() {
        var largest = new Digits(UUID.randomUUID(), 640 * 1024 / 2 - 100);
        publish(largest);
        soon().untilAsserted(() -> assertThat(EventsOnKafka.about(NoteWritten.TOPIC, largest.aggregateId()))
                .hasSize(1));
        soon().untilAsserted(() -> assertThat(times(largest.noteId())).isEqualTo(1));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> publish(new Digits(UUID.randomUUID(), 640 * 1024 / 2)))
                .withMessageContaining(NoteWritten.TYPE);
    }

    private void publish(DomainEvent event) {
        QuarkusTransaction.requiringNew().run(() -> outbox.publish(event));
    }

    /** An array of digits is what grows most in the database: each comma gets a space. */
    record Digits(@JsonProperty UUID noteId, @JsonProperty int length) implements DomainEvent {

        @JsonProperty
        int[] digits() {
            return new int[length];
        }

        @Override
        public UUID aggregateId() {
            return noteId;
        }

        @Override
        public String topic() {
            return NoteWritten.TOPIC;
        }

        @Override
        public String type() {
            return NoteWritten.TYPE;
        }
    }

    @Test
    void onlyOperatorsSeeAndReplayWhatIsParked() {
        given().auth()
                .oauth2(Tokens.of("m", "member"))
                .get("/v1/dead-letters")
                .then()
                .statusCode(403);
        admin().post("/v1/dead-letters/" + UUID.randomUUID() + "/replay").then().statusCode(404);
        admin().get("/v1/dead-letters?limit=1").then().statusCode(200).body("items", notNullValue());
    }

    private long replaysToldOf(UUID event) {
        return sql.first(
                        "select count(*) from audit_entry where action = 'dead-letter.replay' and object_id = ?",
                        row -> row.bigint(1),
                        event.toString())
                .orElseThrow();
    }

    private Response replay(UUID subject) {
        return admin().post("/v1/dead-letters/" + letter(subject) + "/replay");
    }

    private String letter(UUID subject) {
        return sql.first(
                        "select id::text from dead_letter where subject = ? and state = 'PARKED' order by id",
                        row -> row.text(1),
                        subject.toString())
                .orElseThrow();
    }

    /** Pages until the event is found. */
    private static String listed(UUID event) {
        var request = admin().queryParam("limit", 200);
        while (true) {
            var page = request.get("/v1/dead-letters").then().statusCode(200).extract();
            if (page.asString().contains(event.toString())) {
                return page.path("items.find { it.eventId == '" + event + "' }.reason");
            }
            assertThat(page.<String>path("next")).isNotNull();
            request = admin().queryParam("limit", 200).queryParam("after", page.<String>path("next"));
        }
    }
}
