package cn.zhigong.membership.servicepoint;

import cn.zhigong.membership.servicepoint.MonthlyServices.MonthlyCount;
import cn.zhigong.platform.http.Created;
import cn.zhigong.platform.http.Idempotent;
import cn.zhigong.platform.http.Page;
import cn.zhigong.platform.reach.Reach;
import cn.zhigong.platform.reach.Within;
import cn.zhigong.platform.reference.PublicText;
import cn.zhigong.platform.security.CurrentCaller;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.PositiveOrZero;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;

/** What health service points rendered, month by month. */
@Path("/v1/service-points")
@Tag(name = "Service points 服务阵地")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed({"officer", "admin"})
@Reach(Within.UNION)
@Idempotent
class ServiceCountResource {

    private static final String MONTH = "20[0-9]{2}-(0[1-9]|1[0-2])";

    /**
     * A report of a month.
     *
     * @param month such as 2026-10, not after the present one
     */
    record NewServiceCount(
            @NotNull @Pattern(regexp = MONTH) String month,
            @NotNull @PositiveOrZero @Max(1_000_000) Integer services) {}

    record ServiceCountCorrection(
            @NotNull @PositiveOrZero @Max(1_000_000) Integer services,
            @NotBlank @Size(max = 500) @PublicText String reason) {}

    private final CountingServices counting;
    private final CurrentCaller caller;

    ServiceCountResource(CountingServices counting, CurrentCaller caller) {
        this.counting = counting;
        this.caller = caller;
    }

    @POST
    @Path("/{id}/service-counts")
    @Operation(summary = "Report how many services a health service point rendered in a month. 上报月度服务人次。")
    @APIResponseSchema(value = MonthlyCount.class, responseCode = "201")
    @APIResponse(responseCode = "404", description = "No such service point, or none within your grants")
    @APIResponse(responseCode = "409", description = "SERVICES_NOT_COUNTED, MONTH_ALREADY_REPORTED")
    public RestResponse<MonthlyCount> report(UUID id, @NotNull @Valid NewServiceCount wanted) {
        var count = counting.report(caller.get(), id, wanted.month(), wanted.services());
        return Created.at("/v1/service-points/%s/service-counts".formatted(id), count);
    }

    @POST
    @Path("/{id}/service-counts/{month}/correct")
    @Operation(
            summary = "Correct what was reported of a month, with a reason. 更正月度服务人次。",
            description = "What was reported is kept beside it")
    @APIResponseSchema(value = MonthlyCount.class, responseCode = "200")
    @APIResponse(responseCode = "404", description = "Nothing was reported of the month, or none within your grants")
    public MonthlyCount correct(UUID id, String month, @NotNull @Valid ServiceCountCorrection correction) {
        return counting.correct(caller.get(), id, month, correction.services(), correction.reason());
    }

    @GET
    @Path("/{id}/service-counts")
    @RolesAllowed({"officer", "admin", "auditor"})
    @Operation(summary = "What was reported of each month, with every correction. 查询月度服务人次及更正记录。")
    public Page<MonthlyCount> list(UUID id) {
        return Page.whole(counting.list(caller.get(), id));
    }
}
