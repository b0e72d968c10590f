package cn.zhigong.platform.audit;

import cn.zhigong.platform.http.Page;
import cn.zhigong.platform.http.Paging;
import cn.zhigong.platform.security.Access;
import cn.zhigong.platform.sql.Sql;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.time.Instant;
import java.time.OffsetDateTime;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** The auditors' view. */
@Path("/v1/audit")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed({Access.AUDITOR, Access.ADMIN})
@Tag(name = "operations")
class AuditResource {

    record Entry(
            long sequence,
            Instant at,
            String actor,
            String client,
            String action,
            String objectType,
            String objectId,
            String traceId) {}

    /**
     * What recomputing the chain showed.
     *
     * @param firstBadSeal the first seal that no longer matches its entries or does not follow the one before
     * @param lastHash of the last good seal, to be compared with the published one of the same number: whoever cuts off
     *     the end of the chain leaves a shorter one that is intact
     */
    record Verification(
            boolean intact,
            long seals,
            long sealedEntries,
            @Nullable Long firstBadSeal,
            String lastHash) {}

    private final Sql sql;
    private final SealedRanges ranges;
    private final Paging paging;

    AuditResource(Sql sql, SealedRanges ranges, Paging paging) {
        this.sql = sql;
        this.ranges = ranges;
        this.paging = paging;
    }

    @GET
    @Path("/entries")
    @Operation(summary = "The audit log. 审计日志。")
    public Page<Entry> entries(
            @QueryParam("objectId") @Nullable String objectId,
            @QueryParam("actor") @Nullable String actor,
            @Valid @BeanParam Paging.Request request) {
        var after = paging.after(request, Long::valueOf);
        var rows = sql.list(
                """
                select sequence, at, actor, client, action, object_type, object_id, trace_id from audit_entry
                where (?::text is null or object_id = ?) and (?::text is null or actor = ?) and sequence > ?
                order by sequence limit ?
                """,
                row -> new Entry(
                        row.getLong(1),
                        row.getObject(2, OffsetDateTime.class).toInstant(),
                        row.getString(3),
                        row.getString(4),
                        row.getString(5),
                        row.getString(6),
                        row.getString(7),
                        row.getString(8)),
                objectId,
                objectId,
                actor,
                actor,
                after == null ? 0L : after,
                request.limit() + 1);
        return paging.page(request, rows, entry -> String.valueOf(entry.sequence()));
    }

    /** Recomputes every seal from the entries and says where the chain first breaks. */
    @GET
    @Path("/verification")
    @Operation(summary = "Whether the audit log is as it was sealed. 校验审计日志是否被改动。")
    public Verification verification() {
        var previous = "";
        var reached = "0";
        var expected = 1L;
        var entries = 0L;
        for (var seal : ranges.all()) {
            var now = ranges.read(seal.number(), seal.fromXid(), seal.throughXid(), previous);
            if (seal.number() != expected || !seal.fromXid().equals(reached) || !now.equals(seal)) {
                return new Verification(false, expected - 1, entries, expected, previous);
            }
            previous = seal.hash();
            reached = seal.throughXid();
            entries += seal.entries();
            expected++;
        }
        return new Verification(true, expected - 1, entries, null, previous);
    }
}
