package cn.zhigong.platform.http;

import static java.nio.charset.StandardCharsets.UTF_8;

import cn.zhigong.platform.privacy.BlindIndex;
import cn.zhigong.platform.privacy.FieldAddress;
import cn.zhigong.platform.privacy.FieldCipher;
import cn.zhigong.platform.sql.CommitRows;
import cn.zhigong.platform.sql.Sql;
import cn.zhigong.platform.time.Ids;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;

/** The stored answers to requests with an idempotency key. Bodies may be personal and are kept encrypted. */
@ApplicationScoped
class IdempotencyRecords {

    /** One request with a key. */
    record Attempt(String caller, String endpoint, String key, String requestHash) {

        private long lock() {
            var digest = sha256((caller + '\n' + endpoint + '\n' + key).getBytes(UTF_8));
            return ByteBuffer.wrap(digest).getLong();
        }
    }

    /** A stored answer. */
    record Answer(String requestHash, int status, Map<String, String> headers, String body) {}

    /**
     * What is known of a key.
     *
     * @param mine whether no other request with this key is running
     */
    record Earlier(boolean mine, @Nullable Answer answer) {}

    private final Sql sql;
    private final CommitRows rows;
    private final FieldCipher cipher;
    private final BlindIndex index;
    private final ObjectMapper json;
    private final InstantSource clock;

    IdempotencyRecords(
            Sql sql, CommitRows rows, FieldCipher cipher, BlindIndex index, ObjectMapper json, InstantSource clock) {
        this.sql = sql;
        this.rows = rows;
        this.cipher = cipher;
        this.index = index;
        this.json = json;
        this.clock = clock;
    }

    /** Claims the key for the running transaction and looks up an earlier answer, in one round trip. */
    Earlier begin(Attempt attempt) {
        return sql.first("""
                        select pg_try_advisory_xact_lock(?) as mine, i.id, i.request_hash, i.status, i.location, i.body
                        from (select 1) as one
                        left join idempotency i on i.caller = ? and i.endpoint = ? and i.key = ?
                        """, this::earlier, attempt.lock(), attempt.caller(), attempt.endpoint(), attempt.key())
                .orElseThrow();
    }

    private Earlier earlier(ResultSet row) throws SQLException {
        var id = row.getObject("id", UUID.class);
        if (id == null) {
            return new Earlier(row.getBoolean("mine"), null);
        }
        Map<String, String> headers = new LinkedHashMap<>();
        headers.put(HttpHeaders.CONTENT_TYPE, MediaType.APPLICATION_JSON);
        if (row.getString("location") != null) {
            headers.put(HttpHeaders.LOCATION, row.getString("location"));
        }
        var body = cipher.decrypt(row.getBytes("body"), at(id));
        return new Earlier(
                row.getBoolean("mine"), new Answer(row.getString("request_hash"), row.getInt("status"), headers, body));
    }

    /** Stores the answer with the running transaction. */
    void complete(Attempt attempt, @Nullable Object answer) {
        var id = Ids.next();
        var response = answer instanceof RestResponse<?> full ? full : RestResponse.ok(answer);
        rows.add(
                """
                insert into idempotency (id, caller, endpoint, key, request_hash, status, location, body, created_at)
                values (?, ?, ?, ?, ?, ?, ?, ?, ?)""",
                id,
                attempt.caller(),
                attempt.endpoint(),
                attempt.key(),
                attempt.requestHash(),
                response.getStatus(),
                response.getHeaders().getFirst(HttpHeaders.LOCATION) == null
                        ? null
                        : String.valueOf(response.getHeaders().getFirst(HttpHeaders.LOCATION)),
                cipher.encrypt(written(response.getEntity()), at(id)),
                clock.instant());
    }

    /** A fingerprint of what was asked: the operation's plain-data arguments. Keyed, for a phone may be all of them. */
    String hash(@Nullable Object[] arguments) {
        var data = Arrays.stream(arguments)
                .filter(one -> one == null
                        || one instanceof Record
                        || one instanceof String
                        || one instanceof UUID
                        || one instanceof Number)
                .toArray();
        return index.hex("idempotency.request", written(data));
    }

    private String written(@Nullable Object value) {
        try {
            return json.writeValueAsString(value);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("An answer must be plain data", e);
        }
    }

    private static FieldAddress at(UUID id) {
        return new FieldAddress("idempotency", "body", id);
    }

    private static byte[] sha256(byte[] bytes) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(bytes);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every JDK has SHA-256", e);
        }
    }
}
