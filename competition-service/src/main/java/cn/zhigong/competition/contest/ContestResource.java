package cn.zhigong.competition.contest;

import cn.zhigong.platform.http.Created;
import cn.zhigong.platform.http.Idempotent;
import cn.zhigong.platform.http.MergePatch;
import cn.zhigong.platform.reach.Reach;
import cn.zhigong.platform.reach.Within;
import cn.zhigong.platform.security.Caller;
import cn.zhigong.platform.security.CurrentCaller;
import com.fasterxml.jackson.databind.JsonNode;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;

@Path("/v1/contests")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed({"officer", "admin"})
@Idempotent
@Reach(Within.UNION)
@Tag(name = "Contests")
class ContestResource {

    /** Why a contest is returned, cancelled or postponed. */
    record Why(@NotBlank @Size(max = 500) String reason) {}

    private final Organising organising;
    private final CurrentCaller current;

    ContestResource(Organising organising, CurrentCaller current) {
        this.organising = organising;
        this.current = current;
    }

    private Caller caller() {
        return current.get();
    }

    @POST
    @Operation(summary = "Draft a contest. 起草竞赛。")
    @APIResponseSchema(value = ContestView.class, responseCode = "201")
    public RestResponse<ContestView> draft(@Valid @NotNull ContestPlan plan) {
        var view = organising.draft(caller(), plan);
        return Created.at("/v1/contests/" + view.id(), view);
    }

    @PATCH
    @Path("/{id}")
    @Consumes(MergePatch.MEDIA_TYPE)
    @Operation(summary = "Edit a draft or returned contest. 修改草稿或被退回的竞赛。")
    @RequestBody(content = @Content(schema = @Schema(implementation = ContestPlan.class)))
    @APIResponseSchema(value = ContestView.class, responseCode = "200")
    @APIResponse(responseCode = "409", description = "It is filed or further on")
    public ContestView revise(UUID id, @HeaderParam("If-Match") @Nullable String ifMatch, JsonNode patch) {
        return organising.revise(caller(), id, ifMatch, patch);
    }

    @POST
    @Path("/{id}/file")
    @Operation(summary = "File it with the union above. 报上级工会备案。")
    @APIResponseSchema(value = ContestView.class, responseCode = "200")
    @APIResponse(
            responseCode = "409",
            description = "Not from this state, or not with this class under the union above")
    public ContestView file(UUID id) {
        return organising.file(caller(), id);
    }

    @POST
    @Path("/{id}/approve")
    @Operation(summary = "Approve a filed contest, as the union above. 上级工会批准。")
    @APIResponseSchema(value = ContestView.class, responseCode = "200")
    @APIResponse(responseCode = "403", description = "One's own filing, or not the union above")
    @APIResponse(
            responseCode = "409",
            description = "Not from this state, or a class that the union above cannot confer")
    public ContestView approve(UUID id) {
        return organising.approve(caller(), id);
    }

    @POST
    @Path("/{id}/return")
    @Operation(summary = "Return a filed contest for changes. 退回修改。")
    public ContestView sendBack(UUID id, @Valid @NotNull Why why) {
        return organising.sendBack(caller(), id, why.reason());
    }

    @POST
    @Path("/{id}/publish")
    @Operation(summary = "Publish the rules; they no longer change. 发布竞赛规程。")
    public ContestView publish(UUID id) {
        return organising.publish(caller(), id);
    }

    @POST
    @Path("/{id}/open")
    @Operation(summary = "Open registration. 开放报名。")
    public ContestView open(UUID id) {
        return step(id, "contest.open", ContestState.REG_OPEN);
    }

    @POST
    @Path("/{id}/close")
    @Operation(summary = "Close registration. 截止报名。")
    public ContestView close(UUID id) {
        return step(id, "contest.close", ContestState.REG_CLOSED);
    }

    @POST
    @Path("/{id}/start")
    @Operation(summary = "Start the contest. 开赛。")
    public ContestView start(UUID id) {
        return organising.byOrganiser(caller(), id, "contest.start", Contest::start);
    }

    @POST
    @Path("/{id}/cancel")
    @Operation(summary = "Cancel it with a reason, before it runs. 取消竞赛。")
    public ContestView cancel(UUID id, @Valid @NotNull Why why) {
        return stop(id, "contest.cancel", ContestState.CANCELLED, why);
    }

    @POST
    @Path("/{id}/postpone")
    @Operation(summary = "Postpone it with a reason; publishing resumes it. 延期，重新发布即恢复。")
    public ContestView postpone(UUID id, @Valid @NotNull Why why) {
        return stop(id, "contest.postpone", ContestState.POSTPONED, why);
    }

    private ContestView step(UUID id, String action, ContestState next) {
        return organising.byOrganiser(caller(), id, action, contest -> contest.become(next));
    }

    private ContestView stop(UUID id, String action, ContestState how, Why why) {
        return organising.byOrganiser(caller(), id, action, contest -> contest.stop(how, why.reason()));
    }
}
