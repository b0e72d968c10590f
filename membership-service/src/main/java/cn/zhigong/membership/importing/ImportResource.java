package cn.zhigong.membership.importing;

import static jakarta.transaction.Transactional.TxType.NEVER;

import cn.zhigong.platform.http.Idempotent;
import cn.zhigong.platform.http.Page;
import cn.zhigong.platform.http.Paging;
import cn.zhigong.platform.job.Accepted;
import cn.zhigong.platform.job.Following;
import cn.zhigong.platform.reach.Reach;
import cn.zhigong.platform.reach.Within;
import cn.zhigong.platform.security.CurrentCaller;
import io.smallrye.common.annotation.Blocking;
import io.smallrye.mutiny.Multi;
import jakarta.annotation.security.RolesAllowed;
import jakarta.transaction.Transactional;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.StreamingOutput;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.PartType;
import org.jboss.resteasy.reactive.RestForm;
import org.jboss.resteasy.reactive.RestResponse;
import org.jboss.resteasy.reactive.RestStreamElementType;
import org.jboss.resteasy.reactive.multipart.FileUpload;
import org.jspecify.annotations.Nullable;

/** Imports of the records that unions kept so far. */
@Path("/v1/imports")
@Reach(Within.UNION)
@Tag(name = "Imports 批量导入")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed({"officer", "admin"})
@Idempotent
class ImportResource {

    private static final String CSV = "text/csv";

    /** @param signature of the import, as it was shown to whoever confirms */
    record ImportConfirmation(
            @NotNull @Pattern(regexp = "[0-9a-f]{64}") String signature) {}

    /** @param keepChanged whether memberships that something has come of since may stay */
    record ImportRollback(@Nullable Boolean keepChanged) {}

    /** Which imports are wanted. */
    static class Wanted extends Paging.Request {

        @QueryParam("under")
        @Nullable UUID under;

        @QueryParam("state")
        @Nullable ImportState state;
    }

    /** Which rows are wanted. */
    static class WantedRows extends Paging.Request {

        @QueryParam("result")
        @Parameter(description = "Only rows that mean this to the register")
        @Nullable RowResult result;

        @QueryParam("outcome")
        @Parameter(description = "Only rows of which this became")
        @Nullable RowOutcome outcome;
    }

    private final Importing importing;
    private final Receiving receiving;
    private final Showing showing;
    private final Paging paging;
    private final CurrentCaller caller;

    ImportResource(Importing importing, Receiving receiving, Showing showing, Paging paging, CurrentCaller caller) {
        this.importing = importing;
        this.receiving = receiving;
        this.showing = showing;
        this.paging = paging;
        this.caller = caller;
    }

    /** Transactions of its own: a file is long in reading, and one that is refused counts. */
    @POST
    @Transactional(NEVER)
    @Consumes(MediaType.MULTIPART_FORM_DATA)
    @Operation(
            summary = "Upload a roster (CSV or XLSX, up to 64 MB and 200,000 rows) for a dry run. 上传会员名册并预检。",
            description = "Changes nothing in the register. mapping: a JSON object, field to heading, for headings that"
                    + " are not the usual ones. 仅预检，不入库；mapping 为列名不同时的对应关系。")
    @APIResponse(responseCode = "202", description = "Kept; it is read and compared next")
    @APIResponseSchema(value = ImportView.class, responseCode = "202")
    @APIResponse(responseCode = "422", description = "UNREADABLE_FILE, or columns that are missing or ambiguous")
    public RestResponse<ImportView> upload(
            @RestForm @NotNull UUID organisationId,
            @RestForm @NotNull FileUpload file,
            @RestForm @PartType(MediaType.APPLICATION_JSON) @Valid @Nullable ColumnMapping mapping) {
        var kept = receiving.receive(
                caller.get(),
                organisationId,
                file.fileName(),
                file.uploadedFile(),
                mapping == null ? ColumnMapping.USUAL : mapping);
        return accepted(kept);
    }

    @GET
    @RolesAllowed({"officer", "admin", "auditor"})
    @Operation(summary = "Imports of the unions one is an officer of. 查询导入批次。")
    public Page<ImportView> list(@Valid @BeanParam Wanted wanted) {
        return paging.page(
                wanted,
                (after, most) -> importing.list(caller.get(), wanted.under, wanted.state, after, most),
                ImportView::id);
    }

    @GET
    @Path("/{id}")
    @RolesAllowed({"officer", "admin", "auditor"})
    @Operation(summary = "One import: its counts, progress and signature. 查看导入批次。")
    @APIResponseSchema(value = ImportView.class, responseCode = "200")
    @APIResponse(responseCode = "404", description = "None that the caller may know of")
    public ImportView read(UUID id) {
        return importing.read(caller.get(), id);
    }

    @GET
    @Path("/{id}/events")
    @RolesAllowed({"officer", "admin", "auditor"})
    @Produces(MediaType.SERVER_SENT_EVENTS)
    @RestStreamElementType(MediaType.APPLICATION_JSON)
    @Blocking
    @Operation(summary = "An import's progress as server-sent events, until a person has to decide. 以服务器推送事件跟踪导入进度。")
    public Multi<ImportView> events(UUID id) {
        var officer = caller.get();
        return Following.untilOver(
                importing.read(officer, id),
                () -> importing.read(officer, id),
                one -> !one.state().isInWork());
    }

    @GET
    @Path("/{id}/rows")
    @RolesAllowed({"officer", "admin", "auditor"})
    @Operation(summary = "What each row means to the register, and what became of it; masked. 逐行校验与处理结果。")
    public Page<RowView> rows(UUID id, @Valid @BeanParam WantedRows wanted) {
        return paging.page(
                wanted,
                Integer::valueOf,
                (after, most) -> showing.rows(caller.get(), id, wanted.result, wanted.outcome, after, most),
                row -> String.valueOf(row.line()));
    }

    @GET
    @Path("/{id}/report.csv")
    @RolesAllowed({"officer", "admin", "auditor"})
    @Produces(CSV)
    @Operation(summary = "The same of all rows as a file, to mend the roster by. 下载逐行结果（CSV）。")
    @APIResponse(responseCode = "200", description = "Lines in the order of the roster; UTF-8 with a byte order mark")
    @APIResponse(responseCode = "409", description = "IMPORT_IN_WORK or IMPORT_FORGOTTEN")
    public RestResponse<StreamingOutput> report(UUID id) {
        StreamingOutput report = showing.report(caller.get(), id)::to;
        return RestResponse.ResponseBuilder.ok(report)
                .header(HttpHeaders.CONTENT_TYPE, CSV + ";charset=UTF-8")
                .header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"import-report.csv\"")
                .build();
    }

    @POST
    @Path("/{id}/confirm")
    @Operation(summary = "A second person agrees to exactly these verdicts. 第二人复核确认。")
    @APIResponseSchema(value = ImportView.class, responseCode = "200")
    @APIResponse(responseCode = "409", description = "OWN_IMPORT, OTHER_VERDICTS, or not at that step")
    public ImportView confirm(UUID id, @NotNull @Valid ImportConfirmation confirmation) {
        return importing.confirm(caller.get(), id, confirmation.signature());
    }

    @POST
    @Path("/{id}/apply")
    @Operation(summary = "Do what was agreed to, in the background. 执行入库（后台分批）。")
    @APIResponse(
            responseCode = "202",
            description = "It goes on by itself, also after a crash; follow it at its address")
    @APIResponseSchema(value = ImportView.class, responseCode = "202")
    @APIResponse(responseCode = "409", description = "Not confirmed, or past that step")
    public RestResponse<ImportView> apply(UUID id) {
        return accepted(importing.apply(caller.get(), id));
    }

    @POST
    @Path("/{id}/rollback")
    @Operation(
            summary = "Take it back, for as long as nothing has come of it. 回滚。",
            description = "With keepChanged, what something has come of since stays, and the rest is taken back."
                    + " 已产生后续业务的会员保留，其余撤销。")
    @APIResponse(responseCode = "202", description = "It goes on by itself")
    @APIResponseSchema(value = ImportView.class, responseCode = "202")
    @APIResponse(
            responseCode = "409",
            description =
                    "OWN_IMPORT: somebody else does; IMPORT_SUPERSEDED with the number of rows, IMPORT_FORGOTTEN, or not applied")
    public RestResponse<ImportView> rollBack(
            UUID id, @RequestBody(required = false) @Nullable @Valid ImportRollback rollback) {
        var keepChanged = rollback != null && Boolean.TRUE.equals(rollback.keepChanged());
        return accepted(importing.rollBack(caller.get(), id, keepChanged));
    }

    @POST
    @Path("/{id}/cancel")
    @Operation(summary = "Give it up before anything is changed; its rows are deleted at once. 取消导入。")
    @APIResponseSchema(value = ImportView.class, responseCode = "200")
    @APIResponse(responseCode = "409", description = "Applied already, or ended")
    public ImportView cancel(UUID id) {
        return importing.cancel(caller.get(), id);
    }

    private static RestResponse<ImportView> accepted(ImportView one) {
        return Accepted.at("/v1/imports/" + one.id(), one);
    }
}
