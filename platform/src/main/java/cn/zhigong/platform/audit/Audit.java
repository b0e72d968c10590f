package cn.zhigong.platform.audit;

import cn.zhigong.platform.security.Acting;
import cn.zhigong.platform.security.Caller;
import cn.zhigong.platform.security.CurrentCaller;
import cn.zhigong.platform.sql.CommitRows;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.opentelemetry.api.trace.Span;
import io.quarkus.arc.Arc;
import io.quarkus.vertx.http.runtime.CurrentVertxRequest;
import jakarta.inject.Singleton;
import java.time.InstantSource;
import java.util.Map;
import org.jboss.logging.Logger;

/**
 * Records who did what to which thing, in the transaction that does it. Nothing personal goes into an entry: which
 * fields were seen or changed, not their values.
 */
@Singleton
public class Audit {

    private static final Logger LOG = Logger.getLogger(Audit.class);

    private static final String INSERT = """
            insert into audit_entry (at, actor, client, action, object_type, object_id, detail, trace_id)
            values (?, ?, ?, ?, ?, ?, ?::jsonb, ?)""";

    private final CommitRows rows;
    private final CurrentCaller current;
    private final CurrentVertxRequest request;
    private final ObjectMapper json;
    private final InstantSource clock;

    Audit(CommitRows rows, CurrentCaller current, CurrentVertxRequest request, ObjectMapper json, InstantSource clock) {
        this.rows = rows;
        this.current = current;
        this.request = request;
        this.json = json;
        this.clock = clock;
    }

    /**
     * Records an action of the current caller, known or not, of whoever started the running job, or else of the system.
     *
     * @param action what was done, {@code thing.verb}
     * @param detail codes and names of fields, never personal values
     */
    public void record(String action, String objectType, Object objectId, Map<String, ?> detail) {
        var actor = actor();
        var trace = Span.current().getSpanContext().getTraceId();
        LOG.infof("%s %s %s, trace %s", action, objectType, objectId, trace);
        rows.add(
                INSERT,
                clock.instant(),
                actor.name(),
                actor.client(),
                action,
                objectType,
                objectId.toString(),
                written(detail),
                trace);
    }

    private Actor actor() {
        var acting = Acting.caller();
        if (acting.isKnown()) {
            return Actor.of(acting);
        }
        // The scheduler opens the scope of a request too, though nobody asked for anything.
        if (!Arc.container().requestContext().isActive() || request.getCurrent() == null) {
            return Actor.SYSTEM;
        }
        var caller = current.get();
        return caller.isKnown() ? Actor.of(caller) : Actor.ANONYMOUS;
    }

    private String written(Map<String, ?> detail) {
        try {
            return json.writeValueAsString(detail);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException("Audit detail must be plain data", e);
        }
    }

    private record Actor(String name, String client) {

        /** Of what the platform does by itself. */
        static final Actor SYSTEM = new Actor("system", "");

        /** Of what somebody asked for without a token. */
        static final Actor ANONYMOUS = new Actor("anonymous", "");

        static Actor of(Caller caller) {
            return new Actor(caller.account(), caller.client());
        }
    }
}
