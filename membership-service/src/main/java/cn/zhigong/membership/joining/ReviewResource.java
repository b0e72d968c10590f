package cn.zhigong.membership.joining;

import cn.zhigong.platform.http.Idempotent;
import cn.zhigong.platform.http.Page;
import cn.zhigong.platform.http.Paging;
import cn.zhigong.platform.reach.Reach;
import cn.zhigong.platform.reach.Within;
import cn.zhigong.platform.security.CurrentCaller;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** Applications to join, for the officers who decide about them. */
@Path("/v1/join-applications")
@Reach(Within.UNION)
@Tag(name = "Joining 入会")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed({"officer", "admin"})
@Idempotent
class ReviewResource {

    /** Where an approved worker belongs, if not where the application was routed. */
    record Approval(@Nullable UUID organisationId, @Nullable UUID groupId) {

        Place place() {
            return new Place(organisationId, groupId);
        }
    }

    record Batch(@NotEmpty @Size(max = 200) List<@NotNull UUID> ids) {}

    record Outcomes(List<Reviewing.Outcome> items) {}

    record Return(
            @NotEmpty @Size(max = 20) Set<@NotNull ReturnReason> reasons,
            @Nullable @Size(max = 500) String note) {}

    record Rejection(
            @NotNull RejectionReason reason,
            @Nullable @Size(max = 500) String note) {}

    private final Reviewing reviewing;
    private final Paging paging;
    private final CurrentCaller caller;

    ReviewResource(Reviewing reviewing, Paging paging, CurrentCaller caller) {
        this.reviewing = reviewing;
        this.paging = paging;
        this.caller = caller;
    }

    @GET
    @RolesAllowed({"officer", "admin", "auditor"})
    @Operation(
            summary = "Applications to the unions one is an officer of, oldest first. 查询入会申请。",
            description = "submittedAfter: only those handed in after this moment.")
    public Page<ApplicationView> list(
            @Valid @BeanParam Paging.Request request,
            @QueryParam("state") @Nullable ApplicationState state,
            @QueryParam("under") @Nullable UUID under,
            @QueryParam("submittedAfter") @Nullable Instant submittedAfter) {
        return paging.page(
                request,
                (after, most) -> reviewing.list(caller.get(), under, state, submittedAfter, after, most),
                ApplicationView::id);
    }

    @POST
    @Path("/{id}/approve")
    @Operation(summary = "Approve: the worker is a member from today. 批准入会。")
    @APIResponseSchema(value = ApplicationView.class, responseCode = "200")
    @APIResponse(responseCode = "403", description = "Needs REVIEWER where the application is, and not one's own")
    @APIResponse(responseCode = "409", description = "The application is not under review")
    public ApplicationView approve(UUID id, @RequestBody(required = false) @Nullable Approval approval) {
        return reviewing.approve(caller.get(), id, approval == null ? Place.AS_ROUTED : approval.place());
    }

    @POST
    @Path("/approve")
    @Operation(summary = "Approve up to 200, each for itself. 批量批准。")
    @APIResponse(responseCode = "200", description = "What became of each; 404 for what the caller may not know of")
    public Outcomes approve(@NotNull @Valid Batch batch) {
        return new Outcomes(reviewing.approve(caller.get(), batch.ids()));
    }

    @POST
    @Path("/{id}/return")
    @Operation(summary = "Give it back to be corrected. 退回修改。")
    @APIResponseSchema(value = ApplicationView.class, responseCode = "200")
    @APIResponse(responseCode = "409", description = "The application is not under review")
    public ApplicationView sendBack(UUID id, @NotNull @Valid Return returned) {
        return reviewing.sendBack(caller.get(), id, returned.reasons(), returned.note());
    }

    @POST
    @Path("/{id}/reject")
    @Operation(summary = "Refuse it with a reason. 不予批准。")
    @APIResponseSchema(value = ApplicationView.class, responseCode = "200")
    @APIResponse(responseCode = "409", description = "The application is not under review")
    public ApplicationView reject(UUID id, @NotNull @Valid Rejection rejection) {
        return reviewing.reject(caller.get(), id, rejection.reason(), rejection.note());
    }
}
