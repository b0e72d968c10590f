package cn.zhigong.platform.sample;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;

import cn.zhigong.platform.sql.Sql;
import cn.zhigong.platform.sql.SqlFailure;
import cn.zhigong.platform.testing.EventsOnKafka;
import cn.zhigong.platform.testing.Infrastructure;
import cn.zhigong.platform.testing.Tokens;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.time.Duration;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What somebody who owns the database cannot do to the audit log without it being seen. */
@QuarkusTest
@QuarkusTestResource(Infrastructure.class)
class AuditTest {

    @Inject
    Sql sql;

    private static ValidatableResponse verification() {
        return given().auth()
                .oauth2(Tokens.of("auditor-x", "auditor"))
                .get("/v1/audit/verification")
                .then()
                .statusCode(200);
    }

    /** An entry of a note that was written, sealed; gives its sequence. */
    private long sealedEntry() {
        String note = given().auth()
                .oauth2(Tokens.of("author", "member"))
                .contentType(ContentType.JSON)
                .body("{\"text\": \"audited\"}")
                .post("/v1/notes")
                .path("id");
        await().atMost(Duration.ofSeconds(25)).until(() -> seal(note) > 0);
        return sql.first("select sequence from audit_entry where object_id = ?", row -> row.getLong(1), note)
                .orElseThrow();
    }

    private long seal(String object) {
        return sql.first("""
                        select s.number from audit_entry e join audit_seal s on e.xid >= s.from_xid and e.xid < s.through_xid
                        where e.object_id = ?
                        """, row -> row.getLong(1), object).orElse(0L);
    }

    private long sealOf(long sequence) {
        return sql.first("""
                        select s.number from audit_entry e join audit_seal s on e.xid >= s.from_xid and e.xid < s.through_xid
                        where e.sequence = ?
                        """, row -> row.getLong(1), sequence).orElseThrow();
    }

    /** Does what only the owner of the tables can. */
    private void asOwner(String statement, Object... parameters) {
        sql.update("alter table audit_entry disable trigger all");
        sql.update("alter table audit_seal disable trigger all");
        try {
            sql.update(statement, parameters);
        } finally {
            sql.update("alter table audit_entry enable trigger all");
            sql.update("alter table audit_seal enable trigger all");
        }
    }

    @Test
    void everyWriteIsSealedAndTheChainIsIntact() {
        sealedEntry();
        verification().body("intact", equalTo(true));
    }

    @Test
    void auditorsFindEntriesByWhatTheyAreAbout() {
        var sequence = sealedEntry();
        var note = sql.first("select object_id from audit_entry where sequence = ?", row -> row.getString(1), sequence)
                .orElseThrow();
        given().auth()
                .oauth2(Tokens.of("auditor-x", "auditor"))
                .queryParam("objectId", note)
                .get("/v1/audit/entries")
                .then()
                .body("items.actor", hasItem("author"))
                .body("items.action", hasItem("note.write"));
        given().auth()
                .oauth2(Tokens.of("m", "member"))
                .get("/v1/audit/entries")
                .then()
                .statusCode(403);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "update audit_entry set actor = 'nobody'",
                "delete from audit_entry",
                "truncate audit_entry",
                "update audit_seal set hash = ''",
                "delete from audit_seal"
            })
    void theLogRefusesEveryOrdinaryChange(String statement) {
        Assertions.assertThatExceptionOfType(SqlFailure.class).isThrownBy(() -> sql.update(statement));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "actor = 'somebody-else'",
                "detail = '{\"a\": 1}'",
                "at = at + interval '1 microsecond'",
                // The same letters, moved over the border between two columns.
                "object_type = 'note|' || object_id, object_id = ''"
            })
    void anAlteredEntryIsFoundInItsSeal(String change) {
        var entry = sealedEntry();
        var seal = sealOf(entry);
        sql.update("drop table if exists audit_kept");
        sql.update("create table audit_kept as select * from audit_entry where sequence = " + entry);
        asOwner("update audit_entry set " + change + " where sequence = ?", entry);
        verification().body("intact", equalTo(false)).body("firstBadSeal", equalTo((int) seal));
        restore(entry);
        verification().body("intact", equalTo(true));
    }

    private void restore(long entry) {
        asOwner("delete from audit_entry where sequence = ?", entry);
        sql.update("insert into audit_entry overriding system value select * from audit_kept");
        sql.update("drop table audit_kept");
    }

    @Test
    void aDeletedEntryIsFoundInItsSeal() {
        var entry = sealedEntry();
        var seal = sealOf(entry);
        sql.update("drop table if exists audit_kept");
        sql.update("create table audit_kept as select * from audit_entry where sequence = " + entry);
        asOwner("delete from audit_entry where sequence = ?", entry);
        verification().body("intact", equalTo(false)).body("firstBadSeal", equalTo((int) seal));
        restore(entry);
        verification().body("intact", equalTo(true));
    }

    @Test
    void anInsertedEntryIsFoundInItsSeal() {
        var entry = sealedEntry();
        var seal = sealOf(entry);
        var forged = sql.first("""
                        insert into audit_entry (xid, at, actor, client, action, object_type, object_id, detail, trace_id)
                        select xid, at, 'forger', client, action, object_type, object_id, detail, trace_id from audit_entry
                        where sequence = ? returning sequence
                        """, row -> row.getLong(1), entry).orElseThrow();
        verification().body("intact", equalTo(false)).body("firstBadSeal", equalTo((int) seal));
        asOwner("delete from audit_entry where sequence = ?", forged);
        verification().body("intact", equalTo(true));
    }

    @Test
    void aSealMadeNarrowerToHideAForgeryBesideItIsFound() {
        var seal = sealOf(sealedEntry());
        var from = sql.first("select from_xid::text from audit_seal where number = ?", row -> row.getString(1), seal)
                .orElseThrow();
        asOwner("update audit_seal set from_xid = (from_xid::text::bigint + 1)::text::xid8 where number = ?", seal);
        verification().body("intact", equalTo(false)).body("firstBadSeal", equalTo((int) seal));
        asOwner("update audit_seal set from_xid = ?::xid8 where number = ?", from, seal);
        verification().body("intact", equalTo(true));
    }

    @Test
    void anEndCutOffIsSeenAgainstThePublishedSeal() {
        var entry = sealedEntry();
        var seal = sealOf(entry);
        await().atMost(Duration.ofSeconds(25)).until(() -> published(seal).contains("\"number\": " + seal + ","));
        var hash = hash(seal);
        assertThat(published(seal)).contains(hash);
        asOwner("delete from audit_entry where xid >= (select from_xid from audit_seal where number = " + seal + ")");
        asOwner("delete from audit_seal where number >= ?", seal);
        verification().body("intact", equalTo(true));
        sealedEntry();
        verification().body("intact", equalTo(true));
        assertThat(hash(seal)).isNotEqualTo(hash);
        assertThat(published(seal)).contains(hash);
    }

    private String hash(long seal) {
        return sql.first("select hash from audit_seal where number = ?", row -> row.getString(1), seal)
                .orElse("");
    }

    /** All that was ever published of this seal. */
    private static String published(long seal) {
        return EventsOnKafka.on("zhigong.platform.audit-seal.v1").stream()
                .map(EventsOnKafka.Sent::body)
                .filter(body -> body.contains("\"number\": " + seal + ","))
                .toList()
                .toString();
    }
}
