package cn.zhigong.platform.sample;

import static io.restassured.RestAssured.given;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.greaterThanOrEqualTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.lessThan;
import static org.hamcrest.Matchers.lessThanOrEqualTo;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

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
import java.sql.SQLException;
import java.time.Duration;
import javax.sql.DataSource;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What somebody who owns the database cannot do to the audit log without it being seen. */
@QuarkusTest
@QuarkusTestResource(Infrastructure.class)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class AuditTest {

    private static final String RELAYING = "7100001";
    private static final String SEALING = "hashtextextended('audit-sealing', 0)";

    @Inject
    DataSource database;

    @Inject
    Sql sql;

    private static ValidatableResponse verification() {
        return given().auth()
                .oauth2(Tokens.of("auditor-x", "auditor"))
                .get("/v1/audit/verification")
                .then()
                .statusCode(200);
    }

    private static void firstBad(long seal, String flaw) {
        verification()
                .body("intact", equalTo(false))
                .body("firstBadSeal", equalTo((int) seal))
                .body("flaw", equalTo(flaw));
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
        return sql.first("select sequence from audit_entry where object_id = ?", row -> row.bigint(1), note)
                .orElseThrow();
    }

    private long seal(String object) {
        return sql.first("""
                        select s.number from audit_entry e join audit_seal s on e.xid >= s.from_xid and e.xid < s.through_xid
                        where e.object_id = ?
                        """, row -> row.bigint(1), object).orElse(0L);
    }

    private long sealOf(long sequence) {
        return sql.first("""
                        select s.number from audit_entry e join audit_seal s on e.xid >= s.from_xid and e.xid < s.through_xid
                        where e.sequence = ?
                        """, row -> row.bigint(1), sequence).orElseThrow();
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
        verification()
                .body("intact", equalTo(true))
                .body("comparedFrom", equalTo(1))
                .body("comparedThrough", notNullValue())
                .body("flaw", nullValue());
    }

    @Test
    void auditorsFindEntriesByWhatTheyAreAbout() {
        var sequence = sealedEntry();
        var note = sql.first("select object_id from audit_entry where sequence = ?", row -> row.text(1), sequence)
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
        firstBad(seal, "ALTERED");
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
        firstBad(seal, "ALTERED");
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
                        """, row -> row.bigint(1), entry).orElseThrow();
        firstBad(seal, "ALTERED");
        asOwner("delete from audit_entry where sequence = ?", forged);
        verification().body("intact", equalTo(true));
    }

    @Test
    void aSealMadeNarrowerToHideAForgeryBesideItIsFound() {
        var seal = sealOf(sealedEntry());
        var from = sql.first("select from_xid::text from audit_seal where number = ?", row -> row.text(1), seal)
                .orElseThrow();
        asOwner("update audit_seal set from_xid = (from_xid::text::bigint + 1)::text::xid8 where number = ?", seal);
        firstBad(seal, "ALTERED");
        asOwner("update audit_seal set from_xid = ?::xid8 where number = ?", from, seal);
        verification().body("intact", equalTo(true));
    }

    @Test
    void anEndCutOffIsSeenBecauseItWasPublished() throws SQLException {
        var seal = publishedSealOf(sealedEntry());
        HeldLock.during(database, SEALING, () -> {
            sql.update("drop table if exists audit_seal_kept");
            sql.update("create table audit_seal_kept as select * from audit_seal where number >= " + seal);
            asOwner("delete from audit_seal where number >= ?", seal);
            try {
                firstBad(seal, "CUT_OFF");
            } finally {
                sql.update("insert into audit_seal select * from audit_seal_kept");
                sql.update("drop table audit_seal_kept");
            }
        });
        verification().body("intact", equalTo(true));
    }

    @Test
    void aSealThatWaitsForTheBrokerIsNoFlawAndOneThatWasTakenFromThereIs() throws SQLException {
        publishedSealOf(sealedEntry());
        HeldLock.during(database, RELAYING, () -> {
            var seal = (int) sealOf(sealedEntry());
            verification()
                    .body("intact", equalTo(true))
                    .body("seals", greaterThanOrEqualTo(seal))
                    .body("comparedThrough", lessThan(seal));
            sql.update("drop table if exists outbox_kept");
            sql.update("create table outbox_kept as select * from outbox");
            sql.update("delete from outbox");
            try {
                verification()
                        .body("intact", equalTo(false))
                        .body("firstBadSeal", lessThanOrEqualTo(seal))
                        .body("flaw", equalTo("NEVER_PUBLISHED"));
            } finally {
                sql.update("insert into outbox overriding system value select * from outbox_kept");
                sql.update("drop table outbox_kept");
            }
        });
    }

    /** Comes last: what was published differently stays so. */
    @Test
    @Order(Integer.MAX_VALUE)
    void aChainMadeAnewIsSeenBecauseTheFirstOneWasPublished() throws SQLException {
        var entry = sealedEntry();
        var seal = publishedSealOf(entry);
        HeldLock.during(database, SEALING, () -> {
            asOwner("update audit_entry set actor = 'somebody-else' where sequence = ?", entry);
            asOwner("delete from audit_seal where number >= ?", seal);
        });
        sealedEntry();
        firstBad(seal, "NOT_AS_PUBLISHED");
    }

    private long publishedSealOf(long entry) {
        var seal = sealOf(entry);
        await().atMost(Duration.ofSeconds(25))
                .until(() -> EventsOnKafka.on("zhigong.platform.audit-seal.v1").stream()
                        .anyMatch(sent -> sent.body().contains("\"number\": " + seal + ",")));
        return seal;
    }
}
