package cn.zhigong.membership.collective;

import cn.zhigong.platform.http.Created;
import cn.zhigong.platform.http.Idempotent;
import cn.zhigong.platform.http.Page;
import cn.zhigong.platform.http.Paging;
import cn.zhigong.platform.job.Accepted;
import cn.zhigong.platform.job.Jobs;
import cn.zhigong.platform.reach.Reach;
import cn.zhigong.platform.reach.Within;
import cn.zhigong.platform.security.CurrentCaller;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;

/** Batches of workers who join together. */
@Path("/v1/collective-joinings")
@Reach(Within.UNION)
@Tag(name = "Joining together 集中入会")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed({"officer", "admin"})
@Idempotent
class CollectiveJoiningResource {

    /**
     * A decision.
     *
     * @param minutes of the committee that decided
     */
    record Approval(@NotBlank @Size(max = 4_000) String minutes) {}

    private final JoiningTogether together;
    private final Paging paging;
    private final CurrentCaller caller;

    CollectiveJoiningResource(JoiningTogether together, Paging paging, CurrentCaller caller) {
        this.together = together;
        this.paging = paging;
        this.caller = caller;
    }

    @POST
    @Operation(summary = "Prepare a batch around a join code of the union. 建立集中入会批次。")
    @APIResponseSchema(value = CollectiveJoiningView.class, responseCode = "201")
    @APIResponse(responseCode = "409", description = "JOIN_CODE_OF_OTHER_BATCH")
    public RestResponse<CollectiveJoiningView> prepare(@NotNull @Valid NewCollectiveJoining wanted) {
        var batch = together.prepare(caller.get(), wanted);
        return Created.at("/v1/collective-joinings/" + batch.id(), batch);
    }

    @GET
    @RolesAllowed({"officer", "admin", "auditor"})
    @Operation(summary = "Batches of the unions one is an officer of. 查询集中入会批次。")
    public Page<CollectiveJoiningView> list(
            @Valid @BeanParam Paging.Request request, @QueryParam("under") @Nullable UUID under) {
        return paging.page(
                request, (after, most) -> together.list(caller.get(), under, after, most), CollectiveJoiningView::id);
    }

    @GET
    @Path("/{id}")
    @RolesAllowed({"officer", "admin", "auditor"})
    @Operation(summary = "One batch, with how many applied. 查看集中入会批次。")
    @APIResponseSchema(value = CollectiveJoiningView.class, responseCode = "200")
    @APIResponse(responseCode = "404", description = "None that the caller may know of")
    public CollectiveJoiningView read(UUID id) {
        return together.read(caller.get(), id);
    }

    @POST
    @Path("/{id}/approve")
    @Operation(summary = "Approve all who await a decision, each for itself, in a job. 集中批准（后台任务逐人办理）。")
    @APIResponse(responseCode = "202", description = "Decided; the job's result says how many came to which end")
    @APIResponseSchema(value = Jobs.Job.class, responseCode = "202")
    public RestResponse<Jobs.Job> approve(UUID id, @NotNull @Valid Approval approval) {
        return Accepted.of(together.approve(caller.get(), id, approval.minutes()));
    }
}
