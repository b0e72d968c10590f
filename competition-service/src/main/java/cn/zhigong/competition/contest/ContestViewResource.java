package cn.zhigong.competition.contest;

import cn.zhigong.platform.http.Page;
import cn.zhigong.platform.http.Paging;
import cn.zhigong.platform.reach.Reach;
import cn.zhigong.platform.reach.Within;
import cn.zhigong.platform.security.CurrentCaller;
import jakarta.annotation.security.PermitAll;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** Contests as anybody may see them: a resource of its own, for the other one is closed to all but officers. */
@Path("/v1/contests")
@Produces(MediaType.APPLICATION_JSON)
@PermitAll
@Reach(Within.ANYBODY)
@Tag(name = "Contests")
class ContestViewResource {

    private final Organising organising;
    private final Paging paging;
    private final CurrentCaller current;

    ContestViewResource(Organising organising, Paging paging, CurrentCaller current) {
        this.organising = organising;
        this.paging = paging;
        this.current = current;
    }

    @GET
    @Operation(
            summary = "List contests: published ones, and those of the caller's unions. 查询竞赛。",
            description = "year: only those of this year.")
    public Page<ContestView> list(
            @QueryParam("state") @Nullable ContestState state,
            @QueryParam("year") @Min(2000) @Max(2200) @Nullable Integer year,
            @Valid @BeanParam Paging.Request request) {
        return paging.page(
                request, (after, most) -> organising.list(current.get(), state, year, after, most), ContestView::id);
    }

    @GET
    @Path("/{id}")
    @Operation(summary = "See a contest. 查看竞赛。")
    @APIResponseSchema(value = ContestView.class, responseCode = "200")
    @APIResponse(responseCode = "404", description = "None that the caller may see")
    public ContestView look(UUID id) {
        return organising.look(current.get(), id);
    }
}
