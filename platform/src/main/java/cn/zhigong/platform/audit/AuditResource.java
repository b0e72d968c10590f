package cn.zhigong.platform.audit;

import cn.zhigong.platform.http.Page;
import cn.zhigong.platform.http.Paging;
import cn.zhigong.platform.reach.Reach;
import cn.zhigong.platform.reach.Within;
import cn.zhigong.platform.security.Access;
import cn.zhigong.platform.sql.Row;
import cn.zhigong.platform.sql.Sql;
import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** The auditors' view. */
@Path("/v1/audit")
@Produces(MediaType.APPLICATION_JSON)
@Reach(Within.CITY)
@RolesAllowed({Access.AUDITOR, Access.ADMIN})
@Tag(name = "operations")
class AuditResource {

    /**
     * One action.
     *
     * @param xid of the transaction that did it, which orders the log before the sequence does
     * @param actor an account; {@code anonymous} for a request without a token, {@code system} for what nobody asked
     *     for
     * @param detail codes and names of fields
     */
    record Entry(
            @JsonIgnore String xid,
            long sequence,
            Instant at,
            String actor,
            String client,
            String action,
            String objectType,
            String objectId,
            Map<String, Object> detail,
            String traceId) {

        private String place() {
            return xid + "-" + sequence;
        }
    }

    /** Where an entry stands in the log. */
    record Place(String xid, long sequence) {

        private static final Place START = new Place("0", 0);

        private static Place parse(String text) {
            var parts = text.split("-", -1);
            if (parts.length != 2) {
                throw new IllegalArgumentException("Not a place in the log");
            }
            return new Place(parts[0], Long.parseLong(parts[1]));
        }
    }

    private final Sql sql;
    private final Paging paging;
    private final ObjectMapper json;

    AuditResource(Sql sql, Paging paging, ObjectMapper json) {
        this.sql = sql;
        this.paging = paging;
        this.json = json;
    }

    @GET
    @Path("/entries")
    @Operation(summary = "The audit log. 审计日志。")
    public Page<Entry> entries(
            @Parameter(description = "Only what was done to this thing. 仅限对此对象的操作。") @QueryParam("objectId") @Nullable String objectId,
            @Parameter(
                            description =
                                    "Only what this account did; anonymous: requests without a token, system: what nobody asked for. 仅限此账号的操作；anonymous 为未登录的请求，system 为系统自身的操作。")
                    @QueryParam("actor")
                    @Nullable String actor,
            @Valid @BeanParam Paging.Request request) {
        return paging.page(request, Place::parse, (after, most) -> read(objectId, actor, after, most), Entry::place);
    }

    private List<Entry> read(@Nullable String objectId, @Nullable String actor, @Nullable Place after, int most) {
        var place = Objects.requireNonNullElse(after, Place.START);
        return sql.list("""
                select xid::text, sequence, at, actor, client, action, object_type, object_id, detail::text, trace_id
                from audit_entry
                where (?::text is null or object_id = ?) and (?::text is null or actor = ?)
                and (xid, sequence) > (?::xid8, ?)
                order by xid, sequence limit ?
                """, this::entry, objectId, objectId, actor, actor, place.xid(), place.sequence(), most);
    }

    private Entry entry(Row row) {
        return new Entry(
                row.text(1),
                row.bigint(2),
                row.instant(3),
                row.text(4),
                row.text(5),
                row.text(6),
                row.text(7),
                row.text(8),
                detail(row.text(9)),
                row.text(10));
    }

    private Map<String, Object> detail(String text) {
        try {
            return json.readValue(text, new TypeReference<>() {});
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("The audit log holds something that is not JSON", e);
        }
    }
}
