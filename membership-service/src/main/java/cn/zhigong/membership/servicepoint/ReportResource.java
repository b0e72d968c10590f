package cn.zhigong.membership.servicepoint;

import cn.zhigong.platform.http.Created;
import cn.zhigong.platform.http.Idempotent;
import cn.zhigong.platform.http.Page;
import cn.zhigong.platform.http.Paging;
import cn.zhigong.platform.reach.Reach;
import cn.zhigong.platform.reach.Within;
import cn.zhigong.platform.reference.PublicText;
import cn.zhigong.platform.security.CurrentCaller;
import com.fasterxml.jackson.databind.JsonNode;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;

/** What is wrong with service points: members report it, officers settle it. */
@Path("/v1/service-points")
@Tag(name = "Service points 服务阵地")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed({"officer", "admin"})
@Reach(Within.UNION)
@Idempotent
class ReportResource {

    record NewPointReport(
            @NotNull ReportKind kind,
            @NotBlank @Size(max = 500) @PublicText String text) {}

    /** @param change a merge patch of the place, as {@code PATCH /v1/service-points/{id}} takes it */
    record PointReportAcceptance(
            @Nullable @Size(max = 500) @PublicText String note,

            @Schema(implementation = PointFacts.class) @Nullable JsonNode change) {}

    record PointReportDismissal(
            @NotBlank @Size(max = 500) @PublicText String reason) {}

    private final Reporting reporting;
    private final Paging paging;
    private final CurrentCaller caller;

    ReportResource(Reporting reporting, Paging paging, CurrentCaller caller) {
        this.reporting = reporting;
        this.paging = paging;
        this.caller = caller;
    }

    @POST
    @Path("/{id}/reports")
    @RolesAllowed({"member", "officer"})
    @Reach(Within.CITY)
    @Operation(
            summary = "Report what is wrong with a service point. 服务阵地纠错。",
            description =
                    "One open report of each member, place and kind; 10 an hour and 30 a day. Who reported is shown"
                            + " to nobody. 同一会员对同一阵地的同类问题只能有一条待处理；每小时 10 条、每天 30 条；不显示纠错人。")
    @APIResponseSchema(value = PointReportView.class, responseCode = "201")
    @APIResponse(responseCode = "404", description = "No such service point")
    @APIResponse(responseCode = "409", description = "You reported the same and it is not settled; or it is closed")
    @APIResponse(responseCode = "429", description = "Too many reports within the hour or the day")
    public RestResponse<PointReportView> file(UUID id, @NotNull @Valid NewPointReport wanted) {
        var filed = reporting.file(caller.get(), id, wanted.kind(), wanted.text());
        return Created.at("/v1/service-points/%s/reports/%s".formatted(id, filed.id()), filed);
    }

    @GET
    @Path("/{id}/reports/{reportId}")
    @RolesAllowed({"member", "officer", "admin", "auditor"})
    @Reach(Within.OWN_OR_UNION)
    @Operation(summary = "One report, own or about a place of one's union. 查看纠错。")
    @APIResponseSchema(value = PointReportView.class, responseCode = "200")
    @APIResponse(responseCode = "404", description = "None that the caller may know of")
    public PointReportView read(UUID id, UUID reportId) {
        return reporting.read(caller.get(), id, reportId);
    }

    @GET
    @Path("/{id}/reports")
    @RolesAllowed({"officer", "admin", "auditor"})
    @Operation(summary = "Reports about one service point, oldest first. 查询一个阵地的纠错。")
    public Page<PointReportView> ofPoint(
            UUID id, @Valid @BeanParam Paging.Request request, @QueryParam("state") @Nullable ReportState state) {
        return paging.page(
                request,
                (after, most) -> reporting.list(caller.get(), null, id, state, after, most),
                PointReportView::id);
    }

    @GET
    @Path("/reports")
    @RolesAllowed({"officer", "admin", "auditor"})
    @Operation(summary = "Reports about the service points of the unions one is an officer of, oldest first. 查询纠错。")
    public Page<PointReportView> list(
            @Valid @BeanParam Paging.Request request,
            @QueryParam("under") @Nullable UUID under,
            @QueryParam("state") @Nullable ReportState state) {
        return paging.page(
                request,
                (after, most) -> reporting.list(caller.get(), under, null, state, after, most),
                PointReportView::id);
    }

    @POST
    @Path("/{id}/reports/{reportId}/accept")
    @Operation(
            summary = "Accept a report, and correct the place with it if need be. 采纳纠错。",
            description = "With change, If-Match names the version of the service point it was made against")
    @APIResponseSchema(value = PointReportView.class, responseCode = "200")
    @APIResponse(responseCode = "404", description = "None within your grants")
    @APIResponse(responseCode = "409", description = "It is settled, or the place to be changed is closed")
    @APIResponse(responseCode = "412", description = "Somebody changed the place since you read it")
    @APIResponse(responseCode = "428", description = "There is a change and no If-Match")
    public PointReportView accept(
            UUID id,
            UUID reportId,
            @HeaderParam("If-Match") @Nullable String ifMatch,
            @NotNull @Valid PointReportAcceptance acceptance) {
        return reporting.accept(caller.get(), id, reportId, acceptance.note(), acceptance.change(), ifMatch);
    }

    @POST
    @Path("/{id}/reports/{reportId}/dismiss")
    @Operation(summary = "Dismiss a report with a reason. 不采纳纠错。")
    @APIResponseSchema(value = PointReportView.class, responseCode = "200")
    @APIResponse(responseCode = "404", description = "None within your grants")
    @APIResponse(responseCode = "409", description = "It is settled")
    public PointReportView dismiss(UUID id, UUID reportId, @NotNull @Valid PointReportDismissal dismissal) {
        return reporting.dismiss(caller.get(), id, reportId, dismissal.reason());
    }
}
