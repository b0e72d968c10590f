package cn.zhigong.platform.testing.access;

import static java.nio.charset.StandardCharsets.UTF_8;

import cn.zhigong.platform.sql.Sql;
import cn.zhigong.platform.testing.access.Attempts.Attempt;
import cn.zhigong.platform.time.Ids;
import jakarta.enterprise.inject.spi.CDI;
import java.util.Base64;
import org.jspecify.annotations.Nullable;

/** Idempotency keys in use: what a request leaves in the database until it has ended. */
final class Claims {

    /** Stands where the status will. */
    private static final int RUNNING = 0;

    private Claims() {}

    /** The attempt with a key with which its caller has made it already, a moment ago; that one is not answered yet. */
    static Attempt secondOf(Attempt attempt) {
        var id = Ids.next();
        var _ = CDI.current()
                .select(Sql.class)
                .get()
                .update(
                        "insert into idempotency (id, caller, endpoint, key, request_hash, status, body, created_at)"
                                + " values (?, ?, ?, ?, '', ?, ''::bytea, now())",
                        id,
                        who(attempt.headers().get("Authorization")),
                        attempt.path(),
                        id.toString(),
                        RUNNING);
        return attempt.with("Idempotency-Key", id.toString());
    }

    /** As the service tells callers apart. */
    private static String who(@Nullable String authorisation) {
        if (authorisation == null) {
            return "address:127.0.0.1";
        }
        var claims = new String(Base64.getUrlDecoder().decode(authorisation.split("\\.", -1)[1]), UTF_8);
        return Wire.json(claims).path("sub").asText();
    }
}
