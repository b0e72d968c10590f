package cn.zhigong.platform.http;

import static java.nio.charset.StandardCharsets.UTF_8;

import cn.zhigong.platform.background.Forgetting;
import cn.zhigong.platform.privacy.BlindIndex;
import cn.zhigong.platform.privacy.Digests;
import cn.zhigong.platform.privacy.FieldAddress;
import cn.zhigong.platform.privacy.FieldCipher;
import cn.zhigong.platform.sql.CommitRows;
import cn.zhigong.platform.sql.Row;
import cn.zhigong.platform.sql.Sql;
import cn.zhigong.platform.time.Ids;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.inject.Singleton;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import java.lang.reflect.Method;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import org.jboss.resteasy.reactive.RestResponse;
import org.jboss.resteasy.reactive.multipart.FileUpload;
import org.jspecify.annotations.Nullable;

/**
 * The stored answers to requests with an idempotency key. Bodies may be personal and are kept encrypted. Ages are those
 * of the database's clock: business time may be moved, and a caller's retry knows nothing of it.
 */
@Singleton
class IdempotencyRecords implements Forgetting {

    /** One request with a key. */
    record Attempt(String caller, String endpoint, String key, String requestHash) {

        private long lock() {
            var whole = (caller + '\n' + endpoint + '\n' + key).getBytes(UTF_8);
            return ByteBuffer.wrap(Digests.sha256().digest(whole)).getLong();
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

    /** Stands where the status will, while a request runs outside a transaction of ours. */
    private static final int RUNNING = 0;

    /** No request lives as long: the instance that ran it has died, and the next may try. */
    private static final Duration LONGEST_RUN = Duration.ofMinutes(2);

    /** What the API promises. */
    private static final Duration KEPT = Duration.ofHours(24);

    private final Sql sql;
    private final CommitRows rows;
    private final FieldCipher cipher;
    private final BlindIndex index;
    private final ObjectMapper json;

    IdempotencyRecords(Sql sql, CommitRows rows, FieldCipher cipher, BlindIndex index, ObjectMapper json) {
        this.sql = sql;
        this.rows = rows;
        this.cipher = cipher;
        this.index = index;
        this.json = json;
    }

    /** Claims the key for the running transaction and looks up an earlier answer, in one round trip. */
    Earlier begin(Attempt attempt) {
        return sql.first("""
                        select pg_try_advisory_xact_lock(?) as mine, i.id, i.request_hash, i.status, i.location, i.etag,
                            i.body
                        from (select 1) as one
                        left join idempotency i on i.caller = ? and i.endpoint = ? and i.key = ?
                        """, this::earlier, attempt.lock(), attempt.caller(), attempt.endpoint(), attempt.key())
                .orElseThrow();
    }

    private Earlier earlier(Row row) {
        var id = row.uuidOrNull("id");
        if (id == null) {
            return new Earlier(row.flag("mine"), null);
        }
        if (row.integer("status") == RUNNING) {
            return new Earlier(false, null);
        }
        Map<String, String> headers = new LinkedHashMap<>();
        headers.put(HttpHeaders.CONTENT_TYPE, MediaType.APPLICATION_JSON);
        var location = row.textOrNull("location");
        if (location != null) {
            headers.put(HttpHeaders.LOCATION, location);
        }
        var etag = row.textOrNull("etag");
        if (etag != null) {
            headers.put(HttpHeaders.ETAG, etag);
        }
        var body = cipher.decrypt(row.bytes("body"), at(id));
        return new Earlier(
                row.flag("mine"), new Answer(row.text("request_hash"), row.integer("status"), headers, body));
    }

    /**
     * Claims the key with a row, for a request that will run outside this transaction; its answer or its failure takes
     * the row away.
     */
    Earlier claim(Attempt attempt) {
        release(attempt, LONGEST_RUN);
        var earlier = begin(attempt);
        if (earlier.mine() && earlier.answer() == null) {
            var claimed = sql.update(
                    """
                    insert into idempotency (id, caller, endpoint, key, request_hash, status, body, created_at)
                    values (?, ?, ?, ?, ?, ?, ?, now()) on conflict do nothing""",
                    Ids.next(),
                    attempt.caller(),
                    attempt.endpoint(),
                    attempt.key(),
                    attempt.requestHash(),
                    RUNNING,
                    new byte[0]);
            // Another may have claimed it between our look and our turn.
            return new Earlier(claimed == 1, null);
        }
        return earlier;
    }

    /** Gives a claim up, or makes room for the answer. */
    void release(Attempt attempt) {
        release(attempt, Duration.ZERO);
    }

    private void release(Attempt attempt, Duration claimedFor) {
        sql.update("""
                delete from idempotency where caller = ? and endpoint = ? and key = ? and status = ?
                and created_at <= now() - make_interval(secs => ?)""", attempt.caller(), attempt.endpoint(), attempt.key(), RUNNING, claimedFor.toSeconds());
    }

    @Override
    public int forget(Instant now, int most) {
        return sql.update("""
                delete from idempotency where ctid = any(array(select ctid from idempotency
                    where created_at < now() - make_interval(secs => ?) limit ?))""", KEPT.toSeconds(), most);
    }

    /** Stores the answer with the running transaction. */
    void complete(Attempt attempt, @Nullable Object answer) {
        var id = Ids.next();
        var response = answer instanceof RestResponse<?> full ? full : RestResponse.ok(answer);
        rows.add(
                """
                insert into idempotency (id, caller, endpoint, key, request_hash, status, location, etag, body, created_at)
                values (?, ?, ?, ?, ?, ?, ?, ?, ?, now())""",
                id,
                attempt.caller(),
                attempt.endpoint(),
                attempt.key(),
                attempt.requestHash(),
                response.getStatus(),
                response.getHeaders().getFirst(HttpHeaders.LOCATION) == null
                        ? null
                        : String.valueOf(response.getHeaders().getFirst(HttpHeaders.LOCATION)),
                response.getEntity() instanceof Versioned view ? EntityTags.of(view) : null,
                cipher.encrypt(written(response.getEntity()), at(id)));
    }

    /**
     * A fingerprint of what was asked: the operation's arguments, except what the framework itself gives. Keyed, for a
     * phone may be all of them.
     *
     * @throws IllegalStateException for an argument that is no plain data: it would go into no fingerprint, and another
     *     request would get this one's answer
     */
    String hash(Method operation, @Nullable Object[] arguments) {
        var parameters = operation.getParameters();
        var data = IntStream.range(0, parameters.length)
                .filter(i -> !parameters[i].isAnnotationPresent(Context.class))
                .mapToObj(i -> arguments[i] instanceof FileUpload file ? digest(file) : arguments[i])
                .toArray();
        return index.hex("idempotency.request", written(data));
    }

    /** Stands for the bytes of a file and for its name. */
    private static String digest(FileUpload file) {
        return file.fileName() + " " + HexFormat.of().formatHex(Digests.sha256(file.uploadedFile()));
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
}
