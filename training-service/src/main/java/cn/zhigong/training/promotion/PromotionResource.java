package cn.zhigong.training.promotion;

import static jakarta.transaction.Transactional.TxType.NEVER;

import cn.zhigong.platform.http.Idempotent;
import cn.zhigong.platform.http.Page;
import cn.zhigong.platform.http.Paging;
import cn.zhigong.platform.reach.Reach;
import cn.zhigong.platform.reach.Within;
import cn.zhigong.platform.security.CurrentCaller;
import jakarta.annotation.security.RolesAllowed;
import jakarta.transaction.Transactional;
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
import org.jspecify.annotations.Nullable;

@Path("/v1/promotion-cases")
@Produces(MediaType.APPLICATION_JSON)
@Idempotent
@Tag(name = "Promotion")
class PromotionResource {

    /** The bureau's approval document (批文号). */
    record Approval(@NotBlank @Size(max = 60) String approvalNumber) {}

    /** Why the bureau refuses. */
    record Refusal(@NotBlank @Size(max = 500) String reason) {}

    private final Promoting promoting;
    private final Paging paging;
    private final CurrentCaller caller;

    PromotionResource(Promoting promoting, Paging paging, CurrentCaller caller) {
        this.promoting = promoting;
        this.paging = paging;
        this.caller = caller;
    }

    @GET
    @Reach(Within.UNION)
    @RolesAllowed({"officer", "admin", "auditor", "bureau", "training:promotions:read"})
    @Operation(summary = "List promotion cases: of one's unions, or for the bureau the submitted ones. 查询晋级事项。")
    public Page<PromotionView> list(
            @QueryParam("state") @Nullable PromotionState state,
            @QueryParam("under") @Nullable UUID under,
            @Valid @BeanParam Paging.Request request) {
        return paging.page(
                request, (after, most) -> promoting.list(caller.get(), state, under, after, most), PromotionView::id);
    }

    @GET
    @Reach(Within.OWN)
    @Path("/me")
    @RolesAllowed("member")
    @Operation(summary = "See one's own promotion cases, newest first. 查看本人晋级事项。")
    public Page<PromotionView> mine() {
        return Page.whole(promoting.mine(caller.get()));
    }

    @GET
    @Reach(Within.OWN_OR_UNION)
    @Path("/{id}")
    @RolesAllowed({"member", "officer", "admin", "auditor", "bureau", "training:promotions:read"})
    @Operation(summary = "See a promotion case. 查看晋级事项。")
    public PromotionView look(UUID id) {
        return promoting.look(caller.get(), id);
    }

    @POST
    @Reach(Within.UNION)
    @Path("/{id}/submit")
    @Transactional(NEVER)
    @RolesAllowed({"officer", "admin"})
    @Operation(summary = "Submit it to the human resources bureau, as the member's union. 工会报人社部门审批。")
    @APIResponseSchema(value = PromotionView.class, responseCode = "200")
    @APIResponse(responseCode = "409", description = "Not eligible, submitted before, or NO_LONGER_ELIGIBLE")
    public PromotionView submit(UUID id) {
        return promoting.submit(caller.get(), id);
    }

    @POST
    @Reach(Within.CITY)
    @Path("/{id}/approve")
    @RolesAllowed({"bureau", "training:promotions:write"})
    @Operation(summary = "Approve it, as the bureau; the certificate is issued at once. 人社部门批准并发证。")
    @APIResponseSchema(value = PromotionView.class, responseCode = "200")
    @APIResponse(responseCode = "409", description = "Decided before, or NO_LONGER_ELIGIBLE")
    public PromotionView approve(UUID id, @Valid @NotNull Approval approval) {
        return promoting.approve(id, approval.approvalNumber());
    }

    @POST
    @Reach(Within.CITY)
    @Path("/{id}/refuse")
    @RolesAllowed({"bureau", "training:promotions:write"})
    @Operation(summary = "Refuse it, as the bureau. 人社部门不予批准。")
    @APIResponseSchema(value = PromotionView.class, responseCode = "200")
    @APIResponse(responseCode = "409", description = "Decided before")
    public PromotionView refuse(UUID id, @Valid @NotNull Refusal refusal) {
        return promoting.refuse(id, refusal.reason());
    }
}
