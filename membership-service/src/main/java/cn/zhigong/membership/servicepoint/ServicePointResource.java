package cn.zhigong.membership.servicepoint;

import cn.zhigong.membership.servicepoint.PointSearch.Found;
import cn.zhigong.membership.servicepoint.PointTotals.PointCount;
import cn.zhigong.membership.servicepoint.ServicePoints.TakenStep;
import cn.zhigong.platform.http.Page;
import cn.zhigong.platform.http.Paging;
import cn.zhigong.platform.reach.Reach;
import cn.zhigong.platform.reach.Within;
import jakarta.annotation.security.PermitAll;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.time.LocalDate;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** The map of service points, for everybody: a worker on the street has no token. */
@Path("/v1/service-points")
@Tag(name = "Service points 服务阵地")
@Produces(MediaType.APPLICATION_JSON)
@PermitAll
@Reach(Within.ANYBODY)
class ServicePointResource {

    static class Filters extends Paging.Request {

        @QueryParam("near")
        @Size(max = 60) @Nullable String near;

        @QueryParam("radius")
        @Min(1) @Max(50_000) @Nullable Integer radius;

        @QueryParam("under")
        @Nullable UUID under;

        @QueryParam("district")
        @Pattern(regexp = "[0-9]{6}") @Nullable String district;

        @QueryParam("type")
        @Nullable PointType type;

        @QueryParam("facility")
        @Nullable Facility facility;

        @QueryParam("state")
        @Nullable PointState state;

        @QueryParam("openNow")
        @Nullable Boolean openNow;

        @QueryParam("q")
        @Size(max = 100) @Nullable String text;

        FindingPoints.Wanted wanted() {
            return new FindingPoints.Wanted(near, radius, under, district, type, facility, state, openNow, text);
        }
    }

    private final FindingPoints finding;
    private final Paging paging;

    ServicePointResource(FindingPoints finding, Paging paging) {
        this.finding = finding;
        this.paging = paging;
    }

    @GET
    @Operation(
            summary = "Find service points: around a place, the nearest first, or by other marks. 查找服务阵地。",
            description = "near is longitude,latitude in WGS 84, radius metres (2000 unless told otherwise)."
                    + " With near each row has distanceMetres. Closed ones appear only with state=CLOSED."
                    + " openNow=true leaves those that are open at this moment. q finds a part of name or address;"
                    + " district, type and facility leave those in it, of it, and with it."
                    + " near 为 WGS 84 的经度,纬度；radius 单位为米，默认 2000。已关闭的阵地仅在 state=CLOSED 时返回。")
    public Page<ServicePointView> list(@Valid @BeanParam Filters filters) {
        return paging.page(
                        filters,
                        Found::parse,
                        (after, most) -> finding.list(filters.wanted(), after, most),
                        FindingPoints.Row::key)
                .map(FindingPoints.Row::view);
    }

    @GET
    @Path("/totals")
    @Operation(
            summary = "How many service points there are, by type and state. 服务阵地数量统计。",
            description = "on counts what stood at the end of that day, today unless told otherwise;"
                    + " under counts those of an organisation and all below it, district those in it, by the owners"
                    + " and districts of now")
    public Page<PointCount> totals(
            @QueryParam("under") @Nullable UUID under,
            @QueryParam("district") @Pattern(regexp = "[0-9]{6}") @Nullable String district,
            @QueryParam("on") @Nullable LocalDate on) {
        return Page.whole(finding.totals(under, district, on));
    }

    @GET
    @Path("/{id}")
    @Operation(summary = "One service point, and whether it is open now. 查看服务阵地及当前是否开放。")
    @APIResponseSchema(value = ServicePointView.class, responseCode = "200")
    @APIResponse(responseCode = "404", description = "There is none")
    public ServicePointView read(UUID id) {
        return finding.read(id);
    }

    @GET
    @Path("/{id}/steps")
    @Operation(summary = "When and why it opened and closed, the first step first. 查看启用与关闭沿革。")
    public Page<TakenStep> steps(UUID id) {
        return Page.whole(finding.steps(id));
    }
}
